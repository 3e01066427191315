import { expect, test } from 'vitest'
import { monthAfter, monthBefore, nextOrderDay, whyNotAnnounce, whyNotDays, whyNotOrderDay } from './calendar.ts'
import { presetKinds } from './kinds.ts'

const days = [{ day: '2026-11-25', kind: 'M' }, { day: '2026-12-05', kind: 'M' }]
const kind = { code: 'M', calendarBound: true }

test('an order bound to the calendar goes out on its day, or with the reason; the others on any day', () => {
  const facts = { kind, today: '2026-11-25', days, reason: '' }
  expect(whyNotOrderDay(facts)).toBeNull()
  expect(whyNotOrderDay({ ...facts, today: '2026-11-26' })).toMatchObject({ code: 'parts-orders.not-an-order-day', facts: { next: '2026-12-05' } })
  expect(whyNotOrderDay({ ...facts, today: '2026-11-26', reason: '厂家补开' })).toBeNull()
  expect(whyNotOrderDay({ ...facts, today: '2026-12-06' })?.code).toBe('parts-orders.no-order-day-known')
  expect(whyNotOrderDay({ ...facts, kind: { code: 'J', calendarBound: false }, today: '2026-12-06' })).toBeNull()
  expect(nextOrderDay(days, 'M', '2026-11-26')).toBe('2026-12-05')
})

test('a month is announced when it has days, once', () => {
  expect(whyNotAnnounce({ days: 3, announced: false })).toBeNull()
  expect(whyNotAnnounce({ days: 0, announced: false })?.code).toBe('parts-orders.month-empty')
  expect(whyNotAnnounce({ days: 3, announced: true })?.code).toBe('parts-orders.announced-already')
})

test('days belong to their month and to kinds with a calendar', () => {
  expect(whyNotDays({ month: '2026-11', days: [{ day: '2026-11-25', kind: 'M' }], kinds: presetKinds })).toBeNull()
  expect(whyNotDays({ month: '2026-11', days, kinds: presetKinds })?.code).toBe('parts-orders.day-of-another-month')
  expect(whyNotDays({ month: '2026-11', days: [{ day: '2026-11-25', kind: 'E' }], kinds: presetKinds })?.code).toBe('parts-orders.kind-without-calendar')
  expect([monthAfter('2026-11'), monthAfter('2026-12'), monthBefore('2026-12'), monthBefore('2026-01')]).toEqual(['2026-12', '2027-01', '2026-11', '2025-12'])
})
