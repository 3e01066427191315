import { expect, test } from 'vitest'
import { rowAfterKey } from './row-keys.ts'

test('J and down go on, K and up go back, and both stop at the ends', () => {
  expect(rowAfterKey('j', 0, 3)).toBe(1)
  expect(rowAfterKey('ArrowDown', 2, 3)).toBe(2)
  expect(rowAfterKey('k', 0, 3)).toBe(0)
  expect(rowAfterKey('ArrowUp', 2, 3)).toBe(1)
})

test('from no row at all, J goes to the first', () => {
  expect(rowAfterKey('j', -1, 3)).toBe(0)
  expect(rowAfterKey('k', -1, 3)).toBe(0)
})

test('Home and End go to the ends; other keys and empty lists are left alone', () => {
  expect(rowAfterKey('End', 0, 3)).toBe(2)
  expect(rowAfterKey('Home', 2, 3)).toBe(0)
  expect(rowAfterKey('x', 0, 3)).toBeNull()
  expect(rowAfterKey('j', 0, 0)).toBeNull()
})
