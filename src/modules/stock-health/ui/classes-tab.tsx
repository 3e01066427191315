import { useState } from 'react'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Money } from '../../../ui-kit/tag.tsx'
import { listClassed, seeClasses, type ClassRow } from '../contract.ts'
import { BehindParts } from './behind-parts.tsx'
import { SheetDeeds } from './reviews.tsx'
import { stockHealthTexts } from './texts.ts'

const nameOf = (row: ClassRow): string => `${row.valueClass}${row.variationClass}`

/** Which parts carry the shop, and how steadily: nine classes, a row opens its parts. */
export function ClassesTab() {
  const t = useTexts(stockHealthTexts.zh, stockHealthTexts.en)
  const sentence = useSentence()
  const [opened, setOpened] = useState<string | null>(null)
  const { data, isError, error, isFetching, refetch } = useReading(seeClasses, {})
  const rows = (data?.rows ?? []).toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
  const open = rows.find((row) => nameOf(row) === opened)
  const columns: Column<ClassRow>[] = [
    { id: 'class', header: t('stock-health.class'), cell: (row) => <strong>{nameOf(row)}</strong> },
    { id: 'parts', header: t('stock-health.parts'), align: 'end', width: 120, cell: (row) => row.parts },
    { id: 'value', header: t('stock-health.value'), align: 'end', width: 170, cell: (row) => <Money fen={row.valueFen} /> },
    { id: 'year', header: t('stock-health.year'), align: 'end', width: 190, cell: (row) => <Money fen={row.yearFen} /> },
  ]
  return (
    <div className="sh-tab k-panel">
      <LoadBar busy={isFetching && data === undefined} />
      {isError ? <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} /> : null}
      <SheetDeeds of="classes" />
      <p className="k-quiet-text">{t('stock-health.class-formula')} {data === undefined || data.classedOn === null ? t('stock-health.not-classed') : t('stock-health.classed-on', { day: data.classedOn })}</p>
      <DataTable label={t('stock-health.tab.classes')} columns={columns} rows={rows} rowKey={nameOf} selectedKey={opened} onOpen={(row) => setOpened(nameOf(row))} minimumWidth={620} empty={<EmptyState>{t('stock-health.no-stock')}</EmptyState>} />
      {open === undefined ? null : <BehindParts key={nameOf(open)} title={t('stock-health.parts-of-class', { class: nameOf(open) })} route={listClassed} query={{ valueClass: open.valueClass, variationClass: open.variationClass }} />}
    </div>
  )
}
