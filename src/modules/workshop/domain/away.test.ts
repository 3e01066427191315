import { expect, test } from 'vitest'
import { rosterOf, type RosterFacts } from '../../rosters/domain/roster.ts'
import { awayOn, whyNotGiveTo } from './away.ts'

const hours = { opens: '08:00', closes: '18:00' }
const week = (off: number) => Array.from({ length: 7 }, (_, weekday) => (weekday === off ? 'off' : 'whole'))
const facts: RosterFacts = {
  patterns: [{ personId: 'rests-tuesdays', since: '2026-01-01', days: week(1), version: 1 }], entries: [], opening: { weekdays: { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: hours }, exceptions: {} },
  absences: [{ personId: 'ill', fromDay: '2026-11-23', untilDay: '2026-11-25', kind: 'sick', deputyId: null, deputyName: '' }],
}
const roster = rosterOf(facts)

test('who is absent gets no work of those days; a day off is shown and forbids nothing; a closed day is nobody’s day off', () => {
  const [monday, tuesday, thursday, sunday] = ['2026-11-23', '2026-11-24', '2026-11-26', '2026-11-29'] as const
  expect([monday, tuesday, thursday, sunday].map((day) => awayOn(roster, 'ill', day))).toEqual([{ untilDay: '2026-11-25' }, { untilDay: '2026-11-25' }, null, null])
  expect([monday, tuesday, sunday].map((day) => awayOn(roster, 'rests-tuesdays', day))).toEqual([null, { untilDay: null }, null])
  expect(whyNotGiveTo({ name: '吴刚', away: awayOn(roster, 'ill', tuesday) })).toMatchObject({ code: 'workshop.technician-absent', facts: { name: '吴刚', until: '2026-11-25' } })
  expect([awayOn(roster, 'rests-tuesdays', tuesday), null].map((away) => whyNotGiveTo({ name: '吴刚', away }))).toEqual([null, null])
})
