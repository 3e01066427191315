import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { usePages, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { ColumnChart } from '../../../ui-kit/charts.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Money, StatusTag } from '../../../ui-kit/tag.tsx'
import { listCounts, seeAccuracy, type CountRow, type MonthRow } from '../contract.ts'
import { countKinds, type CountKind } from '../domain/life.ts'
import { countTexts } from './texts.ts'
import { countTones, percentText } from './tones.ts'

/** How right the books were, month by month; a month opens its counts, a count its lines. */
export function AccuracyTab() {
  const t = useTexts(countTexts.zh, countTexts.en)
  const sentence = useSentence()
  const [kind, setKind] = useState<CountKind>('rolling')
  const [month, setMonth] = useState<string | null>(null)
  const { data, isError, error, isFetching, refetch } = useReading(seeAccuracy, {})
  const rows = (data?.rows ?? []).filter((row) => row.kind === kind)
  const show = (value: number | null) => (value === null ? '—' : percentText(value))
  const columns: Column<MonthRow>[] = [
    { id: 'month', header: t('counts.month'), width: 110, cell: (row) => row.month },
    { id: 'counts', header: t('counts.counts'), align: 'end', width: 110, cell: (row) => row.counts },
    { id: 'lines', header: t('counts.lines'), align: 'end', width: 110, cell: (row) => row.lines },
    { id: 'right', header: t('counts.right'), align: 'end', width: 110, cell: (row) => row.right },
    { id: 'accuracy', header: `${t('counts.accuracy')} (%)`, align: 'end', width: 120, cell: (row) => <strong>{show(row.accuracy)}</strong> },
    { id: 'net', header: t('counts.net'), align: 'end', width: 150, cell: (row) => <Money fen={row.netFen} /> },
    { id: 'absolute', header: t('counts.absolute'), align: 'end', width: 180, cell: (row) => <Money fen={row.absoluteFen} /> },
  ]
  return (
    <div className="counts-accuracy">
      <LoadBar busy={isFetching && data === undefined} />
      {isError ? <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} /> : null}
      <ChoiceField label={t('counts.tab.accuracy')} hideLabel value={kind} onChange={(value) => { setKind(value); setMonth(null) }} choices={countKinds.map((value) => ({ value, text: t(`counts.kind.${value}`) }))} />
      <p className="k-quiet-text">{t('counts.accuracy-formula')}</p>
      {rows.length < 2 ? null : (
        <ColumnChart label={t('counts.accuracy-trend')} points={rows.toReversed().map((row) => ({ key: row.month, label: row.month, value: row.accuracy }))} show={show} target={data?.target ?? 0}
          targetLabel={t('counts.accuracy-target', { percent: percentText(data?.target ?? 0) })} tableTitle={t('counts.accuracy-table')} groupTitle={t('counts.month')} onOpen={setMonth} />
      )}
      <DataTable label={t('counts.tab.accuracy')} columns={columns} rows={rows} rowKey={(row) => row.month} selectedKey={month} onOpen={(row) => setMonth(row.month)} minimumWidth={820} empty={<EmptyState>{t('counts.accuracy-none')}</EmptyState>} />
      {month === null ? null : <CountsOfMonth kind={kind} month={month} />}
    </div>
  )
}

function CountsOfMonth({ kind, month }: { kind: CountKind; month: string }) {
  const t = useTexts(countTexts.zh, countTexts.en)
  const navigate = useNavigate()
  const { rows, state } = usePages(listCounts, { group: 'all', kind, month, limit: 200 })
  const title = t('counts.month-counts', { month })
  const columns: Column<CountRow>[] = [
    { id: 'number', header: t('counts.title-one'), width: 200, cell: (row) => row.number },
    { id: 'day', header: t('counts.day'), width: 120, cell: (row) => row.day },
    { id: 'status', header: t('counts.show'), width: 140, cell: (row) => <StatusTag tone={countTones[row.status]} text={t(`counts.status.${row.status}`)} /> },
    { id: 'accuracy', header: `${t('counts.accuracy')} (%)`, align: 'end', width: 120, cell: (row) => (row.accuracy === null ? '—' : percentText(row.accuracy)) },
    { id: 'net', header: t('counts.net'), align: 'end', width: 150, cell: (row) => <Money fen={row.netFen} /> },
  ]
  return (
    <section className="k-stack" aria-label={title}>
      <h2>{title}</h2>
      <DataTable label={title} columns={columns} rows={rows} rowKey={(row) => row.id} state={state} onOpen={(row) => { void navigate({ to: `/counts/${row.id}` }) }} minimumWidth={730} empty={<EmptyState>{t('counts.none')}</EmptyState>} />
    </section>
  )
}
