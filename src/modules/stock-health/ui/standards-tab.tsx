import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { usePages, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Money, Quantity } from '../../../ui-kit/tag.tsx'
import { listBelowStandard, seeStandards, type BelowRow, type StandardRow } from '../contract.ts'
import { usePartColumns } from './part-columns.tsx'
import { Reviews, SheetDeeds } from './reviews.tsx'
import { stockHealthTexts } from './texts.ts'
import { hundredths } from './tones.ts'

/** By make, the share of parts that reach their standard stock; below, those that do not. A make narrows them down, and all of them come back with it. */
export function StandardsTab() {
  const t = useTexts(stockHealthTexts.zh, stockHealthTexts.en)
  const sentence = useSentence()
  const english = useLanguage() === 'en'
  const [make, setMake] = useState<string | null>(null)
  const { data, isError, error, isFetching, refetch } = useReading(seeStandards, {})
  const makeOf = (row: StandardRow) => (english ? row.makeEn : row.makeZh) || t('stock-health.several-makes')
  const rows = data?.rows ?? []
  const open = rows.find((row) => row.makeZh === make)
  const columns: Column<StandardRow>[] = [
    { id: 'make', header: t('stock-health.make'), cell: makeOf },
    { id: 'rate', header: `${t('stock-health.tab.standards')} (%)`, align: 'end', width: 130, cell: (row) => <strong>{hundredths(row.attainment, 1)}</strong> },
    { id: 'standards', header: t('stock-health.with-standard'), align: 'end', width: 150, cell: (row) => row.standards },
    { id: 'reached', header: t('stock-health.reached'), align: 'end', width: 110, cell: (row) => row.reached },
    { id: 'below', header: t('stock-health.below'), align: 'end', width: 110, cell: (row) => row.standards - row.reached },
  ]
  return (
    <div className="sh-tab k-panel">
      <LoadBar busy={isFetching && data === undefined} />
      {isError ? <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} /> : null}
      <SheetDeeds of="standards" figure="attainment" />
      <p className="k-quiet-text">{t('stock-health.standards-formula')}</p>
      {data === undefined || data.standards === 0 ? null : <p><strong>{t('stock-health.standards-all', { percent: hundredths(data.attainment, 1), reached: data.reached, standards: data.standards })}</strong></p>}
      <DataTable label={t('stock-health.tab.standards')} columns={columns} rows={rows} rowKey={(row) => row.makeZh} selectedKey={make} onOpen={(row) => setMake(row.makeZh === make ? null : row.makeZh)} minimumWidth={620}
        empty={<EmptyState>{t('stock-health.no-standards')}</EmptyState>} />
      {rows.length === 0 ? null : <BelowParts key={make ?? '*'} make={make} title={t('stock-health.below-of', { make: open === undefined ? t('stock-health.all-makes') : makeOf(open) })} />}
      <Reviews figure="attainment" />
    </div>
  )
}

function BelowParts({ make, title }: { make: string | null; title: string }) {
  const t = useTexts(stockHealthTexts.zh, stockHealthTexts.en)
  const w = useTexts(webZh, webEn)
  const navigate = useNavigate()
  const named = usePartColumns<BelowRow>()
  const { rows, state, more } = usePages(listBelowStandard, { limit: 40, ...(make === null ? {} : { make }) })
  const columns: Column<BelowRow>[] = [
    ...named,
    { id: 'standard', header: t('stock-health.standard'), align: 'end', width: 130, cell: (row) => <Quantity thousandths={row.standard} unit={row.unit} /> },
    { id: 'free', header: t('stock-health.free'), align: 'end', width: 110, cell: (row) => <Quantity thousandths={row.free} unit={row.unit} /> },
    { id: 'on-order', header: t('stock-health.on-order'), align: 'end', width: 110, cell: (row) => <Quantity thousandths={row.onOrder} unit={row.unit} /> },
    { id: 'missing', header: t('stock-health.missing-value'), align: 'end', width: 150, cell: (row) => <Money fen={row.missingFen} /> },
  ]
  return (
    <section className="k-stack" aria-label={title}>
      <h2>{title}</h2>
      <DataTable label={title} columns={columns} rows={rows} rowKey={(row) => row.partId} state={state} onOpen={(row) => { void navigate({ to: `/stock/${row.partId}` }) }} minimumWidth={860}
        empty={<EmptyState>{t('stock-health.none-below')}</EmptyState>} footer={more === null ? undefined : <Button onPress={more}>{w('web.more', { count: 40 })}</Button>} />
    </section>
  )
}
