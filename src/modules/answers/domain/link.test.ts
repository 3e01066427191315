import { expect, test } from 'vitest'
import { isCurrent, isTailOf, stateOfLink, whyNotAnswer } from './link.ts'

const now = new Date('2026-11-24T08:00:00Z')
const link = { answeredAt: null, voidAt: null, expiresAt: new Date('2026-11-25T08:00:00Z'), now, current: true }

test('a link is open until it is answered, replaced, expired, or one of its items changed', () => {
  expect(stateOfLink(link)).toBe('open')
  expect(stateOfLink({ ...link, answeredAt: now })).toBe('answered')
  expect([{ ...link, voidAt: now }, { ...link, expiresAt: now }, { ...link, current: false }].map(stateOfLink)).toEqual(['void', 'void', 'void'])
})

test("an answer needs the phone's last four digits, every item, a name and a signature", () => {
  const answer = { state: 'open', tail: '0001', phone: '199 0001 0001', name: '李晨', signature: 'data:image/png;base64,AA', unanswered: 0, promisedAt: 0, promiseNow: 900_000 } as const
  expect(whyNotAnswer(answer)).toBeNull()
  expect(whyNotAnswer({ ...answer, state: 'answered' })?.code).toBe('answers.answered-already')
  expect(whyNotAnswer({ ...answer, state: 'void' })?.code).toBe('answers.void')
  expect(whyNotAnswer({ ...answer, tail: '0002' })?.code).toBe('answers.wrong-tail')
  expect(whyNotAnswer({ ...answer, unanswered: 1 })?.code).toBe('answers.items-open')
  expect(whyNotAnswer({ ...answer, name: ' ' })?.code).toBe('answers.name-missing')
  expect(whyNotAnswer({ ...answer, signature: null })?.code).toBe('answers.unsigned')
  expect(whyNotAnswer({ ...answer, promiseNow: 900_001 })?.code).toBe('answers.promise-moved')
  expect([isTailOf('19900010001', ''), isTailOf('19900010001', '001'), isTailOf('', '0001')]).toEqual([false, false, false])
})

test('any change of an estimate voids its link, of added work only a change of what is asked', () => {
  const items = [{ id: 'a', version: 1 }, { id: 'b', version: 2 }]
  const more = [...items, { id: 'c', version: 1 }]
  expect([isCurrent('estimate', items, items), isCurrent('estimate', items, more), isCurrent('estimate', items, items.slice(1)), isCurrent('estimate', items, [{ id: 'a', version: 2 }, { id: 'b', version: 2 }])]).toEqual([true, false, false, false])
  expect([isCurrent('added-work', items, more), isCurrent('added-work', items, items.slice(1))]).toEqual([true, false])
})
