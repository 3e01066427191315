import fc from 'fast-check'
import { expect, test } from 'vitest'
import { knownPeriods } from '../../parts-orders/domain/reorder.ts'
import { conformityOf } from './conformity.ts'
import { planRules, proposalOf } from './proposal.ts'

const none = { onHand: 0, reserved: 0, onOrder: 0, pending: 0, pack: 1_000 }
const steady = Array.from({ length: 12 }, () => 2_000)

test('two a month with no spread cover two months at the Poisson level of four: eight', () => {
  // P(X ≤ 7) = 0.9489 and P(X ≤ 8) = 0.9786 for mean 4: 95 in a hundred need eight.
  expect(proposalOf({ ...none, demand: steady }, planRules)).toEqual({ method: 'ses', level: 8_000, proposed: 8_000 })
})

test('what is here, under way and already planned counts; what is reserved does not; packs are whole', () => {
  const facts = { ...none, demand: steady }
  expect(proposalOf({ ...facts, onHand: 3_000, reserved: 1_000, onOrder: 1_000, pending: 2_000 }).proposed).toBe(3_000)
  expect(proposalOf({ ...facts, onHand: 3_000, pack: 4_000 }).proposed).toBe(8_000)
  expect(proposalOf({ ...facts, onHand: 30_000 }).proposed).toBe(0)
})

test('nothing is proposed for what nobody asks for, but what is owed', () => {
  expect(proposalOf({ ...none, demand: [0, 0, 0], onHand: 5_000 })).toMatchObject({ level: 0, proposed: 0 })
  expect(proposalOf({ ...none, demand: [0, 0, 0], reserved: 2_000 }).proposed).toBe(2_000)
  expect(proposalOf({ ...none, demand: [0, -3_000, 0] }).level).toBe(0) // more came back than went out
})

test('whatever the facts, the proposal is whole packs that reach the level and not one pack more', () => {
  const quantity = fc.integer({ min: 0, max: 200 }).map((units) => units * 500)
  fc.assert(fc.property(fc.array(quantity, { minLength: 1, maxLength: 12 }), quantity, quantity, quantity, fc.integer({ min: 1, max: 20 }), (demand, onHand, onOrder, pending, packs) => {
    const pack = packs * 1_000
    const { level, proposed } = proposalOf({ demand, onHand, reserved: 0, onOrder, pending, pack })
    const position = onHand + onOrder + pending
    expect(proposed % pack).toBe(0)
    expect(position + proposed).toBeGreaterThanOrEqual(Math.min(level, position + proposed))
    if (proposed > 0) expect([position + proposed >= level, position + proposed - pack < level]).toEqual([true, true])
    else expect(position).toBeGreaterThanOrEqual(level)
  }), { numRuns: 200 })
})

test('a young store counts from its first demand on', () => {
  expect(knownPeriods([[0, 0, 0, 5], [0, 0, 2, 0]])).toBe(2)
  expect(knownPeriods([[0, 0, 0]])).toBe(1)
})

test('conformity: 70 of 100 planned were ordered as planned; of nothing there is no rate', () => {
  expect([conformityOf(70, 100), conformityOf(2, 3), conformityOf(0, 0)]).toEqual([7_000, 6_667, null])
})
