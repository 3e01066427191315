import { Download } from 'lucide-react'
import type { ReactNode } from 'react'
import { addDays } from '../../../kernel/time.ts'
import { useTexts } from '../../../platform/web/language.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { DateTimeField } from '../../../ui-kit/text-fields.tsx'
import { firstOfMonth, lastOfMonth, whyNotPeriod, type Grouping, type Period } from '../domain/period.ts'
import { reportTexts } from './texts.ts'

const kinds = ['month', 'last-month', 'year', 'own'] as const
export type PeriodKind = (typeof kinds)[number]
export type PeriodChoice = Period & { readonly kind: PeriodKind }
export type PeriodProps = { readonly choice: PeriodChoice; readonly onChoice: (choice: PeriodChoice) => void }

/** The month so far. */
export const firstChoice = (today: string): PeriodChoice => ({ kind: 'month', from: firstOfMonth(today), to: today })

function choiceOf(kind: PeriodKind, today: string, before: PeriodChoice): PeriodChoice {
  const lastMonth = firstOfMonth(addDays(firstOfMonth(today), -1))
  if (kind === 'month') return firstChoice(today)
  if (kind === 'last-month') return { kind, from: lastMonth, to: lastOfMonth(lastMonth) }
  return kind === 'year' ? { kind, from: firstOfMonth(addDays(firstOfMonth(today), -330)), to: today } : { ...before, kind }
}

/** Null while the days make no period; the sentence stands below the fields. */
export const useWhyNotPeriod = (period: Period, by?: Grouping): string | null => {
  const t = useTexts(reportTexts.zh, reportTexts.en)
  return t.refusal(whyNotPeriod(period, by))
}

/** Which days, how grouped, and out to a workbook. */
export function PeriodBar({ choice, onChoice, whyNot, onExcel, children }: PeriodProps & { whyNot: string | null; onExcel: () => void; children?: ReactNode }) {
  const t = useTexts(reportTexts.zh, reportTexts.en)
  const today = useToday()
  const day = (name: 'from' | 'to') => (value: string) => { if (value !== '') onChoice({ ...choice, [name]: value }) }
  return (
    <div className="reports-bar k-no-print">
      <ChoiceField label={t('reports.period')} hideLabel value={choice.kind} onChange={(kind) => onChoice(choiceOf(kind, today, choice))} choices={kinds.map((value) => ({ value, text: t(`reports.period.${value}`) }))} />
      {choice.kind === 'own' ? (
        <div className="reports-days">
          <DateTimeField label={t('reports.from')} kind="date" name="from" value={choice.from} onChange={day('from')} />
          <DateTimeField label={t('reports.to')} kind="date" name="to" value={choice.to} onChange={day('to')} />
        </div>
      ) : null}
      {children}
      <Button icon={Download} whyNot={whyNot} onPress={onExcel}>{t('reports.excel')}</Button>
      {whyNot === null ? null : <Notice tone="warn">{whyNot}</Notice>}
    </div>
  )
}
