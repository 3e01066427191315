import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sealWith } from './seal.ts'

const seal = sealWith(Buffer.alloc(32, 7))

test('what is sealed opens again, and reads like nothing', () => {
  fc.assert(fc.property(fc.string({ minLength: 1, maxLength: 60 }), fc.uuid(), (secret, person) => {
    const sealed = seal.close(secret, person)
    expect(seal.open(sealed, person)).toBe(secret)
    expect(sealed).not.toBe(seal.close(secret, person))
  }))
})

test('moved to somebody else, changed, or under another key it does not open', () => {
  const sealed = seal.close('JBSWY3DPEHPK3PXP', 'li')
  expect(() => seal.open(sealed, 'wu')).toThrow(/authenticate/)
  expect(() => seal.open(`${sealed.slice(0, -2)}AA`, 'li')).toThrow(/authenticate/)
  expect(() => sealWith(randomBytes(32)).open(sealed, 'li')).toThrow(/authenticate/)
  expect(seal.open('JBSWY3DPEHPK3PXP', 'li')).toBe('JBSWY3DPEHPK3PXP')
})
