import { addDays, fromWallTime, localDay, type LocalDay } from '../../../kernel/time.ts'
import type { Reading } from '../../../platform/deed.ts'
import { closeAt, openAt, openingTimes, type OpeningTimes } from '../../organisation/public.ts'
import { daysAhead, type Calendar, type Span } from '../domain/working-time.ts'

/** From opening to closing on a day, as moments; null where the house is closed. */
export function openingSpan(times: OpeningTimes, day: LocalDay, timeZone: string): Span | null {
  const [opens, closes] = [openAt(times, day), closeAt(times, day)].map((time) => (time === null ? null : fromWallTime(`${day}T${time}`, timeZone)))
  return opens === null || opens === undefined || closes === null || closes === undefined ? null : { from: opens.getTime(), until: closes.getTime() }
}

/** When the house is open, from a day on for twice as many days as work is planned ahead. */
export async function calendarFrom({ tx, by }: Pick<Reading, 'tx' | 'by'>, from: Date): Promise<Calendar> {
  const { timeZone } = by
  const first = localDay(from, timeZone)
  const times = await openingTimes({ tx, by }, first, addDays(first, 2 * daysAhead))
  const known = new Map<LocalDay, Span | null>()
  return {
    timeZone,
    opening: (day) => {
      const before = known.get(day)
      if (before !== undefined) return before
      const span = openingSpan(times, day, timeZone)
      known.set(day, span)
      return span
    },
  }
}
