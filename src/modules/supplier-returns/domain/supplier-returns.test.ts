import fc from 'fast-check'
import { expect, test } from 'vitest'
import { whyNotAnswer, whyNotClose, whyNotOpen, whyNotReopen, whyNotWithdrawClaim } from './claim.ts'
import { returnStatuses, whyNotAgree, whyNotAsk, whyNotConfirm, whyNotReverse, whyNotSend, whyNotTakeSlip, whyNotWithdraw, type ReturnStatus } from './return.ts'

test('whatever people try, goods leave only after the supplier agreed, and come back only before he credited them', () => {
  const deeds = ['agree', 'send', 'confirm', 'credit', 'reopen', 'reverse', 'withdraw'] as const
  fc.assert(fc.property(fc.array(fc.constantFrom(...deeds), { maxLength: 20 }), (tries) => {
    let status: ReturnStatus = 'asked'
    let [agreed, outside, credited] = [false, false, false]
    for (const deed of tries) {
      if (deed === 'agree' && whyNotAgree({ status, lines: ['a'], credits: ['a'] }) === null) [status, agreed] = ['agreed', true]
      if (deed === 'send' && whyNotSend(status) === null) { expect(agreed).toBe(true); [status, outside] = ['sent', true] }
      if (deed === 'confirm' && status === 'sent' && whyNotConfirm({ status, arrived: false }) === null) status = 'arrived'
      if (deed === 'credit' && (status === 'sent' || status === 'arrived')) [status, credited] = ['credited', true]
      if (deed === 'reopen' && status === 'credited') [status, credited] = ['sent', false]
      if (deed === 'reverse' && whyNotReverse({ status, statement: credited ? 'SS' : null }) === null) { expect([outside, credited]).toEqual([true, false]); [status, outside] = ['reversed', false] }
      if (deed === 'withdraw' && whyNotWithdraw(status) === null) { expect(outside).toBe(false); status = 'withdrawn' }
    }
    expect(outside).toBe(['sent', 'arrived', 'credited'].includes(status))
  }))
})

test('a part that was not fitted names its car, and the supplier names a credit for each line', () => {
  expect(whyNotAsk({ about: '', causes: ['wrong', 'overstock'] })).toBeNull()
  expect(whyNotAsk({ about: ' ', causes: ['wrong', 'unfitted'] })).toMatchObject({ code: 'supplier-returns.unfitted-names-car' })
  expect(whyNotAgree({ status: 'asked', lines: ['a', 'b'], credits: ['a', 'a'] })).toMatchObject({ code: 'supplier-returns.credit-missing' })
  expect(whyNotAgree({ status: 'agreed', lines: ['a', 'b'], credits: ['b', 'a'] })).toBeNull()
  expect(whyNotAgree({ status: 'sent', lines: ['a'], credits: ['a'] })).toMatchObject({ code: 'supplier-returns.not-to-agree' })
  expect(returnStatuses.filter((status) => whyNotSend(status) === null)).toEqual(['agreed'])
})

test('finance takes the slip once, the arrival is confirmed once, and a credit stops the reversal', () => {
  expect(returnStatuses.filter((status) => whyNotTakeSlip({ status, slipTaken: false }) === null)).toEqual(['sent', 'arrived', 'credited'])
  expect(whyNotTakeSlip({ status: 'sent', slipTaken: true })).toMatchObject({ code: 'supplier-returns.slip-taken' })
  expect(whyNotConfirm({ status: 'credited', arrived: true })).toMatchObject({ code: 'supplier-returns.arrived-already' })
  expect(whyNotConfirm({ status: 'agreed', arrived: false })).toMatchObject({ code: 'supplier-returns.not-sent' })
  expect(whyNotReverse({ status: 'credited', statement: 'SS-1' })).toMatchObject({ code: 'supplier-returns.credited-already', facts: { statement: 'SS-1' } })
  expect(whyNotReverse({ status: 'reversed', statement: null })).toMatchObject({ code: 'supplier-returns.nothing-to-reverse' })
})

test('a claim stands on a paper that names the part, and its deadline lies ahead', () => {
  const facts = { dueDay: '2026-11-26', today: '2026-11-23', basis: 'RO-1', known: true, part: 'BRK', onPaper: true }
  expect(whyNotOpen(facts)).toBeNull()
  expect(whyNotOpen({ ...facts, dueDay: '2026-11-22' })).toMatchObject({ code: 'supplier-returns.due-in-past' })
  expect(whyNotOpen({ ...facts, known: false })).toMatchObject({ code: 'supplier-returns.no-such-paper' })
  expect(whyNotOpen({ ...facts, onPaper: false })).toMatchObject({ code: 'supplier-returns.part-not-on-paper' })
})

test('an answer gives at most what was claimed; a credit closes the claim only when a statement holds it', () => {
  const answer = { status: 'open', remedy: 'credit', grantedFen: 500, claimedFen: 500 } as const
  expect(whyNotAnswer(answer)).toBeNull()
  expect(whyNotAnswer({ ...answer, grantedFen: 501 })).toMatchObject({ code: 'supplier-returns.granted-too-much' })
  expect(whyNotAnswer({ ...answer, grantedFen: 0 })).toMatchObject({ code: 'supplier-returns.granted-missing' })
  expect(whyNotAnswer({ ...answer, remedy: 'replacement', grantedFen: 0 })).toBeNull()
  expect(whyNotAnswer({ ...answer, remedy: null, grantedFen: 0 })).toBeNull()
  expect(whyNotAnswer({ ...answer, status: 'closed' })).toMatchObject({ code: 'supplier-returns.claim-not-open' })
  expect(whyNotClose({ status: 'accepted', remedy: 'credit', statement: null })).toMatchObject({ code: 'supplier-returns.claim-not-credited' })
  expect(whyNotClose({ status: 'accepted', remedy: 'credit', statement: 'SS-1' })).toBeNull()
  expect(whyNotClose({ status: 'open', remedy: null, statement: null })).toMatchObject({ code: 'supplier-returns.claim-not-answered' })
  expect(whyNotReopen({ status: 'closed', remedy: 'credit', statement: 'SS-1' })).toMatchObject({ code: 'supplier-returns.credited-already' })
  expect(whyNotReopen({ status: 'refused', remedy: null, statement: null })).toBeNull()
  expect(whyNotWithdrawClaim('refused')).toMatchObject({ code: 'supplier-returns.claim-not-open' })
})
