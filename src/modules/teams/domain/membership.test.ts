import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../kernel/time.ts'
import { lastDayOf, whyNotEnd, whyNotJoin, whyNotMove, type Period } from './membership.ts'

const today = '2026-11-23'
const period = (facts: Partial<Period> = {}): Period => ({ id: 'a', teamId: 'one', teamName: '机电一组', fromDay: '2026-01-05', untilDay: null, ...facts })
const join = (from: string, periods: readonly Period[] = [], closedFrom: string | null = null) => whyNotJoin({ from, today, closedFrom, periods })?.code

test('a member begins today or later, within a year, in a team that is not closing', () => {
  expect([join('2026-11-22'), join(today), join('2027-11-24'), join('2027-11-25')]).toEqual(['teams.in-the-past', undefined, undefined, 'teams.too-far-ahead'])
  expect(join(today, [], '2026-12-01')).toBe('teams.closed')
})

test('nobody is in two teams on one day; what is over, or never began, does not count', () => {
  expect(join(today, [period()])).toBe('teams.in-a-team')
  expect(join(today, [period({ untilDay: today })])).toBe('teams.in-a-team')
  expect(join(today, [period({ fromDay: '2026-12-01' })])).toBe('teams.in-a-team')
  expect(join(today, [period({ untilDay: '2026-11-22' }), period({ fromDay: '2026-12-01', untilDay: '2026-11-30' })])).toBeUndefined()
})

test('a period ends once, not in the past', () => {
  expect(whyNotEnd(period(), '2026-11-22', today)?.code).toBe('teams.in-the-past')
  expect(whyNotEnd(period({ untilDay: '2026-12-01' }), today, today)?.code).toBe('teams.ended')
  expect(whyNotEnd(period(), today, today)).toBeNull()
  expect([lastDayOf(period(), today), lastDayOf(period({ fromDay: '2026-12-05' }), today)]).toEqual(['2026-11-22', '2026-12-04'])
})

test('he goes over to another team, and back on the same day', () => {
  const facts = { from: today, today, closedFrom: null }
  expect(whyNotMove(period(), 'one', { ...facts, periods: [period()] })?.code).toBe('teams.same-team')
  expect(whyNotMove(period(), 'two', { ...facts, periods: [period()] })).toBeNull()
  expect(whyNotMove(period({ untilDay: '2026-12-01' }), 'two', { ...facts, periods: [] })?.code).toBe('teams.ended')
  const there = period({ id: 'b', teamId: 'two', fromDay: today })
  expect(whyNotMove(there, 'one', { ...facts, periods: [period({ untilDay: '2026-11-22' }), there] })).toBeNull()
  // He was to go over later; going earlier than that would lay two teams on the days between.
  const planned = period({ id: 'c', teamId: 'two', fromDay: '2026-12-05' })
  expect(whyNotMove(planned, 'one', { ...facts, periods: [period({ untilDay: '2026-12-04' }), planned] })?.code).toBe('teams.in-a-team')
})

test('whatever is done in whatever order, nobody is in two teams on one day', () => {
  fc.assert(fc.property(fc.array(fc.record({ team: fc.constantFrom('one', 'two', 'three'), day: fc.integer({ min: 0, max: 6 }), clock: fc.integer({ min: 0, max: 3 }), leaves: fc.boolean() }), { maxLength: 20 }), (deeds) => {
    let now = today
    let periods: Period[] = []
    for (const [index, { team, day, clock, leaves }] of deeds.entries()) {
      now = addDays(now, clock)
      const from = addDays(now, day - 1)
      const open = periods.find(({ untilDay }) => untilDay === null)
      const end = (one: Period): void => { periods = periods.map((each) => (each.id === one.id ? { ...each, untilDay: lastDayOf(each, from) } : each)) }
      const facts = { from, today: now, closedFrom: null, periods }
      if (open !== undefined && leaves && whyNotEnd(open, from, now) === null) end(open)
      else if (open !== undefined && !leaves && whyNotMove(open, team, facts) === null) {
        end(open)
        periods.push(period({ id: String(index), teamId: team, fromDay: from }))
      } else if (open === undefined && whyNotJoin(facts) === null) periods.push(period({ id: String(index), teamId: team, fromDay: from }))
    }
    for (let day = today; day < addDays(now, 12); day = addDays(day, 1)) expect(periods.filter(({ fromDay, untilDay }) => fromDay <= day && (untilDay === null || untilDay >= day)).length).toBeLessThan(2)
  }))
})
