import { expect, test } from 'vitest'
import { mayBeInLounge, minutesWaited, whyNotGreet, whyNotLounge } from './greeting.ts'

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

test('who said that he waits is taken to the lounge once, from his yes until his car is handed over (SAD-1.6)', () => {
  for (const status of ['authorised', 'in_work', 'in_inspection', 'ready'] as const) expect(whyNotLounge({ status, waits: true, taken: false })).toBeNull()
  for (const status of ['arrived', 'estimated', 'settled', 'delivered', 'cancelled'] as const) expect([mayBeInLounge(status), whyNotLounge({ status, waits: true, taken: false })?.code]).toEqual([false, 'repair-orders.does-not-wait'])
  expect(whyNotLounge({ status: 'authorised', waits: false, taken: false })?.code).toBe('repair-orders.does-not-wait')
  expect(whyNotLounge({ status: 'authorised', waits: true, taken: true })?.code).toBe('repair-orders.in-lounge-already')
})
