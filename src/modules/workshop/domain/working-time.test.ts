import fc from 'fast-check'
import { expect, test } from 'vitest'
import { startOfDay } from '../../../kernel/time.ts'
import { firstFree, minutesWithin, overlaps, piecesOf, quarter, workSpan, type Calendar, type Span } from './working-time.ts'

const timeZone = 'Asia/Shanghai'
const hour = 3_600_000
const monday = startOfDay('2026-11-23', timeZone).getTime()
const weekdayOf = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay()

/** A week of opening hours by weekday, Sunday first; null is closed. */
const calendarOf = (week: readonly (readonly [number, number] | null)[]): Calendar => ({
  timeZone,
  opening: (day) => {
    const hours = week[weekdayOf(day)] ?? null
    const midnight = startOfDay(day, timeZone).getTime()
    return hours === null ? null : { from: midnight + hours[0] * hour, until: midnight + hours[1] * hour }
  },
})
const usual = calendarOf([null, [8.5, 17.5], [8.5, 17.5], [8.5, 17.5], [8.5, 17.5], [8.5, 17.5], [9, 12]])

test('work breaks off at closing and goes on at the next opening, over a closed Sunday', () => {
  expect(piecesOf(usual, monday + 16 * hour, 180)).toEqual([{ from: monday + 16 * hour, until: monday + 17.5 * hour }, { from: monday + 32.5 * hour, until: monday + 34 * hour }])
  const saturday = monday + 5 * 24 * hour
  expect(workSpan(usual, saturday + 11 * hour, 120)).toEqual({ from: saturday + 11 * hour, until: saturday + 48 * hour + 9.5 * hour })
  expect(workSpan(usual, monday + 20 * hour, 60).from).toBe(monday + 32.5 * hour)
})

test('a house that never opens is not waited for', () => {
  expect(piecesOf(calendarOf([]), monday, 90)).toEqual([{ from: monday, until: monday + 1.5 * hour }])
})

const opening = fc.option(fc.tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 12, max: 24 })), { nil: null })
const week = fc.array(opening, { minLength: 7, maxLength: 7 }).filter((days) => days.some((day) => day !== null))
const start = fc.integer({ min: 0, max: 7 * 96 }).map((step) => monday + step * quarter)
const minutes = fc.integer({ min: 1, max: 400 }).map((step) => step * 15)

test('the pieces add up to the work, lie within the opening hours, and do not overlap', () => {
  fc.assert(fc.property(week, start, minutes, (days, from, work) => {
    const calendar = calendarOf(days)
    const pieces = piecesOf(calendar, from, work)
    expect(pieces.reduce((sum, piece) => sum + piece.until - piece.from, 0)).toBe(work * 60_000)
    for (const [index, piece] of pieces.entries()) {
      const open = [0, 1].map((back) => calendar.opening(new Date(piece.from - back * 24 * hour + 8 * hour).toISOString().slice(0, 10))).find((span) => span !== null && span.from <= piece.from && span.until >= piece.until)
      expect(open).toBeDefined()
      expect(piece.from).toBeGreaterThanOrEqual(pieces[index - 1]?.until ?? from)
    }
  }))
})

test('the first free span meets nothing in the way, and no earlier quarter would have been free', () => {
  const span = fc.tuple(start, minutes).map(([from, length]): Span => ({ from, until: from + length * 60_000 }))
  fc.assert(fc.property(week, start, minutes, fc.array(span, { maxLength: 12 }), (days, earliest, work, inTheWay) => {
    const calendar = calendarOf(days)
    const free = firstFree(calendar, { earliest, minutes: work, inTheWay })
    expect(inTheWay.some((other) => overlaps(other, free))).toBe(false)
    const before = free.from - quarter
    if (before >= earliest && workSpan(calendar, before, work).from === before) expect(inTheWay.some((other) => overlaps(other, workSpan(calendar, before, work)))).toBe(true)
  }))
})

test('minutes are counted within the window alone', () => {
  expect(minutesWithin([{ from: 0, until: hour }, { from: 2 * hour, until: 4 * hour }], { from: hour / 2, until: 3 * hour })).toBe(90)
})
