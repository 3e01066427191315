import fc from 'fast-check'
import { expect, test } from 'vitest'
import { proposalFor, seriesOf } from './reorder.ts'

const steady = Array.from({ length: 12 }, () => 6)

test('at or below the point the position is brought up to the level, in whole packs', () => {
  const facts = { series: steady, onHand: 2_000, reserved: 1_000, onOrder: 0, pack: 4_000 }
  const { point, upTo, position, proposed } = proposalFor(facts)
  expect(position).toBe(1_000)
  expect(point).toBeGreaterThanOrEqual(6_000)
  expect(upTo).toBeGreaterThan(point)
  expect(proposed % 4_000).toBe(0)
  expect(position + proposed).toBeGreaterThanOrEqual(upTo)
  expect(proposalFor({ ...facts, onOrder: upTo }).proposed).toBe(0)
})

test('what nobody uses is not ordered, but what is promised beyond the shelf is', () => {
  expect(proposalFor({ series: [0, 0, 0], onHand: 0, reserved: 0, onOrder: 0, pack: 1_000 }).proposed).toBe(0)
  expect(proposalFor({ series: [], onHand: 0, reserved: 1_500, onOrder: 0, pack: 1_000 }).proposed).toBe(2_000)
})

test('whatever the demand, nothing is proposed above the point, and never less than a pack', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 12 }), fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 12 }), (series, pieces, pack) => {
    const { point, position, proposed } = proposalFor({ series, onHand: pieces * 1_000, reserved: 0, onOrder: 0, pack: pack * 1_000 })
    expect(position > point ? proposed : 0).toBe(0)
    expect(proposed % (pack * 1_000)).toBe(0)
  }), { numRuns: 300 })
})

test('periods without a use are zero, and what came back is no demand', () => {
  expect(seriesOf([{ back: 1, thousandths: 2_500 }, { back: 0, thousandths: -1_000 }], 3)).toEqual([0, 2.5, 0])
})
