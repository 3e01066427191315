import { expect, test } from 'vitest'
import { isCommon, isOutdated, policyProfiles, strictest, whyNotPassword, type AccessPolicy } from './password-policy.ts'

const why = (password: string, policy: AccessPolicy = policyProfiles.protection) => whyNotPassword(password, 'sad2', policy)?.code ?? null

test('too short, too simple and too common are refused, each with its own sentence', () => {
  expect(why('aB3-5678')).toBe('organisation.password-too-short')
  expect(why('onlysmallletters')).toBe('organisation.password-too-simple')
  expect(why('Password123!')).toBe('organisation.password-common')
  expect(why('Sad2-kitchen-chair')).toBe('organisation.password-common')
  expect(why('Kettle-7-window')).toBeNull()
})

test('what anybody would try first is common', () => {
  expect(['1234567890', 'qwertyuiop', 'woaini1314', 'Admin@2026', 'aaaaaaaaaa', '1qaz2wsx3edc', '19900001234'].map((password) => isCommon(password, 'x'))).toEqual(Array(7).fill(true))
  expect(['gangwei-demo', 'test-password-1', 'Kettle-7-window'].map((password) => isCommon(password, 'sad'))).toEqual([false, false, false])
})

test('letters count as characters, not as bytes', () => {
  expect(why('雨天路滑请慢行', policyProfiles.standard)).toBe('organisation.password-too-short')
})

test('who works in two stores keeps the stricter rule of each kind', () => {
  expect(strictest([policyProfiles.standard, { ...policyProfiles.protection, tabletIdleMinutes: 5 }])).toEqual({ ...policyProfiles.protection, tabletIdleMinutes: 5 })
  expect(strictest([])).toEqual(policyProfiles.standard)
})

test('a password grows old by the policy, or never', () => {
  const changedAt = new Date('2026-08-01T00:00:00Z')
  expect(isOutdated(changedAt, policyProfiles.standard, new Date('2036-01-01T00:00:00Z'))).toBe(false)
  expect(isOutdated(changedAt, policyProfiles.protection, new Date('2026-10-29T23:59:59Z'))).toBe(false)
  expect(isOutdated(changedAt, policyProfiles.protection, new Date('2026-10-30T00:00:00Z'))).toBe(true)
})
