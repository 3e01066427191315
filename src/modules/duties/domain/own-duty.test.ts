import { expect, test } from 'vitest'
import { isInForce, whyNotAdd, whyNotEnd } from './own-duty.ts'

const add = { position: 'FDS', supervisors: ['STM'], since: '2026-11-24', today: '2026-11-24', knows: (code: string) => code !== 'XYZ' }
const end = { pack: 'own', since: '2026-11-01', until: null, lastDay: '2026-11-24', today: '2026-11-24' }

test('a duty of the own store names positions that are there, nobody supervises himself, and it begins today at the earliest', () => {
  expect(whyNotAdd(add)).toBeNull()
  expect([{ position: 'XYZ' }, { supervisors: ['XYZ'] }, { supervisors: ['FDS'] }, { since: '2026-11-23' }].map((change) => whyNotAdd({ ...add, ...change })?.code))
    .toEqual(['duties.nobody-so-called', 'duties.nobody-so-called', 'duties.own.supervises-himself', 'duties.own.day-past'])
})

test('only what the store added is ended, once, with today as its earliest last day', () => {
  expect(whyNotEnd(end)).toBeNull()
  expect([{ pack: 'default' }, { until: '2026-11-23' }, { lastDay: '2026-11-23' }, { since: '2026-12-01' }].map((change) => whyNotEnd({ ...end, ...change })?.code))
    .toEqual(['duties.own.not-own', 'duties.own.over', 'duties.own.day-past', 'duties.own.day-past'])
})

test('a duty is owed from its first day until its last, both included; without them always', () => {
  const days = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26']
  expect(days.map((day) => isInForce({ since: '2026-11-24', until: '2026-11-25' }, day))).toEqual([false, true, true, false])
  expect(days.every((day) => isInForce({ since: null, until: null }, day))).toBe(true)
})
