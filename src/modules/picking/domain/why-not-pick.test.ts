import { expect, test } from 'vitest'
import { whyNotPick, whyNotTakeBack } from './why-not-pick.ts'

const facts = { status: 'in_work' as const, part: 'YL-1001', wanted: 4_000, issued: 1_000, asked: 3_000 }

test('parts leave the store for authorised work only, and not more than was authorised', () => {
  expect(whyNotPick(facts)).toBeNull()
  expect(whyNotPick({ ...facts, asked: 3_001 })).toMatchObject({ code: 'picking.more-than-authorised', facts: { open: 3 } })
  expect(whyNotPick({ ...facts, status: 'estimated' })?.code).toBe('picking.not-in-work')
})

test('parts come back until the order is settled', () => {
  expect(whyNotTakeBack('ready')).toBeNull()
  expect(whyNotTakeBack('settled')?.code).toBe('picking.already-settled')
})
