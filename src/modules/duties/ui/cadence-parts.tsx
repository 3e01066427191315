import { useState } from 'react'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { CheckField, SelectField } from '../../../ui-kit/choice-fields.tsx'
import { DateTimeField, TextField } from '../../../ui-kit/text-fields.tsx'
import { monthChoices, nths, spanUnits, type Cadence } from '../domain/cadence.ts'
import { awaitableEvents } from '../domain/event-names.ts'
import { useMonthName, useWeekdayName } from './when-words.ts'
import { dutyTexts } from './texts.ts'

type Props = { cadence: Cadence; onChange: (part: Partial<Cadence>) => void }

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
const months = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const
const dates = Array.from({ length: 31 }, (_, index) => index + 1)
const intervals = [1, 2, 3, 4, 6] as const

/** What belongs to the kind that was chosen, and nothing else. */
export function CadenceParts({ cadence, onChange }: Props) {
  const { kind } = cadence
  const timed = kind === 'daily' || kind === 'weekly' || kind === 'monthly' || kind === 'yearly'
  return (
    <>
      {kind === 'weekly' || kind === 'monthly' ? <Interval cadence={cadence} onChange={onChange} /> : null}
      {kind === 'monthly' ? <MonthParts cadence={cadence} onChange={onChange} /> : null}
      {kind === 'yearly' ? <YearParts cadence={cadence} onChange={onChange} /> : null}
      {kind === 'event' ? <EventParts cadence={cadence} onChange={onChange} /> : null}
      {timed ? <Hour cadence={cadence} onChange={onChange} /> : null}
      {kind === 'weekly' ? <WeekParts cadence={cadence} onChange={onChange} /> : null}
    </>
  )
}

function Hour({ cadence, onChange }: Props) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  return <DateTimeField kind="time" label={t('duties.cadence.wall')} name="wall" value={cadence.wall} onChange={(wall) => onChange({ wall })} hint={t('duties.cadence.wall-hint')} />
}

function Interval({ cadence: { kind, interval }, onChange }: Props) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const words = (count: number): string => (kind === 'weekly' ? (count === 1 ? t('duties.cadence.each-week') : t('duties.cadence.every-weeks', { count })) : count === 1 ? t('duties.cadence.each-month') : t('duties.cadence.every-months', { count }))
  const known = intervals.some((count) => count === interval) ? intervals : [...intervals, interval]
  return <SelectField label={t('duties.cadence.interval')} name="interval" value={String(interval)} onChange={(count) => onChange({ interval: Number(count) })} choices={known.map((count) => ({ value: String(count), text: words(count) }))} />
}

const toggled = (chosen: readonly number[], number: number, wanted: boolean): number[] => (wanted ? [...chosen, number] : chosen.filter((other) => other !== number))

function Checks({ label, hint, numbers, chosen, textOf, onChange }: { label: string; hint?: string; numbers: readonly number[]; chosen: readonly number[]; textOf: (number: number) => string; onChange: (chosen: number[]) => void }) {
  return (
    <fieldset className="cadence-whole">
      <legend>{label}</legend>
      <div className="cadence-checks">{numbers.map((number) => <CheckField key={number} label={textOf(number)} checked={chosen.includes(number)} onChange={(wanted) => onChange(toggled(chosen, number, wanted))} />)}</div>
      {hint === undefined ? null : <p className="k-quiet-text">{hint}</p>}
    </fieldset>
  )
}

function WeekParts({ cadence, onChange }: Props) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  return <Checks label={t('duties.cadence.weekdays')} hint={t('duties.cadence.weekdays-hint')} numbers={weekdays} chosen={cadence.weekdays} textOf={useWeekdayName()} onChange={(chosen) => onChange({ weekdays: chosen })} />
}

function MonthParts({ cadence, onChange }: Props) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const weekdayName = useWeekdayName()
  const [typed, setTyped] = useState(cadence.monthDays.join(','))
  const type = (text: string) => {
    setTyped(text)
    onChange({ monthDays: [...new Set((text.match(/\d+/g) ?? []).map(Number))] })
  }
  return (
    <>
      <SelectField label={t('duties.cadence.month-by')} name="month-by" value={cadence.monthBy} onChange={(monthBy) => onChange({ monthBy })} choices={monthChoices.map((value) => ({ value, text: t(`duties.cadence.by.${value}`) }))} />
      {cadence.monthBy === 'days' ? <TextField label={t('duties.cadence.month-days')} name="month-days" value={typed} onChange={type} hint={t('duties.cadence.month-days-hint')} maxLength={60} /> : null}
      {cadence.monthBy === 'nth' ? (
        <>
          <SelectField label={t('duties.cadence.weekday')} name="weekday" value={String(cadence.weekday)} onChange={(weekday) => onChange({ weekday: Number(weekday) })} choices={weekdays.map((weekday) => ({ value: String(weekday), text: weekdayName(weekday) }))} />
          <Checks label={t('duties.cadence.nth')} numbers={nths} chosen={cadence.nths} textOf={(nth) => t(`duties.cadence.nth.${String(nth) as `${(typeof nths)[number]}`}`)} onChange={(chosen) => onChange({ nths: chosen })} />
        </>
      ) : null}
    </>
  )
}

function YearParts({ cadence, onChange }: Props) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const monthName = useMonthName()
  return (
    <>
      <SelectField label={t('duties.cadence.month')} name="month" value={String(cadence.month)} onChange={(month) => onChange({ month: Number(month) })} choices={months.map((month) => ({ value: String(month), text: month === 0 ? t('duties.cadence.any-month') : monthName(month) }))} />
      {cadence.month === 0 ? null : <SelectField label={t('duties.cadence.date')} name="date" value={String(cadence.date)} onChange={(date) => onChange({ date: Number(date) })} choices={dates.map((date) => ({ value: String(date), text: String(date) }))} />}
    </>
  )
}

function EventParts({ cadence, onChange }: Props) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const english = useLanguage() === 'en'
  return (
    <>
      <SelectField label={t('duties.cadence.event-name')} name="event" required value={cadence.event === '' ? null : cadence.event} onChange={(event) => onChange({ event })} choices={awaitableEvents.map(({ event, zh, en }) => ({ value: event, text: english ? en : zh }))} />
      <TextField label={t('duties.cadence.span')} name="span" inputMode="numeric" value={String(cadence.span)} onChange={(text) => onChange({ span: Number(text.replace(/\D/g, '').slice(0, 3)) })} maxLength={3} />
      <SelectField label={t('duties.cadence.unit')} name="unit" value={cadence.unit} onChange={(unit) => onChange({ unit })} choices={spanUnits.map((value) => ({ value, text: t(`duties.cadence.unit.${value}`) }))} />
    </>
  )
}
