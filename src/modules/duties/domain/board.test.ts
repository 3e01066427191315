import { expect, test } from 'vitest'
import { rateOf, whyNotBoard } from './board.ts'

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
