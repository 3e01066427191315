import { addDays, fromWallTime, localDay, wallTime } from '../../../kernel/time.ts'
import type { Way } from './kinds.ts'

/** Times of the store's own clock, 'HH:MM'. */
export type QuietTimes = { readonly quietFrom: string; readonly quietUntil: string; readonly digestAt: string }

export const presetTimes: QuietTimes = { quietFrom: '20:00', quietUntil: '07:30', digestAt: '17:30' }

/** The next moment after this one at which the store's clock shows that time; an hour that a zone leaves out is taken an hour later. */
function nextAt(time: string, now: Date, timeZone: string): Date {
  const today = localDay(now, timeZone)
  for (const day of [today, addDays(today, 1), addDays(today, 2)]) {
    const moment = fromWallTime(`${day}T${time}`, timeZone) ?? fromWallTime(`${day}T${String(Number(time.slice(0, 2)) + 1).padStart(2, '0')}${time.slice(2)}`, timeZone)
    if (moment !== null && moment > now) return moment
  }
  return now
}

/** Whether the store is asleep: quiet from 22:00 until 07:00 lies on two days. */
export function isQuiet(now: Date, { quietFrom, quietUntil }: Pick<QuietTimes, 'quietFrom' | 'quietUntil'>, timeZone: string): boolean {
  const time = wallTime(now, timeZone).slice(11)
  return quietFrom <= quietUntil ? time >= quietFrom && time < quietUntil : time >= quietFrom || time < quietUntil
}

/** When it leaves the house, and whether together with what else waits for that moment. */
export type Leaving = { readonly at: Date; readonly together: boolean }

/** At once; in quiet hours with all that came in them, when they end; what is for the digest at its time, and never in quiet hours. Null: not at all. */
export function leavingOf(way: Way, now: Date, times: QuietTimes, timeZone: string): Leaving | null {
  if (way === 'off') return null
  const at = way === 'now' ? now : nextAt(times.digestAt, now, timeZone)
  if (isQuiet(at, times, timeZone)) return { at: nextAt(times.quietUntil, at, timeZone), together: true }
  return { at, together: way === 'digest' }
}

/** How the key of a message begins in which what waits for one moment leaves together. */
export const digestKey = 'until '
