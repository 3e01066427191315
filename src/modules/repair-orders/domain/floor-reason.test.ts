import { expect, test } from 'vitest'
import { floorReason, readDeviation } from './floor-reason.ts'

test('a price below the floor says so as a fact; what somebody typed stays as he typed it', () => {
  expect(readDeviation(floorReason(8_050))).toEqual({ floorPercent: 80.5 })
  expect(readDeviation('老客户')).toEqual({ words: '老客户' })
  expect(readDeviation('below-floor by a little')).toEqual({ words: 'below-floor by a little' })
})
