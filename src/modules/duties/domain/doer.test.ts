import { expect, test } from 'vitest'
import { rosterOf, type RosterFacts } from '../../rosters/domain/roster.ts'
import { doerOf, whoDid, whoIsTold, whoseToday } from './doer.ts'

// Monday 23 November 2026, ten o'clock in Shanghai; open every day.
const hours = { opens: '08:30', closes: '17:30' }
const facts: RosterFacts = {
  opening: { weekdays: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((weekday) => [weekday, hours])), exceptions: {} },
  patterns: [{ personId: 'd', since: '2026-11-01', days: ['early', 'early', 'off', 'early', 'early', 'early', 'early'], version: 1 }],
  entries: [{ personId: 'b', day: '2026-11-24', shift: null, version: 1 }, { personId: 'a', day: '2026-11-26', shift: null, version: 1 }],
  absences: [{ personId: 'a', fromDay: '2026-11-24', untilDay: '2026-11-26', kind: 'sick', deputyId: 'd', deputyName: 'D' }, { personId: 'c', fromDay: '2026-11-24', untilDay: '2026-11-26', kind: 'leave', deputyId: null, deputyName: '' }],
}
const presence = { roster: rosterOf(facts), now: new Date('2026-11-23T02:00:00Z'), timeZone: 'Asia/Shanghai', people: new Set(['a', 'b', 'c', 'd']) }
const doer = (holderId: string, opens: string, due: string, daily = opens === due, people = presence.people) =>
  doerOf({ holderId, opensAt: new Date(`${opens}T00:00:00+08:00`), dueAt: new Date(`${due}T17:30:00+08:00`), daily }, { ...presence, people })

test('a day off is no day of his duties; a day of absence is his deputy\'s, or nobody\'s', () => {
  expect([doer('b', '2026-11-23', '2026-11-23'), doer('b', '2026-11-24', '2026-11-24')]).toEqual(['himself', 'nobody'])
  expect([doer('a', '2026-11-23', '2026-11-23'), doer('a', '2026-11-24', '2026-11-24'), doer('c', '2026-11-24', '2026-11-24')]).toEqual(['himself', { id: 'd', name: 'D' }, 'nobody'])
  expect(doer('a', '2026-11-25', '2026-11-25')).toBe('nobody') // the deputy himself is off
  expect(doer('a', '2026-11-26', '2026-11-26')).toBe('nobody') // he would have been off anyway
  expect(doer('a', '2026-11-24', '2026-11-24', true, new Set(['a']))).toBe('nobody') // the deputy has left the store
})

test('what is not owed each day waits for him, unless he is absent as long as it is open', () => {
  expect(doer('b', '2026-11-24', '2026-11-24', false)).toBe('himself')
  expect(doer('a', '2026-11-24', '2026-11-26', false)).toEqual({ id: 'd', name: 'D' })
  expect(doer('a', '2026-11-23', '2026-11-26', false)).toBe('himself')
  expect(doer('a', '2026-11-24', '2026-11-27', false)).toBe('himself')
  expect(doer('c', '2026-11-24', '2026-11-26', false)).toBe('himself')
  const both = rosterOf({ ...facts, absences: [...facts.absences, { personId: 'd', fromDay: '2026-11-26', untilDay: '2026-11-26', kind: 'sick', deputyId: null, deputyName: '' }] })
  expect(doerOf({ holderId: 'a', opensAt: new Date('2026-11-24T00:00:00+08:00'), dueAt: new Date('2026-11-26T17:30:00+08:00'), daily: false }, { ...presence, roster: both })).toBe('himself') // his deputy fell ill too
})

test('a position\'s own duties are done by who is there, its deputies, then the superior; who is absent has none that another does', () => {
  const [there, standIn, nobody] = [{ name: 'A', deputyId: null }, { name: 'B', deputyId: 'd' }, { name: 'C', deputyId: null }]
  const me = (personId: string, positions: string[], absent = false) => ({ personId, positions, absent })
  const covered = { isCovered: true, holders: [there, standIn], superior: 'STM' }
  expect([whoseToday(covered, me('a', ['FDS']), 'FDS'), whoseToday(covered, me('b', ['FDS'], true), 'FDS'), whoseToday(covered, me('d', ['WSS']), 'FDS'), whoseToday(covered, me('s', ['STM']), 'FDS')]).toEqual(['mine', 'not-mine', 'not-mine', 'not-mine'])
  const away = { isCovered: false, holders: [standIn, nobody], superior: 'STM' }
  expect([whoseToday(away, me('d', ['WSS']), 'FDS'), whoseToday(away, me('b', ['FDS'], true), 'FDS'), whoseToday(away, me('c', ['FDS']), 'FDS'), whoseToday(away, me('s', ['STM']), 'FDS')]).toEqual([['B'], 'not-mine', 'mine', 'not-mine'])
  const alone = { isCovered: false, holders: [nobody], superior: 'STM' }
  expect([whoseToday(alone, me('s', ['STM']), 'FDS'), whoseToday(alone, me('s', ['STM'], true), 'FDS'), whoseToday(alone, me('c', ['FDS'], true), 'FDS'), whoseToday({ ...alone, superior: null }, me('c', ['FDS'], true), 'FDS')]).toEqual([['C'], 'not-mine', 'not-mine', 'mine'])
  expect(whoseToday({ ...alone, holders: [] }, me('s', ['STM']), 'FDS')).toEqual([])
})

test('of what a position owes together who is there is told, else its deputies, else the superior, and all of them where nobody is', () => {
  const [here, away, covered] = [{ id: 'a', there: true, deputyId: null }, { id: 'b', there: false, deputyId: null }, { id: 'c', there: false, deputyId: 'd' }]
  expect(whoIsTold({ holders: [here, away, covered], superiors: ['s'] })).toEqual(['a'])
  expect(whoIsTold({ holders: [away, covered, { ...covered, id: 'e' }], superiors: ['s'] })).toEqual(['d'])
  expect(whoIsTold({ holders: [away], superiors: ['s'] })).toEqual(['s'])
  expect([whoIsTold({ holders: [], superiors: ['s'] }), whoIsTold({ holders: [away], superiors: [] })]).toEqual([['s'], ['b']])
})

test('what data closed of a position is his whose work the records are, where one of several did it; else nobody\'s by name, or his who alone was there', () => {
  const [a, b] = [{ id: 'a', name: 'A' }, { id: 'b', name: 'B' }]
  expect(whoDid([a, b], [a])).toEqual(a)
  expect(whoDid([a, b], [{ name: 'B' }, { name: 'C' }])).toEqual(b) // some records keep the name alone
  expect([whoDid([a, b], [a, b]), whoDid([a, b], []), whoDid([a, b], [{ id: 'c', name: 'A' }]), whoDid([], [a])]).toEqual([null, null, null, null])
  expect([whoDid([a], []), whoDid([a], [b])]).toEqual([a, a])
})
