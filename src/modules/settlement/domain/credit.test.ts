import fc from 'fast-check'
import { expect, test } from 'vitest'
import { whyNotGrantCredit, type CreditFacts } from './credit.ts'

const facts: CreditFacts = { payer: 'customer', reversed: false, onCredit: false, debtorKnown: true, dueFen: 50_000, limitFen: 100_000, usedFen: 50_000, mayOverride: false, reason: '' }

test.each([
  [{}, undefined],
  [{ reversed: true }, 'settlement.reversed'],
  [{ payer: 'insurer' as const }, 'settlement.credit-customer-only'],
  [{ onCredit: true }, 'settlement.on-credit-already'],
  [{ dueFen: 0 }, 'settlement.nothing-to-owe'],
  [{ debtorKnown: false }, 'settlement.credit-needs-owner'],
  [{ limitFen: null }, 'settlement.no-credit-account'],
  [{ usedFen: 50_001 }, 'settlement.credit-over-limit'],
  [{ usedFen: 50_001, mayOverride: true }, 'settlement.override-needs-reason'],
  [{ usedFen: 50_001, mayOverride: true, reason: '车队年框客户' }, undefined],
])('credit with %j: %s', (change, code) => {
  expect(whyNotGrantCredit({ ...facts, ...change })?.code).toBe(code)
})

test('whoever may not override never brings a customer above his limit', () => {
  fc.assert(fc.property(fc.nat(200_000), fc.array(fc.integer({ min: 1, max: 80_000 }), { maxLength: 20 }), (limitFen, wishes) => {
    let usedFen = 0
    for (const dueFen of wishes) if (whyNotGrantCredit({ ...facts, limitFen, usedFen, dueFen }) === null) usedFen += dueFen
    expect(usedFen).toBeLessThanOrEqual(limitFen)
  }))
})

test('the sentence about the limit names it and what is owed already, in yuan; one fen can be owed', () => {
  expect(whyNotGrantCredit({ ...facts, usedFen: 50_001 })?.facts).toEqual({ limit: 1_000, used: 500.01 })
  expect(whyNotGrantCredit({ ...facts, usedFen: 50_001, mayOverride: true })?.facts).toEqual({ limit: 1_000, used: 500.01 })
  expect(whyNotGrantCredit({ ...facts, dueFen: 1 })).toBeNull()
})
