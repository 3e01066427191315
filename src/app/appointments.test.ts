import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Board } from '../modules/appointments/contract.ts'
import { loadPack, makeAhead, settleAll } from '../modules/duties/public.ts'
import type { Today } from '../modules/duties/contract.ts'
import { furnishedServer } from './testing/furnished-server.ts'
import { code, done } from './testing/said.ts'
import { signedIn, type Caller, type TestServer } from './testing/test-server.ts'

// Cars that are expected: booked while a bay is free, and kept, late or missed by what their visit says. It is Monday 23 November 2026, ten o'clock.
const people = ['sad', 'fds', 'wss', 'csh', 'b-sad']
let server: TestServer
let as: (login: string) => Caller
beforeAll(async () => {
  ({ server, as } = await furnishedServer(people))
  await loadPack(server.database)
  await makeAhead(server.database, new Date('2026-11-23T16:00:00Z'))
}, 60_000)
afterAll(() => server.drop())

const at = async (moment: string): Promise<void> => {
  server.clock = { now: () => new Date(moment) }
  as = await signedIn(server, people)
}
let plates = 0
const nextPlate = (): string => `沪A·D76${String(plates += 1).padStart(3, '0')}`
const wish = { minutes: 60, kind: 'body', customerName: '李晨', phone: '19900010001', purpose: 'accident' }
const book = (moment: string, plate = nextPlate(), login = 'sad') => as(login).post('/appointments', { ...wish, at: moment, plate })
const board = async (day: string): Promise<Board> => done(await as('fds').get(`/appointments?day=${day}`)) as unknown as Board

test('a bay is booked once: of ten people who take the last two, two get them; past and closed times are refused', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => book('2026-11-24T02:00:00Z')))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(2)
  expect(new Set(answers.filter(({ status }) => status !== 200).map(code))).toEqual(new Set(['appointments.slot-full']))
  const { slots } = done(await as('sad').get('/appointments/slots?day=2026-11-24&kind=body&minutes=60')) as { slots: { at: string; free: number }[] }
  expect(slots.filter(({ free }) => free === 0).map(({ at: from }) => from.slice(11, 16))).toEqual(['01:30', '02:00', '02:30'])
  expect(code(await book('2026-11-23T01:00:00Z'))).toBe('appointments.in-past')
  expect(code(await book('2026-11-24T09:00:00Z'))).toBe('appointments.closed-then')
  expect(code(await book('2026-11-24T04:00:00Z', '不是车牌'))).toBe('vehicles.not-a-plate')
  const plate = nextPlate()
  done(await book('2026-11-24T03:00:00Z', plate))
  expect(code(await book('2026-11-24T05:00:00Z', plate))).toBe('appointments.booked-already')
  expect((await board('2026-11-24')).load.find(({ at: from, kind }) => from === '2026-11-24T02:00:00.000Z' && kind === 'body')?.taken).toBe(2)
})

test('of two who set the bays of a kind from the same board the second one is refused as stale', async () => {
  const seen = (await board('2026-11-24')).capacity.find(({ kind }) => kind === 'repair')
  const set = (login: string, bays: number, version = seen?.version) => as(login).post('/appointments/capacity', { kind: 'repair', bays, version })
  const answers = await Promise.all([set('fds', 4), set('wss', 5)])
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  const now = (await board('2026-11-24')).capacity.find(({ kind }) => kind === 'repair')
  expect(now?.bays).toBe(answers[0]?.status === 200 ? 4 : 5)
  done(await set('fds', seen?.bays ?? 1, now?.version))
})

test('moved it frees its bay and asks to be confirmed again; cancelled it stays on the board with its reason', async () => {
  const { id } = done(await book('2026-11-25T02:00:00Z'))
  const post = (deed: string, body: object, login = 'sad') => as(login).post(`/appointments/${String(id)}/${deed}`, body)
  done(await post('confirmation', { version: 1 }))
  done(await post('move', { version: 2, at: '2026-11-25T02:30:00Z', minutes: 60 }))
  expect((await post('move', { version: 2, at: '2026-11-25T03:00:00Z', minutes: 60 })).status).toBe(409)
  expect((await post('cancel', { version: 3, reason: 'x' }, 'b-sad')).status).toBe(404)
  expect((await post('cancel', { version: 3, reason: 'x' }, 'csh')).status).toBe(403)
  done(await post('cancel', { version: 3, reason: '客户改期' }))
  expect(code(await post('move', { version: 4, at: '2026-11-25T03:00:00Z', minutes: 60 }))).toBe('appointments.cancelled-already')
  expect((await board('2026-11-25')).rows).toMatchObject([{ outcome: 'cancelled', reason: '客户改期', confirmedAt: null }])
  expect((await board('2026-11-25')).load.every(({ taken }) => taken === 0)).toBe(true)
})

test('kept, late and missed are read from the visits; the figures follow', async () => {
  const [kept, late, missed] = [nextPlate(), nextPlate(), nextPlate()]
  for (const plate of [kept, late]) done(await as('sad').post('/appointments', { ...wish, kind: 'repair', at: '2026-11-24T04:00:00Z', plate }))
  const third = { ...wish, kind: 'repair', plate: missed }
  expect(code(await as('sad').post('/appointments', { ...third, at: '2026-11-24T04:00:00Z' }))).toBe('appointments.hands-taken') // three bays, two people
  done(await as('sad').post('/appointments', { ...third, at: '2026-11-24T05:00:00Z' }))
  await at('2026-11-24T03:50:00Z')
  done(await as('sad').post('/repair-orders', { plate: kept, purpose: 'repair' }))
  await at('2026-11-24T04:40:00Z')
  done(await as('sad').post('/repair-orders', { plate: late, purpose: 'repair' }))
  const outcome = async (plate: string) => (await board('2026-11-24')).rows.find((row) => row.plate === plate.replace('·', ''))?.outcome
  expect([await outcome(kept), await outcome(late), await outcome(missed)]).toEqual(['kept', 'late', 'expected'])
  await at('2026-11-25T01:00:00Z')
  expect(await outcome(missed)).toBe('no-show')
  const { rows } = done(await as('fds').get('/appointments/figures')) as { rows: { advisorName: string; booked: number; came: number; kept: number; noShow: number }[] }
  expect(rows.find(({ advisorName }) => advisorName === 'SH1 SAD')).toMatchObject({ booked: 6, came: 2, kept: 1, noShow: 4 })
})

test("the supervisor's duties close by the board and the calls themselves", async () => {
  await at('2026-11-25T00:10:00Z')
  const duty = async (id: string, part: 'now' | 'over') => (done(await as('fds').get('/duties/today')) as unknown as Today)[part].find(({ dutyId }) => dutyId === id)
  expect(await duty('FDS-2.1', 'now')).toMatchObject({ figure: { met: false } })
  expect(code(await as('fds').post('/appointments/board-confirmations', { day: '2026-11-26' }))).toBe('appointments.not-that-day')
  const answers = await Promise.all([1, 2].map(() => as('fds').post('/appointments/board-confirmations', { day: '2026-11-25' })))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  done(await as('sad').post('/appointments/calls', { plate: '沪A·D76001', cause: 'other', result: 'later' }))
  await settleAll(server.database, server.clock.now())
  expect(await duty('FDS-2.1', 'over')).toMatchObject({ status: 'done', evidence: { kind: 'auto', figure: 1 } })
  expect(await duty('FDS-2.2', 'over')).toMatchObject({ status: 'done', evidence: { kind: 'auto', figure: 1, target: 1 } })
})
