import { expect, test } from 'vitest'
import { whyNotMerge, type MergeSide } from './why-not-merge.ts'

const aCustomer = (facts: Partial<MergeSide>): MergeSide => ({ id: 'a', name: '陆晨', mergedInto: null, erasedAt: null, ...facts })

test('two different customers may be merged', () => {
  expect(whyNotMerge(aCustomer({}), aCustomer({ id: 'b' }))).toBeNull()
})

test('nobody is merged into himself', () => {
  expect(whyNotMerge(aCustomer({}), aCustomer({}))?.code).toBe('customers.merge-into-itself')
})

test('neither side may have been merged away before', () => {
  expect(whyNotMerge(aCustomer({ mergedInto: 'c' }), aCustomer({ id: 'b' }))?.code).toBe('customers.merged-already')
  expect(whyNotMerge(aCustomer({}), aCustomer({ id: 'b', name: '顾敏', mergedInto: 'c' }))?.facts).toEqual({ name: '顾敏' })
})

test('somebody whose data was deleted is merged with nobody', () => {
  expect(whyNotMerge(aCustomer({}), aCustomer({ id: 'b', erasedAt: new Date('2026-11-23T02:00:00Z') }))?.code).toBe('customers.erased')
})
