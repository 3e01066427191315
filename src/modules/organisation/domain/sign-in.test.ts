import { expect, test } from 'vitest'
import { isAlive, normalLogin, owesOf, sightIsOld, whyNotTry } from './sign-in.ts'

test('the tenth failure on one account slows it down, others go on', () => {
  expect(whyNotTry({ byLogin: 9, byAddress: 9 })).toBeNull()
  expect(whyNotTry({ byLogin: 10, byAddress: 10 })?.code).toBe('organisation.too-many-attempts')
  expect(whyNotTry({ byLogin: 0, byAddress: 59 })).toBeNull()
  expect(whyNotTry({ byLogin: 0, byAddress: 60 })?.code).toBe('organisation.too-many-attempts')
})

test('a session ends after two idle hours or after fourteen hours in any case', () => {
  const seenAt = new Date('2026-11-23T00:00:00Z')
  const endsAt = new Date('2026-11-23T14:00:00Z')
  expect(isAlive({ seenAt, endsAt, idleMinutes: 120 }, new Date('2026-11-23T01:59:59Z'))).toBe(true)
  expect(isAlive({ seenAt, endsAt, idleMinutes: 120 }, new Date('2026-11-23T02:00:00Z'))).toBe(false)
  expect(isAlive({ seenAt: endsAt, endsAt, idleMinutes: 120 }, endsAt)).toBe(false)
  expect(sightIsOld({ seenAt }, new Date('2026-11-23T00:00:59Z'))).toBe(false)
  expect(sightIsOld({ seenAt }, new Date('2026-11-23T00:01:01Z'))).toBe(true)
})

test('a login is the same in capitals', () => {
  expect(normalLogin(' SAD1 ')).toBe('sad1')
})

test('a password that another knows comes first, then the second factor that the position demands', () => {
  const state = { mustChange: false, outdated: false, positions: ['SEC'], demandedOf: ['SEC'], enrolled: false }
  expect(owesOf({ ...state, mustChange: true })).toBe('password')
  expect(owesOf({ ...state, outdated: true })).toBe('password')
  expect(owesOf(state)).toBe('second-factor')
  expect([owesOf({ ...state, enrolled: true }), owesOf({ ...state, positions: ['SAD'] })]).toEqual([null, null])
})

test('a session on a tablet ends after its own short idle time', () => {
  const seenAt = new Date('2026-11-23T00:00:00Z')
  expect(isAlive({ seenAt, endsAt: new Date('2026-11-23T14:00:00Z'), idleMinutes: 10 }, new Date('2026-11-23T00:10:00Z'))).toBe(false)
})
