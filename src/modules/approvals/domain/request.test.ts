import { expect, test } from 'vitest'
import { whyNotDecide, whyNotWithdraw, requestStates } from './request.ts'

test('somebody else decides, once', () => {
  expect(whyNotDecide({ state: 'asked', personId: 'a', by: 'b' })).toBeNull()
  expect(whyNotDecide({ state: 'asked', personId: 'a', by: 'a' })).toMatchObject({ code: 'approvals.own-request' })
  for (const state of requestStates.slice(1)) expect(whyNotDecide({ state, personId: 'a', by: 'b' })).toMatchObject({ code: 'approvals.decided-already' })
})

test('only who asked takes it back, before it is decided', () => {
  expect(whyNotWithdraw({ state: 'asked', personId: 'a', by: 'a' })).toBeNull()
  expect(whyNotWithdraw({ state: 'asked', personId: 'a', by: 'b' })).toMatchObject({ code: 'approvals.not-your-request' })
  expect(whyNotWithdraw({ state: 'refused', personId: 'a', by: 'a' })).toMatchObject({ code: 'approvals.decided-already' })
})
