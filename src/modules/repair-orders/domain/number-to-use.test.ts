import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberToUse } from './number-to-use.ts'

const chain = (...free: number[]) => free.map((each, index) => ({ partId: String(index), number: `A-${String(index)}`, free: each }))

test('the oldest number that serves the whole line goes first', () => {
  expect(numberToUse(chain(2_000, 5_000, 9_000), 2_000)?.number).toBe('A-0')
  expect(numberToUse(chain(2_000, 5_000, 9_000), 2_500)?.number).toBe('A-1')
})

test('nobody has enough: the newest is used, it can be ordered', () => {
  expect(numberToUse(chain(500, 0, 900), 1_000)?.number).toBe('A-2')
  expect(numberToUse([], 1_000)).toBeNull()
})

test('whatever lies on the shelves: no older number could have served', () => {
  fc.assert(fc.property(fc.array(fc.nat(5_000), { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 5_000 }), (free, wanted) => {
    const numbers = chain(...free)
    const used = numberToUse(numbers, wanted)
    const place = numbers.findIndex(({ partId }) => partId === used?.partId)
    expect(numbers.slice(0, place).every((older) => older.free < wanted)).toBe(true)
    expect((used?.free ?? 0) >= wanted || place === numbers.length - 1).toBe(true)
  }))
})
