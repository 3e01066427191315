import { expect, test } from 'vitest'
import { whyNotPassOn } from './why-not-pass-on.ts'

const facts = { status: 'in_work' as const, advisorId: 'li', colleague: { id: 'wu', positions: ['SAD'] }, reason: '休假' }
test.each([
  [{}, undefined],
  [{ status: 'delivered' as const }, 'repair-orders.closed-already'],
  [{ status: 'cancelled' as const }, 'repair-orders.closed-already'],
  [{ colleague: null }, 'repair-orders.not-an-advisor'],
  [{ colleague: { id: 'wu', positions: ['TEC'] } }, 'repair-orders.not-an-advisor'],
  [{ colleague: { id: 'wu', positions: ['TEC', 'FDS'] } }, undefined],
  [{ colleague: { id: 'li', positions: ['SAD'] } }, 'repair-orders.his-already'],
  [{ reason: ' ' }, 'repair-orders.pass-on-needs-reason'],
])('passing an order on with %j: %s', (change, code) => {
  expect(whyNotPassOn({ ...facts, ...change })?.code).toBe(code)
})
