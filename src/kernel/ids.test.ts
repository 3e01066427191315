import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstIdAt, idMaker, momentOfId, uuidv7 } from './ids.ts'

const ones = (bytes: number) => new Uint8Array(bytes).fill(0xff)
const zeros = (bytes: number) => new Uint8Array(bytes)

test('an id carries version 7, the variant and its moment', () => {
  const id = uuidv7(new Date('2026-11-23T00:00:00Z'), ones)
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.parse('2026-11-23T00:00:00Z'))
})

test('a later id sorts after an earlier one whatever the randomness', () => {
  expect(uuidv7(new Date(2_000), zeros) > uuidv7(new Date(1_000), ones)).toBe(true)
})

test('ids made in one millisecond sort in the order of making', () => {
  const make = idMaker(ones)
  const now = new Date('2026-11-23T00:00:00Z')
  const ids = Array.from({ length: 20_000 }, () => make(now))
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true)
})

const bitsOf = (id: string): string => BigInt(`0x${id.replaceAll('-', '')}`).toString(2).padStart(128, '0')
/** The counter of 26 bits, read back around version and variant. */
const counterOf = (id: string): number => Number.parseInt(bitsOf(id).slice(52, 64) + bitsOf(id).slice(66, 80), 2)

test('whatever the moment, the counter and the randomness: each stands in its bits (RFC 9562, 5.7)', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 2 ** 48 - 1 }), fc.integer({ min: 0, max: 2 ** 26 - 1 }), fc.uint8Array({ minLength: 16, maxLength: 16 }), (at, counter, random) => {
    const bits = bitsOf(uuidv7(new Date(at), (bytes) => random.slice(0, bytes), counter))
    expect(Number.parseInt(bits.slice(0, 48), 2)).toBe(at)
    expect([bits.slice(48, 52), bits.slice(64, 66)]).toEqual(['0111', '10'])
    expect(Number.parseInt(bits.slice(52, 64) + bits.slice(66, 80), 2)).toBe(counter)
    expect(bits.slice(80)).toBe(Array.from(random.slice(10), (byte) => byte.toString(2).padStart(8, '0')).join(''))
  }))
  expect(counterOf(uuidv7(new Date(0), zeros))).toBe(0)
})

test('a maker counts within a millisecond and begins anew with the next', () => {
  const make = idMaker(ones)
  expect([1, 1, 1, 2, 2, 1].map((at) => counterOf(make(new Date(at))))).toEqual([0, 1, 2, 0, 1, 0])
})

test('the smallest id of a moment carries it, and no id of that moment sorts before it', () => {
  expect(firstIdAt(new Date(0x0123456789ab))).toBe('01234567-89ab-7000-8000-000000000000')
  expect(firstIdAt(new Date(-1))).toBe('00000000-0000-7000-8000-000000000000')
  fc.assert(fc.property(fc.integer({ min: 1, max: 2 ** 47 }), (at) => {
    const first = firstIdAt(new Date(at))
    expect(momentOfId(first).getTime()).toBe(at)
    expect([uuidv7(new Date(at), zeros) >= first, uuidv7(new Date(at - 1), ones, 2 ** 26 - 1) < first]).toEqual([true, true])
  }))
})
