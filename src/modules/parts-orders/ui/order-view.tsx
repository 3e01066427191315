import { useState } from 'react'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { Facts } from '../../../ui-kit/facts.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Money, StatusTag } from '../../../ui-kit/tag.tsx'
import { formatFen } from '../../../ui-kit/exact-numbers.ts'
import { seeOrder, type OrderDetail } from '../contract.ts'
import { expectedOn } from '../domain/order.ts'
import { DraftLines } from './draft-lines.tsx'
import { OrderDeeds } from './order-deeds.tsx'
import { OrderLines } from './order-lines.tsx'
import { orderTones } from './tones.ts'
import { partsOrderTexts } from './texts.ts'

/** One order from its draft to the last line that came. */
export function OrderView({ orderId }: { orderId: string }) {
  const t = useTexts(partsOrderTexts.zh, partsOrderTexts.en)
  const sentence = useSentence()
  const view = useReading(seeOrder, { params: { orderId } })
  const [unsaved, setUnsaved] = useState(false)
  if (view.isPending) return <LoadBar busy />
  if (view.isError) return <LoadError state={{ error: sentence(view.error), onRetry: () => { void view.refetch() } }} />
  const order = view.data
  return (
    <article className="po-order" aria-label={order.number}>
      <header className="po-head">
        <h2>{order.number}</h2><StatusTag tone={orderTones[order.status]} text={t(`parts-orders.status.${order.status}`)} />{order.asked ? <StatusTag tone="warn" text={t('parts-orders.waits-for-approval')} /> : null}
      </header>
      {order.refused === null ? null : <Notice tone="danger">{t('parts-orders.approval-refused', order.refused)}</Notice>}
      <OrderFacts order={order} />
      <OrderDeeds order={order} unsaved={unsaved && order.status === 'draft'} />
      {order.status === 'draft' ? <DraftLines order={order} onUnsaved={setUnsaved} /> : <OrderLines order={order} />}
    </article>
  )
}

function OrderFacts({ order }: { order: OrderDetail }) {
  const t = useTexts(partsOrderTexts.zh, partsOrderTexts.en)
  const moments = useMoments()
  const said = (name: string | null, at: string | null) => `${name ?? ''} ${at === null ? '' : moments.time(at)}`
  const eta = expectedOn(order.promisedOn, order.lines.map(({ openThousandths: open, confirmedThousandths: confirmed, eta: day }) => ({ open, confirmed, eta: day })))
  return (
    <Facts layout="columns" facts={[
      { id: 'supplier', label: t('parts-orders.supplier'), value: order.supplierName }, { id: 'kind', label: t('parts-orders.kind'), value: order.kind }, { id: 'total', label: t('parts-orders.total'), value: <Money fen={order.totalFen} strong /> },
      ...(eta === null ? [] : [{ id: 'eta', label: t('parts-orders.eta'), value: eta }]),
      { id: 'drafted', label: t('parts-orders.drafted-by'), value: said(order.draftedByName, order.draftedAt) },
      ...(order.approvedByName === null ? [] : [{ id: 'approved', label: t('parts-orders.approved-by'), value: t('parts-orders.approved-to', { name: order.approvedByName, amount: formatFen(order.approvedFen ?? 0) }) }]),
      ...(order.submittedAt === null ? [] : [{ id: 'submitted', label: t('parts-orders.submitted-by'), value: said(order.submittedByName, order.submittedAt) }]),
      ...(order.confirmedByName === null ? [] : [{ id: 'confirmed', label: t('parts-orders.confirmed-by'), value: said(order.confirmedByName, order.confirmedAt) }]),
      ...(order.dayReason === '' ? [] : [{ id: 'day', label: t('parts-orders.day-reason'), value: order.dayReason, wide: true }]),
      ...(order.note === '' ? [] : [{ id: 'note', label: t('parts-orders.note'), value: order.note, wide: true }]),
      ...(order.reason === '' ? [] : [{ id: 'reason', label: t('parts-orders.cancel-reason'), value: order.reason, wide: true }]),
    ]} />
  )
}
