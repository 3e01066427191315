import { afterAll, beforeAll, expect, test } from 'vitest'
import { invariants } from './modules.ts'
import { brokenInvariants, completeSheet, signature } from './testing/furnished.ts'
import { furnishedServer, type FurnishedServer } from './testing/furnished-server.ts'
import { workedAndPassed } from './testing/ready-car.ts'
import { code, done } from './testing/said.ts'

// What stands around the reception of a car: campaigns of the maker, courtesy cars, wished parts. It is Monday 23 November 2026, ten o'clock.
let house: FurnishedServer
beforeAll(async () => { house = await furnishedServer(['sad', 'fds', 'wss', 'wcl', 'tec', 'qci', 'csh', 'whk', 'stm', 'b-sad', 'b-fds']) }, 60_000)
afterAll(() => house.server.drop())

const as = (login: string) => house.as(login)
const car = (index: number) => { const { plate, vin } = house.masters.vehiclesOf.get(house.server.storeId)?.[index] ?? { plate: '', vin: '' }; return { plate, vin } }

async function received(plate: string): Promise<{ id: string; version: number }> {
  const { id } = done(await as('sad').post('/repair-orders', { plate, purpose: 'repair' })) as { id: string }
  const { version } = done(await as('sad').post(`/repair-orders/${id}/reception`, {
    version: 1, vin: null, modelName: '云岭 X5', ownerName: '李晨', ownerPhone: '19900010001', ownerKind: 'person', senderName: '李晨', senderPhone: '19900010001', insurerName: '', mileageKm: 250_000, fuelEighths: 4, sheet: completeSheet, signature,
  })) as { version: number }
  return { id, version }
}

async function deliver(id: string, version: number, pickUpCode: string): Promise<void> {
  const settled = done(await as('sad').post(`/settlements/${id}`, { version }))
  done(await as('sad').post(`/settlements/${id}/delivery`, { version: settled['version'], pickUpCode, identityReason: '', accepted: true, oldPartsShown: true, setRemoved: true, nextServiceOn: '2027-05-23', nextServiceKm: 260_000, followUpSlot: '11-25 上午' }))
}

const work = () => [{ kind: 'labour', operationId: house.masters.operations[0]?.id }, { kind: 'part', partId: house.masters.parts[0]?.id, quantityThousandths: 1_000 }]
const recall = (code_: string) => ({ code: code_, kind: 'recall', titleZh: '气囊召回', titleEn: 'Airbag recall', fromDay: '2026-11-01', untilDay: null, work: work() })
type OfCar = { id: string; state: string; orderNumber: string | null }
const ofCar = async (plate: string) => done(await as('sad').get(`/campaigns/of-car?plate=${encodeURIComponent(plate)}`))['rows'] as OfCar[]
type Counted = { id: string; cars: number; open: number; inWork: number; done: number; withdrawn: number }
const counted = async (id: string) => (done(await as('wcl').get('/campaigns'))['rows'] as Counted[]).find((row) => row.id === id)

test('a recall is seen wherever its car is, goes on the estimate at the cost of the maker, and is done with the delivery', async () => {
  const { id } = done(await as('wcl').post('/campaigns', recall('ZH-1'))) as { id: string }
  expect(code(await as('wcl').post('/campaigns', recall('ZH-1')))).toBe('campaigns.code-taken')
  expect(code(await as('wcl').post('/campaigns', { ...recall('ZH-2'), work: [] }))).toBe('campaigns.no-work')
  expect((await as('sad').post('/campaigns', recall('ZH-2'))).status).toBe(403)
  const [one, two] = [car(0), car(1)]
  expect(code(await as('wcl').post(`/campaigns/${id}/cars`, { vins: ['LYL1'] }))).toBe('campaigns.not-vins')
  expect(done(await as('wcl').post(`/campaigns/${id}/cars`, { vins: [one.vin, two.vin, one.vin.toLowerCase()] }))).toEqual({ added: 2, known: 0 })
  expect(done(await as('wcl').post(`/campaigns/${id}/cars`, { vins: [one.vin] }))).toEqual({ added: 0, known: 1 })
  expect(await ofCar(one.plate)).toMatchObject([{ id, state: 'open' }])
  expect((done(await as('sad').get('/appointments/calls'))['rows'] as { plate: string; cause: string; detailEn: string }[]).filter(({ cause }) => cause === 'recall')).toMatchObject([{ detailEn: 'ZH-1 Airbag recall' }, {}])

  const order = await received(one.plate)
  const take = (version: number, campaignId = id) => as('sad').post(`/campaigns/${campaignId}/orders/${order.id}`, { version })
  expect((await take(order.version - 1)).status).toBe(409)
  const { version } = done(await take(order.version)) as { version: number }
  expect(code(await take(version))).toBe('campaigns.in-work-already')
  expect((await as('b-sad').post(`/campaigns/${id}/orders/${order.id}`, { version })).status).toBe(404)
  const { lines } = done(await as('sad').get(`/repair-orders/${order.id}`)) as { lines: { id: string; kind: string; payer: string }[] }
  expect(lines).toMatchObject([{ kind: 'labour', payer: 'warranty' }, { kind: 'part', payer: 'warranty' }])
  expect(await counted(id)).toMatchObject({ cars: 2, open: 1, inWork: 1, done: 0 })

  // Its lines removed: open again. Taken up once more it goes on to the delivery.
  let seen = version
  for (const line of lines) seen = Number(done(await as('sad').post(`/repair-orders/${order.id}/lines/${line.id}/remove`, { version: seen }))['version'])
  expect(await ofCar(one.plate)).toMatchObject([{ state: 'open' }])
  seen = Number(done(await take(seen))['version'])
  const choices = { oldParts: 'take', wash: true, roadTest: false, waits: true }
  const promisedAt = new Date(house.server.clock.now().getTime() + 6 * 3_600_000).toISOString()
  const { pickUpCode } = done(await as('sad').post(`/repair-orders/${order.id}/authorisation`, { version: seen, promisedAt, phoneChecked: true, choices, signature })) as { pickUpCode: string }
  const again = (done(await as('sad').get(`/repair-orders/${order.id}`)) as { lines: { id: string; kind: string }[] }).lines
  const ready = await workedAndPassed(house, order.id, again.filter(({ kind }) => kind === 'part').map(({ id: lineId }) => ({ lineId, thousandths: 1_000, scannedLotId: null })))
  expect(await ofCar(one.plate)).toMatchObject([{ state: 'in-work' }])
  await deliver(order.id, ready, pickUpCode)
  expect(await ofCar(one.plate)).toMatchObject([{ state: 'done' }])
  expect(await counted(id)).toMatchObject({ open: 1, inWork: 0, done: 1 })
  expect(await brokenInvariants(house.server, invariants)).toEqual([])
})

test('a mark by hand has a reason and can be taken back; two who take the same car up at once get one set of lines', async () => {
  const { id } = done(await as('fds').post('/campaigns', recall('ZH-3'))) as { id: string }
  const { plate, vin } = car(2)
  done(await as('fds').post(`/campaigns/${id}/cars`, { vins: [vin] }))
  const mark = (version: number, to: string) => as('fds').post(`/campaigns/${id}/cars/${vin}/mark`, { version, mark: to, reason: '他店已完成' })
  done(await mark(1, 'elsewhere'))
  expect((await mark(1, 'listed')).status).toBe(409)
  expect(code(await mark(2, 'withdrawn'))).toBe('campaigns.marked-so')
  const order = await received(plate)
  expect(code(await as('sad').post(`/campaigns/${id}/orders/${order.id}`, { version: order.version }))).toBe('campaigns.done-already')
  done(await mark(2, 'listed'))
  const both = await Promise.all(['sad', 'fds'].map((login) => as(login).post(`/campaigns/${id}/orders/${order.id}`, { version: order.version })))
  expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
  expect((done(await as('sad').get(`/repair-orders/${order.id}`)) as { lines: unknown[] }).lines).toHaveLength(2)
  expect((await as('b-fds').post(`/campaigns/${id}/cars`, { vins: [vin] })).status).toBe(404)
})
