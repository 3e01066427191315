import { expect, test } from 'vitest'
import { whyNotAuthoriseWith, whyNotDecide, whyNotPropose, whyNotWithdraw, type DecideFacts } from './comeback.ts'

const facts: DecideFacts = { orderStatus: 'estimated', status: 'proposed', isProposer: false, payer: 'internal', cause: 'workmanship', technicianId: 'he', reason: '' }
const code = (change: Partial<DecideFacts>) => whyNotDecide({ ...facts, ...change })?.code ?? null

test('somebody else than the proposer decides once, before the customer signs', () => {
  expect([code({}), code({ isProposer: true }), code({ status: 'decided' }), code({ orderStatus: 'authorised' })]).toEqual([null, 'quality.own-proposal', 'quality.not-open', 'quality.estimate-closed'])
})

test('workmanship names a technician; the customer pays only with a reason', () => {
  expect([code({ technicianId: null }), code({ technicianId: null, cause: 'part' }), code({ payer: 'customer' }), code({ payer: 'customer', reason: '与原维修无关' })]).toEqual(['quality.technician-missing', null, 'quality.reason-missing', null])
})

test('a comeback is proposed within the guarantee, after the reception, in the customer\'s words', () => {
  const propose = (change: object) => whyNotPropose({ orderStatus: 'received', within: true, words: '又响了', ...change })?.code ?? null
  expect([propose({}), propose({ orderStatus: 'arrived' }), propose({ within: false }), propose({ words: ' ' })]).toEqual([null, 'quality.estimate-closed', 'quality.guarantee-over', 'quality.words-missing'])
})

test('the customer signs when every comeback is decided and its lines carry its payer', () => {
  const said = (...comebacks: Parameters<typeof whyNotAuthoriseWith>[0]) => whyNotAuthoriseWith(comebacks)?.code ?? null
  expect(said()).toBeNull()
  expect(said({ status: 'decided', payer: 'internal', linePayers: ['internal'] }, { status: 'withdrawn', payer: null, linePayers: [] })).toBeNull()
  expect(said({ status: 'proposed', payer: null, linePayers: ['internal'] })).toBe('quality.undecided')
  expect(said({ status: 'decided', payer: 'internal', linePayers: [] })).toBe('quality.no-lines-marked')
  expect(said({ status: 'decided', payer: 'internal', linePayers: ['internal', 'customer'] })).toBe('quality.payer-changed')
})

test('only what is undecided is withdrawn, with a reason', () => {
  expect([whyNotWithdraw({ status: 'decided', reason: 'x' })?.code, whyNotWithdraw({ status: 'proposed', reason: '' })?.code, whyNotWithdraw({ status: 'proposed', reason: 'x' })]).toEqual(['quality.not-open', 'quality.reason-missing', null])
})
