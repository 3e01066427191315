import fc from 'fast-check'
import { expect, test } from 'vitest'
import { orderUpTo, piecesOf, quantile } from './order-up-to.ts'

test('Poisson: the textbook levels of mean 2', () => {
  const poisson = { mean: 2, variance: 2 }
  expect(piecesOf(poisson).slice(0, 3).map((value) => value.toFixed(4))).toEqual(['0.1353', '0.2707', '0.2707'])
  expect([0.5, 0.9, 0.95, 0.99].map((service) => quantile(poisson, service))).toEqual([2, 4, 5, 6])
})

test('negative binomial has the mean and the variance it was asked for, and asks for more stock than Poisson', () => {
  const lumpy = { mean: 3, variance: 9 }
  const pieces = piecesOf(lumpy)
  const mean = pieces.reduce((sum, probability, count) => sum + probability * count, 0)
  expect(mean).toBeCloseTo(3, 4)
  expect(pieces.reduce((sum, probability, count) => sum + probability * (count - mean) ** 2, 0)).toBeCloseTo(9, 2)
  expect(quantile(lumpy, 0.95)).toBeGreaterThan(quantile({ mean: 3, variance: 3 }, 0.95))
})

test('the level covers lead time and review period; nothing is stocked for no demand', () => {
  expect(orderUpTo({ mean: 2, variance: 2 }, { leadMonths: 0, reviewMonths: 1, service: 0.95 })).toBe(5)
  expect(orderUpTo({ mean: 2, variance: 2 }, { leadMonths: 1, reviewMonths: 1, service: 0.95 })).toBe(8)
  expect(orderUpTo({ mean: 0, variance: 0 }, { leadMonths: 1, reviewMonths: 1, service: 0.99 })).toBe(0)
})

test('large demand is near the normal level, and more service never means less stock', () => {
  expect(quantile({ mean: 10_000, variance: 1_000_000 }, 0.977_25)).toBeGreaterThanOrEqual(11_990)
  expect(quantile({ mean: 10_000, variance: 1_000_000 }, 0.977_25)).toBeLessThanOrEqual(12_120) // a little above the normal one: the distribution leans
  fc.assert(fc.property(fc.double({ min: 0.01, max: 200, noNaN: true }), fc.double({ min: 1, max: 20, noNaN: true }), (mean, spread) => {
    const levels = [0.5, 0.8, 0.9, 0.95, 0.99].map((service) => quantile({ mean, variance: mean * spread }, service))
    expect(levels.toSorted((a, b) => a - b)).toEqual(levels)
  }), { numRuns: 200 })
})
