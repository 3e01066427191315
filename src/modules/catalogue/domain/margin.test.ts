import fc from 'fast-check'
import { expect, test } from 'vitest'
import { netOf } from '../../../kernel/money.ts'
import { aboveCost, leastPrice } from './margin.ts'

test('the least price is the first whose net reaches the floor, whatever cost, floor and VAT', () => {
  expect(leastPrice(10_000, 1_500, 13)).toBe(12_995) // 100.00 + 15 % = 115.00 net
  fc.assert(fc.property(fc.integer({ min: 1, max: 5_000_000 }), fc.integer({ min: 0, max: 20_000 }), fc.constantFrom(0, 6, 13), (cost, percent, vat) => {
    const least = leastPrice(cost, percent, vat)
    const reaches = (price: number) => BigInt(price) * 1_000_000n >= BigInt(cost) * BigInt(10_000 + percent) * BigInt(100 + vat)
    expect([reaches(least), reaches(least - 1)]).toEqual([true, false])
    expect(netOf(least, vat)).toBeGreaterThanOrEqual(cost)
  }))
})

test('percent above cost of a price with VAT', () => {
  expect([aboveCost(12_995, 10_000, 13), aboveCost(11_300, 12_500, 13), aboveCost(11_300, null, 13)]).toEqual([1_500, -2_000, null])
})
