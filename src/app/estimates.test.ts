import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '../kernel/time.ts'
import { nextServiceOf } from '../modules/repair-orders/public.ts'
import { completeSheet, signature } from './testing/furnished.ts'
import { furnishedServer, type FurnishedServer } from './testing/furnished-server.ts'
import { receivedCar } from './testing/ready-car.ts'
import { code, done } from './testing/said.ts'

// From the estimate to the customer's yes. It is Monday 23 November 2026, ten o'clock in Shanghai.
let house: FurnishedServer
beforeAll(async () => { house = await furnishedServer(['stm', 'sad', 'wss', 'tec', 'b-sad']) }, 60_000)
afterAll(() => house.server.drop())

type Seen = { earliest: string | null; open: boolean; reasons: { kind: string; [fact: string]: unknown }[] }
const mechanical = (trade = 'mechanical') => house.masters.operations.find((operation) => operation.trade === trade)?.id
const estimated = async (lines: readonly object[]): Promise<{ id: string; version: unknown }> => {
  const car = await receivedCar(house.as('sad'))
  return { id: car.id, version: done(await house.as('sad').post(`/repair-orders/${car.id}/lines`, { version: car.version, lines }))['version'] }
}
const labour = (hoursThousandths = 2_000) => ({ kind: 'labour', operationId: mechanical(), payer: 'customer', hoursThousandths })
const outlook = async (id: string, wash = 'yes') => done(await house.as('sad').get(`/repair-orders/${id}/outlook?wash=${wash}`)) as unknown as Seen
const at = (words: string): string => new Date(`${words}:00+08:00`).toISOString()
const authorise = (car: { id: string; version: unknown }, promisedAt: string, change: object = {}) => house.as('sad').post(`/repair-orders/${car.id}/authorisation`,
  { version: car.version, promisedAt, phoneChecked: true, choices: { oldParts: 'take', wash: true, roadTest: false, waits: completeSheet.waits }, signature, ...change })

test('the earliest finish follows the bays, the people and what the house needs after the work', async () => {
  done(await house.as('wss').post('/workshop-bays', { name: 'E1', kind: 'mechanical', place: 1 }))
  const car = await estimated([labour()])
  const seen = await outlook(car.id)
  expect(seen).toMatchObject({ earliest: at('2026-11-23T13:00'), open: false })
  expect(seen.reasons.map(({ kind }) => kind)).toEqual(['bay', 'technician', 'work', 'closing'])
  expect((await outlook(car.id, 'no')).earliest).toBe(at('2026-11-23T12:30'))
  expect((await house.as('b-sad').get(`/repair-orders/${car.id}/outlook`)).status).toBe(404)
  expect((await house.as('tec').get(`/repair-orders/${car.id}/outlook`)).status).toBe(403)
})

test('the times of inspection and wash belong to the store, and a stale one is told', async () => {
  const car = await estimated([labour()])
  expect(done(await house.as('wss').get('/workshop-bays/closing-work'))).toMatchObject({ inspectionMinutes: 30, washMinutes: 30, handOverMinutes: 30, version: 0 })
  const wish = { inspectionMinutes: 60, washMinutes: 15, handOverMinutes: 20 }
  expect((await house.as('sad').post('/workshop-bays/closing-work/set', { ...wish, version: 0 })).status).toBe(403)
  done(await house.as('wss').post('/workshop-bays/closing-work/set', { ...wish, version: 0 }))
  expect((await house.as('wss').post('/workshop-bays/closing-work/set', { ...wish, version: 0 })).status).toBe(409)
  expect((await outlook(car.id)).earliest).toBe(at('2026-11-23T13:15'))
  done(await house.as('wss').post('/workshop-bays/closing-work/set', { inspectionMinutes: 30, washMinutes: 30, handOverMinutes: 30, version: 1 }))
})

test('a part that no shelf has is expected by the usual days of its source, and the promise counts on that day', async () => {
  const part = house.masters.parts[0]
  const car = await estimated([labour(), { kind: 'part', partId: part?.id, payer: 'customer', quantityThousandths: 900_000 }])
  const seen = await outlook(car.id)
  expect(seen.reasons[0]).toMatchObject({ kind: 'part', day: '2026-11-28', usual: true })
  expect(seen.open).toBe(false)
  expect(Date.parse(seen.earliest ?? '')).toBeGreaterThan(Date.parse(at('2026-11-28T08:00')))
  expect(done(await house.as('sad').get(`/repair-orders/${car.id}/expected-parts`))['rows']).toMatchObject([{ code: part?.number, day: '2026-11-28', usual: true }])
  const { days } = done(await house.as('sad').get('/purchase-requests/source-days')) as { days: Record<string, number> }
  const wish = { days: { ...days, outside: 1 }, usual: 'outside', version: 0 }
  expect((await house.as('sad').post('/purchase-requests/source-days/set', wish)).status).toBe(403)
  done(await house.as('stm').post('/purchase-requests/source-days/set', wish))
  expect((await house.as('stm').post('/purchase-requests/source-days/set', wish)).status).toBe(409)
  expect((await outlook(car.id)).reasons[0]).toMatchObject({ kind: 'part', day: '2026-11-24' })
})

test('a promise earlier than that needs its reason, which stays with the authorisation; then its work stands before the next car', async () => {
  const car = await estimated([labour()])
  const earliest = (await outlook(car.id)).earliest
  const sooner = at('2026-11-23T11:30')
  expect(code(await authorise(car, sooner, { earliest }))).toBe('repair-orders.promise-too-early')
  expect(code(await authorise(car, sooner, { earliest, earlyReason: ' ' }))).toBe('repair-orders.promise-too-early')
  done(await authorise(car, sooner, { earliest, earlyReason: '客户十二点赶车，两人同时施工' }))
  expect(done(await house.as('sad').get(`/repair-orders/${car.id}`))['authorisation']).toMatchObject({ promisedAt: sooner, earliestAt: earliest, earlyReason: '客户十二点赶车，两人同时施工' })
  expect(code(await house.as('sad').get(`/repair-orders/${car.id}/outlook`))).toBe('repair-orders.lines-authorised')
  const next = await estimated([labour()])
  const seen = await outlook(next.id)
  expect(seen.reasons[0]).toMatchObject({ kind: 'queue', minutes: 120 })
  expect(seen.earliest).toBe(at('2026-11-23T15:00'))
  done(await authorise(next, at('2026-11-23T15:00'), { earliest: seen.earliest, earlyReason: 'not needed' }))
  expect(done(await house.as('sad').get(`/repair-orders/${next.id}`))['authorisation']).toMatchObject({ earliestAt: seen.earliest, earlyReason: null })
})

test('what was dispatched takes its bay and its person', async () => {
  const car = await estimated([labour(3_000)])
  const version = done(await authorise(car, at('2026-11-24T17:00')))['version']
  const [line] = done(await house.as('sad').get(`/repair-orders/${car.id}`))['lines'] as { id: string }[]
  done(await house.as('wss').post(`/workshop/${car.id}/dispatch`, { version, jobs: [{ lineId: line?.id, technicianId: house.server.actor('TEC').personId, bay: 'E1' }] }))
  const next = await estimated([labour()])
  const { reasons } = await outlook(next.id)
  expect(reasons.find(({ kind }) => kind === 'bay')).toMatchObject({ bay: 'E1' })
  expect(Date.parse(String(reasons.find(({ kind }) => kind === 'work')?.['from']))).toBeGreaterThanOrEqual(Date.parse(at('2026-11-23T14:00')))
})

test('added work is promised after what the car has in the shop, within the opening hours; earlier only with its reason, and not by link', async () => {
  const car = await estimated([labour(4_000)])
  const { id } = car
  done(await authorise(car, at('2026-11-24T17:00')))
  const later = (query = '') => house.as('sad').get(`/repair-orders/${id}/added-work/outlook${query}`)
  expect(code(await later())).toBe('repair-orders.added-not-priced')
  const work = done(await house.as('tec').post(`/repair-orders/${id}/added-work`, { findings: '前减振器漏油', urgency: 'soon' }))
  done(await house.as('sad').post(`/added-work/${String(work['id'])}/price`, { version: 1, add: [{ kind: 'labour', operationId: mechanical(), payer: 'customer', hoursThousandths: 6_000 }], remove: [] }))
  const seen = done(await later(`?addedWorkId=${String(work['id'])}`)) as unknown as Seen
  const ownUntil = String(seen.reasons.find(({ kind }) => kind === 'own')?.['until'])
  const begins = String(seen.reasons.find(({ kind }) => kind === 'work')?.['from'])
  expect(Date.parse(begins)).toBeGreaterThanOrEqual(Date.parse(ownUntil))
  expect(Date.parse(seen.earliest ?? '')).toBeGreaterThan(Date.parse(begins) + 6 * 3_600_000)
  const hours = [begins, seen.earliest ?? ''].map((time) => new Date(Date.parse(time) + 8 * 3_600_000).toISOString().slice(11, 16))
  expect(hours.filter((clock) => clock < '08:00' || clock > '18:00')).toEqual([])
  expect((await house.as('b-sad').get(`/repair-orders/${id}/added-work/outlook`)).status).toBe(404)
  const sooner = new Date(Date.parse(seen.earliest ?? '') - 3_600_000).toISOString()
  const decide = (promisedAt: unknown, change: object = {}) => house.as('sad').post(`/added-work/${String(work['id'])}/decision`,
    { version: 2, agreed: true, way: 'call', customerName: '李晨', customerPhone: '19900010001', words: '同意', signature: null, promisedAt, earliest: seen.earliest, lookedAt: house.server.clock.now().toISOString(), ...change })
  expect(code(await house.as('sad').post(`/answers/of-order/${id}`, { promisedAt: sooner, earliest: seen.earliest, origin: 'https://gangwei.example' }))).toBe('repair-orders.promise-too-early')
  expect(code(await decide(sooner))).toBe('repair-orders.promise-too-early')
  expect(code(await decide(sooner, { earliest: begins, lookedAt: undefined }))).toBe('repair-orders.promise-moved')
  done(await decide(sooner, { earlyReason: '客户要赶火车，两人同时施工' }))
  expect(done(await house.as('sad').get(`/repair-orders/${id}`))['authorisation']).toMatchObject({ number: 2, promisedAt: sooner, earliestAt: seen.earliest, earlyReason: '客户要赶火车，两人同时施工' })
})

type Packages = { rows: { id: string; code: string; priceFen: number | null; lines: object[] }[]; step: { km: number; due: boolean; packageId: string } | null; last: { km: number } | null }
const packagesOf = async (id: string) => done(await house.as('sad').get(`/repair-orders/${id}/packages`)) as unknown as Packages
type Line = { kind: string; amountFen: number; discountFen: number; unitPriceFen: number; priceRule: string }

test('the step that is due by model and mileage is offered, and all its lines are added at once; the package price comes off the labour', async () => {
  const car = await receivedCar(house.as('sad'))
  expect((await packagesOf(car.id)).step).toBeNull() // nobody has a plan for 云岭 X5
  await house.server.owner.query(`update vehicles.vehicle set model_id = (select id from catalogue.model where code = 'YL-T5') where id = (select vehicle_id from repair_orders.repair_order where id = '${car.id}')`)
  const { rows, step, last } = await packagesOf(car.id)
  expect([step?.km, step?.due, last]).toEqual([10_000, true, null])
  const offered = rows.find(({ id }) => id === step?.packageId)
  expect(offered).toMatchObject({ code: 'PK-10', priceFen: 52_000 })
  const post = (packageId: unknown, version: unknown, payer = 'customer') => house.as('sad').post(`/repair-orders/${car.id}/packages`, { version, packageId, payer })
  expect((await house.as('b-sad').post(`/repair-orders/${car.id}/packages`, { version: 1, packageId: offered?.id, payer: 'customer' })).status).toBe(404)
  const both = await Promise.all([1, 2].map(() => post(offered?.id, car.version)))
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  const lines = done(await house.as('sad').get(`/repair-orders/${car.id}`))['lines'] as Line[]
  expect(lines).toHaveLength(4)
  expect(lines.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(52_000)
  expect(lines.filter(({ kind }) => kind === 'part').map(({ discountFen }) => discountFen)).toEqual([0, 0, 0])
  const version = Number(done(await house.as('sad').get(`/repair-orders/${car.id}`))['version'])
  done(await post(offered?.id, version, 'free-maintenance')) // another payer: no package price, the rule of that payer
  expect((done(await house.as('sad').get(`/repair-orders/${car.id}`))['lines'] as Line[]).slice(4).every(({ discountFen }) => discountFen === 0)).toBe(true)
})

test('when a car should come again follows the plan of its model and its own kilometres, not a rule of thumb', async () => {
  const { server } = house
  const car = await receivedCar(house.as('sad'))
  const ask = () => server.database.reading([server.storeId], (tx) => nextServiceOf({ tx, by: server.actor('SAD'), now: server.clock.now() }, car.id))
  expect(await ask()).toBeNull() // nobody has a plan for 云岭 X5
  const own = `(select vehicle_id from repair_orders.repair_order where id = '${car.id}')`
  await server.owner.query(`update vehicles.vehicle set model_id = (select id from catalogue.model where code = 'YL-T5') where id = ${own}`)
  const { rows: [reading] } = await server.owner.query<{ km: number }>(`select km from vehicles.mileage_reading where vehicle_id = ${own}`)
  const km = reading?.km ?? 0
  expect(await ask()).toEqual({ on: '2027-11-23', km: 20_000, months: 12, pace: null })
  await server.owner.query(`insert into vehicles.mileage_reading (store_id, id, vehicle_id, at, km, source, person_id, person_name, note)
    select store_id, gen_random_uuid(), vehicle_id, at - interval '40 days', ${String(km - 4_000)}, 'import', person_id, person_name, '' from vehicles.mileage_reading where vehicle_id = ${own}`)
  expect(await ask()).toEqual({ on: addDays('2026-11-23', Math.floor((20_000 - km) / 100)), km: 20_000, months: 12, pace: { km: 4_000, days: 40 } })
})

test('a package and a menu are refused with what is wrong with them, and a stale one is told', async () => {
  const as = house.as('wss')
  const [operation, part] = [mechanical(), house.masters.parts[1]?.id]
  const labourLine = { operationId: operation, partId: null, quantityThousandths: 800 }
  const wish = { nameZh: '制动保养', nameEn: 'Brake service', modelId: null, priceFen: null, lines: [labourLine, { operationId: null, partId: part, quantityThousandths: 1_000 }] }
  expect((await house.as('sad').post('/packages', { code: 'PK-T', ...wish })).status).toBe(403)
  const { id } = done(await as.post('/packages', { code: 'PK-T', ...wish }))
  expect(code(await as.post('/packages', { code: 'PK-T', ...wish }))).toBe('catalogue.code-taken')
  expect(code(await as.post('/packages', { code: 'PK-U', ...wish, lines: wish.lines.slice(1) }))).toBe('catalogue.package-without-labour')
  await house.server.owner.query(`update catalogue.part set active = false where id = '${String(part)}'`)
  const change = (version: number, body: object = {}) => as.post(`/packages/${String(id)}/change`, { version, ...wish, active: true, ...body })
  expect(code(await change(1))).toBe('catalogue.package-inactive-line')
  const car = await receivedCar(house.as('sad'))
  const add = () => house.as('sad').post(`/repair-orders/${car.id}/packages`, { version: car.version, packageId: id, payer: 'customer' })
  expect(code(await add())).toBe('catalogue.package-inactive-line')
  done(await change(1, { lines: [labourLine], active: false }))
  expect((await change(1, { lines: [labourLine] })).status).toBe(409)
  expect(code(await add())).toBe('catalogue.package-not-offered')
  await house.server.owner.query(`update catalogue.part set active = true where id = '${String(part)}'`)

  const model = house.masters.models[0]?.id ?? ''
  const { version, steps } = done(await as.get(`/menus/${model}`)) as { version: number; steps: { km: number; months: number; packageId: string }[] }
  expect([version, steps.length]).toEqual([1, 9])
  const set = (wished: object[], seen = version) => as.post(`/menus/${model}`, { version: seen, steps: wished })
  const one = steps[0] ?? { km: 0, months: 0, packageId: '' }
  expect(code(await set([...steps, one]))).toBe('catalogue.menu-km-twice')
  expect(code(await set([...steps, { ...one, km: 200_000 }]))).toBe('catalogue.menu-months-backwards')
  expect(code(await set([{ ...one, packageId: id }]))).toBe('catalogue.menu-package')
  done(await set([{ ...one, km: 7_500 }]))
  expect((await set(steps)).status).toBe(409)
  expect(done(await as.get(`/menus/${model}`))).toEqual({ version: 2, steps: [{ ...one, km: 7_500 }] })
})

test('a package below the price of its parts is refused where it is added', async () => {
  const { id } = done(await house.as('wss').post('/packages', {
    code: 'PK-LOW', nameZh: '特价', nameEn: 'Low', modelId: null, priceFen: 100,
    lines: [{ operationId: mechanical(), partId: null, quantityThousandths: 800 }, { operationId: null, partId: house.masters.parts[0]?.id, quantityThousandths: 4_000 }],
  }))
  const car = await receivedCar(house.as('sad'))
  expect(code(await house.as('sad').post(`/repair-orders/${car.id}/packages`, { version: car.version, packageId: id, payer: 'customer' }))).toBe('repair-orders.package-below-parts')
})

test('a part nobody is sure of waits for the technician; until then the customer cannot sign', async () => {
  const [part, other] = house.masters.parts
  const car = await estimated([labour(), { kind: 'part', partId: part?.id, payer: 'customer', quantityThousandths: 2_000 }])
  const seen = async () => (done(await house.as('sad').get(`/repair-orders/${car.id}`)) as unknown as { version: number; lines: (Line & { id: string; version: number; code: string; confirmedByName: string | null })[] })
  const line = (await seen()).lines[1]
  const ask = (lineId: unknown, version: unknown) => house.as('sad').post(`/repair-order-lines/${String(lineId)}/ask-number`, { version, words: '车架号对不上，有两种' })
  const confirm = (version: number, partId: unknown) => house.as('tec').post(`/repair-order-lines/${String(line?.id)}/confirm-number`, { version, partId })
  expect(code(await ask((await seen()).lines[0]?.id, 1))).toBe('repair-orders.number-of-parts-only')
  expect(code(await confirm(1, part?.id))).toBe('repair-orders.number-not-asked')
  done(await ask(line?.id, 1))
  expect(code(await ask(line?.id, 2))).toBe('repair-orders.number-asked-already')
  expect(code(await authorise({ id: car.id, version: (await seen()).version }, at('2026-11-24T17:00')))).toBe('repair-orders.number-not-confirmed')
  expect((await house.as('sad').get('/repair-orders-unclear')).status).toBe(403)
  expect(done(await house.as('tec').get('/repair-orders-unclear'))['rows']).toMatchObject([{ lineId: line?.id, words: '车架号对不上，有两种', code: part?.number }])
  expect((await confirm(1, part?.id)).status).toBe(409)
  const both = await Promise.all([1, 2].map(() => confirm(2, other?.id)))
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  expect((await seen()).lines[1]).toMatchObject({ code: other?.number, insteadOf: part?.number, amountFen: 2 * Number(other?.capFen), confirmedByName: house.server.actor('TEC').name })
  expect(done(await house.as('tec').get('/repair-orders-unclear'))['rows']).toEqual([])
  done(await authorise({ id: car.id, version: (await seen()).version }, at('2026-11-24T17:00')))
})

test('what the customer was shown stays as he saw it; shown again unchanged it is the same version', async () => {
  const car = await estimated([labour()])
  const version = async () => done(await house.as('sad').get(`/repair-orders/${car.id}`))['version']
  const show = async (seen?: unknown) => house.as('sad').post(`/repair-orders/${car.id}/versions`, { version: seen ?? await version(), way: 'shown' })
  expect(done(await show())).toEqual({ number: 1 })
  expect(done(await show())).toEqual({ number: 1 })
  const { lineIds } = done(await house.as('sad').post(`/repair-orders/${car.id}/lines`, { version: await version(), lines: [{ kind: 'part', partId: house.masters.parts[0]?.id, payer: 'customer', quantityThousandths: 1_000 }] }))
  expect((await show(car.version)).status).toBe(409)
  expect(done(await show())).toEqual({ number: 2 })
  done(await house.as('sad').post(`/repair-orders/${car.id}/lines/${String((lineIds as string[])[0])}/remove`, { version: await version() }))
  const rows = done(await house.as('stm').get(`/repair-orders/${car.id}/versions`))['rows'] as { number: number; lines: object[]; personName: string }[]
  expect(rows.map(({ number, lines }) => [number, lines.length])).toEqual([[2, 2], [1, 1]])
  expect((await house.as('b-sad').get(`/repair-orders/${car.id}/versions`)).status).toBe(404)
  expect((await house.as('wss').post(`/repair-orders/${car.id}/versions`, { version: await version(), way: 'shown' })).status).toBe(403)
  done(await authorise({ id: car.id, version: await version() }, at('2026-11-24T17:00')))
  expect(code(await show())).toBe('repair-orders.lines-authorised')
})

test('ten people send the same sublet work out at once: it leaves the shop once', async () => {
  const car = await estimated([labour(), { kind: 'sublet', name: '轮毂修复', supplier: '精工轮毂', payer: 'customer', costFen: 32_000, priceFen: 45_000 }])
  done(await authorise(car, at('2026-11-23T18:00')))
  const { lines } = done(await house.as('sad').get(`/repair-orders/${car.id}`)) as { lines: { id: string; kind: string; version: number }[] }
  const sublet = lines.find(({ kind }) => kind === 'sublet')
  const answers = await Promise.all(Array.from({ length: 10 }, () => house.as('wss').post(`/repair-order-lines/${sublet?.id ?? ''}/sublet`, { version: sublet?.version, step: 'out' })))
  expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, ...Array<number>(9).fill(409)])
})

test('a diagnosis whose price follows is authorised without one; its price comes with the customer’s yes, once, at the rate', async () => {
  const car = await estimated([{ ...labour(), priceFollows: true }])
  const line = async () => (done(await house.as('sad').get(`/repair-orders/${car.id}`))['lines'] as { id: string; version: number; priceRule: string; unitPriceFen: number; amountFen: number; quantityThousandths: number }[])[0]
  expect(await line()).toMatchObject({ priceRule: 'follows', amountFen: 0 })
  done(await authorise(car, at('2026-11-24T17:00')))
  const before = await line()
  const price = (login: string, body: object) => house.as(login).post(`/repair-order-lines/${before?.id ?? ''}/price`, { version: before?.version, hoursThousandths: 1_500, words: '', ...body })
  expect((await price('tec', { words: '李晨电话同意' })).status).toBe(403)
  expect(code(await price('sad', {}))).toBe('repair-orders.price-needs-yes')
  done(await price('sad', { words: '李晨电话同意' }))
  const after = await line()
  expect(after).toMatchObject({ priceRule: 'rate', quantityThousandths: 1_500 })
  expect(after?.amountFen).toBe((after?.unitPriceFen ?? 0) * 1.5)
  expect(after?.unitPriceFen).toBeGreaterThan(0)
  expect(code(await price('sad', { version: after?.version, words: '再改一次' }))).toBe('repair-orders.price-known')
})
