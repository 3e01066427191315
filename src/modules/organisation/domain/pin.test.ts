import { expect, test } from 'vitest'
import { whyNotPin } from './pin.ts'

test('a PIN is four to six digits and no row of them', () => {
  expect(['123', '1234567', '12a4', ''].map((pin) => whyNotPin(pin)?.code)).toEqual(Array(4).fill('organisation.not-a-pin'))
  expect(['1234', '9876', '0000', '111111'].map((pin) => whyNotPin(pin)?.code)).toEqual(Array(4).fill('organisation.pin-too-easy'))
  expect(['2580', '1324', '193746'].map(whyNotPin)).toEqual([null, null, null])
})
