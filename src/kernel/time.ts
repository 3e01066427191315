/** The one way to know the time; rules never ask, they are told. */
export type Clock = { now(): Date }

/** A calendar day of a store, 'YYYY-MM-DD'. */
export type LocalDay = string

const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  formats.set(timeZone, made)
  return made
}

/** The store's own day at a moment: 2026-11-23T17:00Z is the 24th in Asia/Shanghai. */
export const localDay = (at: Date, timeZone: string): LocalDay => formatFor(timeZone).format(at)

export function isTimeZone(name: string): boolean {
  try {
    formatFor(name)
    return true
  } catch {
    return false
  }
}

/** Calendar arithmetic on local days; needs no zone. */
export function addDays(day: LocalDay, days: number): LocalDay {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** The moment at which a store's day begins; zones differ from UTC by whole quarters of an hour. */
export function startOfDay(day: LocalDay, timeZone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  for (let minutes = -14 * 60; minutes <= 14 * 60; minutes += 15) {
    const moment = new Date(midnight + minutes * 60_000)
    if (localDay(moment, timeZone) === day) return moment
  }
  throw new RangeError(`no such day in ${timeZone}: ${day}`)
}

const wallFormats = new Map<string, Intl.DateTimeFormat>()

/** A moment as the store's clock on the wall shows it: '2026-11-24T08:30', as date-time fields take it. */
export function wallTime(at: Date, timeZone: string): string {
  const known = wallFormats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  wallFormats.set(timeZone, known)
  return known.format(at).replace(' ', 'T')
}

/** The moment at which the store's clock shows this; null for what is not a time. A clock turned back shows some twice: the first counts. */
export function fromWallTime(wall: string, timeZone: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(wall)) return null
  const guess = Date.parse(`${wall}:00Z`)
  for (let minutes = -14 * 60; minutes <= 14 * 60; minutes += 15) {
    const moment = new Date(guess + minutes * 60_000)
    if (wallTime(moment, timeZone) === wall) return moment
  }
  return null
}
