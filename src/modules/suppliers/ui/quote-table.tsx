import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { formatFen } from '../../../ui-kit/exact-numbers.ts'
import { Section } from '../../../ui-kit/section.tsx'
import { Money, Quantity, StatusTag } from '../../../ui-kit/tag.tsx'
import type { InquiryView } from '../contract.ts'
import type { RepairKind } from '../domain/inquiry.ts'
import { supplierTexts } from './texts.ts'

/** Of a line and a kind of repair (`lineId kind`): the supplier picked instead of the cheapest. */
export type Picked = Readonly<Record<string, string>>
type Row = { readonly line: InquiryView['lines'][number]; readonly kind: RepairKind }

/** A row for each part and kind of repair, a column for each supplier. */
export function QuoteTable({ inquiry, picked, onPick }: { inquiry: InquiryView; picked: Picked; onPick?: (picked: Picked) => void }) {
  const t = useTexts(supplierTexts.zh, supplierTexts.en)
  const rows = inquiry.lines.flatMap((line) => inquiry.kinds.map((kind): Row => ({ line, kind })))
  const cellOf = ({ line, kind }: Row) => inquiry.quotes.filter((quote) => quote.lineId === line.id && quote.kind === kind)
  const offer = (row: Row, supplierId: string, answered: boolean) => {
    const cell = cellOf(row)
    const quote = cell.find((one) => one.supplierId === supplierId)
    if (quote === undefined) return <span className="k-quiet-text">{t(answered ? 'suppliers.no-price' : 'suppliers.not-answered')}</span>
    const key = `${row.line.id} ${row.kind}`
    const best = cell[0]?.unitFen === quote.unitFen
    const taken = quote.chosen || (onPick !== undefined && (picked[key] ?? cell[0]?.supplierId) === supplierId)
    return (
      <span className="su-cell">
        <span className="su-offer"><Money fen={quote.unitFen} strong />{best ? <StatusTag tone="active" text={t('suppliers.cheapest')} /> : null}{taken ? <StatusTag tone="info" text={t('suppliers.chosen')} /> : null}</span>
        <span className="su-offer k-quiet-text">{t('suppliers.in-days', { count: quote.days })}{onPick === undefined || taken ? null : <Button kind="quiet" onPress={() => onPick({ ...picked, [key]: supplierId })}>{t('suppliers.choose-this')}</Button>}</span>
      </span>
    )
  }
  const lastOf = ({ line, kind }: Row) => inquiry.before.find((price) => price.partNumber === line.partNumber && price.kind === kind)
  const columns: Column<Row>[] = [
    {
      id: 'part', header: t('suppliers.part'), cell: (row) => {
        const last = lastOf(row)
        return (
          <span className="su-cell">
            <span><strong>{row.line.name}</strong> · {t(`suppliers.repair.${row.kind}`)}</span><span className="k-quiet-text">{row.line.partNumber} × <Quantity thousandths={row.line.thousandths} /></span>
            {last === undefined ? null : <span className="k-quiet-text">{t('suppliers.last-price', { price: formatFen(last.unitFen), supplier: last.supplierName })}</span>}
          </span>
        )
      },
    },
    ...inquiry.suppliers.map((one): Column<Row> => ({ id: one.supplierId, header: one.supplierName, width: 196, cell: (row) => offer(row, one.supplierId, one.answeredAt !== null) })),
  ]
  const told = inquiry.suppliers.filter(({ words }) => words !== '')
  return (
    <Section title={t('suppliers.compare')}>
      <DataTable label={t('suppliers.compare')} columns={columns} rows={rows} rowKey={({ line, kind }) => `${line.id} ${kind}`} minimumWidth={168 + 196 * inquiry.suppliers.length} empty={null} />
      {told.map((one) => <p key={one.supplierId} className="k-quiet-text">{one.supplierName}: {one.words}</p>)}
    </Section>
  )
}
