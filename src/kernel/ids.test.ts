import { expect, test } from 'vitest'
import { idMaker, uuidv7 } from './ids.ts'

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
