import { expect, test } from 'vitest'
import { startOfDay } from '../../../kernel/time.ts'
import { trades } from '../../catalogue/domain/kinds.ts'
import { bayKindOf, bayKinds, bayNamed, begunSpan, whyNotStand, whyNotTakeOut, whyNotWorkIn, type HeldBay } from './bays.ts'
import { shownOn, windowOf } from './board-day.ts'
import { expectAll, presetMinutes, riskOf, spanToHold, warningOf, whyNotPlan, type PlannedJob } from './plan.ts'
import type { Calendar } from './working-time.ts'

const timeZone = 'Asia/Shanghai'
const hour = 3_600_000
const midnight = startOfDay('2026-11-23', timeZone).getTime()
const at = (hours: number): number => midnight + hours * hour
const calendar: Calendar = { timeZone, opening: (day) => { const from = startOfDay(day, timeZone).getTime(); return { from: from + 8.5 * hour, until: from + 17.5 * hour } } }

const job = (wish: Partial<PlannedJob>): PlannedJob => ({
  id: 'a', orderId: 'o1', bay: 'B01', status: 'dispatched', plannedStart: at(10), plannedEnd: at(11), plannedMinutes: 60, clockedMinutes: 0, firstClockAt: null, finishedAt: null, ...wish,
})

test.each([[0, 15], [100, 15], [250, 15], [300, 30], [1_000, 60], [2_500, 150], [1_000_000, 6_000]])('%i thousandths of an hour are planned as %i minutes', (hours, minutes) => {
  expect(presetMinutes(hours)).toBe(minutes)
})

test('what stands behind a late job in its bay begins later; another bay does not wait', () => {
  const jobs = [job({ status: 'running', firstClockAt: at(10), clockedMinutes: 30 }), job({ id: 'b', orderId: 'o2', plannedStart: at(11), plannedEnd: at(12) }), job({ id: 'c', orderId: 'o3', bay: 'B02', plannedStart: at(11), plannedEnd: at(12) })]
  const expected = expectAll(calendar, jobs, at(11.25))
  expect(expected.get('a')).toEqual({ pieces: [{ from: at(10), until: at(11.25) }, { from: at(11.25), until: at(11.75) }], until: at(11.75) })
  expect(expected.get('b')?.until).toBe(at(12.75))
  expect(expected.get('c')?.until).toBe(at(12.25))
})

test('later work on the same car waits for what comes before it, in whatever bay', () => {
  const jobs = [job({ status: 'running', firstClockAt: at(10), clockedMinutes: 0, plannedMinutes: 120, plannedEnd: at(12) }), job({ id: 'b', bay: 'W01', plannedStart: at(12), plannedEnd: at(12.5), plannedMinutes: 30 })]
  expect(expectAll(calendar, jobs, at(11)).get('b')?.until).toBe(at(13.5))
})

test('two people on one car at the same time do not wait for each other', () => {
  expect(expectAll(calendar, [job({}), job({ id: 'b' })], at(9)).get('b')?.until).toBe(at(11))
})

test('what was not begun yesterday is expected from now on, and what does not fit today goes on tomorrow', () => {
  const expected = expectAll(calendar, [job({ plannedStart: at(-8), plannedEnd: at(-7) })], at(17)).get('a')
  expect(expected).toEqual({ pieces: [{ from: at(17), until: at(17.5) }, { from: at(32.5), until: at(33) }], until: at(33) })
})

test.each([[10, 11, 'on-time'], [10, 10.75, 'on-time'], [10, 10.5, 'tight'], [10, 10, 'tight'], [10.1, 10, 'late']] as const)('done at %d, promised at %d: %s', (until, promised, risk) => {
  expect(riskOf(at(until), at(promised))).toBe(risk)
  expect(riskOf(at(until), null)).toBeNull()
})

const bay: HeldBay = {
  name: 'B01', kind: 'mechanical', active: true, outOfService: [{ from: at(13), until: at(14), reason: '检修' }], taken: [{ jobId: 'x', orderId: 'o9', plate: '沪A12345', from: at(15), until: at(16) }],
}
const bays = [bay, { ...bay, name: 'B02', active: false }]

test('a bay takes one car at a time and none while it is out of service; the same car as often as it likes', () => {
  expect(whyNotStand(bay, { from: at(10), until: at(13) }, 'o1')).toBeNull()
  expect(whyNotStand(bay, { from: at(12), until: at(13.5) }, 'o1')).toMatchObject({ code: 'workshop.bay-out', facts: { reason: '检修' } })
  expect(whyNotStand(bay, { from: at(15.5), until: at(17) }, 'o1')).toMatchObject({ code: 'workshop.bay-taken', facts: { plate: '沪A12345' } })
  expect(whyNotStand(bay, { from: at(15.5), until: at(17) }, 'o9')).toBeNull()
  expect(bayNamed([], '任意')).toBeNull()
  expect(bayNamed(bays, 'B02')).toMatchObject({ code: 'workshop.bay-unknown' })
  expect(whyNotTakeOut({ from: at(9), until: at(9), now: at(8) })?.code).toBe('workshop.out-ends-early')
  expect(whyNotTakeOut({ from: at(7), until: at(9), now: at(8) })).toBeNull()
})

test('a bay does the work of its kind; a store without such a bay works where it can', () => {
  const kinds = bayKinds.map((kind) => ({ ...bay, name: kind, kind }))
  const whereNot = (trade: string | null) => kinds.filter((one) => whyNotWorkIn(one, trade, kinds) !== null).map(({ kind }) => kind)
  expect(Object.fromEntries([...trades, null].map((trade) => [String(trade), whereNot(trade)]))).toEqual({
    mechanical: ['paint', 'wash'], electrical: ['paint', 'wash'], diagnosis: ['paint', 'wash'], null: ['paint', 'wash'], 'high-voltage': ['paint', 'alignment', 'wash'],
    body: ['alignment', 'wash'], paint: ['mechanical', 'body', 'alignment', 'wash'], wash: ['paint', 'alignment'],
  })
  expect(whyNotWorkIn(bay, 'paint', kinds)).toMatchObject({ code: 'workshop.bay-is-mechanical', facts: { bay: 'B01' } })
  expect(whyNotWorkIn(bay, 'paint', [bay, { kind: 'paint', active: false }])).toBeNull()
  expect(trades.every((trade) => whyNotWorkIn({ name: 'x', kind: bayKindOf(trade) }, trade, kinds) === null)).toBe(true)
})

test.each([
  [{}, null],
  [{ start: at(9.75) }, null], // the quarter that runs
  [{ start: at(9.5) }, 'workshop.plan-in-past'],
  [{ bayName: 'B99' }, 'workshop.bay-unknown'],
  [{ bayName: 'P01' }, 'workshop.bay-is-paint'],
  [{ trade: 'paint' }, 'workshop.bay-is-mechanical'],
  [{ bayName: 'P01', trade: undefined, span: { from: at(9.8), until: at(12) } }, null], // it stands there already
  [{ job: { orderId: 'o1', status: 'finished' as const, plannedStart: at(11) } }, 'workshop.plan-over'],
  [{ job: { orderId: 'o1', status: 'running' as const, plannedStart: at(9) } }, 'workshop.begun-keeps-start'],
  [{ job: { orderId: 'o1', status: 'paused' as const, plannedStart: at(11) } }, null],
  [{ span: { from: at(12), until: at(13.25) } }, 'workshop.bay-out'],
])('planned with %j: %s', (wish, refusal) => {
  const facts = { job: { orderId: 'o1', status: 'dispatched' as const, plannedStart: at(11) }, start: at(11), span: { from: at(11), until: at(12) }, bayName: 'B01', trade: 'mechanical', bays: [...bays, { ...bay, name: 'P01', kind: 'paint' as const }], now: at(9.8) }
  expect(whyNotPlan({ ...facts, ...wish })?.code ?? null).toBe(refusal)
})

test('a car that was begun is stood for from now on, by what is left of it', () => {
  expect(spanToHold(calendar, { status: 'running', clockedMinutes: 45 }, { start: at(9), minutes: 60, now: at(10) })).toEqual({ from: at(10), until: at(10.25) })
  expect(spanToHold(calendar, { status: 'dispatched', clockedMinutes: 0 }, { start: at(17), minutes: 60, now: at(10) })).toEqual({ from: at(17), until: at(33) })
})

test('what was begun is in the way until it is over', () => {
  expect(begunSpan({ from: at(9), until: at(10) }, at(11))).toEqual({ from: at(9), until: at(11) + 1 })
  expect(begunSpan({ from: at(15), until: at(16) }, at(11))).toEqual({ from: at(11), until: at(12) })
})

const frame = { day: { from: at(0), until: at(24) }, open: { from: at(8.5), until: at(17.5) } }

test('work that lasts overnight is drawn until closing and from opening', () => {
  expect(shownOn(frame, { pieces: [{ from: at(-8), until: at(10) }] }, at(-8))).toEqual({ shown: { from: at(8.5), until: at(10) }, comesIn: true, goesOn: false })
  expect(shownOn(frame, { pieces: [{ from: at(16), until: at(17.5) }, { from: at(32.5), until: at(33) }] }, at(16))).toEqual({ shown: { from: at(16), until: at(17.5) }, comesIn: false, goesOn: true })
  expect(shownOn(frame, { pieces: [{ from: at(32), until: at(33) }] }, at(32))).toBeNull()
})

test('the board shows the opening hours, wider where work lies outside them', () => {
  expect(windowOf(frame, [])).toEqual({ from: at(8), until: at(18) })
  expect(windowOf(frame, [{ from: at(6.5), until: at(20.1) }])).toEqual({ from: at(6), until: at(21) })
  expect(windowOf(frame, [{ from: at(2), until: at(9) }])).toEqual({ from: at(6), until: at(18) })
  expect(windowOf({ ...frame, open: null }, [])).toEqual({ from: at(8), until: at(18) })
})

test('a promise that is past is overdue, whatever was reckoned; before it the reckoned risk counts', () => {
  const promised = '2026-11-24T08:00:00Z'
  const [before, after] = [Date.parse('2026-11-24T07:59:00Z'), Date.parse('2026-11-24T08:01:00Z')]
  expect([warningOf('late', promised, before), warningOf('tight', promised, before), warningOf('on-time', promised, before), warningOf('late', promised, after), warningOf('on-time', promised, after), warningOf(null, null, after)])
    .toEqual(['late', 'tight', null, 'over', 'over', null])
})
