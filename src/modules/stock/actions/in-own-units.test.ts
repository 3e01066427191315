import { afterAll, beforeAll, expect, test } from 'vitest'
import { furnish, type Masters } from '../../../app/testing/furnished.ts'
import { testServer, type Caller, type TestServer } from '../../../app/testing/test-server.ts'

let server: TestServer
let masters: Masters
let pts: Caller
let bin = ''
beforeAll(async () => {
  server = await testServer()
  masters = await furnish(server)
  pts = await server.as('pts')
  bin = ((await pts.get('/stock-places')).body['rows'] as { id: string; kind: string }[]).find(({ kind }) => kind === 'bin')?.id ?? ''
}, 60_000)
afterAll(() => server.drop())

const receive = (partId: string, thousandths: number, unit?: string) =>
  pts.post('/stock/receipts', { reference: 'DN-7', lines: [{ partId, placeId: bin, thousandths, costFen: 286_033, ...(unit === undefined ? {} : { unit }) }] })

test('two drums of oil are four hundred litres, at the cost of the delivery note to the fen', async () => {
  const oil = masters.parts.find(({ unit }) => unit === '升')
  if (oil === undefined) throw new Error('the catalogue has no oil')
  const { body } = await pts.get(`/parts/${oil.id}`)
  const { version, nameZh, nameEn, unit, packThousandths, category, active, supersededBy } = body
  const changed = await pts.post(`/parts/${oil.id}/change`, { version, nameZh, nameEn, unit, packThousandths, category, active, supersededBy, barcodes: [], units: [{ unit: '桶', factorThousandths: 200_000 }] })
  expect(changed.status).toBe(200)

  const drums = await receive(oil.id, 2_000, '桶')
  expect(drums.status).toBe(200)
  const { rows } = await server.owner.query('select thousandths::int, cost_fen::int from stock.move where lot_id = $1', [(drums.body['lots'] as string[])[0]])
  expect(rows).toEqual([{ thousandths: 400_000, cost_fen: 286_033 }])
  expect((await receive(oil.id, 2_000, '升')).status).toBe(200)

  expect(await receive(oil.id, 1_000, '箱')).toMatchObject({ status: 422, body: { code: 'stock.unit-unknown', detail: expect.stringContaining('箱') } })
  expect(await receive(oil.id, 90_000_000, '桶')).toMatchObject({ status: 422, body: { code: 'stock.unit-too-much' } })
})
