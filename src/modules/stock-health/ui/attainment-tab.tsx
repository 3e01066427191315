import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { usePages, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useLanguage, useMoments, useTexts } from '../../../platform/web/language.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { ColumnChart } from '../../../ui-kit/charts.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Quantity } from '../../../ui-kit/tag.tsx'
import { listShort, seeAttainment, type AttainmentRow, type ShortRow } from '../contract.ts'
import { Reviews, SheetDeeds } from './reviews.tsx'
import { stockHealthTexts } from './texts.ts'
import { hundredths } from './tones.ts'

type Behind = { readonly month: string; readonly make: string | null }
const keyOf = (row: AttainmentRow): string => `${row.month} ${row.makeZh}`

/** Lines served at once, month by month and make by make; a row opens what was short. */
export function AttainmentTab() {
  const t = useTexts(stockHealthTexts.zh, stockHealthTexts.en)
  const sentence = useSentence()
  const english = useLanguage() === 'en'
  const [behind, setBehind] = useState<Behind | null>(null)
  const { data, isError, error, isFetching, refetch } = useReading(seeAttainment, {})
  const rows = data?.rows ?? []
  const show = (value: number | null) => hundredths(value, 1)
  const makeOf = (row: AttainmentRow) => (english ? row.makeEn : row.makeZh) || t('stock-health.no-make')
  const columns: Column<AttainmentRow>[] = [
    { id: 'month', header: t('stock-health.month'), width: 92, cell: (row) => row.month },
    { id: 'make', header: t('stock-health.make'), cell: makeOf },
    { id: 'rate', header: `${t('stock-health.tab.attainment')} (%)`, align: 'end', width: 120, cell: (row) => <strong>{show(row.attainment)}</strong> },
    { id: 'lines', header: t('stock-health.lines'), align: 'end', width: 90, cell: (row) => row.lines },
    { id: 'short', header: t('stock-health.short'), align: 'end', width: 90, cell: (row) => row.short },
  ]
  return (
    <div className="sh-tab k-panel">
      <LoadBar busy={isFetching && data === undefined} />
      {isError ? <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} /> : null}
      <SheetDeeds of="attainment" figure="attainment" />
      <p className="k-quiet-text">{t('stock-health.attainment-formula')}</p>
      {(data?.months.length ?? 0) < 2 ? null : (
        <ColumnChart label={t('stock-health.tab.attainment')} points={(data?.months ?? []).toReversed().map((row) => ({ key: row.month, label: row.month, value: row.attainment }))} show={show} target={data?.target ?? 0}
          targetLabel={t('stock-health.target', { percent: show(data?.target ?? 0) })} tableTitle={t('stock-health.figures-table')} groupTitle={t('stock-health.month')} onOpen={(month) => setBehind({ month, make: null })} />
      )}
      <DataTable label={t('stock-health.tab.attainment')} columns={columns} rows={rows} rowKey={keyOf} selectedKey={behind === null ? null : `${behind.month} ${behind.make ?? ''}`} onOpen={(row) => setBehind({ month: row.month, make: row.makeZh })}
        minimumWidth={500} empty={<EmptyState>{t('stock-health.no-deliveries')}</EmptyState>} />
      {behind === null ? null : <ShortLines key={`${behind.month} ${behind.make ?? ''}`} behind={behind} name={behind.make === null ? t('stock-health.all-makes') : rows.filter((row) => row.makeZh === behind.make).map(makeOf)[0] ?? ''} />}
      <Reviews figure="attainment" />
    </div>
  )
}

function ShortLines({ behind, name }: { behind: Behind; name: string }) {
  const t = useTexts(stockHealthTexts.zh, stockHealthTexts.en)
  const w = useTexts(webZh, webEn)
  const english = useLanguage() === 'en'
  const moments = useMoments()
  const navigate = useNavigate()
  const { rows, state, more } = usePages(listShort, { month: behind.month, limit: 40, ...(behind.make === null ? {} : { make: behind.make }) })
  const title = t('stock-health.short-of', { month: behind.month, make: name })
  const columns: Column<ShortRow>[] = [
    { id: 'part', header: t('stock-health.part'), width: 170, cell: (row) => <strong>{row.partNumber}</strong> },
    { id: 'name', header: t('stock-health.name'), cell: (row) => (english ? row.nameEn : row.nameZh) },
    { id: 'quantity', header: t('stock-health.quantity'), align: 'end', width: 90, cell: (row) => <Quantity thousandths={row.thousandths} /> },
    { id: 'request', header: t('stock-health.request'), width: 190, cell: (row) => row.number },
    { id: 'order', header: t('stock-health.order'), width: 200, cell: (row) => `${row.plate} ${row.orderNumber}` },
    { id: 'asked', header: t('stock-health.asked-on'), width: 150, cell: (row) => moments.full(row.askedAt) },
  ]
  return (
    <section className="k-stack" aria-label={title}>
      <h2>{title}</h2>
      <DataTable label={title} columns={columns} rows={rows} rowKey={(row) => row.id} state={state} onOpen={(row) => { void navigate({ to: `/repair-orders/${row.orderId}` }) }} minimumWidth={980}
        empty={<EmptyState>{t('stock-health.none-short')}</EmptyState>} footer={more === null ? undefined : <Button onPress={more}>{w('web.more', { count: 40 })}</Button>} />
    </section>
  )
}
