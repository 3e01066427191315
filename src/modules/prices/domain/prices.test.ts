import { expect, test } from 'vitest'
import { whyNotSetFloor } from './floor.ts'
import { stateOf, whyNotApprove, whyNotAsk, whyNotPrepare, whyNotReverse, whyNotWithdraw } from './list.ts'

const today = '2026-11-23'

test('an approved list waits for its day, is in force from it on, and is over when none of its prices counts', () => {
  const list = { status: 'approved' as const, fromDay: '2026-11-24', counts: true }
  expect([stateOf(list, '2026-11-23'), stateOf(list, '2026-11-24'), stateOf({ ...list, counts: false }, '2026-12-01')]).toEqual(['waits', 'in-force', 'over'])
  expect(stateOf({ ...list, status: 'asked' }, today)).toBe('asked')
})

test('a list begins today at the earliest, has lines, and takes no day that another price has', () => {
  expect(whyNotPrepare({ status: 'draft', fromDay: '2026-11-22', today })).toMatchObject({ code: 'prices.day-past' })
  expect(whyNotPrepare({ status: 'asked', fromDay: today, today })).toMatchObject({ code: 'prices.not-a-draft' })
  expect(whyNotAsk({ status: 'draft', fromDay: null, today, lines: 3 })).toMatchObject({ code: 'prices.day-missing' })
  expect(whyNotAsk({ status: 'draft', fromDay: today, today, lines: 0 })).toMatchObject({ code: 'prices.no-lines' })
  expect(whyNotAsk({ status: 'draft', fromDay: today, today, lines: 3 })).toBeNull()
  expect(whyNotApprove({ status: 'draft', fromDay: today, today, sameDay: 0 })).toMatchObject({ code: 'prices.not-asked' })
  expect(whyNotApprove({ status: 'asked', fromDay: '2026-11-22', today, sameDay: 0 })).toMatchObject({ code: 'prices.day-past' })
  expect(whyNotApprove({ status: 'asked', fromDay: today, today, sameDay: 2 })).toMatchObject({ code: 'prices.same-day', facts: { count: 2 } })
  expect(whyNotApprove({ status: 'asked', fromDay: today, today, sameDay: 0 })).toBeNull()
})

test('withdrawn before its day, reversed from it on, and a counter list is neither', () => {
  const list = { status: 'approved' as const, fromDay: '2026-11-24', counts: true, counter: false }
  expect([whyNotWithdraw(list, '2026-11-23'), whyNotReverse(list, '2026-11-24')]).toEqual([null, null])
  expect(whyNotWithdraw(list, '2026-11-24')).toMatchObject({ code: 'prices.not-waiting' })
  expect(whyNotReverse(list, '2026-11-23')).toMatchObject({ code: 'prices.not-in-force' })
  expect(whyNotReverse({ ...list, counter: true }, '2026-11-25')).toMatchObject({ code: 'prices.counter-list' })
})

test('a floor is set once to the same', () => {
  expect(whyNotSetFloor(1_500, 1_500)).toMatchObject({ code: 'prices.floor-same' })
  expect([whyNotSetFloor(undefined, 1_500), whyNotSetFloor(1_500, null)]).toEqual([null, null])
  expect(whyNotSetFloor(undefined, null)).toMatchObject({ code: 'prices.floor-same' })
})
