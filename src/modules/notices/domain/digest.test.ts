import { expect, test } from 'vitest'
import { digestOf, matterOf, type DigestItem } from './digest.ts'
import type { NoticeKind } from './kinds.ts'

const item = (kind: NoticeKind, key: string, minute = 0, read = false): DigestItem => ({ kind, key, facts: {}, path: '/today', at: new Date(Date.UTC(2026, 10, 23, 2, minute)), read })
const all = { isOver: () => false, dueToday: 0 }
const keys = (items: readonly DigestItem[]): string[] => items.map(({ key }) => key)

test.each([
  ['late 7', { what: 'duty', id: '7' }], ['climbed 7 missed1', { what: 'duty', id: '7' }], ['approval 8', { what: 'request', id: '8' }], ['deviation 9 3', { what: 'deviation', id: '9' }],
  ['promise-passed 5 2026-11-23T02:00:00.000Z', { what: 'promise', id: '5' }], ['complaint 4', { what: 'complaint', id: '4' }], ['complaint near 4 2026-11-23T02:00:00.000Z', { what: 'complaint', id: '4' }],
  ['digest 2026-11-23', { what: 'other', id: 'digest 2026-11-23' }],
] as const)('%s is about %j', (key, matter) => {
  expect(matterOf(key)).toEqual(matter)
})

test('the five worst are named, customers before duties and the older before the newer; the rest is a number', () => {
  const late = [1, 2, 3, 4].map((n) => item('duty-late', `late ${String(n)}`, n))
  const digest = digestOf([...late, item('approval-waits', 'approval a', 9), item('duty-climbed', 'climbed 9 1', 8), item('promise-passed', 'promise-passed o x', 10)], { ...all, dueToday: 2 })
  expect(keys(digest?.worst ?? [])).toEqual(['promise-passed o x', 'climbed 9 1', 'approval a', 'late 1', 'late 2'])
  expect(digest).toMatchObject({ counts: { late: 4, climbed: 1, approvals: 1, others: 1 }, dueToday: 2, rest: 2 })
})

test('a matter is said once, as it stands last', () => {
  const digest = digestOf([item('duty-climbed', 'climbed 7 2', 5), item('duty-late', 'late 7', 1), item('duty-climbed', 'climbed 7 1', 3)], all)
  expect([keys(digest?.worst ?? []), digest?.counts.late, digest?.counts.climbed, digest?.rest]).toEqual([['climbed 7 2'], 0, 1, 0])
})

test('what was seen or is over is left out; where nothing is left there is no digest, however much is due today', () => {
  const items = [item('duty-late', 'late 1', 1, true), item('duty-late', 'late 2', 2)]
  expect(keys(digestOf(items, all)?.worst ?? [])).toEqual(['late 2'])
  expect(digestOf(items, { isOver: ({ key }) => key === 'late 2', dueToday: 4 })).toBeNull()
  expect(digestOf([], { ...all, dueToday: 4 })).toBeNull()
})
