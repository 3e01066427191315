import { expect, test } from 'vitest'
import { answerDueAt, assigneeOf, whyNotAnswer, whyNotClose } from './complaint.ts'
import { callDueAt, inCallOrder, isWaiting, whyNotRecord } from './follow-up.ts'

test('a follow-up waits until somebody was reached, refused, or three attempts were made', () => {
  expect([isWaiting({ attempts: 0, answered: false }), isWaiting({ attempts: 2, answered: false }), isWaiting({ attempts: 3, answered: false }), isWaiting({ attempts: 1, answered: true })]).toEqual([true, true, false, false])
})

const at = (time: string) => new Date(`2026-11-${time}:00Z`)

test('the call is due at the end of the asked time, once it was tried then and for who named none within three days', () => {
  const delivered = { deliveredAt: at('24T08:00'), attempts: 0 }
  const asked = { from: at('25T01:00'), to: at('25T03:00') }
  expect(callDueAt({ ...delivered, asked: null })).toEqual(at('27T08:00'))
  expect(callDueAt({ ...delivered, asked })).toEqual(at('25T03:00'))
  expect(callDueAt({ ...delivered, asked, attempts: 1 })).toEqual(at('27T08:00'))
  expect(callDueAt({ ...delivered, asked: { from: at('27T10:00'), to: at('27T12:00') }, attempts: 1 })).toEqual(at('27T12:00'))
})

test('whose hour it is comes first, then who can be called now, the first due in front; who asked for later behind, by his hour', () => {
  const row = (name: string, due: string, from: string | null) => ({ name, attempts: 0, dueAt: at(due), asked: from === null ? null : { from: at(from), to: at(due) } })
  const rows = [row('evening', '25T12:00', '25T10:00'), row('any', '27T08:00', null), row('noon', '25T06:00', '25T04:00'), row('now', '25T03:00', '25T01:00'), row('old', '24T08:00', null)]
  expect(inCallOrder(rows, at('25T02:00')).map(({ name }) => name)).toEqual(['now', 'old', 'any', 'noon', 'evening'])
  expect(inCallOrder(rows, at('25T11:00')).map(({ name }) => name)).toEqual(['evening', 'old', 'now', 'noon', 'any'])
  expect(inCallOrder(rows.map((one) => ({ ...one, attempts: 1 })), at('25T11:00'))[0]?.name).toBe('old') // tried in his hour already
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
