import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sumOf } from '../../../kernel/money.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { packageDiscounts } from './package-price.ts'

const lines = fc.array(fc.record({ kind: fc.constantFrom('labour' as const, 'part' as const), amountFen: fc.nat(500_000) }), { minLength: 1, maxLength: 12 })

test('the lines make the package price to the fen, only labour gives way, and none falls below zero', () => {
  fc.assert(fc.property(lines, fc.nat(3_000_000), (some, price) => {
    const discounts = packageDiscounts(some, price)
    const sum = sumOf(some.map(({ amountFen }) => amountFen))
    const parts = sumOf(some.filter(({ kind }) => kind === 'part').map(({ amountFen }) => amountFen))
    if (discounts instanceof Refusal) {
      expect(price).toBeLessThan(parts)
      return
    }
    expect(sum - sumOf(discounts)).toBe(Math.min(sum, price))
    some.forEach(({ kind, amountFen }, index) => {
      expect(discounts[index]).toBeGreaterThanOrEqual(0)
      expect(discounts[index]).toBeLessThanOrEqual(kind === 'labour' ? amountFen : 0)
    })
  }))
})

test('without a package price every line keeps its own', () => {
  expect(packageDiscounts([{ kind: 'labour', amountFen: 100 }, { kind: 'part', amountFen: 50 }], null)).toEqual([0, 0])
})

test('the sentence names what the parts alone cost, in yuan', () => {
  expect(packageDiscounts([{ kind: 'labour', amountFen: 10_000 }, { kind: 'part', amountFen: 5_000 }], 4_999)).toMatchObject({ code: 'repair-orders.package-below-parts', facts: { parts: 50 } })
})
