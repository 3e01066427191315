import { useNavigate } from '@tanstack/react-router'
import { usePages } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { Money, Quantity } from '../../../ui-kit/tag.tsx'
import type { listAged, listClassed, PartRow } from '../contract.ts'
import { usePartColumns } from './part-columns.tsx'
import { stockHealthTexts } from './texts.ts'

/** The parts behind a figure; one opens its lots. */
export function BehindParts({ title, route, query }: { title: string; route: typeof listAged | typeof listClassed; query: Record<string, unknown> }) {
  const t = useTexts(stockHealthTexts.zh, stockHealthTexts.en)
  const w = useTexts(webZh, webEn)
  const navigate = useNavigate()
  const named = usePartColumns<PartRow>()
  const { rows, state, more } = usePages(route, { ...query, limit: 40 })
  const columns: Column<PartRow>[] = [
    ...named,
    { id: 'here', header: t('stock-health.here'), align: 'end', width: 110, cell: (row) => <Quantity thousandths={row.here} unit={row.unit} /> },
    { id: 'value', header: t('stock-health.value'), align: 'end', width: 130, cell: (row) => <Money fen={row.valueFen} /> },
    { id: 'year', header: t('stock-health.year'), align: 'end', width: 170, cell: (row) => <Money fen={row.yearFen} /> },
    ...(rows.some(({ receivedOn }) => receivedOn !== null) ? [{ id: 'received', header: t('stock-health.oldest'), width: 130, cell: (row: PartRow) => row.receivedOn ?? '—' }] : []),
  ]
  return (
    <section className="k-stack" aria-label={title}>
      <h2>{title}</h2>
      <DataTable label={title} columns={columns} rows={rows} rowKey={(row) => row.partId} state={state} onOpen={(row) => { void navigate({ to: `/stock/${row.partId}` }) }} minimumWidth={860}
        empty={<EmptyState>{t('stock-health.no-stock')}</EmptyState>} footer={more === null ? undefined : <Button onPress={more}>{w('web.more', { count: 40 })}</Button>} />
    </section>
  )
}
