import { sheetOf, signature } from '../../src/app/testing/furnished.ts'
import type { Person, Product } from '../../src/app/testing/product.ts'
import { does, see, timed, type Timings } from './measure.ts'

/** Everybody one car needs. A technician's clock runs on one job at a time: crews that share him repair one after the other. */
export type Crew = {
  readonly advisor: Person; readonly foreman: Person; readonly keeper: Person; readonly technician: Person; readonly inspector: Person; readonly cashier: Person
  readonly technicianId: string
}

export type Goods = { readonly operationIds: readonly string[]; readonly partIds: readonly string[] }

type Door = Pick<Product, 'signIn'>

type Row = Record<string, unknown>
const rowsOf = (body: Row): Row[] => (body['rows'] ?? []) as Row[]
const idsOf = (rows: readonly Row[]): string[] => rows.map(({ id }) => String(id))

/** Labour and parts with a price; every part gets a lot of a thousand, so that no visit waits for a delivery. */
export async function prepareGoods(product: Door): Promise<Goods> {
  const keeper = await product.signIn('pts')
  // Work without a check sheet of its own: the technician confirms, nobody measures. Every technician of the demo is certified for mechanical work.
  const sheets = rowsOf(await see(await product.signIn('wss'), '/workshop-check-sheets')).flatMap(({ codeBegins }) => (codeBegins === '' ? [] : [String(codeBegins)]))
  const operations = rowsOf(await see(keeper, '/labour-operations?limit=200')).filter(({ trade, code }) => trade === 'mechanical' && !sheets.some((prefix) => String(code).startsWith(prefix)))
  const parts = rowsOf(await see(keeper, '/parts?limit=100')).filter(({ capFen }) => Number(capFen) > 0)
  const bin = rowsOf(await see(keeper, '/stock-places')).find(({ kind, active }) => kind === 'bin' && active === true)
  const lines = parts.map((part) => ({ partId: String(part['id']), placeId: String(bin?.['id']), thousandths: 1_000_000, costFen: Math.round(Number(part['capFen']) * 550) }))
  await does(keeper, '/stock/receipts', { reference: 'bench', lines })
  return { operationIds: idsOf(operations), partIds: idsOf(parts) }
}

/** A measurement dispatches more work to one technician than a quarter of a year holds: whose certificate ends before is refused the last of it. */
async function certifiedForLong(product: Door): Promise<ReadonlySet<unknown>> {
  const soon = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10)
  const rows = rowsOf(await see(await product.signIn('wss'), '/certificates'))
  const ending = new Set(rows.flatMap(({ personId, validUntil }) => (String(validUntil) < soon ? [personId] : [])))
  return new Set(rows.flatMap(({ personId }) => (ending.has(personId) ? [] : [personId])))
}

/** A demo technician whose clock runs already cannot take another car; he is left to his. */
async function idleTechnicians(product: Door, count: number): Promise<Person[]> {
  const idle: Person[] = []
  const certified = await certifiedForLong(product)
  for (let number = 1; idle.length < count && number <= 20; number += 1) {
    const person = await product.signIn(number === 1 ? 'tec' : `tec${String(number)}`)
    if (!certified.has((await see(person, '/session'))['personId'])) continue
    const jobs = rowsOf(await see(person, '/workshop-jobs/mine')).flatMap((row) => row['jobs'] as Row[])
    if (jobs.every(({ runningSince }) => runningSince === null)) idle.push(person)
  }
  return idle
}

export async function prepareCrews(product: Door, count: number): Promise<Crew[]> {
  const technicians = await idleTechnicians(product, count)
  const [foreman, keeper, inspector, cashier] = await Promise.all([product.signIn('wss'), product.signIn('whk'), product.signIn('qci'), product.signIn('csh')])
  const crews: Crew[] = []
  for (let index = 0; index < count; index += 1) {
    const technician = technicians[index % technicians.length]
    if (technician === undefined) throw new Error('no technician is idle')
    const advisor = await product.signIn(index % 7 === 0 ? 'sad' : `sad${String((index % 7) + 1)}`)
    crews.push({ advisor, foreman, keeper, technician, inspector, cashier, technicianId: String((await see(technician, '/session'))['personId']) })
  }
  return crews
}

const points = { 'work-complete': 'good', 'safety-parts': 'good', torque: 'good', leaks: 'good', fluids: 'good', 'fault-memory': 'none', 'old-parts': 'good', 'clean-inside': 'good' }
const choices = { oldParts: 'leave', wash: true, roadTest: false, waits: true }
const some = (ids: readonly string[], count: number, from: number): string[] => Array.from({ length: count }, (_, index) => ids[(from + index * 13) % ids.length] ?? '')

let cars = 0

/** A car on its way; `version` is the order's as it was last seen. */
export type Car = { readonly number: number; readonly id: string; version: unknown; lineIds: readonly string[]; statementId: string; totalFen: unknown }

type Stage = (crew: Crew, car: Car, timings: Timings, goods: Goods) => Promise<void>

export async function arrive({ advisor }: Crew, timings: Timings): Promise<Car> {
  cars += 1
  const number = cars
  const arrived = await timed(timings, 'arrive', () => does(advisor, '/repair-orders', { plate: `渝Z${String(10_000 + number)}`, purpose: 'repair', concern: '刹车有异响' }))
  return { number, id: String(arrived['id']), version: arrived['version'], lineIds: [], statementId: '', totalFen: 0 }
}

export const receive: Stage = async ({ advisor }, car, timings) => {
  car.version = (await timed(timings, 'reception', () => does(advisor, `/repair-orders/${car.id}/reception`, {
    version: car.version, vin: null, modelName: '云岭 X5', ownerName: '李晨', ownerPhone: `1998${String(1_000_000 + car.number)}`, ownerKind: 'person', senderName: '李晨',
    senderPhone: '19900010001', insurerName: '', mileageKm: 20_356, fuelEighths: 4, sheet: sheetOf(car.id), signature,
  })))['version']
}

/** Three labour and five part lines in one request, then the customer's signature. */
export const estimateAndAuthorise: Stage = async ({ advisor }, car, timings, goods) => {
  const lines = [
    ...some(goods.operationIds, 3, car.number).map((operationId) => ({ kind: 'labour', operationId, payer: 'customer' })),
    ...some(goods.partIds, 5, car.number * 7).map((partId) => ({ kind: 'part', partId, payer: 'customer', quantityThousandths: 1_000 })),
  ]
  const estimated = await timed(timings, 'lines', () => does(advisor, `/repair-orders/${car.id}/lines`, { version: car.version, lines }))
  car.lineIds = estimated['lineIds'] as string[]
  const promisedAt = new Date(Date.now() + 6 * 3_600_000).toISOString()
  const wish = { version: estimated['version'], promisedAt, phoneChecked: true, choices, signature }
  car.version = (await timed(timings, 'authorise', () => does(advisor, `/repair-orders/${car.id}/authorisation`, wish)))['version']
}

export const dispatch: Stage = async ({ foreman, technicianId }, car, timings) => {
  const jobs = car.lineIds.slice(0, 3).map((lineId) => ({ lineId, technicianId, bay: 'B03' }))
  await timed(timings, 'dispatch', () => does(foreman, `/workshop/${car.id}/dispatch`, { version: car.version, jobs }))
}

export const issue: Stage = async ({ keeper }, car, timings) => {
  const lines = car.lineIds.slice(3).map((lineId) => ({ lineId, thousandths: 1_000, scannedLotId: null }))
  await timed(timings, 'issue', () => does(keeper, `/picking/${car.id}/issue`, { lines }))
}

export const repairAndInspect: Stage = async ({ technician, inspector }, car, timings) => {
  const mine = await timed(timings, 'my jobs', () => see(technician, '/workshop-jobs/mine'))
  for (const job of (rowsOf(mine).find(({ orderId }) => orderId === car.id)?.['jobs'] ?? []) as Row[]) {
    await timed(timings, 'clock on', () => does(technician, `/workshop-jobs/${String(job['id'])}/clock-on`, {}))
    await timed(timings, 'finish', () => does(technician, `/workshop-jobs/${String(job['id'])}/finish`, {}))
  }
  const { version } = await timed(timings, 'see order', () => see(inspector, `/repair-orders/${car.id}`))
  const wish = { version, result: 'passed', cleanliness: 'A', roadTestKm: 3, points }
  car.version = (await timed(timings, 'inspect', () => does(inspector, `/workshop/${car.id}/inspection`, wish)))['version']
}

export const settle: Stage = async ({ advisor }, car, timings) => {
  const [statement] = (await timed(timings, 'settle', () => does(advisor, `/settlements/${car.id}`, { version: car.version })))['statements'] as Row[]
  car.statementId = String(statement?.['id'])
  car.totalFen = statement?.['totalFen']
}

export const pay: Stage = async ({ cashier }, car, timings) => {
  const wish = { version: 1, way: 'wechat', amountFen: car.totalFen, reference: `42${car.id.slice(-8)}` }
  await timed(timings, 'pay', () => does(cashier, `/statements/${car.statementId}/payments`, wish))
}

/** One car from the door to the till: the requests the pages send, one after the other, no thinking between. */
export async function runVisit(crew: Crew, goods: Goods, timings: Timings): Promise<void> {
  const car = await arrive(crew, timings)
  for (const stage of [receive, estimateAndAuthorise, dispatch, issue, repairAndInspect, settle, pay]) await stage(crew, car, timings, goods)
}
