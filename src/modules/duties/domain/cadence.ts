import { isFault, parseWhen, type Rule } from './when.ts'

/** How a duty recurs, as a person chooses it; what no choice says stays a code. */
export const cadenceKinds = ['none', 'daily', 'opening', 'leaving', 'thrice', 'weekly', 'monthly', 'yearly', 'event', 'code'] as const
export type CadenceKind = (typeof cadenceKinds)[number]

/** Which days of a month: any time in it, days by number, its last day, the nth weekdays. */
export const monthChoices = ['any', 'days', 'last', 'nth'] as const
export const nths = [1, 2, 3, 4, 5, -1] as const
export const spanUnits = ['days', 'hours', 'before'] as const

export type Cadence = {
  readonly kind: CadenceKind
  /** By this hour; empty: by closing. */ readonly wall: string
  readonly interval: number
  /** Of a week; none: any time in it. */ readonly weekdays: readonly number[]
  readonly monthBy: (typeof monthChoices)[number]; readonly monthDays: readonly number[]; readonly nths: readonly number[]; readonly weekday: number
  /** Of a year; 0: any time in it. */ readonly month: number; readonly date: number
  readonly event: string; readonly span: number; readonly unit: (typeof spanUnits)[number]
}

export const plainCadence: Cadence = { kind: 'daily', wall: '', interval: 1, weekdays: [1], monthBy: 'any', monthDays: [1], nths: [1], weekday: 1, month: 1, date: 1, event: '', span: 1, unit: 'days' }

const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const moments = { opening: 'day@open', leaving: 'day@close', thrice: 'day@3x' } as const
const inOrder = (numbers: readonly number[]): number[] => numbers.toSorted((a, b) => (a < 0 ? 99 : a) - (b < 0 ? 99 : b))
const weekdayCode = (weekday: number): string => weekdayCodes[weekday - 1] ?? ''

const shortestMonth = 28
/** Days of months in common years, as a year has them. */
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/**
 * "By the 30th" is the last day of a month that lacks it: of the days up to it the last there is. With others beside it every day keeps its place among the days that are named,
 * counted from the first: the 15th and the 30th are the first and the last of 15, 28, 29, 30.
 */
function byDates(dates: readonly number[]): string[] {
  const wanted = dates.toSorted((a, b) => a - b)
  const latest = wanted.at(-1) ?? 0
  if (latest <= shortestMonth) return [`BYMONTHDAY=${wanted.join(',')}`]
  const named = [...wanted.filter((date) => date < shortestMonth), ...Array.from({ length: latest - shortestMonth + 1 }, (_, index) => shortestMonth + index)]
  return [`BYMONTHDAY=${named.join(',')}`, `BYSETPOS=${wanted.map((date) => (date === latest ? -1 : named.indexOf(date) + 1)).join(',')}`]
}

/** Backwards: the days of a month that are meant, where places pick them. */
export const datesOf = ({ monthDays, positions }: Rule): readonly number[] => (positions.length === 0 || monthDays.length === 0 ? monthDays : positions.map((place) => monthDays.at(place < 0 ? place : place - 1) ?? 0))

function daysOfMonth({ monthBy, monthDays, nths: chosen, weekday }: Cadence): string[] {
  if (monthBy === 'days') return monthDays.every((date) => date > 0 && date <= 31) ? byDates(monthDays) : [`BYMONTHDAY=${inOrder(monthDays).join(',')}`]
  if (monthBy === 'last') return ['BYMONTHDAY=-1']
  return monthBy === 'nth' ? [`BYDAY=${inOrder(chosen).map((nth) => `${String(nth)}${weekdayCode(weekday)}`).join(',')}`] : []
}

function dayOfYear({ month, date }: Cadence): string[] {
  if (month === 0) return []
  return [`BYMONTH=${String(month)}`, ...(date > (monthLengths[month - 1] ?? 31) ? byDates([date]) : [`BYMONTHDAY=${String(date)}`])]
}

const hourOf = (wall: string): string[] => (wall === '' ? [] : [`BYHOUR=${String(Number(wall.slice(0, 2)))}`, `BYMINUTE=${String(Number(wall.slice(3)))}`])
const everySo = (interval: number): string[] => (interval === 1 ? [] : [`INTERVAL=${String(interval)}`])

function spanOf({ span, unit }: Cadence): string {
  if (unit === 'before') return `-P${String(span)}D`
  return unit === 'hours' ? `+PT${String(span)}H` : `+P${String(span)}D`
}

/** The grammar of `parseWhen`. Of a code there is nothing to write; of what is needed now and then, nothing stands. */
export function codeOf(cadence: Cadence): string {
  const { kind, wall, interval, weekdays, event } = cadence
  if (kind === 'none' || kind === 'code') return ''
  if (kind === 'daily') return wall === '' ? 'day' : `day@${wall}`
  if (kind === 'opening' || kind === 'leaving' || kind === 'thrice') return moments[kind]
  if (kind === 'event') return event === '' ? '' : `on(${event})${spanOf(cadence)}`
  const days = kind === 'weekly' ? (weekdays.length === 0 ? [] : [`BYDAY=${inOrder(weekdays).map(weekdayCode).join(',')}`]) : kind === 'monthly' ? daysOfMonth(cadence) : dayOfYear(cadence)
  return [`FREQ=${kind.toUpperCase()}`, ...everySo(interval), ...days, ...hourOf(wall)].join(';')
}

function cadenceOfRule(rule: Rule): Cadence {
  const { frequency, interval, weekdays, months, wall } = rule
  const monthDays = datesOf(rule)
  const said = { ...plainCadence, interval, wall: wall ?? '', weekdays: weekdays.map(({ weekday }) => weekday) }
  if (frequency === 'WEEKLY') return { ...said, kind: 'weekly' }
  if (frequency === 'YEARLY') return { ...said, kind: 'yearly', month: months[0] ?? 0, date: monthDays[0] ?? 1 }
  if (monthDays.length > 0) return { ...said, kind: 'monthly', ...(monthDays.length === 1 && monthDays[0] === -1 ? { monthBy: 'last' } : { monthBy: 'days', monthDays }) }
  return { ...said, kind: 'monthly', monthBy: weekdays.length === 0 ? 'any' : 'nth', nths: weekdays.map(({ nth }) => nth ?? 0), weekday: weekdays[0]?.weekday ?? 1 }
}

function read(code: string): Cadence {
  const when = parseWhen(code)
  if (isFault(when) || when.kind === 'always') return plainCadence
  if (when.kind === 'rule') return cadenceOfRule(when.rule)
  if (when.kind === 'day') return when.moment === 'hour' ? { ...plainCadence, wall: when.wall } : { ...plainCadence, kind: when.moment === 'closing' ? 'daily' : when.moment }
  const { days, minutes, sign } = when.span ?? { days: 0, minutes: 0, sign: 1 }
  return { ...plainCadence, kind: 'event', event: when.events[0]?.name ?? '', span: minutes > 0 ? minutes / 60 : days, unit: sign < 0 ? 'before' : minutes > 0 ? 'hours' : 'days' }
}

/** What a code says as a choice. It is one only where the choice writes the same code: nothing is lost by looking. */
export function cadenceOf(code: string): Cadence {
  if (code === '') return { ...plainCadence, kind: 'none' }
  const cadence = read(code)
  return codeOf(cadence) === code ? cadence : { ...cadence, kind: 'code' }
}
