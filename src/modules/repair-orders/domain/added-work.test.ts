import { expect, test } from 'vitest'
import { addedWorkStatuses, whyNotDecide, whyNotPriceAdded, whyNotReportMore, whyNotWithdraw } from './added-work.ts'
import { statuses } from './life.ts'

test('more work is reported on a car that is authorised and not finished', () => {
  expect(statuses.filter((status) => whyNotReportMore({ status }) === null)).toEqual(['authorised', 'in_work', 'in_inspection'])
})

test('what is decided is neither priced again nor, once agreed, withdrawn', () => {
  const order = { status: 'in_work' as const }
  expect(addedWorkStatuses.filter((status) => whyNotPriceAdded(order, { status }) === null)).toEqual(['found', 'priced'])
  expect(addedWorkStatuses.filter((status) => whyNotWithdraw({ status }) === null)).toEqual(['found', 'priced', 'refused'])
  expect(whyNotPriceAdded({ status: 'ready' }, { status: 'found' })?.code).toBe('repair-orders.added-not-in-shop')
})

const yes = {
  order: { status: 'in_work' as const }, work: { status: 'priced' as const, lines: [{ kind: 'labour' as const }] }, agreed: true, way: 'call' as const,
  customerName: '李晨', customerPhone: '19900010001', words: '同意更换', signature: null, promisedAt: 2, now: 1,
}
const parts = { status: 'priced' as const, lines: [{ kind: 'part' as const }] }

test.each([
  [{}, undefined],
  [{ work: { status: 'found' as const, lines: [] } }, 'repair-orders.added-not-priced'],
  [{ work: { status: 'agreed' as const, lines: [] } }, 'repair-orders.added-decided'],
  [{ order: { status: 'ready' as const } }, 'repair-orders.added-not-in-shop'],
  [{ order: { status: 'ready' as const }, agreed: false }, undefined],
  [{ customerName: ' ' }, 'repair-orders.added-who-missing'],
  [{ words: '' }, 'repair-orders.added-call-incomplete'],
  [{ customerPhone: ' ' }, 'repair-orders.added-call-incomplete'],
  [{ way: 'signature' as const }, 'repair-orders.added-unsigned'],
  [{ way: 'signature' as const, signature: 'data:', words: '', customerPhone: '' }, undefined],
  [{ promisedAt: 1 }, 'repair-orders.promise-in-past'],
  [{ promisedAt: 1, agreed: false }, undefined],
  [{ work: parts }, undefined],
  [{ work: parts, order: { status: 'in_inspection' as const } }, 'repair-orders.added-needs-labour'],
  [{ work: { status: 'priced' as const, lines: [{ kind: 'part' as const }, { kind: 'labour' as const }] }, order: { status: 'in_inspection' as const } }, undefined],
])('the answer of a customer with %j: %s', (change, code) => {
  expect(whyNotDecide({ ...yes, ...change })?.code).toBe(code)
})
