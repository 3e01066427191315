import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allocate, formatFen, formatThousandths, halfUp, lineAmount, netOf, shareOf, sumOf } from './money.ts'

const fen = fc.integer({ min: -9_000_000_00, max: 9_000_000_00 })

test('a line amount rounds once, half up: 12.33 × 1.2 = 14.80 and three pieces are 44.40', () => {
  expect(lineAmount(1233, 1200)).toBe(1480)
  expect(lineAmount(1480, 3000)).toBe(4440)
  expect(lineAmount(1, 500)).toBe(1)
})

test('the insurer pays the cap plus 20 percent: 358.00 → 429.60 and 12.35 → 14.82', () => {
  expect(shareOf(35800, 12_000)).toBe(42960)
  expect(shareOf(1235, 12_000)).toBe(1482)
})

test('net and tax always add up to the gross amount', () => {
  expect(netOf(11300, 13)).toBe(10000)
  fc.assert(fc.property(fen, fc.constantFrom(0, 6, 9, 13), (gross, rate) => {
    const tax = gross - netOf(gross, rate)
    expect(netOf(gross, rate) + tax).toBe(gross)
    expect(Math.abs(tax)).toBeLessThanOrEqual(Math.abs(gross))
  }))
})

test('a counter-entry mirrors its original exactly', () => {
  fc.assert(fc.property(fen, fc.integer({ min: 1, max: 100_000 }), (price, quantity) => {
    expect(lineAmount(-price, quantity)).toBe(0 - lineAmount(price, quantity))
  }))
  expect(halfUp(-5n, 10n)).toBe(-1n)
})

test('splitting an amount loses no fen and gives each part its floor or one more', () => {
  fc.assert(fc.property(fen, fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 12 }), (total, weights) => {
    expect(sumOf(allocate(total, weights))).toBe(total)
  }))
  expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33])
  expect(allocate(5, [0, 0])).toEqual([3, 2])
})

test('amounts and quantities print without losing digits', () => {
  expect(formatFen(139020)).toBe('1390.20')
  expect(formatFen(-5)).toBe('-0.05')
  expect(formatThousandths(1200)).toBe('1.2')
  expect(formatThousandths(-4000)).toBe('-4')
})

test('an amount beyond the safe range stops loudly', () => {
  expect(() => lineAmount(Number.MAX_SAFE_INTEGER, 2000)).toThrow(RangeError)
  expect(() => halfUp(1n, 0n)).toThrow(RangeError)
})

test('the half rounds away from zero on both sides, less than the half towards it', () => {
  expect([halfUp(-1n, 2n), halfUp(1n, 2n), halfUp(4n, 10n), halfUp(-4n, 10n), halfUp(0n, 10n), halfUp(5n, 1n)]).toEqual([-1n, 1n, 0n, 0n, 0n, 5n])
  expect(() => halfUp(1n, 0n)).toThrow('denominator above zero')
  expect(() => halfUp(1n, -1n)).toThrow('denominator above zero')
})

test('the fen left over go to the largest remainders, and among equal ones to the earlier part (rules of money)', () => {
  expect(allocate(10, [3, 3, 1])).toEqual([4, 4, 2])
  expect(allocate(-10, [3, 3, 1])).toEqual([-4, -4, -2])
  expect(allocate(3, [1, 1, 1, 1, 1])).toEqual([1, 1, 1, 0, 0])
  expect(allocate(-1, [1])).toEqual([-1])
  expect(allocate(7, [])).toEqual([])
  fc.assert(fc.property(fc.integer({ min: 0, max: 9_000_000 }), fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 8 }), (total, weights) => {
    const whole = weights.reduce((sum, weight) => sum + weight, 0)
    const parts = allocate(total, weights).map((part, index) => ({ more: part - Math.floor((total * (weights[index] ?? 0)) / whole), rest: (total * (weights[index] ?? 0)) % whole }))
    expect(parts.every(({ more }) => more === 0 || more === 1)).toBe(true)
    const least = Math.min(...parts.filter(({ more }) => more === 1).map(({ rest }) => rest))
    expect(parts.every(({ more, rest }) => more === 1 || rest <= least)).toBe(true)
  }))
})

test('nothing has no sign, and the smallest amounts keep their zeros', () => {
  expect([0, 1, -1].map(formatFen)).toEqual(['0.00', '0.01', '-0.01'])
  expect([0, 1, -1].map(formatThousandths)).toEqual(['0', '0.001', '-0.001'])
})
