import { Printer } from 'lucide-react'
import { useState } from 'react'
import type { AnswerOf } from '../../../platform/contract.ts'
import { openPaper } from '../../../platform/web/api.ts'
import { useDeed, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Menu } from '../../../ui-kit/menu.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Plate, StatusTag } from '../../../ui-kit/tag.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { en as orderEn } from '../../repair-orders/texts/en.ts'
import { zh as orderZh } from '../../repair-orders/texts/zh-CN.ts'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { issueParts, printPickingList, printReturns, seePicking, type PickLine } from '../contract.ts'
import { pickingPermissions } from '../permissions.ts'
import { availableOf, openOf } from './open-of.ts'
import { PickLineCard } from './pick-line-card.tsx'
import { ScanBox, type Scanned } from './scan-box.tsx'
import { pickingTexts } from './texts.ts'

export type PickOrder = AnswerOf<typeof seePicking>

export function PickDetail({ orderId }: { orderId: string }) {
  const sentence = useSentence()
  const order = useReading(seePicking, { params: { orderId } })
  if (order.isPending) return <LoadBar busy />
  if (order.isError) return <LoadError state={{ error: sentence(order.error), onRetry: () => { void order.refetch() } }} />
  return <PickSheet order={order.data} />
}

function PickSheet({ order }: { order: PickOrder }) {
  const t = useTexts(pickingTexts.zh, pickingTexts.en)
  const mayIssue = useMay()(pickingPermissions.issue)
  const [scanned, setScanned] = useState<Scanned | null>(null)
  const [asked, setAsked] = useState<Readonly<Record<string, number | null>>>({})
  // What is open stands first; what was handed out is only looked at.
  const lines = order.lines.toSorted((a, b) => Number(openOf(b) > 0) - Number(openOf(a) > 0))
  const askedOf = (line: PickLine): number | null => asked[line.lineId] === undefined ? Math.min(openOf(line), availableOf(line)) || openOf(line) : asked[line.lineId] ?? null
  const issued = () => { setAsked({}); setScanned(null) }
  return (
    <article className="pick-sheet">
      <PickHead order={order} />
      {mayIssue && lines.length > 0 ? <ScanBox lines={lines} onScanned={setScanned} /> : null}
      {lines.length === 0 ? <p className="k-quiet-text">{t('picking.no-parts')}</p> : null}
      <ul className="pick-lines">
        {lines.map((line) => (
          <PickLineCard key={line.lineId} order={order} line={line} asked={askedOf(line)} onAsk={(quantity) => setAsked({ ...asked, [line.lineId]: quantity })}
            scanned={scanned?.lineId === line.lineId ? scanned : null} onIssued={issued} />
        ))}
      </ul>
      {mayIssue && lines.length > 0 ? <IssueAll order={order} askedOf={askedOf} scanned={scanned} onIssued={issued} /> : null}
    </article>
  )
}

function PickHead({ order }: { order: PickOrder }) {
  const t = useTexts(pickingTexts.zh, pickingTexts.en)
  const o = useTexts(orderZh, orderEn)
  const moments = useMoments()
  return (
    <header className="pick-head">
      <h2><Plate text={showPlate(order.plate)} size="detail" /></h2>
      <StatusTag tone="active" text={o(`repair-orders.status.${order.status}`)} />
      <span className="k-quiet-text">{order.number}</span>
      <span className="pick-head-words">
        {[order.modelName, t('picking.advisor', { name: order.advisorName }), order.promisedAt === null ? '' : t('picking.promise', { time: moments.time(order.promisedAt) })].filter((part) => part !== '').join(' · ')}
      </span>
      <Menu label={t('picking.papers')} items={[
        { id: 'list', icon: Printer, text: t('picking.print-list'), whyNot: order.lines.length === 0 ? t('picking.no-parts') : null, onPick: () => openPaper(printPickingList, { orderId: order.orderId }) },
        { id: 'returns', icon: Printer, text: t('picking.print-returns'), onPick: () => openPaper(printReturns, { orderId: order.orderId }) },
      ]} />
    </header>
  )
}

export type IssueAllProps = { order: PickOrder; askedOf: (line: PickLine) => number | null; scanned: Scanned | null; onIssued: () => void }

/** Every open line of which something is there, in one document: all of it or nothing. */
function IssueAll({ order, askedOf, scanned, onIssued }: IssueAllProps) {
  const t = useTexts(pickingTexts.zh, pickingTexts.en)
  const toast = useToast()
  const deed = useDeed(issueParts, ({ number }) => { onIssued(); toast({ text: t('picking.said-issued', { number }) }) })
  const lines = order.lines.flatMap((line) => {
    const thousandths = askedOf(line)
    return openOf(line) === 0 || availableOf(line) === 0 || thousandths === null || thousandths === 0 ? []
      : [{ lineId: line.lineId, thousandths, scannedLotId: scanned?.lineId === line.lineId ? scanned.lotId : null }]
  })
  return (
    <footer className="pick-foot">
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
      <Button kind="primary" wide busy={deed.busy} whyNot={lines.length === 0 ? t('picking.nothing-open') : null} onPress={() => deed.run({ params: { orderId: order.orderId }, body: { lines } })}>
        {lines.length === 0 ? t('picking.issue-all') : t('picking.issue-all-count', { count: lines.length })}
      </Button>
    </footer>
  )
}
