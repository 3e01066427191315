import { expect, test } from 'vitest'
import { beyondRights, whyNotAbsent, whyNotEnd, whyNotTouch } from './absence.ts'

const today = '2026-11-23'
const wish = { personId: 'a', deputyId: 'b', fromDay: '2026-11-24', untilDay: '2026-11-26', today, others: [] }
const away = (personId: string, fromDay: string, untilDay: string) => [{ personId, fromDay, untilDay }]

test('one absence at a time, with a deputy who is another person and there all of it', () => {
  expect(whyNotAbsent(wish)).toBeNull()
  expect(whyNotAbsent({ ...wish, deputyId: null })).toBeNull()
  expect(whyNotAbsent({ ...wish, others: away('a', '2026-11-26', '2026-11-30') })).toMatchObject({ code: 'rosters.absent-already', facts: { from: '2026-11-26' } })
  expect(whyNotAbsent({ ...wish, others: away('a', '2026-11-27', '2026-11-30') })).toBeNull()
  expect(whyNotAbsent({ ...wish, deputyId: 'a' })?.code).toBe('rosters.own-deputy')
  expect(whyNotAbsent({ ...wish, others: away('b', '2026-11-20', '2026-11-24') })?.code).toBe('rosters.deputy-absent')
})

test('days in their order, a month back at most, a year long at most', () => {
  expect(whyNotAbsent({ ...wish, untilDay: '2026-11-23' })?.code).toBe('rosters.until-before-from')
  expect(whyNotAbsent({ ...wish, fromDay: '2026-10-23' })).toBeNull()
  expect(whyNotAbsent({ ...wish, fromDay: '2026-10-22' })?.code).toBe('rosters.too-long-ago')
  expect(whyNotAbsent({ ...wish, untilDay: '2028-01-01' })?.code).toBe('rosters.too-long')
})

test('it ends earlier with a reason, is cancelled before it begins, and stays once over', () => {
  const end = { fromDay: '2026-11-20', untilDay: '2026-11-26', cancelled: false, newUntil: '2026-11-22', today, reason: '提前返岗' }
  expect(whyNotEnd(end)).toBeNull()
  expect(whyNotEnd({ ...end, reason: ' ' })?.code).toBe('rosters.reason-missing')
  expect(whyNotEnd({ ...end, newUntil: null })?.code).toBe('rosters.absence-begun')
  expect(whyNotEnd({ ...end, fromDay: today, newUntil: null })).toBeNull()
  expect(whyNotEnd({ ...end, newUntil: '2026-11-26' })?.code).toBe('rosters.not-earlier')
  expect(whyNotEnd({ ...end, newUntil: '2026-11-21' })?.code).toBe('rosters.ends-in-the-past')
  expect(whyNotEnd({ ...end, untilDay: '2026-11-22' })?.code).toBe('rosters.absence-over')
  expect(whyNotTouch({ cancelled: true, untilDay: '2026-11-26' }, today)?.code).toBe('rosters.absence-over')
})

test('a deputy is warned of what lacks him a right: of the page or of the deed, each duty by itself', () => {
  const duty = (id: string, ...needs: string[]) => ({ id, zh: id, en: id, needs })
  const duties = [duty('A', 'page.see'), duty('B', 'page.see', 'duties.file'), duty('C')]
  expect(beyondRights(duties, []).map(({ id }) => id)).toEqual(['A', 'B'])
  expect(beyondRights(duties, ['page.see']).map(({ id }) => id)).toEqual(['B'])
  expect(beyondRights(duties, ['page.see', 'duties.file', 'other'])).toEqual([])
})
