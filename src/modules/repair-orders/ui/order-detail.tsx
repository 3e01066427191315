import { EllipsisVertical } from 'lucide-react'
import { useState } from 'react'
import { useDeed, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { Facts } from '../../../ui-kit/facts.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Menu } from '../../../ui-kit/menu.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Steps } from '../../../ui-kit/steps.tsx'
import { Plate, StatusTag } from '../../../ui-kit/tag.tsx'
import { Timeline } from '../../../ui-kit/timeline.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { cancelOrder, seeOrder, type OrderView } from '../contract.ts'
import { whyNotCancel } from '../domain/why-not-cancel.ts'
import { repairOrderPermissions } from '../permissions.ts'
import { landmarkOf, landmarks, toneOf } from './status.ts'
import { repairOrderTexts } from './texts.ts'
import './workbench.css'

export function OrderDetail({ orderId }: { orderId: string }) {
  const sentence = useSentence()
  const order = useReading(seeOrder, { params: { orderId } })
  if (order.isPending) return <LoadBar busy />
  if (order.isError) return <LoadError state={{ error: sentence(order.error), onRetry: () => { void order.refetch() } }} />
  return <OrderSheet order={order.data} />
}

function OrderSheet({ order }: { order: OrderView }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const moments = useMoments()
  const reached = order.status === 'cancelled' ? -1 : landmarkOf(order.status)
  const stepOf = (status: string) => order.steps.findLast((step) => step.toStatus === status)
  return (
    <article className="order-sheet">
      <header className="order-head">
        <h2><Plate text={showPlate(order.plate)} size="detail" /></h2>
        <StatusTag tone={toneOf[order.status]} text={t(`repair-orders.status.${order.status}`)} />
        <span className="order-number">{order.number}</span>
        <span className="order-head-space" />
        <OrderMenu order={order} />
      </header>
      <Steps label={t('repair-orders.history')} steps={landmarks.map((status, index) => {
        const step = stepOf(status)
        return { id: status, text: t(`repair-orders.status.${status}`), note: step === undefined ? undefined : moments.time(step.at), state: index < reached ? 'done' : index === reached ? 'current' : 'coming' }
      })} />
      <Section title={t('repair-orders.repair-order')}>
        <Facts layout="columns" facts={[
          { id: 'purpose', label: t('repair-orders.purpose'), value: t(`repair-orders.purpose.${order.purpose}`) },
          { id: 'advisor', label: t('repair-orders.advisor'), value: order.advisorName },
          { id: 'arrived', label: t('repair-orders.arrived-at'), value: moments.full(order.arrivedAt) },
          { id: 'concern', label: t('repair-orders.concern'), value: order.concern === '' ? '–' : order.concern, wide: true },
          ...(order.closedReason === null ? [] : [{ id: 'reason', label: t('repair-orders.closed-reason'), value: order.closedReason, wide: true }]),
        ]} />
      </Section>
    </article>
  )
}

/** What cannot be undone sits in the menu and asks. */
function OrderMenu({ order }: { order: OrderView }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const may = useMay()
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const deed = useDeed(cancelOrder, () => { setAsking(false); toast({ text: t('repair-orders.cancelled') }) })
  if (!may(repairOrderPermissions.cancel)) return null
  const whyNot = t.refusal(whyNotCancel({ status: order.status, reason: '-', issued: order.lines.reduce((sum, line) => sum + line.issued, 0), clockedMinutes: 0, diagnosisAuthorised: false }))
  return (
    <>
      <Menu label={t('repair-orders.more-actions')} items={[{ id: 'cancel', text: t('repair-orders.cancel'), destructive: true, whyNot, onPick: () => setAsking(true) }]}>
        <EllipsisVertical size={15} aria-hidden />
      </Menu>
      {asking ? (
        <ConfirmDialog title={t('repair-orders.cancel')} confirmText={t('repair-orders.cancel')} busy={deed.busy} error={deed.error}
          reason={{ label: t('repair-orders.cancel-reason'), missing: t('repair-orders.cancel-needs-reason') }}
          onConfirm={(reason) => deed.run({ params: { orderId: order.id }, body: { version: order.version, reason } })} onClose={() => setAsking(false)}>
          {t('repair-orders.cancel-question', { plate: showPlate(order.plate) })}
        </ConfirmDialog>
      ) : null}
    </>
  )
}

/** The side column: who moved it, when, why. */
export function OrderHistory({ orderId }: { orderId: string }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const moments = useMoments()
  const order = useReading(seeOrder, { params: { orderId } })
  return (
    <Section title={t('repair-orders.history')}>
      <Timeline label={t('repair-orders.history')} entries={(order.data?.steps ?? []).toReversed().map((step) => ({
        id: step.id, time: moments.time(step.at), who: step.personName, tone: toneOf[step.toStatus],
        text: [t(`repair-orders.status.${step.toStatus}`), step.reason].filter((part) => part !== '').join(' · '),
      }))} />
    </Section>
  )
}
