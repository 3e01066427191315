import { Refusal } from '../../../kernel/refusal.ts'
import { addDays, addMonths, type LocalDay } from '../../../kernel/time.ts'

export const groupings = ['day', 'month', 'advisor', 'team', 'work'] as const
export type Grouping = (typeof groupings)[number]

/** The store's own days, both included. */
export type Period = { readonly from: LocalDay; readonly to: LocalDay }

const mostDays = 400
const mostDaysByDay = 100

export const daysIn = ({ from, to }: Period): number => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000) + 1

/** Null means the period can be asked for. */
export function whyNotPeriod(period: Period, by?: Grouping): Refusal | null {
  if (period.from > period.to) return new Refusal('reports.period-backwards')
  const most = by === 'day' ? mostDaysByDay : mostDays
  return daysIn(period) > most ? new Refusal('reports.period-too-long', { days: most }) : null
}

export const firstOfMonth = (day: LocalDay): LocalDay => `${day.slice(0, 7)}-01`
export const lastOfMonth = (day: LocalDay): LocalDay => addDays(addMonths(firstOfMonth(day), 1), -1)

/** The same day of the month before; where that month is shorter, its last day. */
export const sameDayOfLastMonth = (day: LocalDay): LocalDay => addMonths(day, -1)

/** With what a period is compared: the months before where it is whole months, the month before up to the same day where it begins a month, else as many days before. */
export function periodBefore(period: Period): Period {
  const { from, to } = period
  if (from === firstOfMonth(from) && from.slice(0, 7) === to.slice(0, 7)) {
    return { from: firstOfMonth(addDays(from, -1)), to: to === lastOfMonth(to) ? addDays(from, -1) : sameDayOfLastMonth(to) }
  }
  if (from === firstOfMonth(from) && to === lastOfMonth(to)) {
    const months = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1
    return { from: addMonths(from, -months), to: addDays(from, -1) }
  }
  return { from: addDays(from, -daysIn(period)), to: addDays(from, -1) }
}

/** Every day or month of the period, so that one without a record shows as nothing instead of being left out. */
export function slotsOf({ from, to }: Period, by: 'day' | 'month'): string[] {
  const slots: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const slot = by === 'day' ? day : day.slice(0, 7)
    if (slots.at(-1) !== slot) slots.push(slot)
  }
  return slots
}

/** The kind of work of an order: body and paint, or everything else, which is the mechanics'. */
export const works = ['mechanical', 'body'] as const
export type Work = (typeof works)[number]

/** Of those who are in no team. */
export const noTeam = 'none'
