import { Download } from 'lucide-react'
import { useState } from 'react'
import { addMonths } from '../../../kernel/time.ts'
import { saveFile } from '../../../platform/web/api.ts'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Money } from '../../../ui-kit/tag.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { monthFile, seeMonth, type MonthRow } from '../contract.ts'
import { counterTexts } from './texts.ts'

const kinds = ['accessory', 'consumable'] as const
const monthOf = (day: string): string => day.slice(0, 7)

/** The sales department's month of accessories by consultant; what consumables cost by job. */
export function MonthTab() {
  const t = useTexts(counterTexts.zh, counterTexts.en)
  const language = useLanguage()
  const sentence = useSentence()
  const now = monthOf(useToday())
  const [kind, setKind] = useState<(typeof kinds)[number]>('accessory')
  const [month, setMonth] = useState(now)
  const { data, isError, error, isFetching, refetch } = useReading(seeMonth, { query: { kind, month } })
  const accessory = kind === 'accessory'
  const whose = (row: MonthRow) => (accessory ? t.list(row.names) : row.orderId === null ? t('counter.of-month') : `${showPlate(row.plate)} ${row.orderNumber}`)
  const columns: Column<MonthRow>[] = [
    { id: 'whose', header: t(accessory ? 'counter.consultant' : 'counter.month-of'), width: 250, cell: (row) => <strong>{whose(row)}</strong> },
    ...(accessory ? [] : [{ id: 'who', header: t('counter.who'), width: 130, cell: (row: MonthRow) => t.list(row.names) }]),
    { id: 'numbers', header: t('counter.numbers'), cell: (row) => t.list(row.numbers) },
    { id: 'slips', header: t('counter.slips'), align: 'end', width: 80, cell: (row) => row.slips },
    ...(accessory ? [{ id: 'amount', header: t('counter.amount'), align: 'end' as const, width: 120, cell: (row: MonthRow) => <Money fen={row.amountFen} strong /> }] : []),
    { id: 'cost', header: t('counter.cost'), align: 'end', width: 120, cell: (row) => <Money fen={row.costFen} /> },
  ]
  return (
    <div className="counter-tab">
      <div className="counter-month">
        <ChoiceField label={t('counter.tab.month')} hideLabel value={kind} onChange={setKind} choices={kinds.map((value) => ({ value, text: t(`counter.kind.${value}`) }))} />
        <Button onPress={() => setMonth(monthOf(addMonths(`${month}-01`, -1)))}>{t('counter.previous-month')}</Button><strong>{month}</strong>
        {month < now ? <Button onPress={() => setMonth(monthOf(addMonths(`${month}-01`, 1)))}>{t('counter.next-month')}</Button> : null}
        <Button icon={Download} onPress={() => saveFile(monthFile, { query: { kind, month, language } })}>{t('counter.workbook')}</Button>
        {data === undefined ? null : <span>{t('counter.total')} <Money fen={accessory ? data.amountFen : data.costFen} strong /></span>}
      </div>
      <LoadBar busy={isFetching && data === undefined} />
      {isError ? <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} /> : null}
      <DataTable label={t('counter.tab.month')} columns={columns} rows={data?.rows ?? []} rowKey={({ key }) => key} minimumWidth={760} empty={<EmptyState>{t('counter.month-empty')}</EmptyState>} />
    </div>
  )
}
