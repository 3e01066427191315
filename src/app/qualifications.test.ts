import { afterAll, beforeAll, expect, test } from 'vitest'
import { signature, type Masters } from './testing/furnished.ts'
import { furnishedServer } from './testing/furnished-server.ts'
import { receivedCar } from './testing/ready-car.ts'
import type { Answer, Caller, TestServer } from './testing/test-server.ts'

let server: TestServer
let masters: Masters
let as: (login: string) => Caller
beforeAll(async () => {
  ({ server, masters, as } = await furnishedServer(['sad', 'wss', 'tec', 'qci', 'stm', 'b-wss']))
}, 60_000)
afterAll(() => server.drop())

const record = (position: string, kind: string, number: string, validUntil = '2027-12-31', login = 'wss'): Promise<Answer> =>
  as(login).post('/certificates', { personId: server.actor(position as 'TEC').personId, kind, number, validFrom: '2025-01-01', validUntil })
const order = async (id: string) => (await as('sad').get(`/repair-orders/${id}`)).body as { version: number; lines: { id: string }[] }

async function authorised(): Promise<string> {
  const { id, version } = await receivedCar(as('sad'))
  const operation = masters.operations.find(({ trade }) => trade === 'mechanical')
  expect(await as('sad').post(`/repair-orders/${id}/lines`, { version, lines: [{ kind: 'labour', operationId: operation?.id, payer: 'customer' }] })).toMatchObject({ status: 200 })
  const choices = { oldParts: 'leave', wash: true, roadTest: false, waits: false }
  await as('sad').post(`/repair-orders/${id}/authorisation`, { version: (await order(id)).version, promisedAt: '2026-11-23T10:00:00Z', phoneChecked: true, choices, signature })
  return id
}
const dispatch = async (id: string): Promise<Answer> => {
  const { version, lines: [line] } = await order(id)
  return as('wss').post(`/workshop/${id}/dispatch`, { version, jobs: [{ lineId: line?.id, technicianId: server.actor('TEC').personId, bay: '' }] })
}

test('mechanical work goes to a technician with a valid certificate once the store keeps the first one', async () => {
  const id = await authorised()
  expect(await record('MTL', 'mechanical', 'JX-0001')).toMatchObject({ status: 200 })
  expect(await dispatch(id)).toMatchObject({ status: 422, body: { code: 'qualifications.no-certificate' } })
  expect(await record('TEC', 'mechanical', 'JX-0002', '2026-11-22')).toMatchObject({ status: 200 })
  expect(await dispatch(id)).toMatchObject({ status: 422, body: { code: 'qualifications.certificate-over', facts: { day: '2026-11-22' } } })
  expect(await record('TEC', 'mechanical', 'JX-0003')).toMatchObject({ status: 200 })
  expect(await dispatch(id)).toMatchObject({ status: 200 })
})

test('the final inspection is signed by a certified inspector', async () => {
  const id = await authorised()
  await dispatch(id)
  const mine = (await as('tec').get('/workshop-jobs/mine')).body['rows'] as { orderId: string; jobs: { id: string }[] }[]
  for (const { id: jobId } of mine.flatMap(({ jobs }) => jobs)) {
    await as('tec').post(`/workshop-jobs/${jobId}/clock-on`)
    await as('tec').post(`/workshop-jobs/${jobId}/finish`)
  }
  const points = { 'work-complete': 'good', 'safety-parts': 'good', torque: 'good', leaks: 'good', fluids: 'good', 'fault-memory': 'none', 'old-parts': 'good', 'clean-inside': 'good' }
  const inspect = async (login: string): Promise<Answer> => as(login).post(`/workshop/${id}/inspection`, { version: (await order(id)).version, result: 'passed', reason: '', cleanliness: 'A', roadTestKm: null, points })
  await record('QCI', 'inspection', 'ZJ-0001')
  expect(await inspect('wss')).toMatchObject({ status: 422, body: { code: 'qualifications.no-certificate' } })
  expect(await inspect('qci')).toMatchObject({ status: 200 })
})

test('a number is kept once; ended with its reason it can be entered anew; other stores see and end nothing of it', async () => {
  expect(await record('TEC', 'paint', 'PT-1', '2027-12-31', 'tec')).toMatchObject({ status: 403 })
  expect(await record('TEC', 'mechanical', 'JX-0003')).toMatchObject({ status: 422, body: { code: 'qualifications.number-taken' } })
  const { rows } = (await as('wss').get('/certificates')).body as { rows: { id: string; number: string; state: string; version: number }[] }
  expect(rows.map(({ number, state }) => `${number} ${state}`).toSorted()).toEqual(['JX-0001 valid', 'JX-0002 over', 'JX-0003 valid', 'ZJ-0001 valid'])
  const certificate = rows.find(({ number }) => number === 'JX-0003')
  expect(await as('b-wss').post(`/certificates/${String(certificate?.id)}/end`, { version: 1, reason: '登记错误' })).toMatchObject({ status: 404 })
  const ends = await Promise.all(Array.from({ length: 5 }, () => as('wss').post(`/certificates/${String(certificate?.id)}/end`, { version: 1, reason: '登记错误' })))
  expect(ends.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(await record('TEC', 'mechanical', 'JX-0003')).toMatchObject({ status: 200 })
  expect((await as('b-wss').get('/certificates')).body['rows']).toEqual([])
})
