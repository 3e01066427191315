import { expect, test } from 'vitest'
import { isInForce, whyNotAdd, whyNotEnd, whyNotRename } from './own-duty.ts'

const add = { position: 'FDS', supervisors: ['STM'], maySupervise: ['STM', 'FDS'], since: '2026-11-24', today: '2026-11-24', knows: (code: string) => code !== 'XYZ' }
const end = { pack: 'own', since: '2026-11-01', until: null, lastDay: '2026-11-24', today: '2026-11-24' }

test('a duty of the own store names positions that are there, nobody supervises himself or without the right to, and it begins today at the earliest', () => {
  expect(whyNotAdd(add)).toBeNull()
  expect([{ position: 'XYZ' }, { supervisors: ['XYZ'] }, { supervisors: ['FDS'] }, { supervisors: ['STM', 'AUD'] }, { since: '2026-11-23' }].map((change) => whyNotAdd({ ...add, ...change })?.code))
    .toEqual(['duties.nobody-so-called', 'duties.nobody-so-called', 'duties.own.supervises-himself', 'duties.own.may-not-supervise', 'duties.own.day-past'])
})

test('only what the store added gets another title or position', () => {
  expect([whyNotRename({ pack: 'own' }), whyNotRename({ pack: 'default' })?.code, whyNotRename({ pack: 'NIGHT' })?.code]).toEqual([null, 'duties.own.manual-says-so', 'duties.own.manual-says-so'])
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
