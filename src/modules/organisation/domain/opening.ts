import { Refusal } from '../../../kernel/refusal.ts'
import { addDays, type LocalDay } from '../../../kernel/time.ts'

export type Hours = { readonly opens: string; readonly closes: string }

export type OpeningTimes = {
  /** By weekday, Monday is 1; a weekday that is missing is closed. */
  readonly weekdays: Readonly<Record<number, Hours>>
  /** By day; null is closed. */
  readonly exceptions: Readonly<Record<LocalDay, Hours | null>>
}

export type PublicDayKind = 'holiday' | 'workday'

/** By day: a public holiday, or a weekend day that is worked. */
export type WorkingCalendar = Readonly<Record<LocalDay, PublicDayKind>>

/** Monday is 1, Sunday 7. */
export const weekdayOf = (day: LocalDay): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

/** When the house is open on that day; null when it is closed. An exception of the day beats its weekday. */
export function hoursOf(times: OpeningTimes, day: LocalDay): Hours | null {
  const exception = times.exceptions[day]
  return exception === undefined ? times.weekdays[weekdayOf(day)] ?? null : exception
}

export const isOpen = (times: OpeningTimes, day: LocalDay): boolean => hoursOf(times, day) !== null
export const openAt = (times: OpeningTimes, day: LocalDay): string | null => hoursOf(times, day)?.opens ?? null
export const closeAt = (times: OpeningTimes, day: LocalDay): string | null => hoursOf(times, day)?.closes ?? null

/** The first open day after this one; null when a whole year stays closed. */
export function nextOpenDay(times: OpeningTimes, day: LocalDay): LocalDay | null {
  for (let ahead = 1; ahead <= 366; ahead += 1) {
    const next = addDays(day, ahead)
    if (isOpen(times, next)) return next
  }
  return null
}

export const isPublicHoliday = (calendar: WorkingCalendar, day: LocalDay): boolean => calendar[day] === 'holiday'

/** For deadlines of the law: holidays rest, worked weekend days count, else Monday to Friday. */
export const isWorkingDay = (calendar: WorkingCalendar, day: LocalDay): boolean =>
  calendar[day] === 'workday' || (calendar[day] === undefined && weekdayOf(day) <= 5)

/** By law Spring Festival rests four days from its eve on, which fall between these; National Day the first three of October (Regulation on Public Holidays, as amended in 2024). */
const springFestival = { from: '01-20', until: '02-23', days: 4 }
const nationalDay = ['10-01', '10-02', '10-03']

/** The arrangement of a year is there once both long holidays are: single days do not make one. A year without it counts weekends alone, and the screen says so. */
export function isKnownYear(calendar: WorkingCalendar, year: number): boolean {
  const rests = Object.entries(calendar).flatMap(([day, kind]) => (kind === 'holiday' && day.startsWith(`${String(year)}-`) ? [day.slice(5)] : []))
  return nationalDay.every((day) => rests.includes(day)) && rests.filter((day) => day >= springFestival.from && day <= springFestival.until).length >= springFestival.days
}

/** The State Council announces next year's holidays and worked weekend days in the first half of November. */
const announcedBy = '11-15'

/** The year whose public days somebody has to enter: this one, or from the middle of November on the next; null where it is there. */
export function missingYear(calendar: WorkingCalendar, today: LocalDay): number | null {
  const year = Number(today.slice(0, 4))
  if (!isKnownYear(calendar, year)) return year
  return today.slice(5) >= announcedBy && !isKnownYear(calendar, year + 1) ? year + 1 : null
}

/** Hours of a weekday, Monday is 1; one that has no row is closed. */
export type WeekdayHours = { readonly weekday: number } & Hours

export const presetHours: readonly WeekdayHours[] = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '08:30', closes: '17:30' }))

export function whyNotWeek(weekdays: readonly WeekdayHours[]): Refusal | null {
  const wrong = weekdays.find(({ opens, closes }) => closes <= opens)
  if (wrong !== undefined) return new Refusal('organisation.closes-before-opens', { opens: wrong.opens, closes: wrong.closes })
  return weekdays.length === 0 ? new Refusal('organisation.never-open') : null
}

/** Of two rows of a weekday the last counts. */
export const lastOfEachWeekday = (weekdays: readonly WeekdayHours[]): WeekdayHours[] => [...new Map(weekdays.map((row) => [row.weekday, row])).values()]
