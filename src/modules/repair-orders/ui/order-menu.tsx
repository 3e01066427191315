import { Columns2, Eye, Files, Printer, UserRoundPen } from 'lucide-react'
import { useState } from 'react'
import { openPaper } from '../../../platform/web/api.ts'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { Menu, type MenuItem } from '../../../ui-kit/menu.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { paperPermissions } from '../../papers/permissions.ts'
import { PapersOfOrder } from '../../papers/ui/public.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { cancelOrder, markSublet, printAuthorisation, printQuote, printReception, showEstimate, type OrderView } from '../contract.ts'
import { repairOrderCan } from '../domain/life.ts'
import { whyNotEditLines } from '../domain/lines.ts'
import type { VersionWay } from '../domain/versions.ts'
import { whyNotCancel } from '../domain/why-not-cancel.ts'
import { repairOrderPermissions } from '../permissions.ts'
import { CompareVersions } from './compare-versions.tsx'
import { PassOnDialog } from './pass-on-dialog.tsx'
import { repairOrderTexts } from './texts.ts'

/** Sublet work out and back; and, with a question, what cannot be undone. */
export function OrderMenu({ order }: { order: OrderView }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const may = useMay()
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const [passing, setPassing] = useState(false)
  const [reading, setReading] = useState(false)
  const [comparing, setComparing] = useState(false)
  const quoted = order.status === 'quoted'
  const cancel = useDeed(cancelOrder, () => { setAsking(false); toast({ text: t(quoted ? 'repair-orders.discarded' : 'repair-orders.cancelled') }) })
  const sublet = useDeed(markSublet, () => toast({ text: t('repair-orders.sublet-marked') }))
  const facts = { status: order.status, reason: '-', issued: order.lines.reduce((sum, line) => sum + line.issued, 0), clockedMinutes: 0, diagnosisAuthorised: false }
  const subletItems: MenuItem[] = !repairOrderCan.haveSubletMarked(order) || !may(repairOrderPermissions.sublet) ? [] : order.lines.filter(({ kind, backAt }) => kind === 'sublet' && backAt === null).map((line) => {
    const step = line.outAt === null ? 'out' as const : 'back' as const
    return { id: line.id, text: `${t(`repair-orders.sublet-${step}`)} · ${line.nameZh}`, onPick: () => sublet.run({ params: { lineId: line.id }, body: { version: line.version, step } }) }
  })
  const showing = order.lines.length > 0 && whyNotEditLines(order) === null && may(repairOrderPermissions.estimate)
  const show = useDeed(showEstimate, ({ number }) => toast({ text: t('repair-orders.version-kept', { number }) }))
  const keep = (way: VersionWay) => { if (showing) show.run({ params: { orderId: order.id }, body: { version: order.version, way } }) }
  const versionItems: MenuItem[] = order.lines.length === 0 ? [] : [
    ...(showing ? [{ id: 'show', icon: Eye, text: t('repair-orders.show-estimate'), onPick: () => keep('shown') }] : []),
    { id: 'versions', icon: Columns2, text: t('repair-orders.versions'), onPick: () => setComparing(true) },
  ]
  const printItems: MenuItem[] = order.authorisation === null ? order.quotedUntil === null ? [] : [{
    id: 'print-quote', icon: Printer, text: t('repair-orders.print-quote'), whyNot: order.lines.length === 0 ? t('repair-orders.no-quote-to-print') : null, onPick: () => { openPaper(printQuote, { orderId: order.id }); keep('printed') },
  }] : [{ id: 'print', icon: Printer, text: t('repair-orders.print-authorisation'), onPick: () => openPaper(printAuthorisation, { orderId: order.id }) }]
  const passItems: MenuItem[] = may(repairOrderPermissions.passOn) && order.status !== 'delivered' && order.status !== 'cancelled' ? [{ id: 'pass-on', icon: UserRoundPen, text: t('repair-orders.pass-on'), onPick: () => setPassing(true) }] : []
  const receptionItems: MenuItem[] = order.reception === null ? [] : [{ id: 'print-reception', icon: Printer, text: t('repair-orders.print-reception'), onPick: () => openPaper(printReception, { orderId: order.id }) }]
  const paperItems: MenuItem[] = may(paperPermissions.see) ? [{ id: 'papers', icon: Files, text: t('repair-orders.papers'), onPick: () => setReading(true) }] : []
  const items: MenuItem[] = [...receptionItems, ...printItems, ...paperItems, ...versionItems, ...subletItems, ...passItems, ...(may(repairOrderPermissions.cancel)
    ? [{ id: 'cancel', text: t(quoted ? 'repair-orders.discard-quote' : 'repair-orders.cancel'), destructive: true, separated: subletItems.length + receptionItems.length + printItems.length + paperItems.length + versionItems.length + passItems.length > 0, whyNot: t.refusal(whyNotCancel(facts)), onPick: () => setAsking(true) }] : [])]
  if (items.length === 0) return null
  return (
    <>
      <Menu label={t('repair-orders.more-actions')} items={items} />
      {passing ? <PassOnDialog order={order} onClose={() => setPassing(false)} /> : null}
      {reading ? <PapersOfOrder orderId={order.id} onClose={() => setReading(false)} /> : null}
      {comparing ? <CompareVersions order={order} onClose={() => setComparing(false)} /> : null}
      {asking ? (
        <ConfirmDialog title={t(quoted ? 'repair-orders.discard-quote' : 'repair-orders.cancel')} confirmText={t(quoted ? 'repair-orders.discard-quote' : 'repair-orders.cancel')} busy={cancel.busy} error={cancel.error}
          reason={{ label: t('repair-orders.cancel-reason'), missing: t('repair-orders.cancel-needs-reason') }}
          onConfirm={(reason) => cancel.run({ params: { orderId: order.id }, body: { version: order.version, reason } })} onClose={() => setAsking(false)}>
          {t(quoted ? 'repair-orders.discard-question' : 'repair-orders.cancel-question', { plate: showPlate(order.plate) })}
        </ConfirmDialog>
      ) : null}
    </>
  )
}
