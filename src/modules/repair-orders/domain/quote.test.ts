import { expect, test } from 'vitest'
import { statuses } from './life.ts'
import { isExpired, quotedUntil, whyNotArrive } from './quote.ts'

test('the prices of a quote hold through its last day, over the end of a month and a year', () => {
  expect(quotedUntil('2026-12-20')).toBe('2027-01-04')
  expect(isExpired('2027-01-04', '2027-01-04')).toBe(false)
  expect(isExpired('2027-01-04', '2027-01-05')).toBe(true)
})

test('only a quote arrives, and only when the car is not in the shop already', () => {
  expect(statuses.filter((status) => whyNotArrive({ status }, null) === null)).toEqual(['quoted'])
  expect(whyNotArrive({ status: 'arrived' }, null)?.code).toBe('repair-orders.not-a-quote')
  expect(whyNotArrive({ status: 'quoted' }, 'RO-SH1-261124-0001')).toMatchObject({ code: 'repair-orders.already-in-shop', facts: { number: 'RO-SH1-261124-0001' } })
})
