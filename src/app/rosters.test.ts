import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AbsenceRow, GreetingDay, Own, Week } from '../modules/rosters/contract.ts'
import { code, done } from './testing/said.ts'
import { signedIn, testServer, type Caller, type TestServer } from './testing/test-server.ts'

// Who works when, who stands in, who stands at the door. It is Monday 23 November 2026, ten o'clock; the store is open from half past eight to half past five.
const people = ['stm', 'fds', 'sad', 'wss', 'tec', 'gm', 'b-stm']
let server: TestServer
let as: (login: string) => Caller
beforeAll(async () => {
  server = await testServer()
  as = await signedIn(server, people)
}, 60_000)
afterAll(() => server.drop())

const at = async (moment: string): Promise<void> => {
  server.clock = { now: () => new Date(moment) }
  as = await signedIn(server, people)
}
const week = async (from = '2026-11-23'): Promise<Week> => done(await as('tec').get(`/rosters/week?from=${from}`)) as unknown as Week
const idOf = (position: 'SAD' | 'FDS' | 'STM' | 'TEC' | 'WSS', place: 'here' | 'other' = 'here'): string => server.actor(position, place).personId
const cell = async (position: 'SAD' | 'FDS' | 'TEC', day: string) => (await week(day)).people.find(({ id }) => id === idOf(position))?.cells.find((one) => one.day === day)
const greeting = async (day: string): Promise<GreetingDay> => done(await as('sad').get(`/rosters/greeting?day=${day}`)) as unknown as GreetingDay
const plan = (login: string, body: object) => as(login).post('/rosters/days', { personId: idOf('TEC'), day: '2026-11-25', shift: 'off', version: 0, ...body })

test('without a roster everybody is there on every open day', async () => {
  const { people: rows, days, shifts } = await week()
  expect(rows.every(({ cells }) => cells.every(({ off, shift, version }) => !off && shift === null && version === 0))).toBe(true)
  expect(days.every(({ open, uncovered }) => open && uncovered.length === 0)).toBe(true)
  expect(shifts.map(({ code: shift }) => shift)).toEqual(['early', 'late', 'whole'])
})

test('a day off is planned by who may, once of two at the same moment, and taken back', async () => {
  expect((await plan('tec', {})).status).toBe(403)
  expect((await plan('stm', { personId: idOf('TEC', 'other') })).status).toBe(404)
  expect(code(await plan('wss', { shift: 'night' }))).toBe('rosters.no-such-shift')
  expect(code(await plan('wss', { day: '2026-10-01' }))).toBe('rosters.too-long-ago')
  const answers = await Promise.all([1, 2].map(() => plan('wss', {})))
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  expect(await cell('TEC', '2026-11-25')).toMatchObject({ off: true, single: true, version: 1 })
  expect((await week()).days.find(({ day }) => day === '2026-11-25')?.uncovered).toEqual(['TEC'])
  done(await plan('wss', { shift: 'usual', version: 1 }))
  expect(await cell('TEC', '2026-11-25')).toMatchObject({ off: false, single: false })
  const { rows } = await server.owner.query<{ count: number }>("select count(*)::int as count from platform.audit where subject = 'roster' and subject_id = $1", [idOf('TEC')])
  expect(rows[0]?.count).toBe(2)
})

test('a usual week holds from its day on and leaves the days before alone; a single day beats it', async () => {
  const days = ['off', 'early', 'early', 'early', 'early', 'late', 'late']
  const put = (body: object) => as('wss').post(`/rosters/people/${idOf('TEC')}/pattern`, { since: '2026-11-30', days, version: 0, ...body })
  expect(code(await put({ since: '2026-11-22' }))).toBe('rosters.begins-in-the-past')
  expect(code(await put({ days: days.map(() => 'off') }))).toBe('rosters.never-works')
  done(await put({}))
  expect((await put({})).status).toBe(409)
  expect([await cell('TEC', '2026-11-23'), await cell('TEC', '2026-11-30'), await cell('TEC', '2026-12-01')]).toMatchObject([{ off: false, shift: null }, { off: true }, { shift: 'early' }])
  done(await plan('wss', { day: '2026-11-30', shift: 'whole' }))
  expect(await cell('TEC', '2026-11-30')).toMatchObject({ shift: 'whole', single: true })
  done(await put({ days: null, version: 1 }))
  expect(await cell('TEC', '2026-12-01')).toMatchObject({ off: false, shift: null })
})

test('a week is copied from the one before, but for what is over', async () => {
  done(await plan('stm', { personId: idOf('SAD'), day: '2026-11-26', shift: 'late' }))
  expect(done(await as('stm').post('/rosters/weeks/copy', { from: '2026-11-30' }))).toEqual({ changed: 2 }) // TEC's single Monday goes, SAD's Thursday comes
  expect([await cell('SAD', '2026-12-03'), await cell('TEC', '2026-11-30')]).toMatchObject([{ shift: 'late', single: true }, { single: false }])
  expect(code(await as('stm').post('/rosters/weeks/copy', { from: '2026-11-16' }))).toBe('rosters.week-over')
})

test('somebody who joins and leaves is on the roster of his own days, planned before he comes; what nobody covers is told by who is there that day', async () => {
  const { id } = done(await as('gm').post('/staff', { name: '新来的', login: 'xinlai', positions: ['RNW'], since: '2026-12-09', until: '2026-12-11' })) as { id: string }
  const { people: rows, days } = await week('2026-12-07')
  const hers = rows.find((row) => row.id === id)
  expect(hers?.cells.filter(({ here }) => here).map(({ day }) => day)).toEqual(['2026-12-09', '2026-12-10', '2026-12-11'])
  expect((await week('2026-12-14')).people.some((row) => row.id === id)).toBe(false)
  done(await plan('stm', { personId: id, day: '2026-12-10', shift: 'off' }))
  expect(days.some(({ uncovered }) => uncovered.includes('RNW'))).toBe(false)
  expect((await week('2026-12-07')).days.filter(({ uncovered }) => uncovered.includes('RNW')).map(({ day }) => day)).toEqual(['2026-12-10'])
  expect((await plan('stm', { personId: id, day: '2026-12-12', shift: 'off' })).status).toBe(404)
  done(await as('stm').post(`/rosters/people/${id}/pattern`, { since: '2026-12-09', days: ['early', 'early', 'early', 'early', 'late', 'off', 'off'], version: 0 }))
  expect((await week('2026-12-07')).people.find((row) => row.id === id)?.cells.map(({ shift, here }) => (here ? shift : '-'))).toEqual(['-', '-', 'early', null, 'late', '-', '-'])
})

test('a store has its own shifts; a retired one is kept where it was and offered no more', async () => {
  const early = { code: 'early', mark: 'A', nameZh: '早班', nameEn: 'Early', starts: '07:30', ends: '16:00', active: true, version: 1 }
  expect(code(await as('fds').post('/rosters/shifts', { ...early, ends: '07:30' }))).toBe('rosters.ends-before-it-starts')
  expect(done(await as('fds').post('/rosters/shifts', early))).toEqual({ code: 'early', version: 2 })
  expect((await as('fds').post('/rosters/shifts', early)).status).toBe(409)
  expect(code(await as('fds').post('/rosters/shifts', { ...early, code: null, version: 0 }))).toBe('rosters.mark-taken')
  expect(done(await as('fds').post('/rosters/shifts', { ...early, code: null, mark: '夜', nameZh: '夜班', version: 0 }))).toMatchObject({ code: 'shift-4' })
  done(await as('fds').post('/rosters/shifts', { ...early, active: false, version: 2 }))
  expect(code(await plan('wss', { day: '2026-12-10', shift: 'early' }))).toBe('rosters.no-such-shift')
})

const absent = (body: object, login = 'stm') => as(login).post('/rosters/absences', { personId: idOf('FDS'), from: '2026-11-24', until: '2026-11-26', kind: 'leave', reason: '家里有事', deputyId: idOf('SAD'), ...body })
const absences = async (group = 'now', login = 'stm') => done(await as(login).get(`/rosters/absences?group=${group}`))['rows'] as AbsenceRow[]

test('an absence has its deputy and its history; it ends earlier, and one that has not begun is cancelled', async () => {
  expect((await absent({}, 'sad')).status).toBe(403)
  expect(code(await absent({ deputyId: idOf('FDS') }))).toBe('rosters.own-deputy')
  expect(code(await absent({ until: '2026-11-23' }))).toBe('rosters.until-before-from')
  const recorded = await Promise.all([1, 2].map(() => absent({})))
  expect(recorded.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422])
  const { id } = done(recorded.find(({ status }) => status === 200) ?? await absent({}))
  expect(code(await absent({ from: '2026-11-26', until: '2026-12-01' }))).toBe('rosters.absent-already')
  expect(code(await absent({ personId: idOf('SAD'), deputyId: idOf('FDS') }))).toBe('rosters.deputy-absent')
  expect(done(await absent({ personId: idOf('TEC'), deputyId: null, kind: 'sick', from: '2026-11-27', until: '2026-11-27' }))['uncovered']).toEqual(['TEC'])
  expect(await cell('FDS', '2026-11-25')).toMatchObject({ absent: 'leave', deputyName: 'SH1 SAD' })
  expect((done(await as('sad').get('/rosters/own')) as unknown as Own).deputyFor).toMatchObject([{ personName: 'SH1 FDS', status: 'planned' }])
  const end = (body: object, login = 'stm') => as(login).post(`/rosters/absences/${String(id)}/end`, { version: 1, until: '2026-11-25', reason: '提前返岗', ...body })
  expect((await end({}, 'b-stm')).status).toBe(404)
  expect(code(await end({ until: '2026-11-26' }))).toBe('rosters.not-earlier')
  expect(code(await end({ reason: '' }))).toBe('rosters.reason-missing')
  done(await end({}))
  expect((await end({})).status).toBe(409)
  done(await as('stm').post(`/rosters/absences/${String(id)}/deputy`, { version: 2, deputyId: idOf('WSS') }))
  done(await end({ version: 3, until: null, reason: '不请假了' }))
  expect(await cell('FDS', '2026-11-25')).toMatchObject({ absent: null })
  expect((await absences()).map(({ personName }) => personName)).toEqual(['SH1 TEC'])
  const [cancelled] = (await absences('all')).filter((row) => row.id === id)
  expect(cancelled).toMatchObject({ status: 'cancelled', until: '2026-11-25', changes: [{ change: 'recorded', until: '2026-11-26' }, { change: 'ended', reason: '提前返岗' }, { change: 'deputy', deputyName: 'SH1 WSS' }, { change: 'cancelled' }] })
  expect((await absences('all', 'gm')).find((row) => row.id === id)).toMatchObject({ reason: '', changes: [{ reason: '' }, { reason: '' }, {}, { reason: '' }] }) // why is between him and those who plan
  expect((await absences('all', 'fds')).find((row) => row.id === id)?.reason).toBe('家里有事')
  expect(code(await end({ version: 4 }))).toBe('rosters.absence-over')
})

test('greeting duty is given in turn, changed by hand, swapped; what is over stays', async () => {
  expect(code(await as('fds').post('/rosters/greeting/assign', { from: '2026-11-23', until: '2026-12-01' }))).toBe('rosters.a-week-at-most')
  expect(done(await as('fds').post('/rosters/greeting/assign', { from: '2026-11-23', until: '2026-11-23' }))).toEqual({ assigned: 8, free: 0 }) // since half past nine; the first slot is over
  expect(code(await as('fds').post('/rosters/greeting/assign', { from: '2026-11-23', until: '2026-11-23' }))).toBe('rosters.nothing-free')
  const { slots, people: turns } = await greeting('2026-11-23')
  expect(slots.map(({ starts, status }) => `${starts} ${String(status)}`).slice(0, 3)).toEqual(['08:30 null', '09:30 running', '10:30 planned'])
  expect(turns).toMatchObject([{ id: idOf('SAD'), slots: 8 }])
  const give = (body: object) => as('fds').post('/rosters/greeting/slot', { day: '2026-11-23', starts: '10:30', personId: idOf('FDS'), version: 1, ...body })
  expect(code(await give({ starts: '08:30', version: 0 }))).toBe('rosters.slot-over')
  expect(code(await give({ starts: '08:45', version: 0 }))).toBe('rosters.no-such-slot')
  expect(code(await give({ starts: '17:00', ends: '18:00', version: 0 }))).toBe('rosters.slots-overlap')
  done(await give({}))
  expect((await give({})).status).toBe(409)
  done(await give({ starts: '19:00', ends: '20:00', version: 0 }))
  const swap = { day: '2026-11-23', first: { starts: '10:30', version: 2 }, second: { starts: '11:30', version: 1 } }
  done(await as('fds').post('/rosters/greeting/swap', swap))
  expect((await as('fds').post('/rosters/greeting/swap', swap)).status).toBe(409)
  expect((await greeting('2026-11-23')).slots.filter(({ personName }) => personName === 'SH1 FDS').map(({ starts }) => starts)).toEqual(['11:30', '19:00'])
  done(await give({ starts: '19:00', personId: null }))
})

test('he checks in himself, on time or so many minutes late by the clock of the server; whoever did not was not there', async () => {
  const checkIn = (login: string, starts: string, version = 1) => as(login).post('/rosters/greeting/check-in', { day: '2026-11-23', starts, version })
  expect((await checkIn('stm', '09:30')).status).toBe(403)
  expect(code(await checkIn('sad', '12:30'))).toBe('rosters.too-early')
  expect(code(await checkIn('sad', '11:30', 2))).toBe('rosters.another-slot')
  await at('2026-11-23T02:07:00Z')
  const answers = await Promise.all([1, 2].map(() => checkIn('sad', '09:30')))
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  expect((await greeting('2026-11-23')).slots.find(({ starts }) => starts === '09:30')).toMatchObject({ status: 'late', minutesLate: 37 })
  await at('2026-11-23T04:00:00Z')
  expect((await greeting('2026-11-23')).slots.find(({ starts }) => starts === '10:30')).toMatchObject({ status: 'absent' })
  await at('2026-11-23T04:20:00Z')
  expect(done(await checkIn('sad', '12:30'))).toMatchObject({ minutesLate: 0 })
})

test('slots of somebody who is away go to others by the same button, if others are there', async () => {
  done(await as('fds').post('/rosters/greeting/assign', { from: '2026-11-26', until: '2026-11-26' }))
  done(await as('stm').post('/rosters/days', { personId: idOf('SAD'), day: '2026-11-26', shift: 'off', version: 1 }))
  expect((await greeting('2026-11-26')).slots.map(({ away }) => away)).toEqual([false, ...Array.from({ length: 8 }, () => true)]) // late shift: the first slot was free
  expect(code(await as('fds').post('/rosters/greeting/assign', { from: '2026-11-26', until: '2026-11-26' }))).toBe('rosters.nobody-to-greet')
  const joined = done(await as('gm').post('/staff', { name: '新顾问', login: 'xinguwen', positions: ['SAD'], since: '2026-11-23', until: null }))
  expect(done(await as('fds').post('/rosters/greeting/assign', { from: '2026-11-26', until: '2026-11-26' }))).toMatchObject({ assigned: 9, free: 0 })
  expect((await greeting('2026-11-26')).slots.filter(({ personId }) => personId === joined['id'])).toHaveLength(9)
})

test('slots of half an hour from now on; whoever stands there already keeps his hour', async () => {
  done(await as('stm').post('/rosters/setting', { slotMinutes: 30, version: 0 }))
  expect((await as('stm').post('/rosters/setting', { slotMinutes: 60, version: 0 })).status).toBe(409)
  expect((await greeting('2026-11-25')).slots).toHaveLength(18)
  expect((await greeting('2026-11-23')).slots).toHaveLength(10) // 08:30 and 09:00 are free
})
