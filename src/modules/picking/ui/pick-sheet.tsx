import { Printer } from 'lucide-react'
import { useState } from 'react'
import type { AnswerOf } from '../../../platform/contract.ts'
import { openPaper } from '../../../platform/web/api.ts'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Menu } from '../../../ui-kit/menu.tsx'
import { Plate, StatusTag } from '../../../ui-kit/tag.tsx'
import { en as orderEn } from '../../repair-orders/texts/en.ts'
import { zh as orderZh } from '../../repair-orders/texts/zh-CN.ts'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { printPickingList, printReturns, seePicking } from '../contract.ts'
import { pickingPermissions } from '../permissions.ts'
import { IssueAll } from './issue-all.tsx'
import { openOf } from './open-of.ts'
import { PickLineCard } from './pick-line-card.tsx'
import { ScanBox, type Scanned } from './scan-box.tsx'
import { pickingTexts } from './texts.ts'
import { usePicks } from './use-picks.ts'

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
  const { pickedOf, put, forget } = usePicks()
  // What is open stands first; what was handed out is only looked at.
  const lines = order.lines.toSorted((a, b) => Number(openOf(b) > 0) - Number(openOf(a) > 0))
  const scan = (label: Scanned | null) => {
    setScanned(label)
    if (label !== null && label.lotId !== null) put(label.lineId, { scannedLotId: label.refused ? null : label.lotId })
  }
  const issued = (lineIds: readonly string[]) => { forget(lineIds); setScanned(null) }
  return (
    <article className="pick-sheet">
      <PickHead order={order} />
      {mayIssue && lines.length > 0 ? <ScanBox lines={lines} onScanned={scan} /> : null}
      {lines.length === 0 ? <p className="k-quiet-text">{t('picking.no-parts')}</p> : null}
      <ul className="pick-lines">
        {lines.map((line) => (
          <PickLineCard key={line.lineId} order={order} line={line} picked={pickedOf(line)} onPut={(change) => put(line.lineId, change)} current={scanned?.lineId === line.lineId ? scanned : null} onIssued={() => issued([line.lineId])} />
        ))}
      </ul>
      {mayIssue && lines.length > 0 ? <IssueAll order={order} pickedOf={pickedOf} onPut={put} onIssued={issued} /> : null}
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
