import { completeSheet, signature } from '../../src/app/testing/furnished.ts'
import type { Person, Product } from '../../src/app/testing/product.ts'
import { does, see, timed, type Timings } from './measure.ts'

/** Everybody one car needs. No two clients share a technician: a technician's clock runs on one job at a time. */
export type Crew = {
  readonly advisor: Person; readonly foreman: Person; readonly keeper: Person; readonly technician: Person; readonly inspector: Person; readonly cashier: Person
  readonly technicianId: string
}

export type Goods = { readonly operationIds: readonly string[]; readonly partIds: readonly string[] }

type Row = Record<string, unknown>
const rowsOf = (body: Row): Row[] => (body['rows'] ?? []) as Row[]
const idsOf = (rows: readonly Row[]): string[] => rows.map(({ id }) => String(id))

/** Labour and parts with a price; every part gets a lot of a thousand, so that no visit waits for a delivery. */
export async function prepareGoods(product: Product): Promise<Goods> {
  const keeper = await product.signIn('pts')
  const operations = rowsOf(await see(keeper, '/labour-operations?limit=200'))
  const parts = rowsOf(await see(keeper, '/parts?limit=100')).filter(({ capFen }) => Number(capFen) > 0)
  const bin = rowsOf(await see(keeper, '/stock-places')).find(({ kind, active }) => kind === 'bin' && active === true)
  const lines = parts.map((part) => ({ partId: String(part['id']), placeId: String(bin?.['id']), thousandths: 1_000_000, costFen: Math.round(Number(part['capFen']) * 550) }))
  await does(keeper, '/stock/receipts', { reference: 'bench', lines })
  return { operationIds: idsOf(operations), partIds: idsOf(parts) }
}

/** A demo technician whose clock runs already cannot take another car; he is left to his. */
async function idleTechnicians(product: Product, count: number): Promise<Person[]> {
  const idle: Person[] = []
  for (let number = 1; idle.length < count && number <= 20; number += 1) {
    const person = await product.signIn(number === 1 ? 'tec' : `tec${String(number)}`)
    const jobs = rowsOf(await see(person, '/workshop-jobs/mine')).flatMap((row) => row['jobs'] as Row[])
    if (jobs.every(({ runningSince }) => runningSince === null)) idle.push(person)
  }
  return idle
}

export async function prepareCrews(product: Product, count: number): Promise<Crew[]> {
  const technicians = await idleTechnicians(product, count)
  const [foreman, keeper, inspector, cashier] = await Promise.all([product.signIn('wss'), product.signIn('whk'), product.signIn('qci'), product.signIn('csh')])
  const crews: Crew[] = []
  for (const [index, technician] of technicians.entries()) {
    const advisor = await product.signIn(index % 7 === 0 ? 'sad' : `sad${String((index % 7) + 1)}`)
    crews.push({ advisor, foreman, keeper, technician, inspector, cashier, technicianId: String((await see(technician, '/session'))['personId']) })
  }
  return crews
}

const points = { 'work-complete': 'good', 'safety-parts': 'good', torque: 'good', leaks: 'good', fluids: 'good', 'fault-memory': 'none', 'old-parts': 'good', 'clean-inside': 'good' }
const choices = { oldParts: 'leave', wash: true, roadTest: false, waits: true }
const some = (ids: readonly string[], count: number, from: number): string[] => Array.from({ length: count }, (_, index) => ids[(from + index * 13) % ids.length] ?? '')

let cars = 0

/** One car from the door to the till: the requests the pages send, one after the other, no thinking between. */
export async function runVisit(crew: Crew, goods: Goods, timings: Timings): Promise<void> {
  cars += 1
  const number = cars
  const { advisor } = crew
  const arrived = await timed(timings, 'arrive', () => does(advisor, '/repair-orders', { plate: `渝Z${String(10_000 + number)}`, purpose: 'repair', concern: '刹车有异响' }))
  const id = String(arrived['id'])
  const received = await timed(timings, 'reception', () => does(advisor, `/repair-orders/${id}/reception`, {
    version: arrived['version'], vin: null, modelName: '云岭 X5', ownerName: '李晨', ownerPhone: `1998${String(1_000_000 + number)}`, ownerKind: 'person', senderName: '李晨',
    senderPhone: '19900010001', insurerName: '', mileageKm: 20_356, fuelEighths: 4, sheet: completeSheet, signature,
  }))
  const lines = [
    ...some(goods.operationIds, 3, number).map((operationId) => ({ kind: 'labour', operationId, payer: 'customer' })),
    ...some(goods.partIds, 5, number * 7).map((partId) => ({ kind: 'part', partId, payer: 'customer', quantityThousandths: 1_000 })),
  ]
  const estimated = await timed(timings, 'lines', () => does(advisor, `/repair-orders/${id}/lines`, { version: received['version'], lines }))
  const promisedAt = new Date(Date.now() + 6 * 3_600_000).toISOString()
  const authorised = await timed(timings, 'authorise', () => does(advisor, `/repair-orders/${id}/authorisation`, { version: estimated['version'], promisedAt, phoneChecked: true, choices, signature }))
  await work(crew, { id, version: authorised['version'], lineIds: estimated['lineIds'] as string[] }, timings)
  await leave(crew, id, timings)
}

type Work = { readonly id: string; readonly version: unknown; readonly lineIds: readonly string[] }

async function work({ foreman, keeper, technician, technicianId }: Crew, { id, version, lineIds }: Work, timings: Timings): Promise<void> {
  const jobs = lineIds.slice(0, 3).map((lineId) => ({ lineId, technicianId, bay: 'B03' }))
  await timed(timings, 'dispatch', () => does(foreman, `/workshop/${id}/dispatch`, { version, jobs }))
  await timed(timings, 'issue', () => does(keeper, `/picking/${id}/issue`, { lines: lineIds.slice(3).map((lineId) => ({ lineId, thousandths: 1_000, scannedLotId: null })) }))
  const mine = await timed(timings, 'my jobs', () => see(technician, '/workshop-jobs/mine'))
  for (const job of (rowsOf(mine).find(({ orderId }) => orderId === id)?.['jobs'] ?? []) as Row[]) {
    await timed(timings, 'clock on', () => does(technician, `/workshop-jobs/${String(job['id'])}/clock-on`, {}))
    await timed(timings, 'finish', () => does(technician, `/workshop-jobs/${String(job['id'])}/finish`, {}))
  }
}

async function leave({ advisor, inspector, cashier }: Crew, id: string, timings: Timings): Promise<void> {
  const { version } = await timed(timings, 'see order', () => see(inspector, `/repair-orders/${id}`))
  const inspected = await timed(timings, 'inspect', () => does(inspector, `/workshop/${id}/inspection`, { version, result: 'passed', cleanliness: 'A', roadTestKm: 3, points }))
  await timed(timings, 'settle + pay', async () => {
    const settled = await does(advisor, `/settlements/${id}`, { version: inspected['version'] })
    const [statement] = settled['statements'] as Row[]
    await does(cashier, `/statements/${String(statement?.['id'])}/payments`, { version: 1, way: 'wechat', amountFen: statement?.['totalFen'], reference: `42${id.slice(-8)}` })
  })
}
