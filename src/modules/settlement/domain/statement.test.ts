import fc from 'fast-check'
import { expect, test } from 'vitest'
import { statementsFor, whyNotAskAllowance, whyNotDeliver, whyNotPay, whyNotRemind, whyNotSettle } from './statement.ts'

test('a car of customer, insurer and warranty settles into three statements that add up to its lines', () => {
  const lines = [
    { lineId: '1', payer: 'customer' as const, amountFen: 21_600, vatPercent: 13 }, { lineId: '2', payer: 'insurer' as const, amountFen: 42_960, vatPercent: 13 },
    { lineId: '3', payer: 'warranty' as const, amountFen: 15_000, vatPercent: 13 }, { lineId: '4', payer: 'customer' as const, amountFen: 8_800, vatPercent: 13 },
  ]
  const statements = statementsFor(lines, 400)
  expect(statements.map(({ payer, totalFen }) => [payer, totalFen])).toEqual([['customer', 30_000], ['insurer', 42_960], ['warranty', 15_000]])
})

test('whatever the lines and the allowance: total = lines − allowance, net + tax = total, and no line falls below zero', () => {
  const line = fc.record({ lineId: fc.uuid(), payer: fc.constantFrom('customer' as const, 'insurer' as const), amountFen: fc.integer({ min: 0, max: 5_000_000 }), vatPercent: fc.constantFrom(0, 6, 13) })
  fc.assert(fc.property(fc.array(line, { minLength: 1, maxLength: 15 }), fc.nat(), (lines, chance) => {
    const customer = lines.filter(({ payer }) => payer === 'customer').reduce((sum, { amountFen }) => sum + amountFen, 0)
    const allowance = customer === 0 ? 0 : chance % (customer + 1)
    for (const s of statementsFor(lines, allowance)) {
      expect(s.totalFen).toBe(s.linesFen - s.allowanceFen)
      expect(s.netFen + s.taxFen).toBe(s.totalFen)
      expect(s.lines.reduce((sum, { allowanceFen }) => sum + allowanceFen, 0)).toBe(s.allowanceFen)
      for (const { amountFen, allowanceFen } of s.lines) expect(amountFen - allowanceFen).toBeGreaterThanOrEqual(0)
    }
  }))
})

const ready = { status: 'ready' as const, customerFen: 10_000, allowanceFen: 0, allowanceReason: '', mayAllow: false, grantedFen: 0, partsOff: [], subletOut: 0, priceFollows: 0 }
test.each([
  [{}, undefined],
  [{ status: 'in_inspection' as const }, 'settlement.not-ready'],
  [{ partsOff: ['YL-1'] }, 'settlement.parts-differ'],
  [{ subletOut: 1 }, 'settlement.sublet-out'],
  [{ priceFollows: 1 }, 'settlement.price-follows'],
  [{ allowanceFen: 10_001, mayAllow: true, allowanceReason: 'x' }, 'settlement.allowance-too-large'],
  [{ allowanceFen: 10_000, mayAllow: true, allowanceReason: 'x' }, undefined],
  [{ allowanceFen: 1 }, 'settlement.allowance-needs-right'],
  [{ allowanceFen: 1, mayAllow: true }, 'settlement.allowance-needs-reason'],
  [{ allowanceFen: 1, mayAllow: true, allowanceReason: '老客户' }, undefined],
  [{ allowanceFen: 300, grantedFen: 300, allowanceReason: '已批准' }, undefined],
  [{ allowanceFen: 301, grantedFen: 300, allowanceReason: '已批准' }, 'settlement.allowance-needs-right'],
])('settling with %j: %s', (change, code) => {
  expect(whyNotSettle({ ...ready, ...change })?.code).toBe(code)
})

const pay = { payer: 'customer' as const, reversed: false, dueFen: 10_000, amountFen: 10_000, way: 'cash' as const, reference: '', feeFen: 0, till: 'open' as const }
test.each([
  [{}, undefined],
  [{ reversed: true }, 'settlement.reversed'],
  [{ till: 'closed' as const }, 'settlement.till-closed'],
  [{ till: 'none' as const }, 'settlement.till-not-open'],
  [{ till: 'none' as const, way: 'card' as const, reference: '4711' }, undefined],
  [{ way: 'card' as const, reference: '4711', feeFen: 10_000 }, undefined],
  [{ way: 'card' as const, reference: '4711', feeFen: 10_001 }, 'settlement.fee-above-payment'],
  [{ feeFen: 1 }, 'settlement.no-fee-of-cash'],
  [{ amountFen: 10_001 }, 'settlement.more-than-due'],
  [{ way: 'wechat' as const }, 'settlement.reference-missing'],
])('a payment with %j: %s', (change, code) => {
  expect(whyNotPay({ ...pay, ...change })?.code).toBe(code)
})

const leave = { status: 'settled' as const, customerDueFen: 0, codeRight: true, identityReason: '', accepted: true, oldPartsShown: true, setRemoved: true, callTime: { kind: 'any' } as const, today: '2026-11-24' }
test.each([
  [{}, undefined],
  [{ status: 'ready' as const }, 'settlement.not-settled'],
  [{ customerDueFen: 1 }, 'settlement.customer-owes'],
  [{ codeRight: false }, 'settlement.code-wrong'],
  [{ codeRight: false, identityReason: '核对行驶证与身份证' }, undefined],
  [{ accepted: false }, 'settlement.not-accepted'],
  [{ oldPartsShown: false }, 'settlement.old-parts-not-shown'],
  [{ setRemoved: false }, 'settlement.set-not-removed'],
  [{ callTime: null }, 'settlement.no-call-time'],
])('the car leaves with %j: %s', (change, code) => {
  expect(whyNotDeliver({ ...leave, ...change })?.code).toBe(code)
})

test('a reminder needs a delivery, and a day or a mileage to remind of', () => {
  const said = [null, { nextServiceOn: null, nextServiceKm: null }, { nextServiceOn: '2027-05-29', nextServiceKm: null }, { nextServiceOn: null, nextServiceKm: 15_000 }]
  expect(said.map((delivery) => whyNotRemind(delivery)?.code ?? null)).toEqual(['settlement.not-delivered', 'settlement.no-next-service', null, null])
})

test('an allowance is asked for while there is something to settle', () => {
  for (const status of ['authorised', 'in_work', 'in_inspection', 'ready'] as const) expect(whyNotAskAllowance({ status })).toBeNull()
  for (const status of ['estimated', 'settled', 'delivered', 'cancelled'] as const) expect(whyNotAskAllowance({ status })?.code).toBe('settlement.no-allowance-now')
})

test('an allowance lessens what is taxed, line by line', () => {
  const [statement] = statementsFor([{ lineId: '1', payer: 'customer', amountFen: 11_300, vatPercent: 13 }, { lineId: '2', payer: 'customer', amountFen: 10_900, vatPercent: 9 }], 2_220)
  expect(statement?.lines.map(({ allowanceFen, netFen, taxFen }) => [allowanceFen, netFen, taxFen])).toEqual([[1_130, 9_000, 1_170], [1_090, 9_000, 810]])
  expect(statement).toMatchObject({ linesFen: 22_200, allowanceFen: 2_220, totalFen: 19_980, netFen: 18_000, taxFen: 1_980 })
})

test('the sentences name what is due in yuan, and at most five parts that differ', () => {
  expect(whyNotPay({ ...pay, amountFen: 10_001 })?.facts).toEqual({ due: 100 })
  expect(whyNotDeliver({ ...leave, customerDueFen: 12_345 })?.facts).toEqual({ due: 123.45 })
  expect(whyNotSettle({ ...ready, partsOff: ['A', 'B', 'C', 'D', 'E', 'F'] })?.facts).toEqual({ parts: ['A', 'B', 'C', 'D', 'E'] })
})
