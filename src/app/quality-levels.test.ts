import { afterAll, beforeAll, expect, test } from 'vitest'
import { inspectionPoints } from '../modules/workshop/domain/jobs.ts'
import { invariants } from './modules.ts'
import { brokenInvariants, signature } from './testing/furnished.ts'
import { furnishedServer, type FurnishedServer } from './testing/furnished-server.ts'
import { receivedCar } from './testing/ready-car.ts'
import { code, done } from './testing/said.ts'
import type { Answer } from './testing/test-server.ts'

// Self-check, team check, final inspection: each by somebody else. It is Monday 23 November 2026, ten o'clock.
let furnished: FurnishedServer
let as: FurnishedServer['as']
beforeAll(async () => {
  furnished = await furnishedServer(['sad', 'wss', 'tec', 'mtl', 'qci', 'b-wss', 'b-mtl'])
  ;({ as } = furnished)
}, 60_000)
afterAll(() => furnished.server.drop())

const torque = { key: 'torque', nameZh: '轮毂螺母扭矩', nameEn: 'Hub nut torque', by: 'both', value: { unit: 'N·m', least: 180_000, most: 220_000 }, photo: false }
const leaks = { key: 'leaks', nameZh: '无泄漏', nameEn: 'No leaks', by: 'self', value: null, photo: false }
const sheet = { trade: 'mechanical', codeBegins: 'CH-306', nameZh: '更换轮毂轴承', nameEn: 'Wheel bearing', selfCheck: true, teamCheck: true, points: [torque, leaks] }
const good = (value: number) => [{ key: 'torque', verdict: 'good', value }, { key: 'leaks', verdict: 'good' }]
const version = async (id: string) => Number(done(await as('sad').get(`/repair-orders/${id}`))['version'])
const inspect = async (id: string, body: object = {}): Promise<Answer> => as('qci').post(`/workshop/${id}/inspection`, {
  version: await version(id), result: 'passed', cleanliness: 'A', roadTestKm: 5, points: Object.fromEntries(inspectionPoints.map((point) => [point, 'good'])), ...body,
})
type Work = { jobs: { id: string; version: number; selfCheck: string | null; teamCheck: string | null; status: string; reworks: number; reason: string }[] }
async function jobOf(id: string): Promise<Work['jobs'][number]> {
  const { labour } = done(await as('wss').get(`/workshop/${id}`)) as unknown as { labour: { job: Work['jobs'][number] }[] }
  const job = labour[0]?.job
  if (job === undefined) throw new Error('no job')
  return job
}

/** A car whose one job of this kind its technician has begun. */
async function begun(wanted: string, technician: 'TEC' | 'MTL' = 'TEC'): Promise<{ id: string; jobId: string }> {
  const { id, version: seen } = await receivedCar(as('sad'))
  const operation = furnished.masters.operations.find((one) => one.code === wanted)
  const added = done(await as('sad').post(`/repair-orders/${id}/lines`, { version: seen, lines: [{ kind: 'labour', operationId: operation?.id, payer: 'customer' }] }))
  const promisedAt = new Date(furnished.server.clock.now().getTime() + 6 * 3_600_000).toISOString()
  done(await as('sad').post(`/repair-orders/${id}/authorisation`, { version: added['version'], promisedAt, phoneChecked: true, choices: { oldParts: 'take', wash: true, roadTest: false, waits: true }, signature }))
  const [lineId] = added['lineIds'] as string[]
  done(await as('wss').post(`/workshop/${id}/dispatch`, { version: await version(id), jobs: [{ lineId, technicianId: furnished.server.actor(technician).personId, bay: '' }] }))
  const { id: jobId } = await jobOf(id)
  done(await as(technician.toLowerCase()).post(`/workshop-jobs/${jobId}/clock-on`))
  return { id, jobId }
}

test('a kind of work has its points; only the supervisor keeps them, once, with limits that make sense', async () => {
  expect((await as('tec').post('/workshop-check-sheets', sheet)).status).toBe(403)
  expect(code(await as('wss').post('/workshop-check-sheets', { ...sheet, points: [{ ...torque, value: { unit: 'N·m', least: 2, most: 1 } }] }))).toBe('workshop.sheet-limits-crossed')
  const { id } = done(await as('wss').post('/workshop-check-sheets', { ...sheet, points: [leaks] })) as { id: string }
  expect(code(await as('wss').post('/workshop-check-sheets', sheet))).toBe('workshop.sheet-twice')
  const { trade: _, codeBegins: __, ...kept } = sheet
  const answers = await Promise.all([1, 2].map(() => as('wss').post(`/workshop-check-sheets/${id}`, { version: 1, ...kept, active: true })))
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  expect((await as('b-wss').post(`/workshop-check-sheets/${id}`, { version: 2, ...kept, active: true })).status).toBe(404)
  expect(done(await as('tec').get('/workshop-check-sheets'))['rows']).toMatchObject([{ id, points: [{ key: 'torque' }, { key: 'leaks' }] }])
})

test('finished with the self-check, looked at by the team, failed, reworked, passed; only then inspected', async () => {
  const { id, jobId } = await begun('CH-306')
  expect(done(await as('tec').get('/workshop-jobs/mine'))['rows']).toMatchObject([{ jobs: [{ id: jobId, points: [{ key: 'torque' }, { key: 'leaks' }] }] }])
  const finish = (results?: object[]) => as('tec').post(`/workshop-jobs/${jobId}/finish`, results === undefined ? {} : { results })
  expect(code(await finish())).toBe('workshop.check-point-open')
  expect(code(await finish(good(170_000)))).toBe('workshop.check-value-outside')
  done(await finish(good(200_000)))
  expect(await jobOf(id)).toMatchObject({ status: 'finished', selfCheck: 'passed', teamCheck: 'due' })

  const early = await inspect(id)
  expect(code(early)).toBe('workshop.team-check-missing')
  expect(String(early.body['detail'])).toContain('更换轮毂轴承')
  const check = async (login: string, body: object) => as(login).post(`/workshop-jobs/${jobId}/check`, { version: (await jobOf(id)).version, result: 'passed', results: good(200_000), ...body })
  expect(code(await check('tec', {}))).toBe('workshop.own-check')
  expect((await check('qci', {})).status).toBe(403)
  expect((await check('b-mtl', {})).status).toBe(404)
  expect((await check('mtl', { version: 99 })).status).toBe(409)
  expect(code(await check('mtl', { results: good(230_000) }))).toBe('workshop.check-value-outside')
  expect(code(await check('mtl', { result: 'failed', reason: ' ' }))).toBe('workshop.failure-needs-reason')
  expect(done(await as('mtl').get('/workshop-jobs/to-check'))['rows']).toMatchObject([{ jobId, points: [{ key: 'torque' }] }])
  done(await check('mtl', { result: 'failed', reason: '扭矩复测不足', results: [] }))
  expect(await jobOf(id)).toMatchObject({ status: 'dispatched', reworks: 1, reason: '扭矩复测不足', selfCheck: null, teamCheck: null })
  expect(done(await as('sad').get(`/repair-orders/${id}`))['status']).toBe('in_work')
  const technicianId = furnished.server.actor('TEC').personId
  expect(done(await as('wss').get('/comebacks/technicians'))['rows']).toMatchObject([{ technicianId, reworks: 1 }])
  expect(done(await as('wss').get(`/comebacks/reworks?technicianId=${technicianId}&month=2026-11`))['rows']).toMatchObject([{ orderId: id, level: 2, reason: '扭矩复测不足' }])

  done(await as('tec').post(`/workshop-jobs/${jobId}/clock-on`))
  done(await finish(good(201_500)))
  const answers = await Promise.all([1, 2, 3].map(() => check('mtl', {})))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  done(await inspect(id))
  const checks = done(await as('wss').get(`/workshop/${id}`))['checks'] as { id: string; level: number }[]
  expect(checks).toMatchObject([
    { level: 1, rework: 0, points: [{ key: 'torque', measured: 200_000 }, { key: 'leaks', measured: null }] }, { level: 2, rework: 0, result: 'failed' },
    { level: 1, rework: 1, points: [{ measured: 201_500 }, {}] }, { level: 2, rework: 1, result: 'passed' },
  ])
  const { rows } = await furnished.server.owner.query('select operation from platform.audit where subject_id = any($1)', [checks.map((check) => check.id)])
  expect(rows).toEqual([1, 2].map(() => ({ operation: 'POST /workshop-jobs/:jobId/check' })))
  expect(await brokenInvariants(furnished.server, invariants)).toEqual([])
})

test('where the leader did the work another technician checks it; work without a sheet needs only the word of its technician', async () => {
  const led = await begun('CH-306', 'MTL')
  done(await as('mtl').post(`/workshop-jobs/${led.jobId}/finish`, { results: good(200_000) }))
  done(await as('tec').post(`/workshop-jobs/${led.jobId}/check`, { version: (await jobOf(led.id)).version, result: 'passed', results: good(200_000) }))
  done(await inspect(led.id))
  const plain = await begun('BR-201')
  done(await as('tec').post(`/workshop-jobs/${plain.jobId}/finish`))
  expect(await jobOf(plain.id)).toMatchObject({ selfCheck: 'passed', teamCheck: null })
  expect(done(await as('wss').get(`/workshop/${plain.id}`))['checks']).toMatchObject([{ level: 1, result: 'passed', points: [] }])
  done(await inspect(plain.id))
})
