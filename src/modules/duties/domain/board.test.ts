import { expect, test } from 'vitest'
import { rateOf, totalOf, whyNotBoard } from './board.ts'

test('in time is a share of what had to be done; of nothing there is none', () => {
  expect([rateOf({ done: 2, late: 1, missed: 0 }), rateOf({ done: 0, late: 0, missed: 3 }), rateOf({ done: 0, late: 0, missed: 0 })]).toEqual([6_667, 0, null])
})

test.each([
  [{ from: '2026-11-02', to: '2026-11-01' }, 'duties.period-backwards'],
  [{ from: '2026-01-01', to: '2027-02-05' }, 'duties.period-too-long'],
  [{ from: '2026-01-01', to: '2027-02-04' }, undefined],
  [{ from: '2026-11-01', to: '2026-11-01' }, undefined],
])('the board of %j: %s', (period, code) => {
  expect(whyNotBoard(period)?.code).toBe(code)
})

test('the line of the store is the sum of the others, with its own share; of nothing there is none', () => {
  const one = { done: 3, late: 1, missed: 0, excused: 2, byData: 1, overdue: 2 }
  expect(totalOf([one, { ...one, missed: 4 }])).toEqual({ done: 6, late: 2, missed: 4, excused: 4, byData: 2, overdue: 4, rate: 5_000 })
  expect(totalOf([])).toMatchObject({ done: 0, rate: null })
})
