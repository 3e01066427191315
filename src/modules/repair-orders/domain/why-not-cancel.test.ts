import { expect, test } from 'vitest'
import { whyNotCancel } from './why-not-cancel.ts'

test('a visit is cancelled with a reason, before the work is finished', () => {
  expect(whyNotCancel({ status: 'arrived', reason: '客户改期' })).toBeNull()
  expect(whyNotCancel({ status: 'arrived', reason: '  ' })?.code).toBe('repair-orders.cancel-needs-reason')
  expect(whyNotCancel({ status: 'ready', reason: '客户改期' })?.code).toBe('repair-orders.too-late-to-cancel')
  expect(whyNotCancel({ status: 'cancelled', reason: '客户改期' })?.code).toBe('repair-orders.too-late-to-cancel')
})
