import { expect, test } from 'vitest'
import { fateOf } from './wished-parts.ts'

test('a car that is there takes its parts along until the customer has signed; who does not come loses them with the day', () => {
  for (const orderStatus of ['arrived', 'received', 'estimated']) expect(fateOf({ dayOver: false, orderStatus })).toBe('hand-over')
  for (const orderStatus of ['authorised', 'in_work', 'delivered', 'cancelled']) expect(fateOf({ dayOver: false, orderStatus })).toBe('release')
  expect(fateOf({ dayOver: false, orderStatus: null })).toBe('top-up')
  expect(fateOf({ dayOver: true, orderStatus: null })).toBe('release')
})
