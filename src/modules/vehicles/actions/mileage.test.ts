import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServer, type Caller, type TestServer } from '../../../app/testing/test-server.ts'

let server: TestServer
let fds: Caller
let path = ''
beforeAll(async () => {
  server = await testServer()
  fds = await server.as('fds')
  const facts = { vin: '', modelId: null, modelName: '云岭 X5', colour: '', engineNumber: '', energy: null, firstRegistered: null, saleDate: null, warrantyUntil: null, warrantyKm: null, note: '' }
  const { body } = await fds.post('/vehicles', { ...facts, plate: '沪AD30017', owner: { name: '李晨', phone: '19900010001', kind: 'person' } })
  path = `/vehicles/${String(body['id'])}`
})
afterAll(() => server.drop())

test('a change of the meter says what the old one showed last; the readings say where they were taken', async () => {
  expect((await fds.post(`${path}/readings`, { km: 12_400 })).status).toBe(200)
  expect((await fds.post(`${path}/readings`, { km: 12_410, source: 'workshop' })).status).toBe(200)
  expect((await fds.post(`${path}/meter-changes`, { oldKm: 12_450, newKm: 10 })).status).toBe(200)
  expect((await fds.post(`${path}/readings`, { km: 9 })).body['code']).toBe('vehicles.mileage-too-low')
  const { readings } = (await fds.get(path)).body as { readings: { km: number; source: string; oldKm: number | null }[] }
  expect(readings.map(({ km, source, oldKm }) => [km, source, oldKm])).toEqual([[10, 'meter-change', 12_450], [12_410, 'workshop', null], [12_400, 'reception', null]])
})
