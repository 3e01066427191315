import fc from 'fast-check'
import { expect, test } from 'vitest'
import { statuses } from '../../repair-orders/domain/life.ts'
import { usedOf, whyNotDeposit, whyNotKeep } from './deposit.ts'

const card = { way: 'card' as const, amountFen: 50_000, reference: '4711', feeFen: 275, till: 'none' as const }

test('a deposit is taken until the visit is settled', () => {
  expect(statuses.filter((status) => whyNotDeposit({ ...card, status }) !== null)).toEqual(['settled', 'delivered', 'cancelled'])
  expect(whyNotDeposit({ ...card, status: 'delivered' })?.code).toBe('settlement.no-deposit-now')
})

test('cash needs the open till, all else the number of the other side, and a closed day takes nothing', () => {
  const code = (facts: Partial<Parameters<typeof whyNotDeposit>[0]>) => whyNotDeposit({ ...card, status: 'authorised', ...facts })?.code ?? null
  expect(code({ way: 'cash', feeFen: 0 })).toBe('settlement.till-not-open')
  expect(code({ way: 'cash', till: 'open', reference: '', feeFen: 0 })).toBe(null)
  expect(code({ reference: ' ' })).toBe('settlement.reference-missing')
  expect(code({ till: 'closed' })).toBe('settlement.till-closed')
})

test('what is used is neither more than was given nor more than is owed', () => {
  fc.assert(fc.property(fc.nat(), fc.nat(), (held, due) => {
    const used = usedOf(held, due)
    expect(used <= held && used <= due && (used === held || used === due)).toBe(true)
  }))
})

test('only what is above the customer’s whole due is kept for him', () => {
  const code = (facts: Partial<Parameters<typeof whyNotKeep>[0]>) => whyNotKeep({ payer: 'customer', dueFen: 10_000, amountFen: 10_000, keepFen: 500, ...facts })?.code ?? null
  expect(code({})).toBe(null)
  expect(code({ keepFen: 0, amountFen: 1 })).toBe(null)
  expect(code({ amountFen: 9_999 })).toBe('settlement.keep-only-above-due')
  expect(code({ payer: 'insurer' })).toBe('settlement.keep-only-above-due')
})
