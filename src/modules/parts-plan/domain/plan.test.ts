import { expect, test } from 'vitest'
import { markOf, textOf } from './lines.ts'
import { differsMuch, dueOf, isLate, monthAfter, whyNotApprove, whyNotCorrect, whyNotDraw, whyNotKind, whyNotPlan, whyNotPlanMonth, whyNotPropose, whyNotSubmit, whyNotUpload } from './plan.ts'

test('the plan of a month is due on the 13th of the month before, the desk’s on the 30th or the last day', () => {
  expect([dueOf('maker', '2027-01'), dueOf('outside', '2026-03'), dueOf('desk', '2026-12'), dueOf('desk', '2026-09'), dueOf('desk', '2026-03')]).toEqual(['2026-12-13', '2026-02-13', '2026-11-30', '2026-08-30', '2026-02-28'])
  expect(isLate({ kind: 'maker', month: '2027-01', status: 'submitted' }, '2026-12-14')).toBe(true)
  expect(isLate({ kind: 'maker', month: '2027-01', status: 'draft' }, '2026-12-13')).toBe(false)
  expect(isLate({ kind: 'desk', month: '2026-03', status: 'submitted' }, '2026-03-02')).toBe(false) // handed in is all the desk owes
})

test('this month and three ahead are planned, no month that is over', () => {
  expect([monthAfter('2026-12'), monthAfter('2026-01', -1)]).toEqual(['2027-01', '2025-12'])
  expect(whyNotPlanMonth('2026-10', '2026-11-23')?.code).toBe('parts-plan.month-over')
  expect(whyNotPlanMonth('2026-11', '2026-11-23')).toBeNull()
  expect(whyNotPlanMonth('2027-02', '2026-11-23')).toBeNull()
  expect(whyNotPlanMonth('2027-03', '2026-11-23')?.code).toBe('parts-plan.month-too-far')
})

test('one plan a month and kind; the stock is planned by the parts department', () => {
  expect(whyNotPropose(null)).toBeNull()
  expect(whyNotPropose({ number: 'MP-1', status: 'submitted' })?.code).toBe('parts-plan.open-already')
  expect(whyNotPropose({ number: 'MP-1', status: 'approved' })?.code).toBe('parts-plan.approved-already')
  expect([whyNotKind('desk', false), whyNotKind('maker', true)]).toEqual([null, null])
  expect(whyNotKind('outside', false)?.code).toBe('parts-plan.not-your-kind')
})

test('a quantity is whole packs, and says why where it is far from the proposal', () => {
  const line = { pack: 6_000, proposed: 24_000, planned: 24_000, reason: '' }
  expect(whyNotPlan(line)).toBeNull()
  expect(whyNotPlan({ ...line, planned: 25_000 })?.code).toBe('parts-plan.not-whole-packs')
  expect(whyNotPlan({ ...line, planned: 36_000 })).toBeNull() // half more
  expect(whyNotPlan({ ...line, planned: 42_000 })?.code).toBe('parts-plan.reason-missing')
  expect(whyNotPlan({ ...line, planned: 0, reason: '停售' })).toBeNull()
  expect(differsMuch({ pack: 6_000, proposed: 0, planned: 6_000 })).toBe(false) // one pack is no difference worth words
})

test('somebody else approves; approved it is uploaded once, drawn from and corrected, never changed', () => {
  expect(whyNotSubmit({ status: 'draft' }, 0)?.code).toBe('parts-plan.nothing-planned')
  expect(whyNotSubmit({ status: 'submitted' }, 3)?.code).toBe('parts-plan.not-a-draft')
  expect(whyNotApprove({ status: 'submitted' }, false)).toBeNull()
  expect(whyNotApprove({ status: 'submitted' }, true)?.code).toBe('parts-plan.own-plan')
  expect(whyNotApprove({ status: 'approved' }, false)?.code).toBe('parts-plan.not-submitted')
  expect(whyNotUpload({ status: 'approved', uploadedAt: new Date() })?.code).toBe('parts-plan.uploaded-already')
  expect(whyNotUpload({ status: 'superseded', uploadedAt: null })?.code).toBe('parts-plan.not-approved')
  expect([whyNotCorrect({ status: 'approved' }), whyNotDraw({ status: 'approved' })]).toEqual([null, null])
})

test('a page ends at an amount and a part, whatever was sent instead', () => {
  expect(markOf(textOf({ amount: -12, partNumber: 'OIL-5W30' }))).toEqual({ amount: -12, partNumber: 'OIL-5W30' })
  expect([markOf(undefined), markOf('x'), markOf("1 '; drop")]).toEqual([null, null, null])
})
