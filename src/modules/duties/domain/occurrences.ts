import { addDays, fromWallTime, localDay, startOfDay, type LocalDay } from '../../../kernel/time.ts'
import { hoursOf, isOpen, type Hours, type OpeningTimes } from '../../organisation/domain/opening.ts'
import { daysOfRule, periodsOf } from './rule-days.ts'
import { isWholePeriod, type Rule, type Span, type When } from './when.ts'

/** A store's own time: two stores in two zones have two. */
export type StoreCalendar = { readonly timeZone: string; readonly opening: OpeningTimes }

/** Where a deadline goes that falls on a closed day. */
export const deadlineMoves = ['before', 'after', 'stay'] as const
export type DeadlineMove = (typeof deadlineMoves)[number]

export type OccurrenceRules = { readonly move: DeadlineMove; /** The day of the store's first count, from which intervals are counted. */ readonly countsFrom: LocalDay }

/** One time that a duty is due. `period` is unique within the duty: the day, the part of the day, the week, month, year. */
export type Occurrence = { readonly period: string; readonly opensAt: Date; readonly dueAt: Date; readonly day: LocalDay }

/** The day from which a store counts 'every two months': one for all that share a calendar. */
export const countsFrom: LocalDay = '2026-01-01'

const [leavingMinutes, leadDays, longestMove, responseMinutes] = [60, 5, 40, 15]

const momentOf = (calendar: StoreCalendar, day: LocalDay, wall: string): Date => fromWallTime(`${day}T${wall}`, calendar.timeZone) ?? startOfDay(day, calendar.timeZone)
const later = (moment: Date, minutes: number): Date => new Date(moment.getTime() + minutes * 60_000)

/** Closing time; on a day that is closed the day's own end. */
function endOf(calendar: StoreCalendar, day: LocalDay): Date {
  const hours = hoursOf(calendar.opening, day)
  return hours === null ? later(startOfDay(addDays(day, 1), calendar.timeZone), -1) : momentOf(calendar, day, hours.closes)
}

/** By the rule's own hour, else by closing. */
const dueOn = (rule: Rule, calendar: StoreCalendar, day: LocalDay): Date => (rule.wall === null ? endOf(calendar, day) : momentOf(calendar, day, rule.wall))

function openDayFrom(opening: OpeningTimes, day: LocalDay, step: 1 | -1): LocalDay {
  for (let ahead = 0; ahead <= longestMove; ahead += 1) if (isOpen(opening, addDays(day, ahead * step))) return addDays(day, ahead * step)
  return day // closed for longer than any holiday: it stays
}

const moved = (opening: OpeningTimes, day: LocalDay, move: DeadlineMove): LocalDay => (move === 'stay' ? day : openDayFrom(opening, day, move === 'before' ? -1 : 1))

/** Three rounds of a day: when a quarter of it has passed, half of it, and at its end. */
function thrice(calendar: StoreCalendar, day: LocalDay, { opens, closes }: Hours): Occurrence[] {
  const [from, until] = [momentOf(calendar, day, opens), momentOf(calendar, day, closes)]
  const minutes = (until.getTime() - from.getTime()) / 60_000
  return [0.25, 0.5, 1].map((share, index) => ({ period: `${day}/${String(index + 1)}`, opensAt: from, dueAt: later(from, Math.round(minutes * share)), day }))
}

function ofDay(calendar: StoreCalendar, day: LocalDay, when: Extract<When, { kind: 'day' }>): Occurrence[] {
  const hours = hoursOf(calendar.opening, day)
  if (hours === null) return []
  if (when.moment === 'thrice') return thrice(calendar, day, hours)
  const dueAt = when.moment === 'hour' ? momentOf(calendar, day, when.wall) : when.moment === 'opening' ? momentOf(calendar, day, hours.opens) : later(momentOf(calendar, day, hours.closes), when.moment === 'leaving' ? leavingMinutes : 0)
  return [{ period: day, opensAt: startOfDay(day, calendar.timeZone), dueAt, day }]
}

/** A weekday is the day of the thing itself; a day of the month is a deadline, and shows a few days before. */
function ofNamedDays(rule: Rule, calendar: StoreCalendar, from: LocalDay, until: LocalDay, { move, countsFrom }: OccurrenceRules): Occurrence[] {
  const lead = rule.monthDays.length > 0 ? leadDays : 0
  return daysOfRule(rule, addDays(from, -longestMove), addDays(until, longestMove + leadDays), countsFrom).map((named) => {
    const day = moved(calendar.opening, named, move)
    const opens = addDays(named, -lead) < day ? addDays(named, -lead) : day
    return { period: named, opensAt: startOfDay(opens, calendar.timeZone), dueAt: dueOn(rule, calendar, day), day }
  })
}

/** Any time in the period: due by its last open day. */
const ofPeriods = (rule: Rule, calendar: StoreCalendar, from: LocalDay, until: LocalDay, countsFrom: LocalDay): Occurrence[] =>
  periodsOf(rule, from, until, countsFrom).map(({ name, first, last }) => {
    const open = openDayFrom(calendar.opening, last, -1)
    const day = open < first ? last : open
    return { period: name, opensAt: startOfDay(first, calendar.timeZone), dueAt: dueOn(rule, calendar, day), day }
  })

function occurrencesAround(when: When, calendar: StoreCalendar, from: LocalDay, until: LocalDay, rules: OccurrenceRules): Occurrence[] {
  if (when.kind === 'day') {
    const days: LocalDay[] = []
    for (let day = from; day <= until; day = addDays(day, 1)) days.push(day)
    return days.flatMap((day) => ofDay(calendar, day, when))
  }
  if (when.kind !== 'rule') return [] // events make theirs when they happen; a standard that always holds has none
  return isWholePeriod(when.rule) ? ofPeriods(when.rule, calendar, from, until, rules.countsFrom) : ofNamedDays(when.rule, calendar, from, until, rules)
}

/** The occurrences of a duty that open (become visible) on the days from…until. Two ranges that meet give what one range gives. */
export const occurrencesOf = (when: When, calendar: StoreCalendar, from: LocalDay, until: LocalDay, rules: OccurrenceRules): Occurrence[] =>
  occurrencesAround(when, calendar, from, until, rules).filter(({ opensAt }) => {
    const opens = localDay(opensAt, calendar.timeZone)
    return opens >= from && opens <= until
  })

/**
 * The deadline that an event sets; `happenedAt` is the planned moment where the span counts before it. +PT24H counts by the clock, +P3D is
 * the end of that day moved off closed ones, +P0D the same day (its last minute once closing is past), +PT0H the store's response time.
 */
export function dueAfter(span: Span, calendar: StoreCalendar, happenedAt: Date, move: DeadlineMove): Date {
  if (span.minutes > 0) return later(happenedAt, span.sign * (span.minutes + span.days * 1_440))
  const today = localDay(happenedAt, calendar.timeZone)
  if (span.sign < 0) return endOf(calendar, moved(calendar.opening, addDays(today, -span.days), 'before'))
  if (span.days > 0) return endOf(calendar, moved(calendar.opening, addDays(today, span.days), move === 'before' && !isOpenBetween(calendar.opening, today, addDays(today, span.days)) ? 'after' : move))
  const closing = endOf(calendar, today)
  return closing > happenedAt ? closing : later(startOfDay(addDays(today, 1), calendar.timeZone), -1)
}

/** +PT0H: at once, late after the response time. */
export const isAtOnce = (text: string): boolean => text.endsWith('+PT0H')
export const responseTime = (happenedAt: Date): Date => later(happenedAt, responseMinutes)

/** Whether a deadline that moves before a closed day still lies after its event. */
function isOpenBetween(opening: OpeningTimes, after: LocalDay, until: LocalDay): boolean {
  for (let day = addDays(after, 1); day <= until; day = addDays(day, 1)) if (isOpen(opening, day)) return true
  return false
}
