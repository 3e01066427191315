import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '../../../kernel/refusal.ts'
import { payers } from './payers.ts'
import { partPrice, type PriceFacts } from './price-by-payer.ts'

const aPart = (facts: Partial<PriceFacts>): PriceFacts => ({ payer: 'customer', capFen: 35_800, retailFen: 37_600, claimFen: 25_000, costFen: 20_011, ...facts })

test('the customer pays the price cap exactly, and the retail list where no cap is known', () => {
  expect(partPrice(aPart({}))).toEqual({ fen: 35_800, rule: 'cap' })
  expect(partPrice(aPart({ capFen: null }))).toEqual({ fen: 37_600, rule: 'retail' })
})

test.each([[35_800, 42_960], [1_235, 1_482], [1, 1], [3, 4], [0, 0]])('the insurer pays the cap and 20 %% on it, rounded half up once: %i → %i', (capFen, fen) => {
  expect(partPrice(aPart({ payer: 'insurer', capFen }))).toEqual({ fen, rule: 'cap-plus-20' })
})

test('the price of a promotion is taken while it runs, by the customer alone and only where it is lower', () => {
  expect(partPrice(aPart({ offerFen: 30_000 }))).toEqual({ fen: 30_000, rule: 'promotion' })
  expect([partPrice(aPart({ offerFen: 35_800 })), partPrice(aPart({ offerFen: 40_000 }))]).toEqual(Array(2).fill({ fen: 35_800, rule: 'cap' }))
  expect(partPrice(aPart({ payer: 'insurer', offerFen: 30_000 }))).toEqual({ fen: 42_960, rule: 'cap-plus-20' })
})

test('without a cap the insurer pays the retail list, without 20 %', () => {
  expect(partPrice(aPart({ payer: 'insurer', capFen: null }))).toEqual({ fen: 37_600, rule: 'retail' })
})

test('the maker pays the claim price and nothing else', () => {
  expect(partPrice(aPart({ payer: 'warranty' }))).toEqual({ fen: 25_000, rule: 'claim' })
  expect(partPrice(aPart({ payer: 'warranty', claimFen: null }))).toEqual(new Refusal('catalogue.no-price', { payer: 'warranty' }))
})

test.each(['goodwill', 'internal'] as const)('%s takes parts at lot cost', (payer) => {
  expect(partPrice(aPart({ payer }))).toEqual({ fen: 20_011, rule: 'cost' })
  expect(partPrice(aPart({ payer, costFen: null }))).toBeInstanceOf(Refusal)
})

test('a line of free maintenance shows 0, whatever the part costs', () => {
  expect(partPrice(aPart({ payer: 'free-maintenance', capFen: null, retailFen: null }))).toEqual({ fen: 0, rule: 'free' })
})

test('where nothing is known, only free maintenance has a price', () => {
  const unknown = { capFen: null, retailFen: null, claimFen: null, costFen: null }
  expect(payers.filter((payer) => !(partPrice({ payer, ...unknown }) instanceof Refusal))).toEqual(['free-maintenance'])
})

test('an insurer never pays less than the customer for the same capped part', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 900_000_000 }), (capFen) => {
    const [customer, insurer] = [partPrice(aPart({ capFen })), partPrice(aPart({ payer: 'insurer', capFen }))]
    if (customer instanceof Refusal || insurer instanceof Refusal) throw new Error('a capped part has a price')
    expect(insurer.fen).toBeGreaterThanOrEqual(customer.fen)
    expect(Math.abs(insurer.fen * 10 - capFen * 12)).toBeLessThanOrEqual(5)
  }))
})
