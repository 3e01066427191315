import fc from 'fast-check'
import { expect, test } from 'vitest'
import { payers } from '../../catalogue/domain/payers.ts'
import { portionsOf, shareKinds, whyNotShare, type Share } from './shares.ts'

const line = (shares: readonly Share[], amountFen = 100_001) => ({ payer: 'insurer' as const, amountFen, shares })

test('the odd fen stays with the main payer, a deductible goes to the customer as far as the line goes', () => {
  expect(portionsOf(line([{ payer: 'goodwill', kind: 'share', value: 5_000 }]))).toEqual([{ payer: 'insurer', amountFen: 50_001 }, { payer: 'goodwill', amountFen: 50_000 }])
  expect(portionsOf(line([{ payer: 'customer', kind: 'deductible', value: 50_000 }]))).toEqual([{ payer: 'insurer', amountFen: 50_001 }, { payer: 'customer', amountFen: 50_000 }])
  expect(portionsOf(line([{ payer: 'customer', kind: 'deductible', value: 50_000 }], 30_000))).toEqual([{ payer: 'customer', amountFen: 30_000 }])
  expect(portionsOf(line([], 0))).toEqual([{ payer: 'insurer', amountFen: 0 }])
})

test('whatever the shares, the portions sum to the line and none is below zero', () => {
  const share = fc.record({ payer: fc.constantFrom(...payers), kind: fc.constantFrom(...shareKinds), value: fc.integer({ min: 0, max: 20_000 }) })
  fc.assert(fc.property(fc.constantFrom(...payers), fc.nat(10_000_000), fc.array(share, { maxLength: 3 }), (payer, amountFen, shares) => {
    const portions = portionsOf({ payer, amountFen, shares })
    expect(portions.reduce((sum, portion) => sum + portion.amountFen, 0)).toBe(amountFen)
    for (const portion of portions) expect(portion.amountFen).toBeGreaterThanOrEqual(0)
  }))
})

test.each([
  [[], undefined],
  [[{ payer: 'customer', kind: 'deductible', value: 900_000 }], undefined],
  [[{ payer: 'customer', kind: 'share', value: 10_000 }], undefined],
  [[{ payer: 'customer', kind: 'share', value: 10_001 }], 'repair-orders.shares-above-line'],
  [[{ payer: 'customer', kind: 'share', value: 6_000 }, { payer: 'goodwill', kind: 'amount', value: 50_000 }], 'repair-orders.shares-above-line'],
  [[{ payer: 'insurer', kind: 'share', value: 1 }], 'repair-orders.share-payer-twice'],
  [[{ payer: 'customer', kind: 'amount', value: 0 }], 'repair-orders.share-missing'],
  [[{ payer: 'goodwill', kind: 'deductible', value: 100 }], 'repair-orders.deductible-of-insurer'],
] as const)('sharing a line by %j: %s', (shares, code) => {
  expect(whyNotShare(line(shares))?.code).toBe(code)
})

test('no share takes more than the whole, even of a line that costs nothing; what is not the deductible\'s may take all of it', () => {
  const why = (amountFen: number, ...shares: Share[]) => whyNotShare(line(shares, amountFen))
  expect(why(0, { payer: 'customer', kind: 'share', value: 10_001 })).toMatchObject({ code: 'repair-orders.shares-above-line', facts: { whole: 0 } })
  expect(why(30_000, { payer: 'customer', kind: 'amount', value: 30_000 })).toBeNull()
  expect(why(30_000, { payer: 'customer', kind: 'amount', value: 30_001 })).toMatchObject({ code: 'repair-orders.shares-above-line', facts: { whole: 300 } })
  expect(why(30_000, { payer: 'customer', kind: 'amount', value: 1 })).toBeNull()
})
