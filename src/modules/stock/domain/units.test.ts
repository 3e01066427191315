import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inOwnUnit } from './units.ts'

test('drums become litres', () => {
  expect(inOwnUnit(1_000, 200_000)).toBe(200_000)
  expect(inOwnUnit(1_500, 200_000)).toBe(300_000)
  expect(inOwnUnit(1, 333)).toBe(0)
})

test('one of a unit is its factor, and two receipts of it are twice that', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 1_000_000 }), (pieces, factor) => {
    expect(inOwnUnit(pieces * 1_000, factor)).toBe(pieces * factor)
  }))
})
