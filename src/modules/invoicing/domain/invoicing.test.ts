import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spread, whyNotInvoice, whyNotRed } from './invoice.ts'
import { postingsOf, type Booked } from './journal.ts'

const facts = { reversed: false, totalFen: 100, payer: 'customer', standing: false, numberTaken: false }
test.each([
  [{}, undefined], [{ reversed: true }, 'invoicing.statement-reversed'], [{ totalFen: 0 }, 'invoicing.nothing-to-invoice'], [{ payer: 'goodwill' }, 'invoicing.own-cost'], [{ standing: true }, 'invoicing.invoiced-already'], [{ numberTaken: true }, 'invoicing.number-taken'],
])('an invoice with %j: %s', (change, code) => {
  expect(whyNotInvoice({ ...facts, ...change })?.code).toBe(code)
})

test('a blue invoice is taken back once', () => {
  const blue = { isRed: false, taken: false, numberTaken: false }
  expect(whyNotRed(blue)).toBeNull()
  expect(whyNotRed({ ...blue, taken: true })?.code).toBe('invoicing.taken-back-already')
  expect(whyNotRed({ ...blue, isRed: true })?.code).toBe('invoicing.taken-back-already')
  expect(whyNotRed({ ...blue, numberTaken: true })?.code).toBe('invoicing.number-taken')
})

test('one payment goes over many statements, never above what is due of one, and no fen is lost', () => {
  fc.assert(fc.property(fc.nat(1_000_000), fc.array(fc.nat(200_000), { maxLength: 20 }), (amountFen, dues) => {
    const { parts, overFen } = spread(amountFen, dues.map((dueFen, index) => ({ statementId: String(index), dueFen })))
    expect(parts.reduce((sum, part) => sum + part.amountFen, 0) + overFen).toBe(amountFen)
    for (const part of parts) expect(part.amountFen).toBeLessThanOrEqual(dues[Number(part.statementId)] ?? 0)
    if (overFen > 0) expect(parts.reduce((sum, part) => sum + part.amountFen, 0)).toBe(dues.reduce((sum, due) => sum + due, 0))
  }))
})

test('whatever is booked, debit equals credit', () => {
  const head = { day: fc.constant('2026-11-23'), document: fc.constant('ST-1'), about: fc.constant('沪A12345') }
  const booked: fc.Arbitrary<Booked> = fc.oneof(
    fc.record({ ...head, kind: fc.constant('bill' as const), payer: fc.constant('customer'), netFen: fc.integer(), taxFen: fc.integer({ min: -100_000, max: 100_000 }) }),
    fc.record({ ...head, kind: fc.constant('receipt' as const), way: fc.constantFrom('cash', 'wechat', 'alipay', 'card', 'transfer'), deposit: fc.boolean(), saleVatPercent: fc.option(fc.constantFrom(0, 6, 13)), amountFen: fc.integer({ min: -90_000_000, max: 90_000_000 }), feeFen: fc.integer({ min: -900_000, max: 900_000 }) }),
    fc.record({ ...head, kind: fc.constant('cost' as const), costFen: fc.integer() }),
    fc.record({ ...head, kind: fc.constant('counter' as const), sold: fc.boolean(), costFen: fc.integer() }),
    fc.tuple(fc.integer(), fc.integer()).map(([costFen, advanceFen]) => ({ kind: 'expense' as const, day: '2026-11-23', document: 'EC-1', about: '李晨', account: null, costFen, advanceFen, cashFen: 0 - costFen - advanceFen })),
    fc.record({ ...head, kind: fc.constant('deposit-use' as const), saleVatPercent: fc.option(fc.constantFrom(0, 6, 13)), amountFen: fc.integer({ min: -90_000_000, max: 90_000_000 }) }))
  fc.assert(fc.property(booked, (one) => {
    const sum = (side: 'debitFen' | 'creditFen') => postingsOf(one).reduce((total, posting) => total + posting[side], 0)
    expect(sum('debitFen')).toBe(sum('creditFen'))
  }))
})
