import { addDays, type LocalDay } from '../../../kernel/time.ts'
import { weekdayOf } from '../../organisation/domain/opening.ts'
import { isWholePeriod, type Rule } from './when.ts'

/** A period that a rule counts in; `name` is what its instance is known by: 2026-W48, 2026-11, 2026. */
export type Period = { readonly name: string; readonly first: LocalDay; readonly last: LocalDay }

const two = (number: number): string => String(number).padStart(2, '0')
const partsOf = (day: LocalDay): { year: number; month: number; date: number } => ({ year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) })
const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()
const dayOf = (year: number, month: number, date: number): LocalDay => `${String(year)}-${two(month)}-${two(date)}`
const daysBetween = (from: LocalDay, until: LocalDay): number => Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000)
const mondayOf = (day: LocalDay): LocalDay => addDays(day, 1 - weekdayOf(day))

/** ISO 8601: the week belongs to the year that has its Thursday. */
function weekName(monday: LocalDay): string {
  const thursday = addDays(monday, 3)
  const { year } = partsOf(thursday)
  return `${String(year)}-W${two(Math.floor(daysBetween(`${String(year)}-01-01`, thursday) / 7) + 1)}`
}

function periodOf(rule: Rule, day: LocalDay): Period {
  const { year, month } = partsOf(day)
  if (rule.frequency === 'DAILY') return { name: day, first: day, last: day }
  if (rule.frequency === 'WEEKLY') return { name: weekName(mondayOf(day)), first: mondayOf(day), last: addDays(mondayOf(day), 6) }
  if (rule.frequency === 'MONTHLY') return { name: day.slice(0, 7), first: dayOf(year, month, 1), last: dayOf(year, month, daysInMonth(year, month)) }
  return { name: String(year), first: dayOf(year, 1, 1), last: dayOf(year, 12, 31) }
}

/** How many periods lie between that of the first count and this one. */
function periodsSince(rule: Rule, countsFrom: LocalDay, { first }: Period): number {
  const [from, to] = [partsOf(countsFrom), partsOf(first)]
  if (rule.frequency === 'DAILY') return daysBetween(countsFrom, first)
  if (rule.frequency === 'WEEKLY') return daysBetween(mondayOf(countsFrom), first) / 7
  return rule.frequency === 'MONTHLY' ? (to.year - from.year) * 12 + to.month - from.month : to.year - from.year
}

/** Every period of the rule that touches the days from…until; with an interval counted from the period of `countsFrom`, before it and after it. */
export function periodsOf(rule: Rule, from: LocalDay, until: LocalDay, countsFrom: LocalDay): Period[] {
  const periods: Period[] = []
  for (let period = periodOf(rule, from); period.first <= until; period = periodOf(rule, addDays(period.last, 1))) {
    if (periodsSince(rule, countsFrom, period) % rule.interval === 0) periods.push(period)
  }
  return periods
}

function monthDaysOf(rule: Rule, year: number, month: number): LocalDay[] {
  const length = daysInMonth(year, month)
  const named = rule.monthDays.map((date) => (date > 0 ? date : length + 1 + date)).filter((date) => date >= 1 && date <= length)
  const all = Array.from({ length }, (_, index) => index + 1)
  const falls = (date: number): boolean => {
    const weekday = weekdayOf(dayOf(year, month, date))
    return rule.weekdays.length === 0 || rule.weekdays.some((wanted) => wanted.weekday === weekday
      && (wanted.nth === null || (wanted.nth > 0 ? Math.ceil(date / 7) === wanted.nth : Math.ceil((length - date + 1) / 7) === -wanted.nth)))
  }
  return (rule.monthDays.length > 0 ? all.filter((date) => named.includes(date)) : all).filter(falls).map((date) => dayOf(year, month, date))
}

function candidatesIn(rule: Rule, { first, last }: Period): LocalDay[] {
  const { year, month } = partsOf(first)
  if (rule.frequency === 'MONTHLY') return rule.months.length > 0 && !rule.months.includes(month) ? [] : monthDaysOf(rule, year, month)
  if (rule.frequency === 'YEARLY') return rule.months.toSorted((a, b) => a - b).flatMap((each) => monthDaysOf(rule, year, each))
  const days = Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index))
  return rule.weekdays.length === 0 ? days : days.filter((day) => rule.weekdays.some(({ weekday }) => weekday === weekdayOf(day)))
}

/** BYSETPOS picks from the days of one period: 1 the first, -1 the last. */
const picked = (days: readonly LocalDay[], positions: readonly number[]): LocalDay[] =>
  positions.length === 0 ? [...days] : days.filter((_, index) => positions.includes(index + 1) || positions.includes(index - days.length))

/** The days from…until that a rule names (RFC 5545); none for a rule of whole periods. A day that a month lacks is left out. */
export const daysOfRule = (rule: Rule, from: LocalDay, until: LocalDay, countsFrom: LocalDay): LocalDay[] =>
  isWholePeriod(rule) ? [] : periodsOf(rule, from, until, countsFrom).flatMap((period) => picked(candidatesIn(rule, period), rule.positions)).filter((day) => day >= from && day <= until)
