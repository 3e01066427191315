import { expect, test } from 'vitest'
import { whyNotPriceDiagnosis } from './diagnosis.ts'

const line = { priceRule: 'follows' as const }
const whyNot = (status: Parameters<typeof whyNotPriceDiagnosis>[0]['order']['status'], words = '', priceRule: 'follows' | 'rate' = 'follows') => whyNotPriceDiagnosis({ order: { status }, line: { ...line, priceRule }, words })?.code

test('a price that was to follow is set once: at the desk without more, after the signature with what the customer said', () => {
  expect([whyNot('received'), whyNot('estimated'), whyNot('authorised', '电话同意'), whyNot('in_work', '电话同意'), whyNot('ready', '电话同意')]).toEqual([undefined, undefined, undefined, undefined, undefined])
  expect([whyNot('authorised'), whyNot('in_work', '  ')]).toEqual(['repair-orders.price-needs-yes', 'repair-orders.price-needs-yes'])
  expect(whyNot('in_work', '电话同意', 'rate')).toBe('repair-orders.price-known')
})

test('before the car is received, and once it is settled or gone, there is no price to set', () => {
  expect((['arrived', 'settled', 'delivered', 'cancelled'] as const).map((status) => whyNot(status, '电话同意'))).toEqual(Array(4).fill('repair-orders.price-too-late'))
})
