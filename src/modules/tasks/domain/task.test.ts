import { expect, test } from 'vitest'
import { isMine, isOverdue, problemDueAt, whyNotCheck, whyNotDo, whyNotGive, whyNotPass, whyNotReport, whyNotWithdraw } from './task.ts'

const now = new Date('2026-11-24T02:00:00Z')

test('a problem needs words or a photo, and is due within a day by the clock', () => {
  expect(whyNotReport({ words: ' ', photos: 0 })?.code).toBe('tasks.words-or-photo')
  expect([whyNotReport({ words: '漏水', photos: 0 }), whyNotReport({ words: '', photos: 1 })]).toEqual([null, null])
  expect(problemDueAt(now)).toEqual(new Date('2026-11-25T02:00:00Z'))
})

test('a task says what and by when, and goes to somebody who holds the position', () => {
  const facts = { words: '清理旧件架', dueAt: new Date('2026-11-25T02:00:00Z'), now, ownerHolds: null, held: true }
  expect(whyNotGive(facts)).toBeNull()
  expect(whyNotGive({ ...facts, words: '' })?.code).toBe('tasks.words-missing')
  expect(whyNotGive({ ...facts, dueAt: now })?.code).toBe('tasks.due-in-the-past')
  expect(whyNotGive({ ...facts, ownerHolds: false })?.code).toBe('tasks.owner-of-another-position')
  expect(whyNotGive({ ...facts, held: false })?.code).toBe('tasks.nobody-holds-it')
})

test('a task of a position is everybody’s who holds it, one of a person his own and his deputy’s', () => {
  const he = { personId: 'a', positions: ['WSS'], standsInFor: ['c'] }
  expect(isMine({ position: 'WSS', ownerId: null }, he)).toBe(true)
  expect(isMine({ position: 'FDS', ownerId: null }, he)).toBe(false)
  expect([isMine({ position: 'FDS', ownerId: 'a' }, he), isMine({ position: 'FDS', ownerId: 'c' }, he), isMine({ position: 'WSS', ownerId: 'b' }, he)]).toEqual([true, true, false])
})

test('its owner does it, with words and the photo that was asked for', () => {
  const facts = { status: 'open', mine: true, words: '已清理', photoNeeded: true, photos: 1 } as const
  expect(whyNotDo(facts)).toBeNull()
  expect(whyNotDo({ ...facts, status: 'checked' })?.code).toBe('tasks.not-open')
  expect(whyNotDo({ ...facts, mine: false })?.code).toBe('tasks.of-another')
  expect(whyNotDo({ ...facts, words: '' })?.code).toBe('tasks.words-missing')
  expect(whyNotDo({ ...facts, photos: 0 })?.code).toBe('tasks.photo-missing')
})

test('who gave it checks it or the station manager does, never who did it; sent back with a reason', () => {
  const facts = { status: 'done', gave: true, judgesAll: false, did: false, good: true, words: '' } as const
  expect(whyNotCheck(facts)).toBeNull()
  expect(whyNotCheck({ ...facts, gave: false, judgesAll: true })).toBeNull()
  expect(whyNotCheck({ ...facts, did: true, judgesAll: true })?.code).toBe('tasks.own-work')
  expect(whyNotCheck({ ...facts, gave: false })?.code).toBe('tasks.given-by-another')
  expect(whyNotCheck({ ...facts, good: false })?.code).toBe('tasks.reason-missing')
  expect(whyNotCheck({ ...facts, status: 'open' })?.code).toBe('tasks.not-done')
})

test('an open task is withdrawn by who gave it; passed on by its owner too, but not put off by him', () => {
  const withdrawal = { status: 'open', gave: true, judgesAll: false, words: '重复' } as const
  expect(whyNotWithdraw(withdrawal)).toBeNull()
  expect(whyNotWithdraw({ ...withdrawal, status: 'done' })?.code).toBe('tasks.not-open')
  expect(whyNotWithdraw({ ...withdrawal, gave: false })?.code).toBe('tasks.given-by-another')
  expect(whyNotWithdraw({ ...withdrawal, words: '' })?.code).toBe('tasks.reason-missing')
  const passing = { status: 'open', mine: true, gave: false, judgesAll: false, later: false, words: '属车间' } as const
  expect(whyNotPass(passing)).toBeNull()
  expect(whyNotPass({ ...passing, later: true })?.code).toBe('tasks.deadline-of-the-giver')
  expect(whyNotPass({ ...passing, later: true, gave: true })).toBeNull()
  expect(whyNotPass({ ...passing, mine: false })?.code).toBe('tasks.of-another')
  expect(whyNotPass({ ...passing, words: '' })?.code).toBe('tasks.reason-missing')
})

test('what is open past its deadline is overdue', () => {
  const dueAt = new Date('2026-11-23T02:00:00Z')
  expect([isOverdue({ status: 'open', dueAt }, now), isOverdue({ status: 'done', dueAt }, now)]).toEqual([true, false])
})
