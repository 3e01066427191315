import { expect, test } from 'vitest'
import { warningsOf, type CheckFacts } from './warnings.ts'

const now = Date.parse('2026-11-24T08:00:00Z')
const check = (kind: CheckFacts['kind'], sound: boolean, minutesAgo: number): CheckFacts => ({ kind, sound, endedAt: now - minutesAgo * 60_000 })

test('all is well: no warning, and none before anything was checked', () => {
  expect(warningsOf([check('invariants', true, 600), check('chain', true, 600), check('backup', true, 600)], now)).toEqual([])
  expect(warningsOf([], now)).toEqual([])
})

test('books that do not add up stay a warning until a later check is sound', () => {
  expect(warningsOf([check('invariants', false, 1_400), check('chain', false, 3)], now)).toEqual(['invariants', 'chain'])
})

test('the disk is full now, or was a while ago', () => {
  expect(warningsOf([check('disk', false, 1)], now)).toEqual(['disk'])
  expect(warningsOf([check('disk', false, 4)], now)).toEqual([])
})

test('a backup that failed, and one that is too old', () => {
  expect(warningsOf([check('backup', false, 5)], now)).toEqual(['backup'])
  expect(warningsOf([check('backup', true, 26 * 60 + 1)], now)).toEqual(['backup-old'])
})
