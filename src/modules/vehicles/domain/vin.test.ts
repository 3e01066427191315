import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasValidCheckDigit, normalVin, vinCheckDigit, whyNotVin } from './vin.ts'

const letters = [...'ABCDEFGHJKLMNPRSTUVWXYZ0123456789']
const anyVin = fc.array(fc.constantFrom(...letters), { minLength: 17, maxLength: 17 }).map((places) => places.join(''))

test('a VIN is the same however it was typed', () => {
  expect(normalVin(' 1m8g-dm9a xkp042788 ')).toBe('1M8GDM9AXKP042788')
})

test('the check digit of the standard\'s own examples', () => {
  expect(vinCheckDigit('1M8GDM9AXKP042788')).toBe('X')
  expect(hasValidCheckDigit('1M8GDM9AXKP042788')).toBe(true)
  expect(hasValidCheckDigit('11111111111111111')).toBe(true)
  expect(hasValidCheckDigit('1M8GDM9A1KP042788')).toBe(false)
})

test.each(['', '1M8GDM9AXKP04278', '1M8GDM9AXKP0427889', 'IM8GDM9AXKP042788', 'OM8GDM9AXKP042788', 'QM8GDM9AXKP042788', '沪A12345'])('"%s" is not a VIN', (vin) => {
  expect(whyNotVin(vin)?.code).toBe('vehicles.not-a-vin')
})

test('exactly one ninth place makes a VIN valid', () => {
  fc.assert(fc.property(anyVin, (vin) => {
    const valid = [...'0123456789X'].filter((digit) => hasValidCheckDigit(vin.slice(0, 8) + digit + vin.slice(9)))
    expect(valid).toEqual([vinCheckDigit(vin)])
  }))
})

test('one mistyped digit elsewhere is always seen, except in the ninth place itself', () => {
  fc.assert(fc.property(anyVin, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (vin, place, shift) => {
    const digit = vin[place] ?? ''
    fc.pre(place !== 8 && /\d/.test(digit))
    const right = vin.slice(0, 8) + vinCheckDigit(vin) + vin.slice(9)
    const wrong = right.slice(0, place) + String((Number(digit) + shift) % 10) + right.slice(place + 1)
    expect(hasValidCheckDigit(wrong)).toBe(false)
  }))
})
