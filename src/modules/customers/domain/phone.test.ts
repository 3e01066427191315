import { expect, test } from 'vitest'
import { maskPhone, normalPhone, whyNotPhone } from './phone.ts'

test('a phone is the same however it was typed', () => {
  expect(normalPhone('+86 199-0000-1234')).toBe('19900001234')
  expect(normalPhone('（０２１）5550 0199')).toBe('02155500199')
})

test.each(['19900001234', '13400007315', '01055500199', '075555001999'.slice(0, 12)])('%s can be a phone', (phone) => { expect(whyNotPhone(phone)).toBeNull() })

test.each(['', '1990000123', '199000012345', '12900001234', '55500199', '1990000123a', '02105550019'])('"%s" is not a phone', (phone) => {
  expect(whyNotPhone(phone)?.code).toBe('customers.not-a-phone')
})

test('a masked phone shows three digits and the last four', () => {
  expect(maskPhone('13400007315')).toBe('134****7315')
  expect(maskPhone('134****7315')).toBe('134****7315')
  expect(maskPhone('7315')).toBe('****')
})
