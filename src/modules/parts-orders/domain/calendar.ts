import { Refusal } from '../../../kernel/refusal.ts'
import { addMonths, type LocalDay } from '../../../kernel/time.ts'
import type { OrderKind } from './kinds.ts'

export type OrderDay = { readonly day: LocalDay; readonly kind: string }

/** "2026-11" of a day. */
export const monthOf = (day: LocalDay): string => day.slice(0, 7)

export const monthAfter = (month: string): string => monthOf(addMonths(`${month}-01`, 1))
export const monthBefore = (month: string): string => monthOf(addMonths(`${month}-01`, -1))

/** Null means orders of this kind may be placed today: on a day of its calendar, or with the reason why not (PTS-1.2). */
export function whyNotOrderDay({ kind, today, days, reason }: { readonly kind: Pick<OrderKind, 'code' | 'calendarBound'>; readonly today: LocalDay; readonly days: readonly OrderDay[]; readonly reason: string }): Refusal | null {
  if (!kind.calendarBound || reason.trim() !== '') return null
  if (days.some(({ day, kind: code }) => day === today && code === kind.code)) return null
  const next = nextOrderDay(days, kind.code, today)
  return next === null ? new Refusal('parts-orders.no-order-day-known', { kind: kind.code }) : new Refusal('parts-orders.not-an-order-day', { kind: kind.code, next })
}

export const nextOrderDay = (days: readonly OrderDay[], code: string, from: LocalDay): LocalDay | null => days.filter(({ kind, day }) => kind === code && day >= from).map(({ day }) => day).toSorted()[0] ?? null

/** A month is announced to the desk when it has days, once for each state of it (PTS-1.1). */
export function whyNotAnnounce({ days, announced }: { readonly days: number; readonly announced: boolean }): Refusal | null {
  if (days === 0) return new Refusal('parts-orders.month-empty')
  return announced ? new Refusal('parts-orders.announced-already') : null
}

/** Days of another month, or of a kind without a calendar, do not belong in it. */
export function whyNotDays({ month, days, kinds }: { readonly month: string; readonly days: readonly OrderDay[]; readonly kinds: readonly OrderKind[] }): Refusal | null {
  const strange = days.find(({ day }) => monthOf(day) !== month)
  if (strange !== undefined) return new Refusal('parts-orders.day-of-another-month', { day: strange.day })
  const unknown = days.find(({ kind }) => !kinds.some(({ code, calendarBound }) => code === kind && calendarBound))
  return unknown === undefined ? null : new Refusal('parts-orders.kind-without-calendar', { kind: unknown.kind })
}
