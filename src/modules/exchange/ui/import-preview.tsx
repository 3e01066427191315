import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { DataTable } from '../../../ui-kit/data-table.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import type { ImportView } from '../contract.ts'
import { columnsOf } from '../domain/kind-columns.ts'
import type { ImportKind } from '../domain/kinds.ts'
import { exchangeTexts } from './texts.ts'

/** The column's own name in the reader's language. */
export function useFieldName(kind: ImportKind): (field: string) => string {
  const english = useLanguage() === 'en'
  return (field) => {
    const column = columnsOf[kind][field]
    return (english ? column?.en : column?.zh) ?? field
  }
}

/** Which header was taken for what, and what was left out. */
export function Columns({ job }: { job: ImportView }) {
  const t = useTexts(exchangeTexts.zh, exchangeTexts.en)
  const nameOf = useFieldName(job.kind)
  const ignored = job.columns.filter(({ field }) => field === null)
  return (
    <Section title={t('exchange.columns')}>
      <ul className="exchange-columns">
        {job.columns.map(({ header, field }, index) => (field === null ? null : <li key={`${String(index)} ${header}`}><span>{header}</span>{nameOf(field) === header ? null : <span className="exchange-quiet">→ {nameOf(field)}</span>}</li>))}
      </ul>
      {ignored.length === 0 ? null : <p className="exchange-quiet">{t('exchange.columns-ignored', { columns: t.list(ignored.map(({ header }) => header)) })}</p>}
    </Section>
  )
}

export function Preview({ job }: { job: ImportView }) {
  const t = useTexts(exchangeTexts.zh, exchangeTexts.en)
  const title = t('exchange.preview', { count: job.preview.length })
  return (
    <Section title={title}>
      <DataTable label={title} rows={job.preview} rowKey={({ line }) => String(line)} minimumWidth={90 + job.columns.length * 130}
        columns={[
          { id: 'line', header: t('exchange.line'), width: 60, align: 'end', cell: ({ line }) => line },
          ...job.columns.map(({ header }, index) => ({ id: String(index), header, width: 130, cell: (row: ImportView['preview'][number]) => row.cells[index] ?? '' })),
        ]} />
    </Section>
  )
}
