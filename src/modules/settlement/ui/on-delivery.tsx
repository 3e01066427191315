import { Link } from '@tanstack/react-router'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { DataTable } from '../../../ui-kit/data-table.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Money } from '../../../ui-kit/tag.tsx'
import type { ClosingView } from '../contract.ts'
import { settlementTexts } from './texts.ts'

/** Cash on delivery: what carriers and drivers handed in that day, and what they still owe while the day is open. */
export function OnDelivery({ till: { collected, outside } }: { till: Pick<ClosingView, 'collected' | 'outside'> }) {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const moments = useMoments()
  const sale = (id: string, number: string) => <Link to={`/counter/${id}`}>{number}</Link>
  return (
    <Section title={t('settlement.on-delivery')}>
      <div className="k-stack">
        {collected.length === 0 ? null : (
          <DataTable label={t('settlement.handed-in')} rows={collected} rowKey={({ number }) => number} minimumWidth={660} columns={[
            { id: 'sale', header: t('settlement.handed-in'), width: 180, cell: (row) => sale(row.saleId, row.saleNumber) },
            { id: 'by', header: t('settlement.collected-by'), cell: (row) => row.collectedBy },
            { id: 'way', header: t('settlement.way'), width: 80, cell: (row) => t(`settlement.way.${row.way}`) },
            { id: 'amount', header: t('settlement.amount'), width: 108, align: 'end', cell: (row) => <Money fen={row.amountFen} strong /> },
            { id: 'short', header: t('settlement.short'), width: 108, align: 'end', cell: (row) => (row.shortFen === 0 ? '' : <Money fen={row.shortFen} />) },
            { id: 'reason', header: t('settlement.difference-reason'), width: 160, cell: (row) => row.reason },
          ]} />
        )}
        {outside.length === 0 ? null : (
          <DataTable label={t('settlement.outside')} rows={outside} rowKey={({ saleId }) => saleId} minimumWidth={560} columns={[
            { id: 'sale', header: t('settlement.outside'), width: 180, cell: (row) => sale(row.saleId, row.number) },
            { id: 'by', header: t('settlement.collected-by'), cell: (row) => row.by },
            { id: 'handed', header: t('settlement.sent-at'), width: 140, cell: (row) => moments.full(row.handedAt) },
            { id: 'owed', header: t('settlement.amount'), width: 108, align: 'end', cell: (row) => <Money fen={row.owedFen} strong /> },
          ]} />
        )}
      </div>
    </Section>
  )
}
