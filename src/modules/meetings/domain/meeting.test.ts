import { expect, test } from 'vitest'
import { shippedDuties } from '../../duties/domain/default-pack.ts'
import { dueOn, isCadence, isTraining, openDayBefore, presetKinds, withPresets } from './kinds.ts'
import { codeOf, exceptionsFor, newOnAgenda, runs, whyNotAdd, whyNotAttend, whyNotCall, whyNotCancel, whyNotHold, whyNotIssue, whyNotMinute, whyNotPlan, whyNotRead } from './meeting.ts'

const weekdays = Object.fromEntries([1, 2, 3, 4, 5, 6].map((day) => [day, { opens: '08:30', closes: '17:30' }]))
const calendar = { timeZone: 'Asia/Shanghai', opening: { weekdays, exceptions: {} } }
const [saturday, sunday, monday, tuesday] = ['2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24'] as const

test('a kind is due by the calendar of the duties: daily, on its weekday, any time of its month', () => {
  expect([dueOn('day', calendar, monday)?.day, dueOn('day', calendar, sunday)]).toEqual([monday, null])
  expect([dueOn('FREQ=WEEKLY;BYDAY=MO', calendar, monday)?.day, dueOn('FREQ=WEEKLY;BYDAY=MO', calendar, tuesday)]).toEqual([monday, null])
  expect(dueOn('FREQ=MONTHLY', calendar, monday)).toMatchObject({ opensAt: new Date('2026-10-31T16:00:00Z'), day: '2026-11-30' })
  expect(dueOn('', calendar, monday)).toBeNull()
  expect(presetKinds.filter(({ cadence }) => !isCadence(cadence))).toEqual([])
  expect([isCadence('on(meeting.held)+P1D'), isCadence('never'), isCadence('')]).toEqual([false, false, true])
})

test('a morning meeting is due when the house opens, as the manual has it (WSS-3.1); an evening one by closing', () => {
  const workshop = shippedDuties.find(({ id }) => id === 'WSS-3.1')?.when
  const cadences = (part: string) => new Set(presetKinds.filter(({ code }) => code.endsWith(part) && code !== 'team-evening').map(({ cadence }) => cadence))
  expect([cadences('-morning'), cadences('-evening')]).toEqual([new Set([workshop]), new Set(['day'])])
  expect([dueOn(workshop ?? '', calendar, monday)?.day, dueOn(workshop ?? '', calendar, sunday)]).toEqual([monday, null])
})

test('on Monday the last open day is Saturday', () => {
  expect([openDayBefore(calendar.opening, monday), openDayBefore(calendar.opening, tuesday)]).toEqual([saturday, monday])
})

test('what a store changed goes before the presets, its own kinds stand behind', () => {
  const own = { ...presetKinds[0], code: 'front-desk-morning', nameZh: '早会' } as (typeof presetKinds)[number]
  const kinds = withPresets([own, { ...own, code: 'safety', nameZh: '安全会' }])
  expect([kinds[0]?.nameZh, kinds.at(-1)?.code, kinds.length]).toEqual(['早会', 'safety', presetKinds.length + 1])
  expect([isTraining('workshop-training'), isTraining('workshop-morning')]).toEqual([true, false])
})

test('an agenda takes each exception once, of those that its people answer for', () => {
  const item = { kind: 'complaint', subject: 'CP-1', wordsZh: 'a', wordsEn: 'a', page: '' } as const
  expect(newOnAgenda([item, item, { ...item, subject: 'CP-2' }], [{ kind: 'complaint', subject: 'CP-2' }])).toEqual([item])
  expect(exceptionsFor(['STM', 'FDS', 'SAD'])).toEqual({ complaintsOf: ['FDS'], cars: true, comebacks: false })
  expect(exceptionsFor(['PTS', 'WHK'])).toEqual({ complaintsOf: [], cars: false, comebacks: false })
  expect(codeOf('01a20a20-a213-7c0f-bb3e-fe7b917f2801')).toMatch(/^[B-T]{6}$/)
})

test('the convenor runs it, who holds that position, the clerk and the station manager', () => {
  const convened = { convenorId: 'a', convenorPosition: 'WSS' }
  expect([['a', 'TEC'], ['b', 'WSS'], ['b', 'INF'], ['b', 'STM'], ['b', 'FDS']].map(([personId = '', position = '']) => runs({ personId, positions: [position] }, convened))).toEqual([true, true, true, true, false])
})

test('it is called once a day, held on its day, minuted while it is held', () => {
  const call = { active: true, day: tuesday, today: monday, another: false, mayRun: true }
  expect(whyNotCall(call)).toBeNull()
  expect([whyNotCall({ ...call, active: false }), whyNotCall({ ...call, mayRun: false }), whyNotCall({ ...call, day: saturday }), whyNotCall({ ...call, another: true })].map((refusal) => refusal?.code))
    .toEqual(['meetings.kind-not-in-use', 'meetings.not-yours', 'meetings.in-the-past', 'meetings.called-already'])
  const called = { status: 'called', mayRun: true } as const
  expect([whyNotHold({ ...called, day: monday, today: monday }), whyNotHold({ ...called, day: tuesday, today: monday })?.code, whyNotHold({ status: 'held', mayRun: true, day: monday, today: monday })?.code]).toEqual([null, 'meetings.not-today', 'meetings.not-called'])
  expect([whyNotPlan(called), whyNotPlan({ ...called, status: 'issued' })?.code]).toEqual([null, 'meetings.over'])
  expect([whyNotMinute({ ...called, status: 'held' }), whyNotMinute(called)?.code, whyNotMinute({ ...called, status: 'issued' })?.code, whyNotMinute({ status: 'held', mayRun: false })?.code]).toEqual([null, 'meetings.not-held', 'meetings.over', 'meetings.not-yours'])
})

test('who gives the code is there, once', () => {
  const facts = { status: 'called', right: true, present: false } as const
  expect([whyNotAttend(facts), whyNotAttend({ ...facts, right: false })?.code, whyNotAttend({ ...facts, present: true })?.code, whyNotAttend({ ...facts, status: 'issued' })?.code]).toEqual([null, 'meetings.wrong-code', 'meetings.present-already', 'meetings.over'])
})

test('minutes are issued with words, people and a photo; after that only an addendum, and readers', () => {
  const facts = { status: 'held', mayRun: true, minutes: '今日三台车', present: 3, photos: 1 } as const
  expect([whyNotIssue(facts), whyNotIssue({ ...facts, present: 0 })?.code, whyNotIssue({ ...facts, minutes: '' })?.code, whyNotIssue({ ...facts, photos: 0 })?.code, whyNotIssue({ ...facts, status: 'issued' })?.code])
    .toEqual([null, 'meetings.nobody-there', 'meetings.minutes-missing', 'meetings.photo-missing', 'meetings.over'])
  expect([whyNotAdd({ status: 'issued', mayRun: true, words: '更正' }), whyNotAdd({ status: 'held', mayRun: true, words: '更正' })?.code, whyNotAdd({ status: 'issued', mayRun: true, words: '' })?.code]).toEqual([null, 'meetings.not-issued', 'meetings.words-missing'])
  expect([whyNotRead({ status: 'issued', read: false }), whyNotRead({ status: 'issued', read: true })?.code, whyNotRead({ status: 'held', read: false })?.code]).toEqual([null, 'meetings.read-already', 'meetings.not-issued'])
  expect([whyNotCancel({ status: 'called', mayRun: true, reason: '改期' }), whyNotCancel({ status: 'held', mayRun: true, reason: '改期' })?.code, whyNotCancel({ status: 'called', mayRun: true, reason: '' })?.code]).toEqual([null, 'meetings.not-called', 'meetings.reason-missing'])
})
