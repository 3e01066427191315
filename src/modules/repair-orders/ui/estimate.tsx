import { useState } from 'react'
import { useReading } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { Money, PayerTag, Quantity, StatusTag } from '../../../ui-kit/tag.tsx'
import { TotalsStrip } from '../../../ui-kit/totals-strip.tsx'
import { seeExpected, type OrderLine, type OrderView } from '../contract.ts'
import type { ExpectedPart } from '../domain/outlook.ts'
import { totalsByPayer, whyNotEditLines } from '../domain/lines.ts'
import { waitsForNumber } from '../domain/part-number.ts'
import { repairOrderPermissions } from '../permissions.ts'
import { AddLine } from './add-line.tsx'
import { AddPackage } from './add-package.tsx'
import { LineDialog } from './line-dialog.tsx'
import { PriceDiagnosis } from './price-diagnosis.tsx'
import { repairOrderTexts } from './texts.ts'

type T = ReturnType<typeof useTexts<keyof typeof repairOrderTexts.zh>>

const isShort = (line: OrderLine): boolean => line.partId !== null && line.issued + line.reserved + Math.max(0, line.free) < line.quantityThousandths

/** Short, and when it could be here. */
function Short({ t, part }: { t: T; part: ExpectedPart | undefined }) {
  const day = part?.day ?? null
  return <><StatusTag tone="warn" text={t('repair-orders.short')} />{part === undefined || day === null ? null : <><br /><span className="k-quiet-text">{t(part.usual ? 'repair-orders.expected-usual' : 'repair-orders.expected', { day: day.slice(5) })}</span></>}</>
}

/** What of a part line is where: handed out, reserved, or short. */
function progressOf(t: T, line: OrderLine, expected: readonly ExpectedPart[]) {
  if (line.refusedReason !== null) return <StatusTag tone="danger" text={t('repair-orders.price-refused')} />
  if (waitsForNumber(line)) return <StatusTag tone="danger" text={t('repair-orders.number-open')} />
  if (line.priceRule === 'manual' && line.approvedBy === null) return <StatusTag tone="danger" text={t('repair-orders.to-approve')} />
  if (line.kind === 'sublet') return line.backAt === null ? <StatusTag tone="warn" text={t('repair-orders.sublet')} /> : <StatusTag tone="done" text={t('repair-orders.sublet-back')} />
  if (line.kind !== 'part') return line.priceRule === 'follows' ? <StatusTag tone="warn" text={t('repair-orders.price-follows')} /> : null
  if (line.issued >= line.quantityThousandths) return <StatusTag tone="done" text={t('repair-orders.issued')} />
  if (line.issued + line.reserved >= line.quantityThousandths) return <StatusTag tone="active" text={t('repair-orders.reserved')} />
  return isShort(line) ? <Short t={t} part={expected.find(({ lineId }) => lineId === line.id)} /> : <StatusTag tone="neutral" text={t('repair-orders.in-stock')} />
}

function columnsOf(t: T, english: boolean, expected: readonly ExpectedPart[]): Column<OrderLine>[] {
  return [
    { id: 'kind', header: t('repair-orders.kind'), width: 52, cell: ({ kind }) => t(`repair-orders.kind.${kind}`) },
    { id: 'name', header: t('repair-orders.item'), cell: (line) => <span className="estimate-item">{english ? line.nameEn : line.nameZh} <span className="k-quiet-text">{line.insteadOf === null ? line.code : t('repair-orders.instead-of', { asked: line.insteadOf, used: line.code })}</span>{line.confirmedByName === null ? null : <><br /><span className="k-quiet-text">{t('repair-orders.number-confirmed-by', { name: line.confirmedByName })}</span></>}{line.refusedReason === null ? null : <><br /><span className="estimate-refused">{t('repair-orders.refused-because', { name: line.refusedByName ?? '', reason: line.refusedReason })}</span></>}</span> },
    { id: 'quantity', header: t('repair-orders.quantity'), width: 62, align: 'end', cell: (line) => <Quantity thousandths={line.quantityThousandths} unit={line.kind === 'labour' ? 'h' : line.unit} /> },
    { id: 'price', header: t('repair-orders.price'), width: 90, align: 'end', cell: (line) => <Money fen={line.priceRule === 'follows' ? null : line.unitPriceFen} /> },
    { id: 'amount', header: t('repair-orders.amount'), width: 96, align: 'end', cell: (line) => <Money fen={line.amountFen} strong /> },
    { id: 'payer', header: t('repair-orders.payer'), width: 44, cell: (line) => <span className="estimate-payers">{[line, ...line.shares].map(({ payer }) => <PayerTag key={payer} payer={payer} short={t(`repair-orders.payer-short.${payer}`)} full={t(`repair-orders.payer.${payer}`)} />)}</span> },
    { id: 'progress', header: t('repair-orders.progress'), width: 108, cell: (line) => progressOf(t, line, expected) },
  ]
}

/** The lines of an order, what each payer owes on top; while they are open, one line below adds the next. */
export function Estimate({ order }: { order: OrderView }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const english = useLanguage() === 'en'
  const may = useMay()
  const [editing, setEditing] = useState<string | null>(null)
  const open = whyNotEditLines(order) === null && may(repairOrderPermissions.estimate)
  const totals = totalsByPayer(order.lines)
  const expected = useReading(seeExpected, { params: { orderId: order.id } }, { enabled: order.closedAt === null && order.lines.some(isShort) })
  const line = order.lines.find(({ id }) => id === editing)
  return (
    <section className="estimate" aria-label={t('repair-orders.estimate')}>
      {totals.length === 0 ? null : <TotalsStrip label={t('repair-orders.totals')} totals={totals.map(({ payer, totalFen }) => ({ payer, text: t(`repair-orders.payer.${payer}`), fen: totalFen }))} />}
      <DataTable label={t('repair-orders.estimate')} columns={columnsOf(t, english, expected.data?.rows ?? [])} rows={order.lines} rowKey={({ id }) => id} minimumWidth={545}
        onOpen={open ? ({ id }) => setEditing(id) : undefined} empty={<EmptyState>{t('repair-orders.no-lines-yet')}</EmptyState>}
        footer={<div className="estimate-sum"><span>{t('repair-orders.sum', { count: order.lines.length })}</span><Money fen={order.totalFen} strong /></div>} />
      {may(repairOrderPermissions.estimate) ? <PriceDiagnosis order={order} /> : null}
      {open ? <AddPackage order={order} /> : null}
      {open ? <AddLine order={order} /> : null}
      {line === undefined ? null : <LineDialog order={order} line={line} onClose={() => setEditing(null)} />}
    </section>
  )
}
