import { Refusal } from '../../../kernel/refusal.ts'
import { addDays, localDay, startOfDay } from '../../../kernel/time.ts'
import type { Status } from '../../repair-orders/domain/life.ts'
import type { Calendar } from './working-time.ts'

/**
 * When a clock that nobody stopped stops by itself: at the closing of the day on which it began. One that began after closing, or on a day
 * on which the house is closed, runs until that day is over: whoever works late is not stopped.
 */
export function endOfForgotten(startedAt: Date, { timeZone, opening }: Calendar): Date {
  const day = localDay(startedAt, timeZone)
  const closes = opening(day)?.until
  return closes !== undefined && closes > startedAt.getTime() ? new Date(closes) : startOfDay(addDays(day, 1), timeZone)
}

/** What lies longer back stays: its day is summed up soon (reports). */
export const daysCorrectable = 31
const longestHours = 16

export type Clocked = { readonly startedAt: Date; readonly stoppedAt: Date | null }
export type CorrectFacts = {
  readonly clock: Clocked
  readonly status: Status
  readonly from: Date
  readonly until: Date
  readonly now: Date
  /** Other clocks of the same person; one that runs has no end. */
  readonly others: readonly (Clocked & { readonly plate: string })[]
}

const closed: readonly Status[] = ['settled', 'delivered', 'cancelled']

/** Null means the clock may be corrected: it stands, its order is not settled, and the person is not in two places at once. */
export function whyNotCorrect({ clock, status, from, until, now, others }: CorrectFacts): Refusal | null {
  if (clock.stoppedAt === null) return new Refusal('workshop.clock-still-runs')
  if (closed.includes(status)) return new Refusal('workshop.order-settled')
  if (until <= from) return new Refusal('workshop.clock-backwards')
  if (until > now) return new Refusal('workshop.clock-in-future')
  if (until.getTime() - from.getTime() > longestHours * 3_600_000) return new Refusal('workshop.clock-too-long', { hours: longestHours })
  if (now.getTime() - Math.min(from.getTime(), clock.startedAt.getTime()) > daysCorrectable * 86_400_000) return new Refusal('workshop.clock-too-old', { days: daysCorrectable })
  const met = others.find(({ startedAt, stoppedAt }) => startedAt < until && (stoppedAt === null || stoppedAt > from))
  return met === undefined ? null : new Refusal('workshop.clocks-overlap', { plate: met.plate })
}
