import { expect, test } from 'vitest'
import { answerDueAt, assigneeOf, whyNotAnswer, whyNotClose } from './complaint.ts'
import { callDueAt, isWaiting, whyNotRecord } from './follow-up.ts'

test('a follow-up waits until somebody was reached, refused, or three attempts were made; due in three days', () => {
  expect([isWaiting({ attempts: 0, answered: false }), isWaiting({ attempts: 2, answered: false }), isWaiting({ attempts: 3, answered: false }), isWaiting({ attempts: 1, answered: true })]).toEqual([true, true, false, false])
  expect(callDueAt(new Date('2026-11-24T08:00:00Z')).toISOString()).toBe('2026-11-27T08:00:00.000Z')
})

test('a complaint goes to the workshop for quality, else to the desk, and has 24 hours by the clock', () => {
  expect([assigneeOf('quality'), assigneeOf('service'), assigneeOf('price')]).toEqual(['WSS', 'FDS', 'FDS'])
  expect(answerDueAt(new Date('2026-11-24T08:00:00Z')).toISOString()).toBe('2026-11-25T08:00:00.000Z')
})

test('its position answers it with words; who answered does not close it', () => {
  const answer = { status: 'open', assignedTo: 'WSS', positions: ['WSS'], answer: '已返工，客户试车满意' } as const
  expect(whyNotAnswer(answer)).toBeNull()
  expect(whyNotAnswer({ ...answer, positions: ['STM'] })).toBeNull()
  expect(whyNotAnswer({ ...answer, positions: ['FDS'] })?.code).toBe('care.assigned-elsewhere')
  expect(whyNotAnswer({ ...answer, status: 'closed' })?.code).toBe('care.not-open')
  expect(whyNotAnswer({ ...answer, answer: '' })?.code).toBe('care.words-missing')
  const close = { status: 'answered', answeredBy: '甲', personName: '乙', content: true, words: '' } as const
  expect(whyNotClose(close)).toBeNull()
  expect(whyNotClose({ ...close, personName: '甲' })?.code).toBe('care.own-answer')
  expect(whyNotClose({ ...close, content: false })?.code).toBe('care.words-missing')
  expect(whyNotClose({ ...close, status: 'open' })?.code).toBe('care.not-answered')
})

test('an answered call has every score; who is not satisfied has a complaint with his words', () => {
  const call = { result: 'reached', scores: { reception: 5, quality: 2, price: 4, time: 5, cleanliness: 5 }, satisfied: true, words: '', complaint: null } as const
  expect(whyNotRecord(call)).toBeNull()
  expect(whyNotRecord({ ...call, scores: { quality: 2 } })?.code).toBe('care.scores-missing')
  expect(whyNotRecord({ ...call, satisfied: null })?.code).toBe('care.scores-missing')
  expect(whyNotRecord({ ...call, satisfied: false, words: '等得太久' })?.code).toBe('care.complaint-missing')
  expect(whyNotRecord({ ...call, satisfied: false, complaint: 'time' })?.code).toBe('care.words-missing')
  expect(whyNotRecord({ ...call, satisfied: false, complaint: 'time', words: '等得太久' })).toBeNull()
  expect(whyNotRecord({ ...call, result: 'no-answer', scores: {}, satisfied: null })).toBeNull()
})
