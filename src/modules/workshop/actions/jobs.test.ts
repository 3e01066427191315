import { afterAll, beforeAll, expect, test } from 'vitest'
import { furnish, sheetOf, signature, type Masters } from '../../../app/testing/furnished.ts'
import { testServer, type Answer, type TestServer } from '../../../app/testing/test-server.ts'

let server: TestServer
let masters: Masters
beforeAll(async () => {
  server = await testServer()
  masters = await furnish(server)
})
afterAll(() => server.drop())

const done = (answer: Answer): Record<string, unknown> => {
  expect(answer).toMatchObject({ status: 200 })
  return answer.body
}

/** A car with two authorised labour lines, the first given to the technician. */
async function begun(plate: string): Promise<{ orderId: string; jobId: string }> {
  const sad = await server.as('sad')
  const wss = await server.as('wss')
  const orderId = String(done(await sad.post('/repair-orders', { plate, purpose: 'repair' }))['id'])
  const reception = done(await sad.post(`/repair-orders/${orderId}/reception`, {
    version: 1, vin: null, modelName: '云岭 X5', ownerName: '李晨', ownerPhone: '19900010001', ownerKind: 'person', senderName: '李晨', senderPhone: '19900010001', insurerName: '',
    mileageKm: 20_356, fuelEighths: 4, sheet: sheetOf(orderId), signature,
  }))
  const lines = [0, 1].map((index) => ({ kind: 'labour', operationId: masters.operations[index]?.id, payer: 'customer' }))
  const added = done(await sad.post(`/repair-orders/${orderId}/lines`, { version: reception['version'], lines }))
  const yes = done(await sad.post(`/repair-orders/${orderId}/authorisation`, {
    version: added['version'], promisedAt: '2026-11-23T09:00:00Z', phoneChecked: true, choices: { oldParts: 'take', wash: true, roadTest: false, waits: true }, signature,
  }))
  const [lineId] = added['lineIds'] as string[]
  done(await wss.post(`/workshop/${orderId}/dispatch`, { version: yes['version'], jobs: [{ lineId, technicianId: server.actor('TEC').personId, bay: 'B03' }] }))
  const work = done(await wss.get(`/workshop/${orderId}`))['labour'] as { job: { id: string } | null }[]
  return { orderId, jobId: work.find(({ job }) => job !== null)?.job?.id ?? '' }
}

test('the list of the shop says how much labour is still to be dispatched', async () => {
  const { orderId } = await begun('沪A40001')
  const rows = done(await (await server.as('wss')).get('/workshop'))['rows'] as { orderId: string; labour: number; jobs: unknown[] }[]
  expect(rows.find((row) => row.orderId === orderId)).toMatchObject({ labour: 2, jobs: [{ status: 'dispatched' }] })
})

test('a job is stopped once; what is finished stays finished', async () => {
  const { jobId } = await begun('沪A40002')
  const stm = await server.as('stm')
  const tec = await server.as('tec')
  done(await tec.post(`/workshop-jobs/${jobId}/clock-on`))
  done(await tec.post(`/workshop-jobs/${jobId}/finish`))
  expect(await stm.post(`/workshop-jobs/${jobId}/stop`, { reason: '客户不做了' })).toMatchObject({ status: 422, body: { code: 'workshop.stop-over' } })
})

test('work that was stopped can be given out again to somebody else', async () => {
  const { orderId, jobId } = await begun('沪A40003')
  const wss = await server.as('wss')
  done(await (await server.as('stm')).post(`/workshop-jobs/${jobId}/stop`, { reason: '技师请假' }))
  const seen = done(await wss.get(`/workshop/${orderId}`))
  const [line] = seen['labour'] as { lineId: string }[]
  done(await wss.post(`/workshop/${orderId}/dispatch`, { version: seen['version'], jobs: [{ lineId: line?.lineId, technicianId: server.actor('MTL').personId, bay: 'B04' }] }))
  const mtl = await server.as('mtl')
  done(await mtl.post(`/workshop-jobs/${jobId}/clock-on`))
  expect(await mtl.get('/workshop-jobs/mine')).toMatchObject({ body: { rows: [{ orderId, jobs: [{ id: jobId, status: 'running' }] }] } })
})
