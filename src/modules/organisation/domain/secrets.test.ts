import { expect, test } from 'vitest'
import { badgeCode, deviceCode, oneTimePassword, plainCode, recoveryCodes } from './secrets.ts'

let seed = 1
const random = (bytes: number): Uint8Array => Uint8Array.from({ length: bytes }, () => (seed = (seed * 48_271) % 2_147_483_647) % 256)

test('secrets have their shape, and no letter that is taken for another', () => {
  expect(oneTimePassword(random)).toMatch(/^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){2}$/)
  expect(deviceCode(random)).toMatch(/^[A-HJKMNP-Z2-9]{4}-[A-HJKMNP-Z2-9]{4}$/)
  expect(badgeCode(random)).toMatch(/^GWB-[A-HJKMNP-Z2-9]{24}$/)
  expect(new Set(recoveryCodes(random)).size).toBe(10)
})

test('a code is the same with blanks, dashes and capitals', () => {
  expect(plainCode(' K7MP x2ah-9wqz ')).toBe('k7mpx2ah9wqz')
})
