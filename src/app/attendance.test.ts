import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AttendanceDay, OwnAttendance, SheetRow } from '../modules/attendance/contract.ts'
import { endForgotten } from '../modules/attendance/public.ts'
import type { ClockView, listMyJobs } from '../modules/workshop/contract.ts'
import { stopForgottenClocks } from '../modules/workshop/public.ts'
import type { AnswerOf } from '../platform/contract.ts'
import { signature, type Masters } from './testing/furnished.ts'
import { furnishedServer } from './testing/furnished-server.ts'
import { receivedCar } from './testing/ready-car.ts'
import { code, done } from './testing/said.ts'
import { signedIn, type Caller, type TestServer } from './testing/test-server.ts'

// The time clock and forgotten clocks. It is Monday 23 November 2026, ten o'clock; the house is open from 08:30 to 17:30.
const people = ['stm', 'wss', 'sad', 'tec', 'mtl', 'fds', 'csh', 'b-wss', 'aud']
let server: TestServer
let masters: Masters
let as: (login: string) => Caller
beforeAll(async () => { ({ server, masters, as } = await furnishedServer(people)) }, 60_000)
afterAll(() => server.drop())

const at = (time: string, day = '2026-11-23'): string => new Date(`${day}T${time}:00+08:00`).toISOString()
const moveTo = async (time: string, day?: string): Promise<void> => {
  server.clock = { now: () => new Date(at(time, day)) }
  as = await signedIn(server, people)
}
const idOf = (position: 'TEC' | 'WSS' | 'SAD' | 'MTL' | 'FDS'): string => server.actor(position).personId
const day = async (of = '2026-11-23') => done(await as('wss').get(`/attendance/day?day=${of}`)) as unknown as AttendanceDay
const own = async (login: string) => done(await as(login).get('/attendance/own')) as unknown as OwnAttendance
const standing = async (position: Parameters<typeof idOf>[0], of?: string) => (await day(of)).people.find(({ personId }) => personId === idOf(position))
const month = async (query = '') => (done(await as('stm').get(`/attendance/month?month=2026-11${query}`)) as unknown as { rows: SheetRow[] }).rows
const now = () => server.clock.now()

/** A job of the technician, given to him just now. */
async function job(): Promise<{ id: string; orderId: string }> {
  const car = await receivedCar(as('sad'))
  const added = done(await as('sad').post(`/repair-orders/${car.id}/lines`, { version: car.version, lines: [{ kind: 'labour', operationId: masters.operations[0]?.id, payer: 'customer' }] }))
  const choices = { oldParts: 'take', wash: true, roadTest: false, waits: true }
  const promisedAt = new Date(now().getTime() + 6 * 3_600_000).toISOString()
  const yes = done(await as('sad').post(`/repair-orders/${car.id}/authorisation`, { version: added['version'], promisedAt, phoneChecked: true, choices, signature }))
  done(await as('wss').post(`/workshop/${car.id}/dispatch`, { version: Number(yes['version']), jobs: [{ lineId: (added['lineIds'] as string[])[0], technicianId: idOf('TEC'), bay: '' }] }))
  const id = (await mine()).find(({ orderId }) => orderId === car.id)?.jobs[0]?.id ?? ''
  return { id, orderId: car.id }
}
const mine = async () => (done(await as('tec').get('/workshop-jobs/mine')) as unknown as AnswerOf<typeof listMyJobs>).rows
const clocks = async (of = '2026-11-23') => done(await as('wss').get(`/workshop-clocks?day=${of}`)) as unknown as { rows: ClockView[]; forgotten: ClockView[] }
const step = (jobId: string, what: string, body: object = {}) => as('tec').post(`/workshop-jobs/${jobId}/${what}`, body)
const auditOf = async (subjectId: string) => (await server.owner.query<{ operation: string; before: unknown; after: unknown; reason: string | null }>('select operation, before, after, reason from platform.audit where subject_id = $1 order by id', [subjectId])).rows

test('one comes once, however often the phone sends it; whoever does not come is missing and late', async () => {
  expect(await standing('TEC')).toMatchObject({ standing: 'missing', minutesLate: 90 })
  const offline = { at: at('08:42') }
  const first = done(await as('tec').post('/attendance/in', offline, 'phone-key-1'))
  expect(first['cameAt']).toBe(at('08:42'))
  expect(done(await as('tec').post('/attendance/in', offline, 'phone-key-1'))).toEqual(first)
  expect(code(await as('tec').post('/attendance/in', {}))).toBe('attendance.in-already')
  expect(await standing('TEC')).toMatchObject({ standing: 'here', minutesLate: 12, spells: [{ cameAt: at('08:42'), leftAt: null }] })
  const both = await Promise.all([1, 2].map(() => as('mtl').post('/attendance/in', {})))
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422])
  expect((await as('aud').post('/attendance/in', {})).status).toBe(403)
  expect((await as('tec').get('/attendance/day?day=2026-11-23')).status).toBe(403)
  expect(code(await as('sad').post('/attendance/out', {}))).toBe('attendance.not-in')
})

test('a moment of the phone that cannot be counts as now', async () => {
  expect(done(await as('fds').post('/attendance/in', { at: at('10:30') }))['cameAt']).toBe(at('10:00'))
  expect(done(await as('fds').post('/attendance/out', { at: at('09:00') }))['leftAt']).toBe(at('10:00'))
})

test('a clock that nobody stopped stops at closing, once, though the upkeep runs twice and two at a time; the technician sees it', async () => {
  const { id: jobId } = await job()
  done(await step(jobId, 'clock-on'))
  await moveTo('12:00')
  expect(await stopForgottenClocks(server.database, now())).toBe(0)
  expect(code(await as('tec').post('/attendance/out', {}))).toBe('attendance.job-clock-runs')
  await moveTo('17:31')
  const turns = await Promise.all([stopForgottenClocks(server.database, now()), stopForgottenClocks(server.database, now())])
  expect(turns[0] + turns[1]).toBeGreaterThanOrEqual(1)
  const before = await clocks()
  expect(before.forgotten).toMatchObject([{ jobId, from: at('10:00'), until: at('17:30'), reason: 'forgotten', version: 1 }])
  expect(await stopForgottenClocks(server.database, now())).toBe(0)
  expect(await clocks()).toEqual(before)
  expect((await mine()).flatMap(({ jobs }) => jobs)).toMatchObject([{ id: jobId, status: 'paused', reason: 'forgotten', forgottenAt: at('17:30'), runningSince: null }])
  expect(await auditOf(before.forgotten[0]?.id ?? '')).toMatchObject([{ operation: 'stop a forgotten clock', after: { until: at('17:30'), job: 'paused' } }])
})

test('the foreman corrects a clock with a reason; what was stays, and what cannot be is refused', async () => {
  const clock = (await clocks()).forgotten[0]
  const path = `/workshop-clocks/${clock?.id ?? ''}/correct`
  const wish = { version: 1, from: at('10:00'), until: at('15:00'), reason: '15 点去取件' }
  expect((await as('tec').post(path, wish)).status).toBe(403)
  expect((await as('b-wss').post(path, wish)).status).toBe(404)
  expect(code(await as('wss').post(path, { ...wish, until: at('17:40') }))).toBe('workshop.clock-in-future')
  expect(code(await as('wss').post(path, { ...wish, until: at('09:00') }))).toBe('workshop.clock-backwards')
  expect((await as('wss').post(path, { ...wish, reason: ' ' })).status).toBe(400)
  const answers = await Promise.all([1, 2].map(() => as('wss').post(path, wish)))
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  const { rows, forgotten } = await clocks()
  expect(forgotten).toEqual([])
  expect(rows).toMatchObject([{ until: at('15:00'), version: 2, corrections: [{ reason: '15 点去取件', untilBefore: at('17:30'), untilAfter: at('15:00'), personName: server.actor('WSS').name }] }])
  expect((await auditOf(clock?.id ?? '')).at(-1)).toMatchObject({ before: { until: at('17:30') }, after: { until: at('15:00') }, reason: '15 点去取件' })
})

test('a correction may not overlap another clock of the person, nor touch a settled order', async () => {
  const { id: second } = await job()
  done(await step(second, 'clock-on'))
  const running = (await clocks()).rows.find(({ jobId }) => jobId === second)
  expect(code(await as('wss').post(`/workshop-clocks/${running?.id ?? ''}/correct`, { version: 1, from: at('16:00'), until: at('17:00'), reason: 'x' }))).toBe('workshop.clock-still-runs')
  await moveTo('18:00')
  done(await step(second, 'finish'))
  const post = (from: string) => as('wss').post(`/workshop-clocks/${running?.id ?? ''}/correct`, { version: 1, from, until: at('17:55'), reason: '补登' })
  expect(await post(at('14:59'))).toMatchObject({ status: 422, body: { code: 'workshop.clocks-overlap' } })
  await server.owner.query("update repair_orders.repair_order set status = 'settled' where id = $1", [running?.orderId])
  expect(code(await post(at('17:31')))).toBe('workshop.order-settled')
  await server.owner.query("update repair_orders.repair_order set status = 'in_inspection' where id = $1", [running?.orderId])
  done(await post(at('17:00')))
})

test('who forgot to clock out has left at closing once the day is over; a supervisor says when he really did', async () => {
  await moveTo('23:59')
  expect(await endForgotten(server.database, now())).toBe(0)
  await moveTo('08:00', '2026-11-24')
  expect(await endForgotten(server.database, now())).toBe(2)
  expect(await endForgotten(server.database, now())).toBe(0)
  const [spell] = (await own('tec')).spells
  expect(spell).toMatchObject({ leftAt: at('17:30'), forgotten: true, version: 2 })
  expect((await day('2026-11-24')).forgotten.map(({ name }) => name).toSorted()).toEqual([server.actor('MTL').name, server.actor('TEC').name].toSorted())
  const correct = (body: object, login = 'wss') => as(login).post(`/attendance/spells/${spell?.id ?? ''}/correct`, { version: 2, came: at('08:42'), left: at('18:10'), reason: '加班到 18:10', ...body })
  expect((await correct({}, 'tec')).status).toBe(403)
  expect((await correct({}, 'b-wss')).status).toBe(404)
  expect(code(await correct({ left: at('09:00', '2026-11-24') }))).toBe('attendance.in-future')
  done(await correct({}))
  expect((await correct({})).status).toBe(409)
  expect((await own('tec')).spells[0]).toMatchObject({ leftAt: at('18:10'), forgotten: false, corrections: [{ leftBefore: at('17:30'), leftAfter: at('18:10'), reason: '加班到 18:10' }] })
  expect((await auditOf(spell?.id ?? '')).map(({ operation }) => operation)).toEqual(['POST /attendance/in', 'end a forgotten attendance', 'POST /attendance/spells/:spellId/correct'])
  expect(await standing('TEC', '2026-11-24')).toMatchObject({ standing: 'expected' })
})

test('an attendance that was never clocked is added by another, without overlap', async () => {
  const add = (login: string, body: object = {}) => as(login).post('/attendance/spells', { personId: idOf('SAD'), came: at('08:30'), left: at('17:30'), reason: '平板没电', ...body })
  expect((await add('csh')).status).toBe(403)
  expect(code(await add('wss', { personId: idOf('WSS') }))).toBe('attendance.own-times')
  expect((await add('wss', { personId: server.actor('SAD', 'other').personId })).status).toBe(404)
  done(await add('wss'))
  expect(code(await add('fds'))).toBe('attendance.overlaps')
  expect(await standing('SAD')).toMatchObject({ standing: 'left', spells: [{ corrections: [{ cameBefore: null }] }] })
})

test('the month sheet and the figure divide worked by attended and sold by worked', async () => {
  const hour = 3_600_000
  const rows = await month()
  const tec = rows.find(({ key }) => key === idOf('TEC'))
  const attended = 9 * hour + 28 * 60_000 // 08:42 to 18:10
  const worked = 5 * hour + 55 * 60_000 // 10:00 to 15:00 and 17:00 to 17:55
  const sold = Number(masters.operations[0]?.standardHoursThousandths) * 3_600
  expect(tec).toMatchObject({ attendedMilliseconds: attended, workedMilliseconds: worked, soldMilliseconds: sold, utilisation: Math.round((worked * 10_000) / attended), efficiency: Math.round((sold * 10_000) / worked) })
  expect(rows.find(({ key }) => key === idOf('SAD'))).toMatchObject({ attendedMilliseconds: 9 * hour, utilisation: null })
  expect((await month(`&personId=${idOf('TEC')}`)).map(({ key }) => key)).toEqual(['2026-11-23'])
  const { figures } = done(await as('stm').get('/reports/figures?from=2026-11-23&to=2026-11-23&by=day')) as unknown as { figures: { code: string; total: { value: number; denominator: number } }[] }
  const both = attended + 7.5 * hour // the team leader came at ten
  expect(figures.find((figure) => figure.code === 'utilisation')?.total).toMatchObject({ value: Math.round((worked * 10_000) / both), denominator: both })
  const behind = done(await as('stm').get('/reports/orders?from=2026-11-23&to=2026-11-23&figure=utilisation')) as unknown as { rows: { personName: string; minutes: number }[] }
  expect(behind.rows.map(({ minutes }) => minutes).toSorted((a, b) => a - b)).toEqual([450, 568])
  const file = await as('stm').get('/attendance/month/file?month=2026-11&language=en')
  expect([file.status, file.headers['content-type']]).toEqual([200, expect.stringContaining('spreadsheetml')])
  expect((await as('tec').get('/attendance/month?month=2026-11')).status).toBe(403)
})

test('a technician asks for a part by its number: added work with the part proposed, no line before the customer says yes', async () => {
  const { orderId } = await job()
  const part = masters.parts[0]
  const ask = (body: object, login = 'tec', key?: string) => as(login).post(`/repair-orders/${orderId}/part-requests`, { code: part?.number.toLowerCase(), quantityThousandths: 2_000, urgency: 'soon', ...body }, key)
  expect((await ask({}, 'csh')).status).toBe(403)
  expect((await ask({}, 'b-wss')).status).toBe(404)
  expect(code(await ask({ code: 'NO-SUCH-PART' }))).toBe('repair-orders.part-unknown')
  const first = done(await ask({}, 'tec', 'phone-part-1'))
  expect(done(await ask({}, 'tec', 'phone-part-1'))).toEqual(first)
  const seen = async () => done(await as('sad').get(`/repair-orders/${orderId}`)) as unknown as { lines: { kind: string }[]; addedWork: { id: string; version: number; status: string; askedPart: { partId: string; quantityThousandths: number }; lines: { partId: string; amountFen: number }[] }[] }
  const [work] = (await seen()).addedWork
  expect(work).toMatchObject({ status: 'found', askedPart: { partId: part?.id, quantityThousandths: 2_000 }, lines: [] })
  done(await as('sad').post(`/added-work/${work?.id ?? ''}/price`, { version: 1, add: [{ kind: 'part', partId: part?.id, payer: 'customer', quantityThousandths: 2_000 }], remove: [] }))
  const after = await seen()
  expect(after.addedWork).toMatchObject([{ status: 'priced', lines: [{ partId: part?.id }] }])
  expect(after.lines.filter(({ kind }) => kind === 'part')).toEqual([])
})

test('two work on one job: each by his own clock, the hours shared by time, or in percent as the foreman says', async () => {
  await moveTo('09:00', '2026-11-25')
  const { id: jobId, orderId } = await job()
  const seen = async () => (done(await as('wss').get(`/workshop/${orderId}`)) as unknown as { labour: { job: { version: number; status: string; helpers: { id: string }[] } }[] }).labour[0]?.job
  const put = async (body: object, login = 'wss') => as(login).post(`/workshop-jobs/${jobId}/helpers`, { version: (await seen())?.version, helpers: [{ personId: idOf('MTL'), share: null }], ownShare: null, ...body })
  const mtl = (what: string, body: object = {}) => as('mtl').post(`/workshop-jobs/${jobId}/${what}`, body)
  expect(code(await mtl('clock-on'))).toBe('workshop.not-your-job')
  expect((await put({}, 'sad')).status).toBe(403)
  expect(code(await put({ helpers: [{ personId: idOf('TEC'), share: null }] }))).toBe('workshop.helper-twice')
  expect(code(await put({ helpers: [{ personId: idOf('SAD'), share: null }] }))).toBe('workshop.not-a-technician')
  expect(code(await put({ ownShare: 50 }))).toBe('workshop.shares-not-100')
  done(await put({}))
  expect((await put({ version: 1 })).status).toBe(409)
  done(await step(jobId, 'clock-on'))
  done(await mtl('clock-on'))
  await moveTo('10:00', '2026-11-25')
  expect((await mine()).find((row) => row.orderId === orderId)?.jobs[0]).toMatchObject({ status: 'running', runningSince: at('09:00', '2026-11-25') })
  done(await mtl('pause', { reason: 'break' }))
  expect(code(await mtl('pause', { reason: 'break' }))).toBe('workshop.clock-stands')
  expect(await seen()).toMatchObject({ status: 'running' })
  expect(code(await mtl('finish'))).toBe('workshop.not-your-job')
  expect(code(await put({ helpers: [] }))).toBe('workshop.helper-clocked')
  await moveTo('12:00', '2026-11-25')
  done(await step(jobId, 'finish'))
  const sold = Number(masters.operations[0]?.standardHoursThousandths) * 3_600
  const soldOn = async (position: 'TEC' | 'MTL') => (await month(`&personId=${idOf(position)}`)).find(({ key }) => key === '2026-11-25')
  expect(await soldOn('TEC')).toMatchObject({ workedMilliseconds: 3 * 3_600_000, soldMilliseconds: Math.round((sold * 3) / 4) })
  expect(await soldOn('MTL')).toMatchObject({ workedMilliseconds: 3_600_000, soldMilliseconds: Math.round(sold / 4) })
  expect(code(await put({ helpers: [{ personId: idOf('MTL'), share: 40 }], ownShare: 60 }))).toBe('workshop.helpers-over')
})

test('shares in percent beat the clocks', async () => {
  await moveTo('09:00', '2026-11-26')
  const { id: jobId, orderId } = await job()
  const version = (await mine()).find((row) => row.orderId === orderId)?.jobs[0]?.version
  done(await as('wss').post(`/workshop-jobs/${jobId}/helpers`, { version, helpers: [{ personId: idOf('MTL'), share: 40 }], ownShare: 60 }))
  done(await step(jobId, 'clock-on'))
  await moveTo('10:00', '2026-11-26')
  done(await step(jobId, 'finish'))
  const sold = Number(masters.operations[0]?.standardHoursThousandths) * 3_600
  const soldOn = async (position: 'TEC' | 'MTL') => (await month(`&personId=${idOf(position)}`)).find(({ key }) => key === '2026-11-26')?.soldMilliseconds
  expect([await soldOn('TEC'), await soldOn('MTL')]).toEqual([Math.round(sold * 0.6), Math.round(sold * 0.4)])
})

test('a helper who is given the job himself helps no more, and its shares are by time again', async () => {
  await moveTo('09:00', '2026-11-27')
  const { id: jobId, orderId } = await job()
  const work = async () => done(await as('wss').get(`/workshop/${orderId}`)) as unknown as { version: number; labour: { lineId: string; job: { version: number; technicianId: string; helpers: unknown[]; sharePercent: number | null } }[] }
  const { version, labour } = await work()
  done(await as('wss').post(`/workshop-jobs/${jobId}/helpers`, { version: labour[0]?.job.version, helpers: [{ personId: idOf('MTL'), share: 40 }], ownShare: 60 }))
  done(await as('wss').post(`/workshop/${orderId}/dispatch`, { version, jobs: [{ lineId: labour[0]?.lineId, technicianId: idOf('MTL'), bay: '' }] }))
  expect((await work()).labour[0]?.job).toMatchObject({ technicianId: idOf('MTL'), helpers: [], sharePercent: null })
})
