import { useState } from 'react'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Money } from '../../../ui-kit/tag.tsx'
import { listAged, seeAges, type AgeRow } from '../contract.ts'
import type { Age } from '../domain/figures.ts'
import { BehindParts } from './behind-parts.tsx'
import { SheetDeeds } from './reviews.tsx'
import { stockHealthTexts } from './texts.ts'

const daysText = ({ from, until }: Pick<AgeRow, 'from' | 'until'>): string => (until === null ? `> ${String(from - 1)}` : `${String(from)}–${String(until)}`)

/** The value of what lies here by the days since its lots were received; a row opens its parts. */
export function AgesTab() {
  const t = useTexts(stockHealthTexts.zh, stockHealthTexts.en)
  const sentence = useSentence()
  const [age, setAge] = useState<Age | null>(null)
  const { data, isError, error, isFetching, refetch } = useReading(seeAges, {})
  const rows = data?.rows ?? []
  const all = rows.reduce((sum, { valueFen }) => sum + (valueFen ?? 0), 0)
  const columns: Column<AgeRow>[] = [
    { id: 'days', header: t('stock-health.days'), cell: daysText },
    { id: 'lots', header: t('stock-health.lots'), align: 'end', width: 120, cell: (row) => row.lots },
    { id: 'value', header: t('stock-health.value'), align: 'end', width: 170, cell: (row) => <Money fen={row.valueFen} strong /> },
    { id: 'share', header: '%', align: 'end', width: 100, cell: (row) => (row.valueFen === null || all === 0 ? '—' : ((row.valueFen * 100) / all).toFixed(1)) },
  ]
  const open = rows.find((row) => row.age === age)
  return (
    <div className="sh-tab k-panel">
      <LoadBar busy={isFetching && data === undefined} />
      {isError ? <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} /> : null}
      <SheetDeeds of="ages" />
      <DataTable label={t('stock-health.tab.ages')} columns={columns} rows={rows} rowKey={(row) => row.age} selectedKey={age} onOpen={(row) => setAge(row.age)} minimumWidth={560} empty={<EmptyState>{t('stock-health.no-stock')}</EmptyState>} />
      {open === undefined ? null : <BehindParts key={open.age} title={t('stock-health.parts-of-age', { days: daysText(open) })} route={listAged} query={{ age: open.age }} />}
    </div>
  )
}
