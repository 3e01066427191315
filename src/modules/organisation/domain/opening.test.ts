import { expect, test } from 'vitest'
import { closeAt, isKnownYear, isOpen, isPublicHoliday, isWorkingDay, missingYear, nextOpenDay, openAt, presetHours, weekdayOf, type OpeningTimes } from './opening.ts'

const weekdaysOnly: OpeningTimes = {
  weekdays: { 1: { opens: '08:30', closes: '17:30' }, 2: { opens: '08:30', closes: '17:30' }, 5: { opens: '09:00', closes: '20:00' } },
  exceptions: { '2026-11-27': null, '2026-11-28': { opens: '10:00', closes: '16:00' } },
}

test('Monday is the first day of the week, Sunday the seventh', () => {
  expect(['2026-11-23', '2026-11-29'].map(weekdayOf)).toEqual([1, 7])
})

test('a weekday has its hours, one without a row is closed', () => {
  expect([isOpen(weekdaysOnly, '2026-11-23'), openAt(weekdaysOnly, '2026-11-23'), closeAt(weekdaysOnly, '2026-11-23')]).toEqual([true, '08:30', '17:30'])
  expect([isOpen(weekdaysOnly, '2026-11-25'), openAt(weekdaysOnly, '2026-11-25'), closeAt(weekdaysOnly, '2026-11-25')]).toEqual([false, null, null])
})

test('an exception beats its weekday, both ways', () => {
  expect(isOpen(weekdaysOnly, '2026-11-27')).toBe(false)
  expect(openAt(weekdaysOnly, '2026-11-28')).toBe('10:00')
})

test('the next open day skips closed ones, and a house that never opens has none', () => {
  expect(nextOpenDay(weekdaysOnly, '2026-11-24')).toBe('2026-11-28')
  expect(nextOpenDay({ weekdays: {}, exceptions: {} }, '2026-11-24')).toBeNull()
  expect(nextOpenDay({ weekdays: Object.fromEntries(presetHours.map((row) => [row.weekday, row])), exceptions: {} }, '2026-12-31')).toBe('2027-01-01')
})

test('public holidays rest, worked weekend days count, other weekends do not', () => {
  const calendar = { '2026-10-01': 'holiday', '2026-10-10': 'workday' } as const
  expect(isPublicHoliday(calendar, '2026-10-01')).toBe(true)
  expect(['2026-10-01', '2026-10-09', '2026-10-10', '2026-10-11'].map((day) => isWorkingDay(calendar, day))).toEqual([false, true, true, false])
})

const restsOn = (...days: readonly string[]) => Object.fromEntries(days.map((day) => [day, 'holiday' as const]))
const arranged = (year: number, ...spring: readonly string[]) => restsOn(...['01-01', ...spring, '10-01', '10-02', '10-03'].map((day) => `${String(year)}-${day}`))

test('a year is arranged once Spring Festival and National Day are entered; single days and worked weekends do not make it', () => {
  const whole = arranged(2027, '02-05', '02-06', '02-07', '02-08')
  expect([isKnownYear(whole, 2027), isKnownYear(whole, 2028)]).toEqual([true, false])
  for (const day of ['2027-02-07', '2027-10-03']) expect(isKnownYear({ ...whole, [day]: 'workday' }, 2027)).toBe(false)
  expect(isKnownYear(restsOn('2027-01-01', '2027-10-01', '2027-10-02', '2027-10-03'), 2027)).toBe(false)
  // The earliest eve that there is, and the latest third day.
  expect(isKnownYear(arranged(1966, '01-20', '01-21', '01-22', '01-23'), 1966)).toBe(true)
  expect(isKnownYear(arranged(1985, '02-19', '02-20', '02-21', '02-22'), 1985)).toBe(true)
})

test("next year's public days are missing from the middle of November on until they are entered, this year's at once", () => {
  const calendar = arranged(2026, '02-16', '02-17', '02-18', '02-19')
  expect([missingYear(calendar, '2026-11-14'), missingYear(calendar, '2026-11-15'), missingYear(calendar, '2026-12-31'), missingYear(calendar, '2027-01-01')]).toEqual([null, 2027, 2027, 2027])
  expect(missingYear({ ...calendar, '2027-01-01': 'holiday' }, '2026-12-31')).toBe(2027)
  expect(missingYear({ ...calendar, ...arranged(2027, '02-05', '02-06', '02-07', '02-08') }, '2026-12-31')).toBeNull()
})
