import { expect, test } from 'vitest'
import { expectedOn, isAllHere, totalOf, whyNotAskApproval, whyNotCancelLine, whyNotCancelOrder, whyNotConfirm, whyNotSubmit } from './order.ts'

const line = { partNumber: 'P1', forCustomer: false, warranty: false, checked: false, unitCostFen: 1_000 }
const submit = { status: 'draft', kind: { code: 'M', needsJob: false }, totalFen: 1_000, limitFen: 2_000, approvedFen: null, lines: [line] } as const

test('it goes out with lines, each with its job where the kind asks for one, warranty parts confirmed, within the limit or the yes', () => {
  expect(whyNotSubmit(submit)).toBeNull()
  expect(whyNotSubmit({ ...submit, status: 'submitted' })?.code).toBe('parts-orders.not-a-draft')
  expect(whyNotSubmit({ ...submit, lines: [] })?.code).toBe('parts-orders.no-lines')
  expect(whyNotSubmit({ ...submit, kind: { code: 'E', needsJob: true } })?.code).toBe('parts-orders.line-without-job')
  expect(whyNotSubmit({ ...submit, kind: { code: 'E', needsJob: true }, lines: [{ ...line, forCustomer: true }] })).toBeNull()
  expect(whyNotSubmit({ ...submit, lines: [{ ...line, warranty: true }] })?.code).toBe('parts-orders.warranty-unchecked')
  expect(whyNotSubmit({ ...submit, lines: [{ ...line, warranty: true, checked: true }] })).toBeNull()
  expect(whyNotSubmit({ ...submit, lines: [line, { ...line, partNumber: 'P2', unitCostFen: 0 }] })).toMatchObject({ code: 'parts-orders.price-missing', facts: { part: 'P2' } })
  expect(whyNotSubmit({ ...submit, totalFen: 2_001 })?.code).toBe('parts-orders.above-limit')
  expect(whyNotSubmit({ ...submit, totalFen: 2_001, approvedFen: 2_001 })).toBeNull()
  expect(whyNotSubmit({ ...submit, totalFen: 2_002, approvedFen: 2_001 })?.code).toBe('parts-orders.above-limit')
  expect(whyNotSubmit({ ...submit, totalFen: 9_999_999, limitFen: null })).toBeNull()
  expect(whyNotAskApproval({ status: 'draft', totalFen: 5, approvedFen: 5, lines: 1 })?.code).toBe('parts-orders.approved-already')
})

test('the supplier confirms no more than was ordered, for a day to come', () => {
  const facts = { status: 'submitted', ordered: 4_000, received: 0, confirmed: 4_000, eta: '2026-11-30', today: '2026-11-23' } as const
  expect(whyNotConfirm(facts)).toBeNull()
  expect(whyNotConfirm({ ...facts, status: 'draft' })?.code).toBe('parts-orders.not-under-way')
  expect(whyNotConfirm({ ...facts, confirmed: 5_000 })?.code).toBe('parts-orders.more-than-ordered')
  expect(whyNotConfirm({ ...facts, eta: null })?.code).toBe('parts-orders.day-missing')
  expect(whyNotConfirm({ ...facts, confirmed: 0, eta: null })).toBeNull()
  expect(whyNotConfirm({ ...facts, eta: '2026-11-22' })?.code).toBe('parts-orders.eta-in-past')
})

test('cancelled is what is open; a whole order only while nothing came', () => {
  expect(whyNotCancelLine({ status: 'confirmed', open: 2_000, quantity: 2_000 })).toBeNull()
  expect(whyNotCancelLine({ status: 'confirmed', open: 2_000, quantity: 3_000 })?.code).toBe('parts-orders.more-than-open')
  expect(whyNotCancelOrder({ status: 'draft', received: 0 })).toBeNull()
  expect(whyNotCancelOrder({ status: 'confirmed', received: 1 })?.code).toBe('parts-orders.something-came')
  expect(whyNotCancelOrder({ status: 'closed', received: 0 })?.code).toBe('parts-orders.over')
  expect([isAllHere([{ open: 0 }]), isAllHere([{ open: 0 }, { open: 1 }])]).toEqual([true, false])
  expect(totalOf([{ thousandths: 1_200, unitCostFen: 1_233 }])).toBe(1_480)
})

test('it is expected on the first day that the supplier said of what is open, on the promised one before he said any', () => {
  const later = { open: 1, confirmed: 1, eta: '2026-12-09' }
  expect(expectedOn('2026-12-06', [{ open: 1, confirmed: null, eta: null }])).toBe('2026-12-06')
  expect(expectedOn('2026-12-06', [later, { open: 2, confirmed: 2, eta: '2026-12-08' }, { open: 0, confirmed: 1, eta: '2026-12-01' }])).toBe('2026-12-08')
  const none = { open: 3, confirmed: 0, eta: '2026-12-02' } // not confirmed at all: its old day says nothing
  expect(expectedOn('2026-12-06', [later, none])).toBe('2026-12-09')
  expect(expectedOn('2026-12-06', [none])).toBeNull()
  expect(expectedOn(null, [])).toBeNull()
})
