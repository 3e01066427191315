import { afterAll, beforeAll, expect, test } from 'vitest'
import { signature, type Masters } from '../../../app/testing/furnished.ts'
import { furnishedServer } from '../../../app/testing/furnished-server.ts'
import { receive } from '../../../app/testing/ready-car.ts'
import type { Caller, TestServer } from '../../../app/testing/test-server.ts'

// A quote is an order that has not arrived: its lines are priced as an estimate's, and it becomes the visit when the car comes.
let server: TestServer
let masters: Masters
let as: (login: string) => Caller
beforeAll(async () => { ({ server, masters, as } = await furnishedServer(['sad', 'whk', 'tec', 'b-sad'])) }, 60_000)
afterAll(() => server.drop())

let plates = 0
type Quote = { id: string; plate: string; version: number }
async function quoted(): Promise<Quote> {
  const plate = `沪A7${String(1_000 + (plates += 1))}`
  const made = await as('sad').post('/repair-orders/quotes', { plate, purpose: 'repair', customerName: '赵敏', phone: '19900010002', modelName: '云岭 X5' })
  expect(made).toMatchObject({ status: 200, body: { quotedUntil: '2026-12-08' } })
  const id = String(made.body['id'])
  const added = await as('sad').post(`/repair-orders/${id}/lines`, { version: 1, lines: [
    { kind: 'labour', operationId: masters.operations[0]?.id, payer: 'customer' }, { kind: 'part', partId: masters.parts[0]?.id, payer: 'customer', quantityThousandths: 1_000 },
  ] })
  expect(added).toMatchObject({ status: 200 })
  return { id, plate, version: Number(added.body['version']) }
}

const see = async (id: string) => (await as('sad').get(`/repair-orders/${id}`)).body
test('a quote is priced by the rules, reserves nothing, prints, and stands in a list of its own', async () => {
  const { id, plate, version } = await quoted()
  expect(await see(id)).toMatchObject({ status: 'quoted', arrivedAt: null, quoteExpired: false, lines: [{ priceRule: 'rate' }, { priceRule: 'cap', reserved: 0, unitPriceFen: masters.parts[0]?.capFen }] })
  const list = async (group: string) => ((await as('sad').get(`/repair-orders?group=${group}`)).body['rows'] as { plate: string }[]).map((row) => row.plate)
  expect(await list('quoted')).toContain(plate)
  expect(await list('open')).not.toContain(plate)
  expect((await as('sad').get(`/repair-orders/${id}/quote.pdf?language=en`)).body['text']).toMatch(/^%PDF-1/)
  const choices = { oldParts: 'take', wash: true, roadTest: false, waits: true }
  expect(await as('sad').post(`/repair-orders/${id}/authorisation`, { version, promisedAt: '2026-11-23T09:00:00Z', phoneChecked: true, choices, signature })).toMatchObject({ status: 422, body: { code: 'repair-orders.receive-first' } })
  expect(await receive(as('sad'), id, version)).toMatchObject({ status: 422 })
})

test('the car comes: the same order arrives, and after the reception its quote is the estimate', async () => {
  const { id, plate, version } = await quoted()
  const arrived = await as('sad').post(`/repair-orders/${id}/arrival`, { version })
  expect(arrived).toMatchObject({ status: 200, body: { repriced: 0 } })
  expect(await as('sad').post(`/repair-orders/${id}/arrival`, { version: arrived.body['version'] })).toMatchObject({ status: 422, body: { code: 'repair-orders.not-a-quote' } })
  expect(await as('sad').post('/repair-orders', { plate, purpose: 'repair' })).toMatchObject({ status: 422, body: { code: 'repair-orders.already-in-shop' } })
  expect(await receive(as('sad'), id, arrived.body['version'])).toMatchObject({ status: 200 })
  expect(await see(id)).toMatchObject({ status: 'estimated', lines: [{ kind: 'labour' }, { kind: 'part' }], steps: [{ toStatus: 'quoted' }, { toStatus: 'arrived' }, { toStatus: 'received' }, { toStatus: 'estimated' }] })
})

test('after its days the prices are those of the day of arrival, and the answer says so', async () => {
  const { id, version } = await quoted()
  await server.owner.query("update repair_orders.repair_order set quoted_until = '2026-11-01' where id = $1", [id])
  await server.owner.query("update repair_orders.line set unit_price_fen = unit_price_fen - 100, amount_fen = amount_fen - 100 where order_id = $1 and kind = 'part'", [id])
  expect(await see(id)).toMatchObject({ quoteExpired: true })
  expect(await as('sad').post(`/repair-orders/${id}/arrival`, { version })).toMatchObject({ status: 200, body: { repriced: 1 } })
  const { lines, totalFen } = await see(id) as { lines: { unitPriceFen: number; amountFen: number }[]; totalFen: number }
  expect(lines[1]?.unitPriceFen).toBe(masters.parts[0]?.capFen)
  expect(totalFen).toBe(lines.reduce((sum, { amountFen }) => sum + amountFen, 0))
})

test('a car in the shop may be quoted for, but does not arrive a second time; another store sees nothing; a technician may not', async () => {
  const { id, plate, version } = await quoted()
  await as('sad').post('/repair-orders', { plate, purpose: 'repair' })
  expect(await as('sad').post(`/repair-orders/${id}/arrival`, { version })).toMatchObject({ status: 422, body: { code: 'repair-orders.already-in-shop' } })
  expect(await as('b-sad').post(`/repair-orders/${id}/arrival`, { version })).toMatchObject({ status: 404 })
  expect(await as('tec').post('/repair-orders/quotes', { plate, purpose: 'repair', customerName: '赵敏' })).toMatchObject({ status: 403 })
  expect(await as('sad').post(`/repair-orders/${id}/cancel`, { version, reason: '客户不做了' })).toMatchObject({ status: 200 })
})

test('of ten people who register the arrival at once one does it', async () => {
  const { id, version } = await quoted()
  const answers = await Promise.all(Array.from({ length: 10 }, () => as('sad').post(`/repair-orders/${id}/arrival`, { version })))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(9)
})
