import { expect, test } from 'vitest'
import { isAtWork, likeLastWeek, mondayOf, rosterOf, uncovered, whyNotPlan, whyNotShifts, type RosterFacts } from './roster.ts'
import { presetShifts, shiftsOf, whyNotShift } from './shift.ts'

// Monday 23 to Sunday 29 November 2026; the house is closed on Sunday.
const hours = { opens: '08:30', closes: '17:30' }
const opening = { weekdays: { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: hours }, exceptions: {} }
const none: RosterFacts = { patterns: [], entries: [], absences: [], opening }
const week = ['off', 'early', 'early', 'early', 'late', 'late', 'late']
const facts: RosterFacts = {
  ...none,
  patterns: [{ personId: 'a', since: '2026-11-01', days: week, version: 1 }, { personId: 'a', since: '2026-11-26', days: null, version: 2 }],
  entries: [{ personId: 'a', day: '2026-11-23', shift: 'whole', version: 1 }, { personId: 'b', day: '2026-11-24', shift: null, version: 1 }, { personId: 'b', day: '2026-11-29', shift: 'early', version: 1 }],
  absences: [{ personId: 'b', fromDay: '2026-11-25', untilDay: '2026-11-26', kind: 'sick', deputyId: 'a', deputyName: 'A' }],
}
const on = (personId: string, day: string) => rosterOf(facts).on(personId, day)

test('whoever has no week works whenever the store is open, and not when it is closed', () => {
  expect([rosterOf(none).on('x', '2026-11-23'), rosterOf(none).on('x', '2026-11-29')].map(isAtWork)).toEqual([true, false])
})

test('a single day beats the usual week; a week holds from its day on; a closed day is worked by who was planned for it', () => {
  expect(on('a', '2026-11-23')).toMatchObject({ shift: 'whole', off: false })
  expect(on('a', '2026-11-16')).toMatchObject({ shift: null, off: true })
  expect(on('a', '2026-11-25')).toMatchObject({ shift: 'early', off: false })
  expect(on('a', '2026-11-28')).toMatchObject({ shift: null, off: false }) // no week any more
  expect(on('a', '2026-11-22')).toMatchObject({ off: true }) // closed: the week says late, and does not count
  expect([on('b', '2026-11-24').off, on('b', '2026-11-29').shift]).toEqual([true, 'early'])
})

test('who is absent is not at work and has his deputy, whatever the roster says', () => {
  expect(on('b', '2026-11-26')).toMatchObject({ absent: true, deputyId: 'a' })
  expect([on('b', '2026-11-26'), on('b', '2026-11-27')].map(isAtWork)).toEqual([false, true])
})

test('a position is uncovered when all who hold it are off or absent', () => {
  const held = new Map([['FDS', [{ id: 'b' }]], ['SAD', [{ id: 'a' }, { id: 'b' }]]])
  const alone = rosterOf({ ...facts, absences: facts.absences.map((absence) => ({ ...absence, deputyId: null })) })
  expect(uncovered(alone, held, '2026-11-25')).toEqual(['FDS'])
  expect(uncovered(rosterOf(facts), held, '2026-11-25')).toEqual([]) // his deputy is there
  expect(uncovered(alone, held, '2026-11-27')).toEqual([])
})

test('a copied week has the single days of the week before, and lets go those that the usual week says anyway', () => {
  const days = ['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-05', '2026-12-06']
  const copied = likeLastWeek({ ...facts, patterns: [{ personId: 'b', since: '2026-11-01', days: week.with(1, 'off'), version: 1 }] }, ['b'], days)
  expect(copied.filter(({ usual }) => !usual)).toEqual([{ personId: 'b', day: '2026-12-06', shift: 'early', usual: false }])
  expect(copied).toHaveLength(7)
})

test('a plan reaches a month back and a year ahead', () => {
  expect(whyNotPlan('2026-10-23', '2026-11-23')).toBeNull()
  expect(whyNotPlan('2026-10-22', '2026-11-23')?.code).toBe('rosters.too-long-ago')
  expect(whyNotPlan('2027-11-25', '2026-11-23')?.code).toBe('rosters.too-far-ahead')
  expect([mondayOf('2026-11-29'), mondayOf('2026-11-23')]).toEqual(['2026-11-23', '2026-11-23'])
})

test('shifts ship with the product, a store changes and retires them; a mark names one, and one stays on offer', () => {
  const early = { ...presetShifts[0], code: 'early', mark: 'A', nameZh: '早', nameEn: 'Early', starts: '07:00', ends: '15:00', active: false, version: 2 }
  expect(shiftsOf([early]).map(({ code, mark }) => `${code} ${mark}`)).toEqual(['early A', 'late 晚', 'whole 全'])
  expect(whyNotShifts(['off', 'late'], shiftsOf([early]))).toBeNull()
  expect(whyNotShifts(['early'], shiftsOf([early]))?.code).toBe('rosters.no-such-shift')
  expect(whyNotShift({ ...early, ends: '07:00' }, presetShifts)?.code).toBe('rosters.ends-before-it-starts')
  expect(whyNotShift({ ...early, mark: '晚', active: true }, presetShifts)?.code).toBe('rosters.mark-taken')
  expect(whyNotShift(early, presetShifts)).toBeNull()
  expect(whyNotShift(early, [early])?.code).toBe('rosters.last-shift')
})
