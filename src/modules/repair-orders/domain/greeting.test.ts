import { expect, test } from 'vitest'
import { minutesWaited, whyNotGreet } from './greeting.ts'

test('a customer is greeted once, while his car has just arrived', () => {
  expect(whyNotGreet({ status: 'arrived', greeted: false })).toBeNull()
  expect(whyNotGreet({ status: 'arrived', greeted: true })?.code).toBe('repair-orders.greeted-already')
  for (const status of ['quoted', 'received', 'delivered', 'cancelled'] as const) expect(whyNotGreet({ status, greeted: false })?.code).toBe('repair-orders.not-waiting')
})

test('whole minutes from the arrival, never less than none', () => {
  const arrived = new Date('2026-11-23T02:00:00Z')
  expect(minutesWaited(arrived, new Date('2026-11-23T02:03:59Z'))).toBe(3)
  expect(minutesWaited(arrived, new Date('2026-11-23T01:59:00Z'))).toBe(0)
})
