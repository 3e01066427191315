import { expect, test } from 'vitest'
import { beginOf, whyNotIssue } from './bulletin.ts'

test('a bulletin goes on where the last one ended, but not further back than a month', () => {
  const now = new Date('2026-11-25T02:00:00Z')
  expect(beginOf(new Date('2026-11-15T02:00:00Z'), now)).toEqual(new Date('2026-11-15T02:00:00Z'))
  expect(beginOf(null, now)).toEqual(new Date('2026-10-25T02:00:00Z'))
  expect(beginOf(new Date('2026-01-05T02:00:00Z'), now)).toEqual(new Date('2026-10-25T02:00:00Z'))
})

test('whose duty it is issues it, once a day, and says what is to be done', () => {
  const facts = { kind: 'service' as const, positions: ['FDS'], issuedToday: false, words: '接待时先打招呼' }
  expect(whyNotIssue(facts)).toBeNull()
  expect(whyNotIssue({ ...facts, positions: ['STM'] })).toBeNull()
  expect(whyNotIssue({ ...facts, kind: 'quality' })?.code).toBe('care.bulletin-of-another')
  expect(whyNotIssue({ ...facts, issuedToday: true })?.code).toBe('care.issued-today')
  expect(whyNotIssue({ ...facts, words: ' ' })?.code).toBe('care.bulletin-words-missing')
})
