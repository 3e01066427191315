import { expect, test } from 'vitest'
import { nextService } from './next-service.ts'

const facts = { today: '2025-06-01', km: 15_000, step: { km: 20_000, months: 6 }, lastMaintenance: '2025-06-01', pace: { km: 10_000, days: 182 } }

test.each([
  ['its own kilometres come first', {}, '2025-08-31'],
  ['the months come first for a car that stands', { pace: { km: 5, days: 1 } }, '2025-12-01'],
  ['without two readings the months decide', { pace: null }, '2025-12-01'],
  ['the last day of a shorter month', { pace: null, lastMaintenance: '2025-08-31', step: { km: 20_000, months: 6 } }, '2026-02-28'],
  ['what has passed is due today', { lastMaintenance: '2024-06-01' }, '2025-06-01'],
  ['kilometres long driven are due today', { km: 20_500 }, '2025-06-01'],
])('%s', (_, change, on) => {
  expect(nextService({ ...facts, ...change })).toEqual({ on, km: 20_000 })
})
