import { expect, test } from 'vitest'
import { isAbove, limitOf, limitOfPositions } from './limits.ts'

test('the store’s own figure counts, else the preset, else nothing', () => {
  expect(limitOf('SAD', 'discount', [])).toBe(10_000)
  expect(limitOf('SAD', 'discount', [{ position: 'SAD', kind: 'discount', mostFen: 300 }])).toBe(300)
  expect(limitOf('SAD', 'discount', [{ position: 'SAD', kind: 'allowance', mostFen: 300 }])).toBe(10_000)
  expect(limitOf('WHK', 'allowance', [])).toBe(0)
})

test('of several positions the highest limit counts; without limit is the highest', () => {
  expect(limitOfPositions(['SAD', 'FDS'], 'discount', [])).toBe(50_000)
  expect(limitOfPositions(['SAD', 'GM'], 'discount', [])).toBeNull()
  expect(limitOfPositions([], 'discount', [])).toBe(0)
})

test('the limit itself may be granted', () => {
  expect(isAbove(100, 100)).toBe(false)
  expect(isAbove(101, 100)).toBe(true)
  expect(isAbove(10 ** 9, null)).toBe(false)
})
