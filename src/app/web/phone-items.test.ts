import { expect, test } from 'vitest'
import { phoneItems } from './phone-items.ts'

test('a technician has his jobs one touch away on the phone; an advisor keeps the order of the navigation', () => {
  expect(phoneItems(['today', 'repair-orders', 'tasks', 'expenses', 'my-jobs', 'workshop'], ['my-jobs'])).toEqual(['today', 'my-jobs', 'repair-orders', 'tasks', 'expenses', 'workshop'])
  expect(phoneItems(['today', 'appointments', 'repair-orders', 'tasks'], [])).toEqual(['today', 'appointments', 'repair-orders', 'tasks'])
  expect(phoneItems([], [])).toEqual([])
})
