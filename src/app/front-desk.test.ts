import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settleWishedParts } from '../modules/appointments/public.ts'
import { careProofs } from '../modules/care/public.ts'
import { repairOrderProofs } from '../modules/repair-orders/public.ts'
import { invariants } from './modules.ts'
import { brokenInvariants, sheetOf, signature } from './testing/furnished.ts'
import { furnishedServer, type FurnishedServer } from './testing/furnished-server.ts'
import { receive, workedAndPassed } from './testing/ready-car.ts'
import { code, done } from './testing/said.ts'
import { signedIn, type Caller } from './testing/test-server.ts'

// What stands around the reception of a car: campaigns of the maker, courtesy cars, wished parts. It is Monday 23 November 2026, ten o'clock.
let house: FurnishedServer
let as: (login: string) => Caller
const people = ['sad', 'fds', 'wss', 'wcl', 'tec', 'qci', 'whk', 'stm', 'b-sad', 'b-fds']
beforeAll(async () => {
  house = await furnishedServer(people);
  ({ as } = house)
}, 60_000)
afterAll(() => house.server.drop())

const car = (index: number) => { const { plate, vin } = house.masters.vehiclesOf.get(house.server.storeId)?.[index] ?? { plate: '', vin: '' }; return { plate, vin } }

async function itIs(moment: string): Promise<void> {
  house.server.clock = { now: () => new Date(moment) }
  as = await signedIn(house.server, people)
}

async function received(plate: string): Promise<{ id: string; version: number }> {
  const { id } = done(await as('sad').post('/repair-orders', { plate, purpose: 'repair' })) as { id: string }
  const { version } = done(await as('sad').post(`/repair-orders/${id}/reception`, {
    version: 1, vin: null, modelName: '云岭 X5', ownerName: '李晨', ownerPhone: '19900010001', ownerKind: 'person', senderName: '李晨', senderPhone: '19900010001', insurerName: '', mileageKm: 250_000, fuelEighths: 4, sheet: sheetOf(id), signature,
  })) as { version: number }
  return { id, version }
}

async function deliver(id: string, version: number, pickUpCode: string): Promise<void> {
  const settled = done(await as('sad').post(`/settlements/${id}`, { version }))
  done(await as('sad').post(`/settlements/${id}/delivery`, { version: settled['version'], pickUpCode, identityReason: '', accepted: true, oldPartsShown: true, setRemoved: true, nextServiceOn: '2027-05-23', nextServiceKm: 260_000, callTime: { kind: 'any' } }))
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
  // Whom to call: his name; his phone masked until it is asked for.
  type Call = { cause: string; detailEn: string; owner: { customerId: string; name: string; phone: string } | null }
  const recalled = async (login: string) => (done(await as(login).get('/appointments/calls'))['rows'] as Call[]).filter(({ cause }) => cause === 'recall')
  const owner = (await recalled('sad'))[0]?.owner ?? null
  expect(await recalled('sad')).toMatchObject([{ detailEn: 'ZH-1 Airbag recall', owner: { phone: expect.stringMatching(/^\d{3}\*{4}\d{4}$/) as string } }, {}])
  const { phone } = done(await as('sad').post(`/customers/${owner?.customerId ?? ''}/reveal-phone`, {})) as { phone: string }
  expect((await recalled('fds'))[0]?.owner).toMatchObject({ customerId: owner?.customerId, name: owner?.name, phone })

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

const hours = (count: number): string => new Date(house.server.clock.now().getTime() + count * 3_600_000).toISOString()
const lend = (carId: string, from: number, until: number, appointmentId: string | null = null) => as('sad').post('/courtesy-cars/loans', { carId, fromAt: hours(from), untilAt: hours(until), customerName: '李晨', phone: '19900010001', appointmentId })
const courtesyCar = async (plate: string, more: object = {}) => String(done(await as('fds').post('/courtesy-cars', { plate, modelName: '云岭 X3', insuredUntil: '2026-12-31', km: 1_000, fuelEighths: 6, ...more }))['id'])
type Loan = { id: string; status: string; version: number; overdue: boolean; licence: string | null; kmIn: number | null; fees: string }
const loans = async (group: string) => done(await as('sad').get(`/courtesy-cars/loans?group=${group}`)) as unknown as { rows: Loan[]; overdue: number }

test('a courtesy car is promised to one customer at a time, leaves with a signed agreement, and comes back with what was found', async () => {
  const id = await courtesyCar('沪AD70001')
  expect(code(await as('fds').post('/courtesy-cars', { plate: '沪A·D70001', modelName: 'x', insuredUntil: '2026-12-31', km: 1, fuelEighths: 1 }))).toBe('courtesy-cars.plate-known')
  expect((await as('sad').post('/courtesy-cars', {})).status).toBe(403)
  const [broken, uninsured] = [await courtesyCar('沪AD70002', { outOfService: '更换轮胎' }), await courtesyCar('沪AD70003', { insuredUntil: '2026-11-23' })]
  expect(code(await lend(broken, 1, 5))).toBe('courtesy-cars.out-of-service')
  expect(code(await lend(uninsured, 1, 30))).toBe('courtesy-cars.insurance-over')
  expect(code(await lend(id, 5, 1))).toBe('courtesy-cars.ends-before-it-begins')
  const both = await Promise.all([0, 1].map(() => lend(id, 1, 5)))
  expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(both.map((answer) => answer.body['code']).filter((refused) => refused !== undefined)).toEqual(['courtesy-cars.taken-then'])
  const { rows: offers } = done(await as('sad').get(`/courtesy-cars/offers?fromAt=${hours(2)}&untilAt=${hours(3)}`)) as unknown as { rows: { id: string; whyNot: { code: string } | null }[] }
  expect(offers.map((offer) => offer.whyNot?.code ?? null)).toEqual(['courtesy-cars.taken-then', 'courtesy-cars.out-of-service', null])

  const loanId = String(both.find(({ status }) => status === 200)?.body['id'])
  const agreement = { version: 1, driverName: '李晨', licence: '310101199001011234', kmOut: 1_000, fuelOut: 6, marks: [{ panel: 'front-bumper', damage: 'scratch', note: '' }], signature }
  const out = (body: object = {}) => as('sad').post(`/courtesy-cars/loans/${loanId}/hand-out`, { ...agreement, ...body })
  expect(code(await as('sad').get(`/courtesy-cars/loans/${loanId}/agreement.pdf`))).toBe('courtesy-cars.nothing-to-print')
  for (const [wrong, said] of [[{ licence: '12' }, 'licence-missing'], [{ kmOut: 999 }, 'km-too-low'], [{ signature: null }, 'unsigned'], [{ driverName: ' ' }, 'driver-missing']] as const) expect(code(await out(wrong))).toBe(`courtesy-cars.${said}`)
  expect((await as('b-sad').post(`/courtesy-cars/loans/${loanId}/hand-out`, agreement)).status).toBe(404)
  done(await out())
  expect((await out()).status).toBe(409)
  expect((await loans('open')).rows).toMatchObject([{ id: loanId, status: 'out', licence: '**************1234', overdue: false }])
  const { rows: audit } = await house.server.owner.query<{ after: unknown }>("select to_jsonb(a)::text as after from platform.audit a where subject_id = $1", [loanId])
  expect(audit.some(({ after }) => String(after).includes('310101199001011234'))).toBe(false)
  for (const language of ['zh-CN', 'en']) expect((await as('sad').get(`/courtesy-cars/loans/${loanId}/agreement.pdf?language=${language}`)).status).toBe(200)
  expect(code(await as('fds').post(`/courtesy-cars/${id}/change`, { version: 2, modelName: '云岭 X3', insuredUntil: '2027-12-31', km: 1_000, fuelEighths: 6, active: true }))).toBe('courtesy-cars.still-out')

  // A second customer is booked after it; while the first is late, the car is not handed to him.
  const next = String(done(await lend(id, 6, 9))['id'])
  await itIs('2026-11-23T08:30:00Z')
  expect((await loans('overdue')).rows).toMatchObject([{ id: loanId, overdue: true }])
  expect(code(await as('sad').post(`/courtesy-cars/loans/${next}/hand-out`, agreement))).toBe('courtesy-cars.still-out')
  expect(code(await as('sad').post(`/courtesy-cars/loans/${loanId}/take-back`, { version: 2, kmIn: 900, fuelIn: 5 }))).toBe('courtesy-cars.km-too-low')
  done(await as('sad').post(`/courtesy-cars/loans/${loanId}/take-back`, { version: 2, kmIn: 1_060, fuelIn: 5, damage: '右后门新增凹陷', fees: '补油 60 元由客户承担' }))
  expect((await loans('all')).rows.find((row) => row.id === loanId)).toMatchObject({ status: 'returned', kmIn: 1_060, fees: '补油 60 元由客户承担' })
  expect(code(await as('sad').post(`/courtesy-cars/loans/${next}/hand-out`, agreement))).toBe('courtesy-cars.km-too-low')
  done(await as('sad').post(`/courtesy-cars/loans/${next}/cancel`, { version: 1, reason: '客户自驾' }))
  expect((await loans('open')).rows).toEqual([])
  await itIs('2026-11-23T02:00:00Z')
})

test('a courtesy car booked for an appointment is free again when the appointment is cancelled', async () => {
  const id = await courtesyCar('沪AD70009')
  const appointment = done(await as('sad').post('/appointments', { at: '2026-11-24T02:00:00Z', minutes: 60, kind: 'maintenance', plate: '沪AD66001', customerName: '李晨', phone: '19900010001', purpose: 'maintenance', courtesyCar: true })) as { id: string }
  done(await lend(id, 24, 30, appointment.id))
  expect(code(await lend(id, 40, 45, appointment.id))).toBe('courtesy-cars.booked-for-it')
  const row = async () => (done(await as('sad').get('/appointments?day=2026-11-24'))['rows'] as { id: string; courtesyPlate: string | null; version: number }[]).find((one) => one.id === appointment.id)
  expect(await row()).toMatchObject({ courtesyPlate: '沪AD70009' })
  done(await as('sad').post(`/appointments/${appointment.id}/cancel`, { version: 1, reason: '客户改期' }))
  expect(await row()).toMatchObject({ courtesyPlate: null })
  done(await lend(id, 24, 30))
})

test('a courtesy car moves with its appointment while it is free then, and is released where another has it', async () => {
  const id = await courtesyCar('沪AD70010')
  const booked = done(await as('sad').post('/appointments', { at: '2026-11-25T02:00:00Z', minutes: 60, kind: 'maintenance', plate: '沪AD66010', customerName: '李晨', phone: '19900010001', purpose: 'maintenance', courtesyCar: true })) as { id: string }
  done(await lend(id, 48, 54, booked.id))
  done(await lend(id, 96, 102))
  const moveTo = async (at: string, version: number) => done(await as('sad').post(`/appointments/${booked.id}/move`, { version, at, minutes: 60 }))['courtesyCar']
  expect(await moveTo('2026-11-26T03:00:00Z', 1)).toBe('moved') // a day and an hour later
  const terms = async () => (done(await as('sad').get('/courtesy-cars/loans?group=open'))['rows'] as { fromAt: string; plate: string }[]).filter(({ plate }) => plate === '沪AD70010').map(({ fromAt }) => fromAt).toSorted()
  expect(await terms()).toEqual(['2026-11-26T03:00:00.000Z', '2026-11-27T02:00:00.000Z'])
  expect(await moveTo('2026-11-27T04:00:00Z', 2)).toBe('released')
  expect(await terms()).toEqual(['2026-11-27T02:00:00.000Z'])
  expect(await moveTo('2026-11-27T05:00:00Z', 3)).toBeNull()
})

test('wished parts are kept for the appointment, go over to its car, and are free when nobody comes or it is cancelled', async () => {
  const { server } = house
  const part = house.masters.parts[3]?.id ?? ''
  const free = async () => Number((await server.owner.query<{ free: string }>('select on_hand_thousandths - reserved_thousandths as free from stock.part_stock where store_id = $1 and part_id = $2', [server.storeId, part])).rows[0]?.free)
  const before = await free()
  const wish = async (plate: string, at: string, quantityThousandths: number) => done(await as('sad').post('/appointments', { at, minutes: 30, kind: 'maintenance', plate, customerName: '李晨', phone: '19900010001', purpose: 'maintenance', parts: [{ partId: part, quantityThousandths }] })) as { id: string }
  await wish('沪AD66101', '2026-11-23T06:00:00Z', 2_000)
  await wish('沪AD66102', '2026-11-23T07:00:00Z', 1_000)
  const cancelled = await wish('沪AD66103', '2026-11-24T06:00:00Z', before)
  expect(await free()).toBe(0)
  expect(done(await as('sad').get('/appointments/short-parts'))['rows']).toMatchObject([{ plate: '沪AD66103', short: 3_000 }])
  expect((done(await as('sad').get('/appointments?day=2026-11-24'))['rows'] as { id: string; parts: object[] }[]).find(({ id }) => id === cancelled.id)).toMatchObject({ parts: [{ quantityThousandths: before, short: 3_000 }] })
  done(await as('sad').post(`/appointments/${cancelled.id}/cancel`, { version: 1, reason: '客户改期' }))
  expect(await free()).toBe(before - 3_000)

  // The car that was received takes its parts along: nobody else can have them, its own line can.
  const order = await received('沪AD66101')
  expect(await settleWishedParts(server.database, server.clock.now())).toBe(0)
  expect(await free()).toBe(before - 3_000)
  const added = done(await as('sad').post(`/repair-orders/${order.id}/lines`, { version: order.version, lines: [{ kind: 'labour', operationId: house.masters.operations[0]?.id, payer: 'customer' }, { kind: 'part', partId: part, payer: 'customer', quantityThousandths: before - 1_000 }] }))
  const choices = { oldParts: 'take', wash: true, roadTest: false, waits: true }
  done(await as('sad').post(`/repair-orders/${order.id}/authorisation`, { version: added['version'], promisedAt: hours(6), phoneChecked: true, choices, signature }))
  expect((done(await as('sad').get(`/repair-orders/${order.id}`)) as { lines: { kind: string; reserved: number }[] }).lines.find(({ kind }) => kind === 'part')?.reserved).toBe(before - 1_000)
  expect(await free()).toBe(0)

  // Nobody came: with the end of the day the parts are free.
  expect(await settleWishedParts(server.database, new Date('2026-11-23T15:00:00Z'))).toBe(0)
  expect(await settleWishedParts(server.database, new Date('2026-11-23T16:30:00Z'))).toBe(1)
  expect(await free()).toBe(1_000)
  expect(await brokenInvariants(server, invariants)).toEqual([])
})

test('a customer is greeted once, with the minutes he stood there; who was not is met with his reception', async () => {
  await itIs('2026-11-23T02:00:00Z')
  const arrived = async (plate: string) => String(done(await as('sad').post('/repair-orders', { plate, purpose: 'repair' }))['id'])
  const [one, two] = [await arrived('沪AD66201'), await arrived('沪AD66202')]
  await itIs('2026-11-23T02:05:30Z')
  expect(done(await as('sad').get(`/repair-orders/${one}/greeting`))).toMatchObject({ greeted: false, minutes: 5, onDuty: null })
  const both = await Promise.all(['sad', 'fds'].map((login) => as(login).post(`/repair-orders/${one}/greeting`)))
  expect(both.filter(({ status }) => status === 200).map(({ body }) => body)).toEqual([{ minutes: 5 }])
  expect(code(await as('sad').post(`/repair-orders/${one}/greeting`))).toBe('repair-orders.greeted-already')
  expect((await as('whk').post(`/repair-orders/${two}/greeting`)).status).toBe(403)
  expect((await as('b-sad').post(`/repair-orders/${two}/greeting`)).status).toBe(404)
  done(await receive(as('sad'), two, 1))
  expect(code(await as('sad').post(`/repair-orders/${two}/greeting`))).toBe('repair-orders.not-waiting')
  expect(done(await as('sad').get(`/repair-orders/${two}/greeting`))).toMatchObject({ greeted: false, minutes: 5, metByName: 'SH1 SAD' })
  const { rows } = done(await as('fds').get('/repair-orders/greeted')) as unknown as { rows: { cars: number; inTarget: number }[] }
  expect(rows.reduce((sum, { cars }) => sum + cars, 0)).toBeGreaterThanOrEqual(2)
  const proof = await house.server.database.reading([house.server.storeId], (tx) => repairOrderProofs['SAD-4.1']?.evaluate(tx, { storeId: house.server.storeId, from: new Date('2026-11-22T16:00:00Z'), until: new Date('2026-11-23T15:00:00Z'), holderId: house.server.actor('SAD').personId, subjectId: null }) ?? Promise.reject(new Error('no proof')))
  expect(proof).toMatchObject({ met: true, target: 0 })
})

test('a bulletin tells what customers said since the last one, once a day by whose duty it is, and shows who has read it', async () => {
  done(await as('sad').post('/complaints', { plate: '沪A·D66301', customerName: '陈晨', kind: 'time', words: '等了两个小时没有人说明' }))
  done(await as('sad').post('/complaints', { plate: '沪A·D66302', customerName: '陈晨', kind: 'quality', words: '制动还是响' }))
  await itIs('2026-11-23T02:06:30Z')
  expect(done(await as('fds').get('/bulletins/draft?kind=service'))).toMatchObject({ figures: { opened: 1, complaints: [{ words: '等了两个小时没有人说明' }] } })
  const issue = (login: string, kind: string, words = '接车时先说明等候时间') => as(login).post('/bulletins', { kind, words })
  expect(code(await issue('fds', 'quality'))).toBe('care.bulletin-of-another')
  expect(code(await issue('fds', 'service', ' '))).toBe('care.bulletin-words-missing')
  expect((await issue('sad', 'service')).status).toBe(403)
  const both = await Promise.all([1, 2].map(() => issue('fds', 'service')))
  expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(both.map(({ body }) => body['code']).filter((refused) => refused !== undefined)).toEqual(['care.issued-today'])
  const id = String(both.find(({ status }) => status === 200)?.body['id'])
  done(await as('tec').post(`/bulletins/${id}/reading`))
  expect(code(await as('tec').post(`/bulletins/${id}/reading`))).toBe('care.read-already')
  expect((await as('b-sad').post(`/bulletins/${id}/reading`)).status).toBe(404)
  expect(done(await as('tec').get('/bulletins'))['rows']).toMatchObject([{ id, kind: 'service', mine: true, readers: ['SH1 TEC'], figures: { opened: 1 } }])
  const met = async (dutyId: string) => house.server.database.reading([house.server.storeId], async (tx) => (await careProofs[dutyId]?.evaluate(tx, { storeId: house.server.storeId, from: new Date('2026-11-22T16:00:00Z'), until: new Date('2026-11-23T15:00:00Z'), holderId: null, subjectId: null }))?.met)
  expect([await met('FDS-2.8'), await met('WSS-2.5'), await met('STM-4.8')]).toEqual([true, false, false])
  await itIs('2026-11-24T02:00:00Z')
  expect(done(await as('fds').get('/bulletins/draft?kind=service'))).toMatchObject({ fromAt: '2026-11-23T02:06:30.000Z', figures: { opened: 0 } })
})

test('the list of the maker comes in as a file: new cars are listed, known ones stay, an unknown campaign is told by its line', async () => {
  const { id } = done(await as('wcl').post('/campaigns', recall('ZH-2026-01'))) as { id: string }
  const list = readFileSync(path.join(import.meta.dirname, '../../docs/samples/campaign-cars.csv'))
  const send = (login: string, key: string) => house.server.serving.server.inject({
    method: 'POST', url: '/api/imports?kind=campaign-cars&fileName=campaign-cars.csv', payload: list, headers: { cookie: as(login).cookie, 'content-type': 'application/octet-stream', 'idempotency-key': `campaign-cars-${key}` },
  })
  expect((await send('sad', 'sad')).statusCode).toBe(403)
  type Import = { state: string; version: number; rowsNew: number; rowsUnchanged: number; rowsBad: number; rowsDoubtful: number; doneNew: number }
  const settled = async (importId: string): Promise<Import> => {
    const view = (await as('wcl').get(`/imports/${importId}`)).body as unknown as Import
    if (view.state !== 'reading' && view.state !== 'running') return view
    await new Promise((resolve) => { setTimeout(resolve, 25) })
    return settled(importId)
  }
  const first = (await send('wcl', 'first')).json<{ id: string }>().id
  const read = await settled(first)
  expect(read).toMatchObject({ state: 'ready', rowsNew: 3, rowsUnchanged: 0, rowsBad: 2, rowsDoubtful: 1 })
  done(await as('wcl').post(`/imports/${first}/run`, { version: read.version }))
  expect(await settled(first)).toMatchObject({ state: 'done', doneNew: 3 })
  expect(await counted(id)).toMatchObject({ cars: 3, open: 3 })
  expect(await settled((await send('wcl', 'again')).json<{ id: string }>().id)).toMatchObject({ rowsNew: 0, rowsUnchanged: 3 })
})
