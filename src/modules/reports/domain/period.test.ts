import { expect, test } from 'vitest'
import { whyNotIssue } from './daily.ts'
import { marginShare } from './margin.ts'
import { daysIn, lastOfMonth, periodBefore, sameDayOfLastMonth, slotsOf, whyNotPeriod } from './period.ts'

test('a month is compared with the month before, a month so far with as much of it, other days with as many before', () => {
  expect(periodBefore({ from: '2026-03-01', to: '2026-03-31' })).toEqual({ from: '2026-02-01', to: '2026-02-28' })
  expect(periodBefore({ from: '2026-03-01', to: '2026-03-30' })).toEqual({ from: '2026-02-01', to: '2026-02-28' })
  expect(periodBefore({ from: '2026-11-01', to: '2026-11-12' })).toEqual({ from: '2026-10-01', to: '2026-10-12' })
  expect(periodBefore({ from: '2025-12-01', to: '2026-11-30' })).toEqual({ from: '2024-12-01', to: '2025-11-30' })
  expect(periodBefore({ from: '2026-11-10', to: '2026-11-12' })).toEqual({ from: '2026-11-07', to: '2026-11-09' })
})

test('the same day of a shorter month is its last day', () => {
  expect([sameDayOfLastMonth('2026-03-31'), sameDayOfLastMonth('2026-01-15'), lastOfMonth('2028-02-03')]).toEqual(['2026-02-28', '2025-12-15', '2028-02-29'])
})

test('every day and month of a period is a slot, with or without a record', () => {
  expect(slotsOf({ from: '2026-02-27', to: '2026-03-02' }, 'day')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02'])
  expect(slotsOf({ from: '2025-12-15', to: '2026-02-01' }, 'month')).toEqual(['2025-12', '2026-01', '2026-02'])
})

test('a period ends after it begins and is no longer than can be looked at', () => {
  expect(daysIn({ from: '2026-01-01', to: '2026-12-31' })).toBe(365)
  expect(whyNotPeriod({ from: '2026-01-01', to: '2026-12-31' }, 'month')).toBeNull()
  expect(whyNotPeriod({ from: '2026-01-01', to: '2026-12-31' }, 'day')?.code).toBe('reports.period-too-long')
  expect(whyNotPeriod({ from: '2026-01-02', to: '2026-01-01' })?.code).toBe('reports.period-backwards')
})

test('a report is issued for a day that has come, over the edition that was seen, and a correction says why', () => {
  const facts = { day: '2026-11-23', today: '2026-11-23', lastEdition: 0, seenEdition: 0, reason: '' }
  expect(whyNotIssue(facts)).toBeNull()
  expect(whyNotIssue({ ...facts, day: '2026-11-24' })?.code).toBe('reports.day-not-come')
  expect(whyNotIssue({ ...facts, lastEdition: 1 })?.code).toBe('reports.issued-meanwhile')
  expect(whyNotIssue({ ...facts, lastEdition: 1, seenEdition: 1, reason: ' ' })?.code).toBe('reports.reason-missing')
  expect(whyNotIssue({ ...facts, lastEdition: 1, seenEdition: 1, reason: '补录' })).toBeNull()
})

test('a margin of no revenue has no share', () => {
  expect([marginShare(0, 100), marginShare(20_000, 15_000), marginShare(10_000, 12_000)]).toEqual([null, 2_500, -2_000])
})
