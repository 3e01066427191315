import fc from 'fast-check'
import { expect, test } from 'vitest'
import { knownPeriods, levelsFor, proposedFor, seriesOf } from './reorder.ts'

const steady = Array.from({ length: 12 }, () => 6)

test('at or below the point the position is brought up to the level, in whole packs', () => {
  const levels = levelsFor(steady)
  expect(levels.point).toBeGreaterThanOrEqual(6_000)
  expect(levels.upTo).toBeGreaterThan(levels.point)
  const proposed = proposedFor(levels, { onHand: 2_000, reserved: 1_000, onOrder: 0 }, 4_000)
  expect(proposed % 4_000).toBe(0)
  expect(1_000 + proposed).toBeGreaterThanOrEqual(levels.upTo)
  expect(proposedFor(levels, { onHand: 2_000, reserved: 1_000, onOrder: levels.upTo }, 4_000)).toBe(0)
})

test('what nobody uses is not ordered, but what is promised beyond the shelf is', () => {
  expect(proposedFor(levelsFor([0, 0, 0]), { onHand: 0, reserved: 0, onOrder: 0 }, 1_000)).toBe(0)
  expect(proposedFor(levelsFor([]), { onHand: 0, reserved: 1_500, onOrder: 0 }, 1_000)).toBe(2_000)
})

test('whatever the demand, nothing is proposed above the point, and never less than a pack', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 12 }), fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 12 }), (series, pieces, pack) => {
    const levels = levelsFor(series)
    const proposed = proposedFor(levels, { onHand: pieces * 1_000, reserved: 0, onOrder: 0 }, pack * 1_000)
    expect(pieces * 1_000 > levels.point ? proposed : 0).toBe(0)
    expect(proposed % (pack * 1_000)).toBe(0)
    // What the ledger of the stock watches: nothing is ordered of a part that is not low.
    expect(pieces * 1_000 > levels.orderAt ? proposed : 0).toBe(0)
  }), { numRuns: 300 })
})

test('periods without a use are zero, what came back is no demand, and before its first use a young store knows nothing', () => {
  expect(seriesOf([0, 2_500, -1_000], 2)).toEqual([2.5, 0])
  expect(knownPeriods([[0, 0, 0], [0, 2_500, -1_000]])).toBe(2)
})
