/** The one way to know the time; rules never ask, they are told. */
export type Clock = { now(): Date }

/** A calendar day of a store, 'YYYY-MM-DD'. */
export type LocalDay = string

const wallFormats = new Map<string, Intl.DateTimeFormat>()

/** The clock on the wall by the language's own tables, to the minute: '2026-11-24 08:30'. Slow; asked twice for three days of a zone. */
function tableTime(at: number, timeZone: string): string {
  const known = wallFormats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  wallFormats.set(timeZone, known)
  return known.format(at)
}

const [minute, day] = [60_000, 86_400_000]
const tableOffset = (at: number, timeZone: string): number => Date.parse(`${tableTime(at, timeZone).replace(' ', 'T')}:00Z`) - Math.floor(at / minute) * minute

const steady = new Map<string, Map<number, number | null>>()

/** How far a zone is ahead of UTC, in milliseconds, through a day of UTC and both beside it; null where its clock is changed in them. */
function steadyOffset(at: number, timeZone: string): number | null {
  const ofZone = steady.get(timeZone) ?? new Map<number, number | null>()
  steady.set(timeZone, ofZone)
  const index = Math.floor(at / day)
  const known = ofZone.get(index)
  if (known !== undefined) return known
  const [before, after] = [tableOffset((index - 1) * day, timeZone), tableOffset((index + 2) * day, timeZone)]
  const offset = before === after ? before : null
  if (ofZone.size >= 5_000) ofZone.clear() // whoever asks for all days of history does not fill the memory
  ofZone.set(index, offset)
  return offset
}

/** A moment as the store's clock on the wall shows it: '2026-11-24T08:30', as date-time fields take it. */
export function wallTime(at: Date, timeZone: string): string {
  const offset = steadyOffset(at.getTime(), timeZone)
  return offset === null ? tableTime(at.getTime(), timeZone).replace(' ', 'T') : new Date(at.getTime() + offset).toISOString().slice(0, 16)
}

/** The store's own day at a moment: 2026-11-23T17:00Z is the 24th in Asia/Shanghai. */
export const localDay = (at: Date, timeZone: string): LocalDay => wallTime(at, timeZone).slice(0, 10)

export function isTimeZone(name: string): boolean {
  try {
    tableTime(0, name)
    return true
  } catch {
    return false
  }
}

/** Calendar arithmetic on local days; needs no zone. */
export function addDays(from: LocalDay, days: number): LocalDay {
  const date = new Date(`${from}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** The same day some months on; where that month is shorter, its last day. */
export function addMonths(from: LocalDay, months: number): LocalDay {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10)
}

/** The earliest moment near `guess` that shows this; null where none does. Zones differ from UTC by whole quarters of an hour. */
function earliest(guess: number, timeZone: string, shows: (moment: Date) => boolean): Date | null {
  const offset = steadyOffset(guess, timeZone)
  if (offset !== null) {
    const moment = new Date(guess - offset)
    return shows(moment) ? moment : null // 30 February shows as 2 March
  }
  for (let minutes = -14 * 60; minutes <= 14 * 60; minutes += 15) {
    const moment = new Date(guess + minutes * minute)
    if (shows(moment)) return moment
  }
  return null
}

/** The moment at which a store's day begins. */
export function startOfDay(of: LocalDay, timeZone: string): Date {
  const moment = earliest(Date.parse(`${of}T00:00:00Z`), timeZone, (each) => localDay(each, timeZone) === of)
  if (moment === null) throw new RangeError(`no such day in ${timeZone}: ${of}`)
  return moment
}

/** A month 'YYYY-MM' of a store, from its first moment to the next month's. */
export function spanOfMonth(month: string, timeZone: string): { from: Date; until: Date } {
  const first = `${month}-01`
  return { from: startOfDay(first, timeZone), until: startOfDay(addMonths(first, 1), timeZone) }
}

/** The moment at which the store's clock shows this; null for what is not a time. A clock turned back shows some twice: the first counts. */
export function fromWallTime(wall: string, timeZone: string): Date | null {
  const guess = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(wall) ? Date.parse(`${wall}:00Z`) : Number.NaN
  return Number.isNaN(guess) ? null : earliest(guess, timeZone, (each) => wallTime(each, timeZone) === wall)
}
