import { ChevronLeft, ChevronRight, Download } from 'lucide-react'
import { useState } from 'react'
import { addDays } from '../../../kernel/time.ts'
import { saveFile } from '../../../platform/web/api.ts'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { Button, IconButton } from '../../../ui-kit/button.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadError } from '../../../ui-kit/load-state.tsx'
import { monthFile, seeMonth, type SheetRow } from '../contract.ts'
import { firstDayAfter, firstDayOf, monthOf } from '../domain/attendance.ts'
import { attendanceTexts } from './texts.ts'

const hours = (milliseconds: number): string => (milliseconds / 3_600_000).toFixed(2)
const percent = (share: number | null): string => (share === null ? '—' : `${(share / 100).toFixed(1)} %`)

/** Attendance, worked and sold hours of everybody in a month; a name opens his days. */
export function MonthTab() {
  const t = useTexts(attendanceTexts.zh, attendanceTexts.en)
  const sentence = useSentence()
  const [month, setMonth] = useState(monthOf(useToday()))
  const [person, setPerson] = useState<{ id: string; name: string } | null>(null)
  const { data, isError, error, isFetching, refetch } = useReading(seeMonth, { query: { month, personId: person?.id } })
  const number = (id: string, header: string, cell: (row: SheetRow) => string): Column<SheetRow> => ({ id, header, align: 'end', width: 120, cell })
  const columns: Column<SheetRow>[] = [
    person === null ? { id: 'person', header: t('attendance.person'), width: 140, cell: ({ key, name }) => (key === '' ? <strong>{t('attendance.sum')}</strong> : <button type="button" className="attendance-name" onClick={() => setPerson({ id: key, name })}>{name}</button>) }
      : { id: 'day', header: t('attendance.day'), width: 140, cell: ({ key }) => (key === '' ? <strong>{t('attendance.sum')}</strong> : key) },
    number('attended', `${t('attendance.attended')} (h)`, (row) => hours(row.attendedMilliseconds)), number('worked', `${t('attendance.worked')} (h)`, (row) => hours(row.workedMilliseconds)),
    number('sold', `${t('attendance.sold')} (h)`, (row) => hours(row.soldMilliseconds)), number('utilisation', t('attendance.utilisation'), (row) => percent(row.utilisation)), number('efficiency', t('attendance.efficiency'), (row) => percent(row.efficiency)),
  ]
  const rows = data === undefined || data.rows.length === 0 ? [] : [...data.rows, data.total]
  return (
    <div className="attendance-day">
      <div className="attendance-bar">
        <IconButton icon={ChevronLeft} kind="plain" aria-label={t('attendance.previous-month')} onPress={() => setMonth(monthOf(addDays(firstDayOf(month), -1)))} />
        <strong>{month}</strong>
        <IconButton icon={ChevronRight} kind="plain" aria-label={t('attendance.next-month')} onPress={() => setMonth(monthOf(firstDayAfter(month)))} />
        {person === null ? null : <><strong>{person.name}</strong><Button kind="quiet" onPress={() => setPerson(null)}>{t('attendance.everybody')}</Button></>}
        <Button icon={Download} onPress={() => saveFile(monthFile, { query: { month, personId: person?.id } })}>{t('attendance.excel')}</Button>
      </div>
      <p className="k-quiet-text">{t('attendance.formulas')}</p>
      {isError ? <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} /> : null}
      <DataTable label={t('attendance.tab.month')} columns={columns} rows={rows} rowKey={({ key }) => key} state={isFetching ? 'loading' : 'ready'} minimumWidth={760} empty={<EmptyState>{t('attendance.none-month')}</EmptyState>} />
    </div>
  )
}
