import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { ColumnChart } from '../../../ui-kit/charts.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Money } from '../../../ui-kit/tag.tsx'
import { seeTurnover, type TurnoverRow } from '../contract.ts'
import { Reviews, SheetDeeds } from './reviews.tsx'
import { stockHealthTexts } from './texts.ts'
import { hundredths } from './tones.ts'

/** How often the stock turns in a year, and how long it would last. */
export function TurnoverTab() {
  const t = useTexts(stockHealthTexts.zh, stockHealthTexts.en)
  const sentence = useSentence()
  const { data, isError, error, isFetching, refetch } = useReading(seeTurnover, {})
  const rows = data?.rows ?? []
  const ended = rows.filter(({ running }) => !running)
  const columns: Column<TurnoverRow>[] = [
    { id: 'month', header: t('stock-health.month'), cell: (row) => (row.running ? `${row.month} · ${t('stock-health.running')}` : row.month) },
    { id: 'issued', header: t('stock-health.issued'), align: 'end', width: 160, cell: (row) => <Money fen={row.costFen} /> },
    { id: 'value', header: t('stock-health.value-at-end'), align: 'end', width: 160, cell: (row) => <Money fen={row.valueFen} /> },
    { id: 'turnover', header: t('stock-health.turnover'), align: 'end', width: 140, cell: (row) => <strong>{hundredths(row.turnover)}</strong> },
    { id: 'supply', header: t('stock-health.months-of-supply'), align: 'end', width: 170, cell: (row) => hundredths(row.monthsOfSupply) },
  ]
  return (
    <div className="sh-tab k-panel">
      <LoadBar busy={isFetching && data === undefined} />
      {isError ? <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} /> : null}
      <SheetDeeds of="turnover" figure="turnover" />
      <p className="k-quiet-text">{t('stock-health.turnover-formula')}</p>
      {ended.length < 2 ? null : (
        <ColumnChart label={t('stock-health.turnover')} points={ended.toReversed().map((row) => ({ key: row.month, label: row.month, value: row.turnover }))} show={hundredths} tableTitle={t('stock-health.figures-table')} groupTitle={t('stock-health.month')} />
      )}
      <DataTable label={t('stock-health.turnover')} columns={columns} rows={rows} rowKey={(row) => row.month} minimumWidth={760} empty={<EmptyState>{t('stock-health.no-stock')}</EmptyState>} />
      <Reviews figure="turnover" />
    </div>
  )
}
