import { expect, test } from 'vitest'
import { tillState, whyNotCloseTill, whyNotRefund } from './till.ts'

test('the till closes once, and a difference needs its reason', () => {
  const open = { openedAt: new Date(0), closedAt: null }
  expect([tillState(null), tillState(open), tillState({ ...open, closedAt: new Date(1) })]).toEqual(['none', 'open', 'closed'])
  expect(whyNotCloseTill(null, 0, 0, '')?.code).toBe('settlement.till-not-open')
  expect(whyNotCloseTill(open, 50_000, 50_000, '')).toBeNull()
  expect(whyNotCloseTill(open, 50_000, 49_900, '')).toMatchObject({ code: 'settlement.till-difference', facts: { difference: -1 } })
  expect(whyNotCloseTill(open, 50_000, 49_900, '找零差错')).toBeNull()
  expect(whyNotCloseTill({ ...open, closedAt: new Date(1) }, 0, 0, '')?.code).toBe('settlement.till-closed')
})

test('cash goes back only out of an open drawer that holds it; other ways need no drawer, but no closed day either', () => {
  const code = (facts: Partial<Parameters<typeof whyNotRefund>[0]>) => whyNotRefund({ cash: true, amountFen: 500, till: 'open', inTillFen: 500, ...facts })?.code ?? null
  expect(code({})).toBe(null)
  expect(code({ amountFen: 501 })).toBe('settlement.till-short')
  expect(whyNotRefund({ cash: true, amountFen: 501, till: 'open', inTillFen: 500 })?.facts).toEqual({ cash: 5 })
  expect(code({ till: 'none' })).toBe('settlement.till-not-open')
  expect(code({ till: 'closed', cash: false })).toBe('settlement.till-closed')
  expect(code({ cash: false, till: 'none', amountFen: 9_000 })).toBe(null)
})
