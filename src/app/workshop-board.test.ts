import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BoardJob, KeyView, WaitView, WallCar, WorkshopBoard } from '../modules/workshop/contract.ts'
import { found } from '../kernel/refusal.ts'
import { workshopProofs } from '../modules/workshop/public.ts'
import { signature, type Masters } from './testing/furnished.ts'
import { furnishedServer } from './testing/furnished-server.ts'
import { receivedCar } from './testing/ready-car.ts'
import { code, done } from './testing/said.ts'
import { signedIn, type Caller, type TestServer } from './testing/test-server.ts'

// The board of the workshop: bays, plans, clashes. It is Monday 23 November 2026, ten o'clock; the house is open from 08:30 to 17:30.
let server: TestServer
let masters: Masters
let as: (login: string) => Caller
const people = ['stm', 'wss', 'sad', 'tec', 'mtl', 'csh', 'fds', 'b-wss']
beforeAll(async () => { ({ server, masters, as } = await furnishedServer(people)) }, 60_000)
afterAll(() => server.drop())

const day = '2026-11-23'
const at = (time: string, on = day): string => new Date(`${on}T${time}:00+08:00`).toISOString()
const board = async (of = day) => done(await as('wss').get(`/workshop-board?day=${of}`)) as unknown as WorkshopBoard
const addBay = async (name: string, kind = 'mechanical') => String(done(await as('wss').post('/workshop-bays', { name, kind, place: 1 }))['id'])

/** A car whose labour the customer authorised. */
async function authorised(lines = 1) {
  const car = await receivedCar(as('sad'))
  const wished = Array.from({ length: lines }, (_, index) => ({ kind: 'labour', operationId: masters.operations[index]?.id, payer: 'customer' }))
  const added = done(await as('sad').post(`/repair-orders/${car.id}/lines`, { version: car.version, lines: wished }))
  const choices = { oldParts: 'take', wash: true, roadTest: false, waits: true }
  const yes = done(await as('sad').post(`/repair-orders/${car.id}/authorisation`, { version: added['version'], promisedAt: at('16:00'), phoneChecked: true, choices, signature }))
  return { id: car.id, version: Number(yes['version']), lineIds: added['lineIds'] as string[] }
}

async function dispatched(bay: string, start?: string): Promise<BoardJob> {
  const car = await authorised()
  done(await as('wss').post(`/workshop/${car.id}/dispatch`, { version: car.version, jobs: [{ lineId: car.lineIds[0], technicianId: server.actor('TEC').personId, bay, ...(start === undefined ? {} : { start }) }] }))
  const job = (await board()).jobs.find(({ orderId }) => orderId === car.id)
  expect(job).toBeDefined()
  return job as BoardJob
}

const plan = (job: BoardJob, wish: object, login = 'wss') => as(login).post(`/workshop-board/${job.id}/plan`, { version: job.version, bay: job.bay, start: job.plannedStart, ...wish })

test('a store without bays takes any name and plans nothing; with bays an unknown one is refused', async () => {
  const car = await authorised()
  const dispatch = (bay: string, version: number) => as('wss').post(`/workshop/${car.id}/dispatch`, { version, jobs: [{ lineId: car.lineIds[0], technicianId: server.actor('TEC').personId, bay }] })
  const version = Number(done(await dispatch('库边', car.version))['version'])
  expect((await board()).unplaced).toMatchObject([{ orderId: car.id, technicianId: server.actor('TEC').personId }])
  await addBay('B01')
  expect(code(await as('wss').post('/workshop-bays', { name: 'B01', kind: 'body', place: 2 }))).toBe('workshop.bay-twice')
  expect(code(await dispatch('库边', version))).toBe('workshop.bay-unknown')
  done(await dispatch('', version))
  expect((await as('csh').post('/workshop-bays', { name: 'X', kind: 'body', place: 2 })).status).toBe(403)
})

test('a bay does the work of its kind: dispatch and board name the bay that does not, and what stands there may be moved in time', async () => {
  await addBay('M1')
  await addBay('M2', 'paint')
  const car = await authorised()
  const dispatch = (bay: string, version: number) => as('wss').post(`/workshop/${car.id}/dispatch`, { version, jobs: [{ lineId: car.lineIds[0], technicianId: server.actor('TEC').personId, bay }] })
  expect(await dispatch('M2', car.version)).toMatchObject({ status: 422, body: { code: 'workshop.bay-is-paint', detail: expect.stringContaining('M2') as string } })
  done(await dispatch('M1', car.version))
  const job = (await board()).jobs.find(({ orderId }) => orderId === car.id) as BoardJob
  expect(code(await plan(job, { bay: 'M2' }))).toBe('workshop.bay-is-paint')
  await server.owner.query("update workshop.bay set kind = 'wash' where name = 'M1'")
  done(await plan(job, { start: at('15:00') }))
})

test('dispatch puts each car at the next free time of its bay; two cars in one bay, the past and a stale move are refused', async () => {
  await addBay('B02')
  await addBay('B03')
  const first = await dispatched('B02')
  const second = await dispatched('B02')
  expect(first.plannedStart).toBe(at('10:00'))
  expect(Date.parse(second.plannedStart)).toBe(Date.parse(first.plannedStart) + first.plannedMinutes * 60_000)
  expect((await board()).bays.find(({ name }) => name === 'B02')?.loadPercent).toBe(Math.round(((first.plannedMinutes + second.plannedMinutes) * 100) / 540))
  expect(await plan(second, { start: first.plannedStart })).toMatchObject({ status: 422, body: { code: 'workshop.bay-taken', detail: expect.stringContaining(first.plate) as string } })
  expect(code(await plan(second, { bay: 'B03', start: at('09:00') }))).toBe('workshop.plan-in-past')
  expect(code(await plan(second, { bay: 'B99' }))).toBe('workshop.bay-unknown')
  expect((await plan(second, {}, 'csh')).status).toBe(403)
  expect((await plan(second, {}, 'b-wss')).status).toBe(404)
  done(await plan(second, { bay: 'B03', start: at('14:07'), technicianId: server.actor('MTL').personId }))
  expect(code(await plan(second, { bay: 'B02' }, 'stm'))).toBe('platform.changed-meanwhile')
  expect((await board()).jobs.find(({ id }) => id === second.id)).toMatchObject({ bay: 'B03', plannedStart: at('14:00'), technicianName: server.actor('MTL').name, version: second.version + 1, risk: 'on-time', isLast: true })
})

test('of two who want the same hour of a bay one gets it', async () => {
  await addBay('B04')
  const jobs = [await dispatched('B03', at('15:00')), await dispatched('B02', at('15:00'))] as const
  const answers = await Promise.all(jobs.map((job) => plan(job, { bay: 'B04', start: at('11:00') })))
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422])
})

test('a bay out of service takes nothing until it is brought back; one with work stays in use', async () => {
  const bayId = await addBay('B05')
  const out = (from: string, until: string) => as('wss').post(`/workshop-bays/${bayId}/take-out`, { from, until, reason: '举升机检修' })
  expect(code(await out(at('15:00'), at('14:00')))).toBe('workshop.out-ends-early')
  const { id: outId } = done(await out(at('10:00'), at('13:00')))
  const job = await dispatched('B05')
  expect(job.plannedStart).toBe(at('13:00'))
  expect(code(await plan(job, { start: at('11:00') }))).toBe('workshop.bay-out')
  done(await as('wss').post(`/workshop-bays/out-of-service/${String(outId)}/end`, { version: 1 }))
  expect(code(await as('wss').post(`/workshop-bays/out-of-service/${String(outId)}/end`, { version: 2 }))).toBe('workshop.out-over')
  done(await plan(job, { start: at('11:00') }))
  const edit = { version: 1, name: 'B05', kind: 'body', place: 5, active: false }
  expect(code(await as('wss').post(`/workshop-bays/${bayId}`, edit))).toBe('workshop.bay-in-use')
  done(await as('wss').post(`/workshop-bays/${bayId}`, { ...edit, name: 'B50', active: true }))
  expect((await board()).jobs.find(({ id }) => id === job.id)?.bay).toBe('B50')
})

test('a job over days goes on at the next opening; the car is late against its promise', async () => {
  await addBay('B06', 'body')
  const job = await dispatched('B06')
  done(await plan(job, { start: at('12:30'), minutes: 900 }))
  const today = (await board()).jobs.find(({ id }) => id === job.id)
  expect(today).toMatchObject({ shown: { from: at('12:30'), until: at('17:30') }, goesOn: true, comesIn: false, risk: 'late', until: at('09:30', '2026-11-25') })
  expect((await board('2026-11-24')).jobs.find(({ id }) => id === job.id)).toMatchObject({ shown: { from: at('08:30', '2026-11-24'), until: at('17:30', '2026-11-24') }, comesIn: true, goesOn: true })
  expect((await board('2026-11-25')).jobs.find(({ id }) => id === job.id)).toMatchObject({ comesIn: true, goesOn: false })
})

test('a job is not moved to a day on which its technician no longer holds the certificate that it needs', async () => {
  await addBay('B21')
  const [leader, technician] = [server.actor('MTL'), server.actor('TEC')]
  const job = await dispatched('B21')
  const kind = masters.operations[0]?.trade ?? ''
  const kept: string[] = []
  for (const { personId, number, validUntil } of [{ personId: technician.personId, number: 'JX-21', validUntil: '2026-11-25' }, { personId: leader.personId, number: 'JX-22', validUntil: '2027-12-31' }]) {
    kept.push(String(done(await as('wss').post('/certificates', { personId, kind, number, validFrom: '2025-01-01', validUntil }))['id']))
  }
  const moved = async (of: string): Promise<BoardJob> => found((await board(of)).jobs.find(({ id }) => id === job.id), 'job')
  done(await plan(job, { start: at('09:00', '2026-11-25') }))
  const over = { status: 422, body: { code: 'qualifications.certificate-over', facts: { name: technician.name, day: '2026-11-25' } } }
  expect(await plan(await moved('2026-11-25'), { start: at('09:00', '2026-11-26') })).toMatchObject(over)
  done(await plan(await moved('2026-11-25'), { start: at('09:00', '2026-11-26'), technicianId: leader.personId }))
  for (const id of kept) done(await as('wss').post(`/certificates/${id}/end`, { version: 1, reason: '登记错误' }))
})

test('who is absent is named on the board with his jobs of the day, and gets no more of them until he is back', async () => {
  await addBay('B20')
  const [leader, technician] = [server.actor('MTL'), server.actor('TEC')]
  const [tomorrow, after] = ['2026-11-24', '2026-11-26']
  const job = await dispatched('B20')
  done(await plan(job, { start: at('09:00', tomorrow), technicianId: leader.personId }))
  const moved = async (): Promise<BoardJob> => found((await board(tomorrow)).jobs.find(({ id }) => id === job.id), 'job')
  expect(await moved()).toMatchObject({ technicianName: leader.name, technicianAbsent: false })
  const { id: absenceId } = done(await as('stm').post('/rosters/absences', { personId: leader.personId, from: tomorrow, until: '2026-11-25', kind: 'leave' }))
  const shown = await board(tomorrow)
  expect(shown.jobs.find(({ id }) => id === job.id)).toMatchObject({ technicianAbsent: true })
  expect(shown.technicians.find(({ id }) => id === leader.personId)).toMatchObject({ away: { untilDay: '2026-11-25' }, openMinutes: 0 })
  expect((await board()).technicians.find(({ id }) => id === leader.personId)).toMatchObject({ away: null })
  expect(done(await as('wss').get(`/workshop-workers?day=${tomorrow}`))['rows']).toContainEqual({ id: leader.personId, name: leader.name, away: { untilDay: '2026-11-25' } })
  const car = await authorised()
  const give = (start: string, technicianId: string) => as('wss').post(`/workshop/${car.id}/dispatch`, { version: car.version, jobs: [{ lineId: car.lineIds[0], technicianId, bay: 'B20', start }] })
  expect(await give(at('14:00', tomorrow), leader.personId)).toMatchObject({ status: 422, body: { code: 'workshop.technician-absent', facts: { name: leader.name, until: '2026-11-25' } } })
  expect(code(await plan(await moved(), { start: at('15:00', tomorrow) }))).toBe('workshop.technician-absent')
  done(await plan(await moved(), { start: at('09:00', after) })) // he is back then
  const back = found((await board(after)).jobs.find(({ id }) => id === job.id), 'job')
  expect(back).toMatchObject({ technicianAbsent: false })
  done(await plan(back, { start: at('09:00', tomorrow), technicianId: technician.personId }))
  expect(await moved()).toMatchObject({ technicianName: technician.name, technicianAbsent: false })
  done(await as('stm').post(`/rosters/absences/${String(absenceId)}/end`, { version: 1, until: null, reason: '不请了' }))
  done(await give(at('14:00', tomorrow), leader.personId))
})

test('a job that was begun keeps its start and its person, and changes its bay', async () => {
  await addBay('B07')
  await addBay('B08')
  const job = await dispatched('B07')
  done(await as('tec').post(`/workshop-jobs/${job.id}/clock-on`))
  const running = (await board()).jobs.find(({ id }) => id === job.id) as BoardJob
  expect(code(await plan(running, { start: at('15:00') }))).toBe('workshop.begun-keeps-start')
  expect(code(await plan(running, { bay: 'B08', technicianId: server.actor('MTL').personId }))).toBe('workshop.job-begun')
  done(await plan(running, { bay: 'B08' }))
  done(await as('tec').post(`/workshop-jobs/${job.id}/finish`))
  expect(code(await plan({ ...running, version: running.version + 2 }, { bay: 'B08' }))).toBe('workshop.plan-over')
})

const keys = async () => done(await as('wss').get('/workshop-keys'))['rows'] as KeyView[]

test('a key is where it was hung last; two people who move it at once do not both', async () => {
  const car = await authorised()
  const key = async () => (await keys()).find(({ orderId }) => orderId === car.id)
  const move = (login: string, wish: object) => as(login).post(`/workshop-keys/${car.id}/move`, { moves: 0, ...wish })
  expect(await key()).toMatchObject({ keyTag: car.id.slice(-8), place: 'reception', moves: 0 })
  expect(code(await move('wss', { place: 'reception' }))).toBe('workshop.key-there-already')
  expect(code(await move('wss', { place: 'parking' }))).toBe('workshop.key-note-missing')
  expect((await move('csh', { place: 'workshop' })).status).toBe(403)
  expect((await move('b-wss', { place: 'workshop' })).status).toBe(404)
  done(await move('wss', { place: 'workshop' }))
  expect(code(await move('sad', { place: 'parking', note: 'P12' }))).toBe('platform.changed-meanwhile')
  const answers = await Promise.all(['sad', 'stm'].map((login) => move(login, { moves: 1, place: 'parking', note: `P-${login}` })))
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  expect(await key()).toMatchObject({ place: 'parking', moves: 2 })
  expect((done(await as('wss').get(`/workshop-keys/${car.id}`))['rows'] as { place: string }[]).map(({ place }) => place)).toEqual(['parking', 'workshop'])
})

test('keys that left the reception prove the hand-over of the cars authorised that day (SAD-1.7.1)', async () => {
  const now = server.clock.now()
  const { met, figure, target } = await server.database.reading([server.storeId], async (tx) => found(workshopProofs['SAD-1.7.1'], 'proof').evaluate(tx, {
    storeId: server.storeId, from: new Date(now.getTime() - 3_600_000), until: new Date(now.getTime() + 3_600_000), holderId: null, subjectId: null,
  }))
  expect({ met, figure }).toEqual({ met: false, figure: 1 })
  expect(target).toBeGreaterThan(5)
})

test('the walls: every car of the shop once, counted by its state; customers see masked plates', async () => {
  expect((await as('csh').get('/workshop-wall')).status).toBe(403)
  const { counts, cars } = done(await as('fds').get('/workshop-wall')) as unknown as { counts: Record<string, number>; cars: WallCar[] }
  expect(cars.length).toBeGreaterThan(5)
  expect(new Set(cars.map(({ orderId }) => orderId)).size).toBe(cars.length)
  expect(counts).toMatchObject({ inShop: cars.length, late: cars.filter(({ risk }) => risk === 'late').length, inInspection: 1 })
  expect(cars[0]?.risk).toBe('late')
  const { cars: public_ } = done(await as('fds').get('/workshop-wall/reception')) as unknown as { cars: { plate: string }[] }
  expect(public_.length).toBe(cars.length)
  for (const { plate } of public_) expect(plate).toMatch(/^沪A·8\d\*\*\d$/)
})

test('a car that waits owes its reason after 48 hours, until the workshop writes it', async () => {
  await addBay('B09')
  const job = await dispatched('B09')
  done(await as('tec').post(`/workshop-jobs/${job.id}/clock-on`))
  done(await as('tec').post(`/workshop-jobs/${job.id}/pause`, { reason: 'insurer' }))
  const wait = async () => (done(await as('wss').get('/workshop-waits'))['rows'] as WaitView[]).find(({ jobId }) => jobId === job.id)
  expect(await wait()).toMatchObject({ reason: 'insurer', owner: 'advisor', hours: 0, owesReason: false, note: null })
  const began = server.clock.now().getTime()
  server.clock = { now: () => new Date(began + 49 * 3_600_000) }
  as = await signedIn(server, people)
  expect(await wait()).toMatchObject({ hours: 49, owesReason: true })
  const explain = (login: string, jobId = job.id) => as(login).post(`/workshop-waits/${jobId}/explain`, { words: '保险公司未定损' })
  expect((await explain('tec')).status).toBe(403)
  expect((await explain('b-wss')).status).toBe(404)
  done(await explain('wss'))
  expect(await wait()).toMatchObject({ owesReason: false, note: { words: '保险公司未定损' } })
  done(await as('tec').post(`/workshop-jobs/${job.id}/clock-on`))
  expect(await wait()).toBeUndefined()
  expect(code(await explain('wss'))).toBe('workshop.not-waiting')
})
