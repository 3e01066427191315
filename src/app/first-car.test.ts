import { afterAll, beforeAll, expect, test } from 'vitest'
import { textOf } from '../platform/print/testing/read-pdf.ts'
import { asBooked } from './demo/perform-visit.ts'
import { invariants } from './modules.ts'
import { brokenInvariants, sheetOf, signature, type Masters } from './testing/furnished.ts'
import { furnishedServer } from './testing/furnished-server.ts'
import type { Answer, Caller, TestServer } from './testing/test-server.ts'

let server: TestServer
let masters: Masters
let as: (login: string) => Caller
beforeAll(async () => { ({ server, masters, as } = await furnishedServer(['sad', 'fds', 'wss', 'tec', 'mtl', 'whk', 'qci', 'csh', 'fin', 'stm'])) }, 60_000)
afterAll(() => server.drop())

const done = (answer: Answer): Record<string, unknown> => {
  expect(answer).toMatchObject({ status: 200 })
  return answer.body
}
const refused = (answer: Answer): unknown => answer.body['code']

/** As a browser does when the server is busy: again, with the same key. */
async function insist(path: string, body: object, key: string): Promise<Answer> {
  const answer = await as('whk').post(path, body, key)
  return answer.status === 503 || answer.body['code'] === 'platform.busy' ? insist(path, body, key) : answer
}

type Car = { id: string; version: number }
let plates = 0

async function arrived(): Promise<string> {
  plates += 1
  return String(done(await as('sad').post('/repair-orders', { plate: `沪A3${String(1000 + plates)}`, purpose: 'repair' }))['id'])
}

async function received(): Promise<Car> {
  const id = await arrived()
  const reception = done(await as('sad').post(`/repair-orders/${id}/reception`, receptionOf(id)))
  return { id, version: Number(reception['version']) }
}

const receptionOf = (id: string) => ({
  version: 1, vin: null, modelName: '云岭 X5', ownerName: '李晨', ownerPhone: '19900010001', ownerKind: 'person', senderName: '李晨', senderPhone: '19900010001', insurerName: '安途保险',
  mileageKm: 20_356, fuelEighths: 4, sheet: sheetOf(id), signature,
})

const labour = (index: number, payer = 'customer') => ({ kind: 'labour', operationId: masters.operations[index]?.id, payer })
const part = (index: number, payer = 'customer', pieces = 1) => ({ kind: 'part', partId: masters.parts[index]?.id, payer, quantityThousandths: pieces * 1_000 })

async function authorised(lines: object[]): Promise<Car & { pickUpCode: string; lineIds: string[] }> {
  const car = await received()
  const added = done(await as('sad').post(`/repair-orders/${car.id}/lines`, { version: car.version, lines }))
  const yes = done(await as('sad').post(`/repair-orders/${car.id}/authorisation`, {
    version: added['version'], promisedAt: '2026-11-23T09:00:00Z', phoneChecked: true, choices: { oldParts: 'take', wash: true, roadTest: false, waits: true }, signature,
  }))
  return { id: car.id, version: Number(yes['version']), pickUpCode: String(yes['pickUpCode']), lineIds: added['lineIds'] as string[] }
}

type Line = { id: string; kind: string; payer: string; amountFen: number; quantityThousandths: number; unitPriceFen: number; priceRule: string; issued: number; reserved: number }
const see = async (id: string) => done(await as('sad').get(`/repair-orders/${id}`)) as { version: number; status: string; lines: Line[] }

async function inspected(lines: object[]): Promise<Car & { pickUpCode: string }> {
  const car = await authorised(lines)
  const order = await see(car.id)
  const work = order.lines.filter(({ kind }) => kind === 'labour')
  const parts = order.lines.filter(({ kind }) => kind === 'part')
  done(await as('wss').post(`/workshop/${car.id}/dispatch`, { version: order.version, jobs: work.map(({ id: lineId }) => ({ lineId, technicianId: server.actor('TEC').personId, bay: 'B03' })) }))
  if (parts.length > 0) done(await as('whk').post(`/picking/${car.id}/issue`, { lines: parts.map(({ id: lineId, quantityThousandths: thousandths }) => ({ lineId, thousandths, scannedLotId: null })) }))
  const mine = done(await as('tec').get('/workshop-jobs/mine'))['rows'] as { orderId: string; jobs: { id: string }[] }[]
  for (const job of mine.find(({ orderId }) => orderId === car.id)?.jobs ?? []) {
    done(await as('tec').post(`/workshop-jobs/${job.id}/clock-on`))
    done(await as('tec').post(`/workshop-jobs/${job.id}/finish`))
  }
  const passed = done(await as('qci').post(`/workshop/${car.id}/inspection`, {
    version: (await see(car.id)).version, result: 'passed', cleanliness: 'A', roadTestKm: 3,
    points: { 'work-complete': 'good', 'safety-parts': 'good', torque: 'good', leaks: 'good', fluids: 'good', 'fault-memory': 'none', 'old-parts': 'good', 'clean-inside': 'good' },
  }))
  return { ...car, version: Number(passed['version']) }
}

const delivery = { identityReason: '', accepted: true, oldPartsShown: true, setRemoved: true, nextServiceOn: '2027-05-23', nextServiceKm: 25_356, callTime: { kind: 'any' } }

test('a car with customer, insurer and warranty lines goes from the door to the road, and every fen and bolt adds up', async () => {
  const car = await inspected([labour(0), part(0, 'customer', 2), labour(1, 'insurer'), part(1, 'insurer'), labour(2, 'warranty'), part(2, 'warranty')])
  const order = await see(car.id)
  const settled = done(await as('sad').post(`/settlements/${car.id}`, { version: car.version }))
  const statements = settled['statements'] as { id: string; payer: string; totalFen: number }[]
  expect(statements.map(({ payer }) => payer).toSorted()).toEqual(['customer', 'insurer', 'warranty'])
  for (const { payer, totalFen } of statements) {
    expect(totalFen).toBe(order.lines.filter((line) => line.payer === payer).reduce((sum, { amountFen }) => sum + amountFen, 0))
  }
  const refusal = await as('sad').post(`/settlements/${car.id}/delivery`, { version: settled['version'], pickUpCode: car.pickUpCode, ...delivery })
  expect(refused(refusal)).toBe('settlement.customer-owes')
  const mine = statements.find(({ payer }) => payer === 'customer')
  const paid = done(await as('csh').post(`/statements/${String(mine?.id)}/payments`, { version: 1, way: 'wechat', amountFen: mine?.totalFen, reference: '4200001' }))
  expect(paid).toMatchObject({ dueFen: 0, number: 'RC-SH1-261123-0001' })
  expect(refused(await as('sad').post(`/settlements/${car.id}/delivery`, { version: settled['version'], pickUpCode: 'WRONG1', ...delivery }))).toBe('settlement.code-wrong')
  done(await as('sad').post(`/settlements/${car.id}/delivery`, { version: settled['version'], pickUpCode: car.pickUpCode.toLowerCase(), ...delivery }))
  expect((await see(car.id)).status).toBe('delivered')
  const papers = [`/repair-orders/${car.id}/authorisation.pdf`, `/statements/${String(mine?.id)}/statement.pdf?language=en`, `/settlements/${car.id}/reminder.pdf`]
  for (const path of papers) expect((await as('sad').get(path)).body['text']).toMatch(/^%PDF-1/)
  expect((await as('whk').get(`/picking/${car.id}/picking-list.pdf`)).body['text']).toMatch(/^%PDF-1/)
  expect(await brokenInvariants(server, invariants)).toEqual([])
})

test('the insurer pays the cap plus 20 percent, the customer the cap, warranty the claim price', async () => {
  const car = await authorised([part(0), part(0, 'insurer'), part(0, 'warranty'), part(0, 'goodwill'), labour(0)])
  const { lines } = await see(car.id)
  const cap = masters.parts[0]?.capFen ?? 0
  expect(lines.map(({ priceRule }) => priceRule)).toEqual(['cap', 'cap-plus-20', 'claim', 'cost', 'rate'])
  expect(lines[0]?.unitPriceFen).toBe(cap)
  expect(lines[1]?.unitPriceFen).toBe(Math.round(cap * 1.2))
})

test('every step refuses what is missing', async () => {
  const arrived = done(await as('sad').post('/repair-orders', { plate: '沪A39999', purpose: 'repair' }))
  const id = String(arrived['id'])
  expect(refused(await as('sad').post(`/repair-orders/${id}/lines`, { version: 1, lines: [labour(0)] }))).toBe('repair-orders.receive-first')
  expect(refused(await as('sad').post(`/repair-orders/${id}/authorisation`, { version: 1, promisedAt: '2026-11-23T09:00:00Z', phoneChecked: true, choices: { oldParts: 'take', wash: true, roadTest: false, waits: true }, signature }))).toBe('repair-orders.receive-first')
  const car = await authorised([labour(0), part(3)])
  expect(refused(await as('sad').post(`/repair-orders/${car.id}/lines`, { version: car.version, lines: [labour(1)] }))).toBe('repair-orders.lines-authorised')
  expect(refused(await as('sad').post(`/settlements/${car.id}`, { version: car.version }))).toBe('settlement.not-ready')
  expect(refused(await as('qci').post(`/workshop/${car.id}/inspection`, { version: car.version, result: 'passed', cleanliness: 'A', roadTestKm: null, points: { 'work-complete': 'good', 'safety-parts': 'good', torque: 'good', leaks: 'good', fluids: 'good', 'fault-memory': 'good', 'old-parts': 'good', 'clean-inside': 'good' } }))).toBe('workshop.not-in-inspection')
  expect(refused(await as('whk').post(`/picking/${car.id}/issue`, { lines: [{ lineId: car.lineIds[1], thousandths: 2_000, scannedLotId: null }] }))).toBe('picking.more-than-authorised')
})

test('a key tag hangs on one car in the house: of two at once one takes it, and it is free again when the car has left', async () => {
  const ids = [await arrived(), await arrived()]
  const take = (id: string, keyTag: string) => as('sad').post(`/repair-orders/${id}/reception`, { ...receptionOf(id), sheet: { ...sheetOf(id), keyTag } })
  const answers = await Promise.all(ids.map((id) => take(id, 'K77')))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  const [late, first] = answers[0]?.status === 200 ? [ids[1], ids[0]] : [ids[0], ids[1]]
  const again = await take(String(late), ' k77 ')
  const taker = done(await as('sad').get(`/repair-orders/${String(first)}`))
  expect(again.body).toMatchObject({ code: 'repair-orders.key-taken' })
  expect(JSON.stringify(again.body)).toContain(String(taker['plate']).slice(-5))
  done(await as('sad').post(`/repair-orders/${String(first)}/cancel`, { version: taker['version'], reason: '客户改期' }))
  expect((await take(String(late), 'K77')).status).toBe(200)
})

test('scanning a newer lot is refused, the oldest passes; taken back, the books are as before', async () => {
  const index = masters.parts.findIndex(({ unit }) => unit !== '升')
  const car = await authorised([labour(0), part(index)])
  const picking = done(await as('whk').get(`/picking/${car.id}`))['lines'] as { lineId: string; lots: { lotId: string; bin: string }[] }[]
  const line = picking[0]
  const value = () => server.owner.query('select sum(value_fen) as value, sum(on_hand_thousandths) as pieces from stock.part_stock where store_id = $1', [server.storeId]).then(({ rows }) => rows[0] as unknown)
  const before = await value()
  const newer = line?.lots[1]
  if (newer !== undefined) expect(refused(await as('whk').post(`/picking/${car.id}/issue`, { lines: [{ lineId: line?.lineId, thousandths: 1_000, scannedLotId: newer.lotId }] }))).toBe('stock.older-lot-first')
  done(await as('whk').post(`/picking/${car.id}/issue`, { lines: [{ lineId: line?.lineId, thousandths: 1_000, scannedLotId: line?.lots[0]?.lotId }] }))
  expect(await value()).not.toEqual(before)
  const bytes = await server.serving.server.inject({ method: 'GET', url: `/api/picking/${car.id}/picking-list.pdf?language=en`, headers: { cookie: as('whk').cookie } })
  expect(textOf(bytes.rawPayload)).toContain(String(line?.lots[0]?.bin))
  expect(refused(await as('sad').post(`/repair-orders/${car.id}/cancel`, { version: car.version, reason: '客户改期' }))).toBe('repair-orders.parts-still-out')
  done(await as('whk').post(`/picking/${car.id}/take-back`, { lineId: line?.lineId, thousandths: 1_000, reason: '型号不符' }))
  expect(await value()).toEqual(before)
  expect(refused(await as('whk').post(`/picking/${car.id}/take-back`, { lineId: line?.lineId, thousandths: 1_000, reason: '型号不符' }))).toBe('stock.more-than-issued')
  expect(await brokenInvariants(server, invariants)).toEqual([])
})

test('fifty people issue the last five parts: exactly five succeed', async () => {
  const last = masters.parts.at(-1)
  const { rows } = await server.owner.query<{ free: number }>('select (on_hand_thousandths - reserved_thousandths) / 1000 as free from stock.part_stock where store_id = $1 and part_id = $2', [server.storeId, last?.id])
  const spare = Number(rows[0]?.free ?? 0) - 5
  expect(spare).toBeGreaterThanOrEqual(-5)
  const holder = await authorised([labour(0), ...(spare > 0 ? [part(masters.parts.length - 1, 'customer', spare)] : [])])
  expect(holder.lineIds.length).toBeGreaterThan(0)
  const cars = []
  for (let index = 0; index < 50; index += 1) cars.push(await authorised([labour(0), part(masters.parts.length - 1)]))
  await server.owner.query('delete from stock.reservation where part_id = $1 and thousandths = 1000', [last?.id])
  await server.owner.query('update stock.part_stock p set reserved_thousandths = (select coalesce(sum(thousandths), 0) from stock.reservation r where r.store_id = p.store_id and r.part_id = p.part_id)')
  const answers = await Promise.all(cars.map((car) => insist(`/picking/${car.id}/issue`, { lines: [{ lineId: car.lineIds[1], thousandths: 1_000, scannedLotId: null }] }, `fifty-${car.id}`)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(Math.min(5, spare + 5))
  for (const answer of answers.filter(({ status }) => status !== 200)) expect(['stock.reserved-elsewhere', 'stock.not-enough']).toContain(refused(answer))
  expect(await brokenInvariants(server, invariants)).toEqual([])
}, 120_000)

test('sublet work that nobody recorded holds the settlement up until it is, also on a car that is ready; afterwards it stays', async () => {
  const car = await inspected([labour(0), { kind: 'sublet', name: '轮毂修复', supplier: '精工轮毂', payer: 'customer', costFen: 32_000, priceFen: 45_000 }])
  expect(refused(await as('sad').post(`/settlements/${car.id}`, { version: car.version }))).toBe('settlement.sublet-out')
  const sublet = (await see(car.id)).lines.find(({ kind }) => kind === 'sublet') as Line & { version: number }
  const mark = (step: 'out' | 'back', version: number) => as('sad').post(`/repair-order-lines/${sublet.id}/sublet`, { version, step })
  const out = done(await mark('out', sublet.version))
  expect(refused(await as('sad').post(`/settlements/${car.id}`, { version: (await see(car.id)).version }))).toBe('settlement.sublet-out')
  const back = done(await mark('back', Number(out['version'])))
  const { statements } = done(await as('sad').post(`/settlements/${car.id}`, { version: (await see(car.id)).version })) as { statements: { id: string }[] }
  for (const path of [`/repair-orders/${car.id}/authorisation.pdf`, `/statements/${String(statements[0]?.id)}/statement.pdf`]) expect((await as('sad').get(path)).body['text']).toMatch(/^%PDF-1/)
  expect(refused(await mark('back', Number(back['version'])))).toBe('repair-orders.sublet-step')
})

test('nobody inspects his own work, and a failed inspection sends the car back to the bay', async () => {
  const car = await authorised([labour(0)])
  done(await as('wss').post(`/workshop/${car.id}/dispatch`, { version: car.version, jobs: [{ lineId: car.lineIds[0], technicianId: server.actor('MTL').personId, bay: '' }] }))
  const jobs = done(await as('mtl').get('/workshop-jobs/mine'))['rows'] as { jobs: { id: string }[] }[]
  const jobId = String(jobs[0]?.jobs[0]?.id)
  expect(refused(await as('tec').post(`/workshop-jobs/${jobId}/clock-on`))).toBe('workshop.not-your-job')
  done(await as('mtl').post(`/workshop-jobs/${jobId}/clock-on`))
  expect(refused(await as('mtl').post(`/workshop-jobs/${jobId}/clock-on`))).toBe('workshop.clock-runs')
  done(await as('mtl').post(`/workshop-jobs/${jobId}/pause`, { reason: 'parts' }))
  done(await as('mtl').post(`/workshop-jobs/${jobId}/clock-on`))
  done(await as('mtl').post(`/workshop-jobs/${jobId}/finish`))
  const failed = await as('qci').post(`/workshop/${car.id}/inspection`, {
    version: (await see(car.id)).version, result: 'failed', reason: '制动液渗漏', cleanliness: 'B', roadTestKm: null,
    points: { 'work-complete': 'good', 'safety-parts': 'faulty', torque: 'good', leaks: 'faulty', fluids: 'good', 'fault-memory': 'good', 'old-parts': 'good', 'clean-inside': 'good' },
  })
  done(failed)
  expect((await see(car.id)).status).toBe('in_work')
  const again = done(await as('mtl').get('/workshop-jobs/mine'))['rows'] as { jobs: { reworks: number; status: string }[] }[]
  expect(again[0]?.jobs[0]).toMatchObject({ reworks: 1, status: 'dispatched' })
})

test('a payment is refunded by another person, the statement reversed by another person, and the order settles anew', async () => {
  const car = await inspected([labour(0)])
  const settled = done(await as('sad').post(`/settlements/${car.id}`, { version: car.version }))
  const [statement] = settled['statements'] as { id: string; totalFen: number }[]
  const path = `/statements/${String(statement?.id)}`
  const cash = { version: 1, way: 'cash', amountFen: statement?.totalFen, reference: '' }
  expect(refused(await as('csh').post(`${path}/payments`, cash))).toBe('settlement.till-not-open')
  done(await as('csh').post('/statements-till/open', { floatFen: 50_000 }))
  done(await as('csh').post(`${path}/payments`, cash))
  expect(refused(await as('fin').post(`${path}/payments`, { ...cash, version: 2, amountFen: 1 }))).toBe('settlement.more-than-due')
  expect(refused(await as('fin').post(`${path}/reverse`, { version: 2, reason: '金额有误' }))).toBe('settlement.refund-first')
  const [payment] = done(await as('fin').get(path))['payments'] as { id: string }[]
  done(await as('fin').post(`/payments/${String(payment?.id)}/refund`, { reason: '金额有误' }))
  expect(refused(await as('stm').post(`/payments/${String(payment?.id)}/refund`, { reason: '再退' }))).toBe('settlement.already-refunded')
  done(await as('fin').post(`${path}/reverse`, { version: 3, reason: '金额有误' }))
  expect((await see(car.id)).status).toBe('ready')
  const allowance = { version: (await see(car.id)).version, allowanceFen: 100, allowanceReason: '老客户' }
  expect(refused(await as('sad').post(`/settlements/${car.id}`, allowance))).toBe('settlement.allowance-needs-right')
  done(await as('fds').post(`/settlements/${car.id}`, allowance))
  expect(refused(await as('csh').post('/statements-till/close', { countedFen: 50_000 }))).toBe('settlement.way-not-stated')
  const stated = asBooked(done(await as('csh').get('/statements-till'))['sums'] as Parameters<typeof asBooked>[0])
  expect(refused(await as('csh').post('/statements-till/close', { countedFen: 49_900, stated }))).toBe('settlement.till-difference')
  done(await as('csh').post('/statements-till/close', { countedFen: 50_000, stated }))
  expect(await brokenInvariants(server, invariants)).toEqual([])
})

test('a price off its rule waits for somebody else than the advisor', async () => {
  const car = await received()
  const line = { ...part(4), manual: { priceFen: 100, reason: '客户比价' } }
  const added = done(await as('sad').post(`/repair-orders/${car.id}/lines`, { version: car.version, lines: [line, labour(0)] }))
  const authorisation = { promisedAt: '2026-11-23T09:00:00Z', phoneChecked: true, choices: { oldParts: 'take', wash: true, roadTest: false, waits: true }, signature }
  expect(refused(await as('sad').post(`/repair-orders/${car.id}/authorisation`, { version: added['version'], ...authorisation }))).toBe('repair-orders.deviation-not-approved')
  const [waiting] = done(await as('fds').get('/approvals'))['waiting'] as { id: string; version: number }[]
  const approved = done(await as('fds').post(`/approvals/deviations/${String(waiting?.id)}/approve`, { version: waiting?.version }))
  done(await as('sad').post(`/repair-orders/${car.id}/authorisation`, { version: approved['version'], ...authorisation }))
})
