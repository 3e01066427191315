import fc from 'fast-check'
import { expect, test } from 'vitest'
import { croston, methodFor, methodNames, methods, movingAverage, sba, shapeOf, smoothing, tsb } from './forecast.ts'

test('a moving average is the mean of its window with its sample variance', () => {
  expect(movingAverage(3)([9, 2, 4, 6])).toEqual({ mean: 4, variance: 4 })
  expect(movingAverage(12)([])).toEqual({ mean: 0, variance: 0 })
})

test('simple exponential smoothing, worked by hand', () => {
  expect(smoothing(0.5)([10, 20, 10]).mean).toBe(12.5) // 10 → 10 → 15 → 12.5
  expect(smoothing(0.2)([5, 5, 5, 5])).toEqual({ mean: 5, variance: 0 })
})

test('Croston, worked by hand: sizes 3 and 5, intervals 2 and 3', () => {
  // Size 3 → 3 + 0.1 × (5 − 3) = 3.2; interval 2 → 2 + 0.1 × (3 − 2) = 2.1.
  const series = [0, 3, 0, 0, 5]
  expect(croston(0.1)(series).mean).toBeCloseTo(3.2 / 2.1, 12)
  expect(sba(0.1)(series).mean).toBeCloseTo(0.95 * 3.2 / 2.1, 12)
})

test('TSB, worked by hand: the probability falls with every empty month, and so the forecast of what dies out', () => {
  // First demand in month 2: p = 1/2, size 3. Then 0: p = 0.45; 0: 0.405; 5: 0.4645, size 3.2.
  expect(tsb(0.1, 0.1)([0, 3, 0, 0, 5]).mean).toBeCloseTo(0.4645 * 3.2, 12)
  const dying = [4, 3, 5, 4, ...Array.from({ length: 24 }, () => 0)]
  expect(tsb(0.1, 0.1)(dying).mean).toBeLessThan(0.5)
  expect(croston(0.1)(dying).mean).toBeGreaterThan(3)
})

test('every method forecasts a constant demand as it is, and nothing from nothing', () => {
  for (const name of methodNames) {
    expect(methods[name]([]).mean).toBe(0)
    expect(methods[name]([0, 0, 0]).mean).toBe(0)
    expect(methods[name](Array.from({ length: 36 }, () => 7)).mean).toBeCloseTo(name === 'sba' ? 6.65 : 7, 9)
  }
})

test('what comes every month is smoothed, what comes now and then goes by SBA, what has not come for a year by TSB', () => {
  expect(methodFor([4, 5, 3, 6, 4, 5, 4, 5])).toBe('ses')
  expect(methodFor([0, 0, 2, 0, 0, 1, 0, 0, 3])).toBe('sba')
  expect(methodFor([2, 0, 1, ...Array.from({ length: 14 }, () => 0)])).toBe('tsb')
  expect(shapeOf([0, 2, 0, 2])).toEqual({ gap: 2, sizeVariation: 0 })
})

test('whatever the series, mean and variance are finite, and twice the demand is twice the mean', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 60 }), fc.constantFrom(...methodNames), (series, name) => {
    const { mean, variance } = methods[name](series)
    expect(Number.isFinite(mean) && Number.isFinite(variance) && mean >= 0 && variance >= 0).toBe(true)
    expect(methods[name](series.map((value) => 2 * value)).mean).toBeCloseTo(2 * mean, 6)
  }), { numRuns: 500 })
})
