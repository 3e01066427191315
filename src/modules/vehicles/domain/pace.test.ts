import { expect, test } from 'vitest'
import { daysFor, paceOf } from './pace.ts'
import type { Reading } from './why-not-mileage.ts'

const at = (day: string): number => Date.parse(`${day}T02:00:00Z`)
const read = (day: string, km: number, voided = false): Reading => ({ at: at(day), km, source: 'reception', voided })

test('a car that drove 10,000 km in 182 days needs 91 days for 5,000 km, by whole numbers', () => {
  const pace = paceOf({ readings: [read('2024-12-01', 5_000), read('2025-06-01', 15_000)], meterChanges: [] })
  expect(pace).toEqual({ km: 10_000, days: 182 })
  expect(pace === null ? null : daysFor(5_000, pace)).toBe(91)
})

test.each([
  ['one reading says nothing', [read('2026-01-01', 10)], null],
  ['nor do two within a month', [read('2026-01-01', 10), read('2026-01-30', 2_000)], null],
  ['the last one a month before counts, not the first', [read('2025-01-01', 10), read('2026-01-01', 1_000), read('2026-01-20', 1_500), read('2026-03-02', 4_000)], { km: 2_500, days: 41 }],
  ['a voided reading counts for nothing', [read('2026-01-01', 1_000), read('2026-02-10', 9_000, true), read('2026-03-02', 4_000)], { km: 3_000, days: 60 }],
  ['a car that hardly moves goes five a day', [read('2026-01-01', 1_000), read('2026-03-02', 1_001)], { km: 5, days: 1 }],
  ['a taxi goes 300 a day', [read('2026-01-01', 1_000), read('2026-03-02', 99_000)], { km: 300, days: 1 }],
])('%s', (_, readings, pace) => {
  expect(paceOf({ readings, meterChanges: [] })).toEqual(pace)
})

test('what the old meter showed is driven too', () => {
  const facts = { readings: [read('2026-01-01', 50_000), read('2026-03-02', 1_000)], meterChanges: [{ at: at('2026-02-01'), oldKm: 52_000, newKm: 0 }] }
  expect(paceOf(facts)).toEqual({ km: 3_000, days: 60 })
})
