import { expect, test } from 'vitest'
import { isAlive, normalLogin, sightIsOld, whyNotTry } from './sign-in.ts'

test('the tenth failure on one account slows it down, others go on', () => {
  expect(whyNotTry({ byLogin: 9, byAddress: 9 })).toBeNull()
  expect(whyNotTry({ byLogin: 10, byAddress: 10 })?.code).toBe('organisation.too-many-attempts')
  expect(whyNotTry({ byLogin: 0, byAddress: 59 })).toBeNull()
  expect(whyNotTry({ byLogin: 0, byAddress: 60 })?.code).toBe('organisation.too-many-attempts')
})

test('a session ends after two idle hours or after fourteen hours in any case', () => {
  const seenAt = new Date('2026-11-23T00:00:00Z')
  const endsAt = new Date('2026-11-23T14:00:00Z')
  expect(isAlive({ seenAt, endsAt }, new Date('2026-11-23T01:59:59Z'))).toBe(true)
  expect(isAlive({ seenAt, endsAt }, new Date('2026-11-23T02:00:00Z'))).toBe(false)
  expect(isAlive({ seenAt: endsAt, endsAt }, endsAt)).toBe(false)
  expect(sightIsOld({ seenAt, endsAt }, new Date('2026-11-23T00:00:59Z'))).toBe(false)
  expect(sightIsOld({ seenAt, endsAt }, new Date('2026-11-23T00:01:01Z'))).toBe(true)
})

test('a login is the same in capitals', () => {
  expect(normalLogin(' SAD1 ')).toBe('sad1')
})
