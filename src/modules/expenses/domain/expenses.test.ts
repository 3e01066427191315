import fc from 'fast-check'
import { expect, test } from 'vitest'
import { claimStatuses, nextStep, paidAtSettling, stepLeadsTo, steps, takesReceipts, whyNotAgain, whyNotClaim, whyNotReverse, whyNotSettle, whyNotSign, type ClaimStatus } from './claim.ts'
import { whyNotDraw, whyNotReturn, whyNotUse } from './iou.ts'
import { accountOf, accountShape, presetRule, whyNotKeep, whyNotOfKind, needsReceipt, whole } from './rule.ts'

test('whatever people try, what is paid was signed, then approved, by two others, and paid by a third', () => {
  const people = ['pts', 'stm', 'fin', 'csh']
  fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...steps, 'settle' as const), fc.constantFrom(...people)), { maxLength: 30 }), (tries) => {
    let status: ClaimStatus = 'asked'
    const hands: string[] = []
    for (const [step, by] of tries) {
      if (step === 'settle') {
        if (whyNotSettle({ status, personId: 'pts', by, receiptMissing: false }) === null) [status, hands[2]] = ['settled', by]
      } else if (whyNotSign({ status, step, personId: 'pts', signedBy: hands[0] ?? null, by }) === null) {
        hands.push(by)
        status = stepLeadsTo[step]
      }
    }
    expect(hands).not.toContain('pts')
    expect(new Set(hands.slice(0, 2)).size).toBe(Math.min(2, hands.length))
    expect(status === 'settled').toBe(hands.length === 3)
  }))
})

test('each refusal says what is wrong with a signature, a settlement or a reversal', () => {
  const facts = { status: 'asked', step: 'signature', personId: 'pts', signedBy: null, by: 'stm' } as const
  expect(whyNotSign(facts)).toBeNull()
  expect(whyNotSign({ ...facts, step: 'approval' })).toMatchObject({ code: 'expenses.not-its-turn' })
  expect(whyNotSign({ ...facts, by: 'pts' })).toMatchObject({ code: 'expenses.own-claim' })
  expect(whyNotSign({ ...facts, status: 'signed', step: 'approval', signedBy: 'stm' })).toMatchObject({ code: 'expenses.signed-already' })
  expect(claimStatuses.map((status) => nextStep(status))).toEqual(['signature', 'approval', null, null, null, null, null])
  expect(whyNotSettle({ status: 'signed', personId: 'pts', by: 'csh', receiptMissing: false })).toMatchObject({ code: 'expenses.not-approved' })
  expect(whyNotSettle({ status: 'approved', personId: 'pts', by: 'csh', receiptMissing: true })).toMatchObject({ code: 'expenses.receipt-missing' })
  expect(claimStatuses.filter((status) => takesReceipts(status))).toEqual(['asked', 'signed', 'approved', 'sent-back'])
  expect(whyNotSettle({ status: 'approved', personId: 'csh', by: 'csh', receiptMissing: true })).toMatchObject({ code: 'expenses.own-claim' })
  expect(whyNotReverse({ status: 'settled', settledBy: 'csh', by: 'csh' })).toMatchObject({ code: 'expenses.own-settlement' })
  expect(whyNotReverse({ status: 'reversed', settledBy: 'csh', by: 'fin' })).toMatchObject({ code: 'expenses.nothing-settled' })
  expect(whyNotAgain('asked')).toMatchObject({ code: 'expenses.not-sent-back' })
  expect(whyNotClaim({ spentOn: '2026-11-24', today: '2026-11-23' })).toMatchObject({ code: 'expenses.spent-in-future' })
})

test('what goes out and what came back is the advance and the difference, to the fen', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.option(fc.integer({ min: 1, max: 1_000_000 })), (amount, advance) => {
    expect((advance ?? 0) + paidAtSettling(amount, advance)).toBe(amount)
  }))
})

test('an IOU is for somebody else, within the limit, and is used by one claim of its owner', () => {
  const draw = { open: 2, most: 2, personId: 'whk', personName: 'He', by: 'csh', drawnFor: null }
  expect(whyNotDraw(draw)).toBeNull()
  expect(whyNotDraw({ ...draw, open: 3 })).toMatchObject({ code: 'expenses.too-many-ious', facts: { person: 'He', most: 2 } })
  expect(whyNotDraw({ ...draw, personId: 'csh' })).toMatchObject({ code: 'expenses.own-advance' })
  expect(whyNotDraw({ ...draw, drawnFor: 'IO-1' })).toMatchObject({ code: 'expenses.shipment-drawn', facts: { number: 'IO-1' } })
  const use = { status: 'open', owner: 'whk', personId: 'whk', usedBy: null } as const
  expect(whyNotUse(use)).toBeNull()
  expect(whyNotUse({ ...use, personId: 'pts' })).toMatchObject({ code: 'expenses.iou-of-another' })
  expect(whyNotUse({ ...use, status: 'settled' })).toMatchObject({ code: 'expenses.iou-over' })
  expect(whyNotUse({ ...use, usedBy: 'EC-1' })).toMatchObject({ code: 'expenses.iou-used' })
  expect(whyNotReturn({ status: 'returned', usedBy: null })).toMatchObject({ code: 'expenses.iou-over' })
  expect(whyNotReturn({ status: 'open', usedBy: 'EC-1' })).toMatchObject({ code: 'expenses.iou-used' })
})

test('each kind has its account; one that was kept before kinds had any gets the preset’s, and an unknown one the usual', () => {
  expect(presetRule.kinds.every(({ account }) => accountShape.test(account))).toBe(true)
  expect([accountOf(presetRule.kinds, 'office'), accountOf(presetRule.kinds, 'freight'), accountOf(presetRule.kinds, 'gone')]).toEqual(['6602', '6601', '6601'])
  const old = { zh: '办公', en: 'Office', active: true }
  expect([whole({ code: 'office', ...old }).account, whole({ code: 'k-1', ...old }).account, whole({ code: 'office', ...old, account: '660203' }).account]).toEqual(['6602', '6601', '660203'])
  expect([whole({ code: 'office', ...old }).receipt, whole({ code: 'pick-up', ...old }).receipt, whole({ code: 'office', ...old, receipt: false }).receipt]).toEqual([true, false, false])
  expect([needsReceipt(presetRule.kinds, 'travel'), needsReceipt(presetRule.kinds, 'pick-up'), needsReceipt(presetRule.kinds, 'gone')]).toEqual([true, false, true])
  expect(['66', '66020', '6602x', '660203040506'].map((account) => accountShape.test(account))).toEqual([false, false, false, false])
})

test('kinds are added and put out of use, never taken away', () => {
  const [first] = presetRule.kinds
  const kind = { code: 'parking', zh: '停车费', en: 'Parking', active: true, account: '6602', receipt: true }
  expect(whyNotKeep(presetRule.kinds, [...presetRule.kinds, kind])).toBeNull()
  expect(whyNotKeep(presetRule.kinds, [...presetRule.kinds, kind, kind])).toMatchObject({ code: 'expenses.kind-twice' })
  expect(whyNotKeep(presetRule.kinds, presetRule.kinds.slice(1))).toMatchObject({ code: 'expenses.kind-gone', facts: { kind: first?.zh } })
  expect(whyNotKeep(presetRule.kinds, presetRule.kinds.map((one) => ({ ...one, active: false })))).toMatchObject({ code: 'expenses.no-kind' })
  expect(whyNotOfKind([{ ...kind, active: false, account: '6602' }], 'parking')).toMatchObject({ code: 'expenses.kind-unknown' })
})
