import { expect, test } from 'vitest'
import { uuidv7 } from './ids.ts'

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
