import { afterAll, beforeAll, expect, test } from 'vitest'
import { chanceFrom, type Chance } from './demo/chance.ts'
import type { Masters } from './demo/masters.ts'
import { asBooked } from './demo/perform-visit.ts'
import { invariants } from './modules.ts'
import { brokenInvariants, furnish, sheetOf, signature } from './testing/furnished.ts'
import { size, tell } from './testing/proof.ts'
import { signedIn, testServer, type Answer, type Caller, type TestServer } from './testing/test-server.ts'

// Random days through the API, refusals included; then the laws of the ledgers. A failure is replayed with its seed.
const days = size({ test: 20, prove: 500 })
const deedsOfDay = 40

let server: TestServer
let masters: Masters
let as: (login: string) => Caller
const workers = ['sad', 'fds', 'wss', 'tec', 'whk', 'qci', 'csh', 'fin', 'pts']
beforeAll(async () => {
  server = await testServer()
  masters = await furnish(server)
}, 60_000)
afterAll(() => server.drop())

type Row = Record<string, unknown> & { id: string; version: number }
const rowsOf = (answer: Answer): Row[] => (answer.body['rows'] ?? []) as Row[]

async function anyOrder(chance: Chance): Promise<Row | null> {
  const rows = rowsOf(await as('sad').get('/repair-orders?limit=200'))
  return rows.length === 0 ? null : chance.pick(rows)
}
const see = async (id: string) => (await as('sad').get(`/repair-orders/${id}`)).body as { version: number; lines: (Row & { kind: string; quantityThousandths: number; issued: number })[] }

const payers = ['customer', 'customer', 'insurer', 'warranty', 'goodwill', 'internal', 'free-maintenance'] as const
const points = { 'work-complete': 'good', 'safety-parts': 'good', torque: 'good', leaks: 'good', fluids: 'good', 'fault-memory': 'none', 'old-parts': 'good', 'clean-inside': 'good' }

const arrive = (chance: Chance) => as('sad').post('/repair-orders', { plate: `沪A${String(50_000 + chance.below(40))}`, purpose: 'repair' })

async function receive(chance: Chance, { id, version }: Row) {
  return as('sad').post(`/repair-orders/${id}/reception`, {
    version, vin: null, modelName: '云岭 X5', ownerName: '李晨', ownerPhone: '19900010001', ownerKind: 'person', senderName: '李晨', senderPhone: '19900010001', insurerName: '',
    mileageKm: 10_000 + chance.below(200), fuelEighths: 4, sheet: sheetOf(id), signature,
  })
}
const estimate = (chance: Chance, { id, version }: Row) => as('sad').post(`/repair-orders/${id}/lines`, {
  version, lines: [
    { kind: 'labour', operationId: chance.pick(masters.operations).id, payer: chance.pick(payers) },
    ...Array.from({ length: chance.below(4) }, () => ({ kind: 'part', partId: chance.pick(masters.parts.slice(0, 12)).id, payer: chance.pick(payers), quantityThousandths: 500 + 500 * chance.below(5) })),
  ],
})
const authorise = (_: Chance, { id, version }: Row) => as('sad').post(`/repair-orders/${id}/authorisation`, {
  version, promisedAt: new Date(server.clock.now().getTime() + 8 * 3_600_000).toISOString(), phoneChecked: true, choices: { oldParts: 'leave', wash: true, roadTest: false, waits: false }, signature,
})
async function dispatch(_: Chance, { id }: Row) {
  const { version, lines } = await see(id)
  const jobs = lines.filter(({ kind }) => kind === 'labour').map(({ id: lineId }) => ({ lineId, technicianId: server.actor('TEC').personId, bay: 'B01' }))
  return as('wss').post(`/workshop/${id}/dispatch`, { version, jobs: jobs.slice(0, 100) })
}
async function issue(chance: Chance, { id }: Row) {
  const { lines } = await see(id)
  const open = lines.filter(({ kind, issued, quantityThousandths }) => kind === 'part' && issued < quantityThousandths)
  return as('whk').post(`/picking/${id}/issue`, { lines: open.map(({ id: lineId, issued, quantityThousandths }) => ({ lineId, thousandths: chance.percent(70) ? quantityThousandths - issued : 500, scannedLotId: null })) })
}
async function takeBack(chance: Chance, { id }: Row) {
  const { lines } = await see(id)
  const out = lines.filter(({ issued }) => issued > 0)
  return out.length === 0 ? arrive(chance) : as('whk').post(`/picking/${id}/take-back`, { lineId: chance.pick(out).id, thousandths: 500 + 500 * chance.below(3), reason: '不适用' })
}
async function work(_: Chance) {
  const mine = rowsOf(await as('tec').get('/workshop-jobs/mine')).flatMap((row) => row['jobs'] as Row[])
  let last = await as('tec').get('/session')
  for (const job of mine.slice(0, 3)) {
    await as('tec').post(`/workshop-jobs/${job.id}/clock-on`)
    last = await as('tec').post(`/workshop-jobs/${job.id}/finish`)
  }
  return last
}
const inspect = (chance: Chance, { id, version }: Row) => as('qci').post(`/workshop/${id}/inspection`, {
  version, result: chance.percent(80) ? 'passed' : 'failed', reason: '复检', cleanliness: 'A', roadTestKm: null, points,
})
const settle = (chance: Chance, { id, version }: Row) => as('fds').post(`/settlements/${id}`, { version, allowanceFen: chance.percent(30) ? 1 + chance.below(500) : 0, allowanceReason: '抹零' })
async function pay(chance: Chance) {
  const due = rowsOf(await as('csh').get('/statements?due=yes'))
  if (due.length === 0) return arrive(chance)
  const statement = chance.pick(due)
  const open = Number(statement['dueFen'])
  return as('csh').post(`/statements/${statement.id}/payments`, { version: statement.version, way: chance.pick(['card', 'cash']), amountFen: chance.percent(60) ? open : 1 + chance.below(open), reference: '4711' })
}
async function undo(chance: Chance) {
  const rows = rowsOf(await as('fin').get('/statements'))
  if (rows.length === 0) return arrive(chance)
  const statement = chance.pick(rows)
  const seen = await as('fin').get(`/statements/${statement.id}`)
  const payments = seen.body['payments'] as Row[]
  const [first] = payments
  if (first !== undefined) return as('fin').post(`/payments/${first.id}/refund`, { reason: '金额有误' })
  return as('fin').post(`/statements/${statement.id}/reverse`, { version: seen.body['version'], reason: '金额有误' })
}
const deposit = (chance: Chance, { id }: Row) => as('csh').post(`/deposits/${id}`, { way: chance.pick(['card', 'cash']), amountFen: 1 + chance.below(20_000), reference: '4712' })
async function depositBack(chance: Chance) {
  const held = rowsOf(await as('fin').get('/deposits'))
  if (held.length === 0) return arrive(chance)
  const { body } = await as('fin').get(`/deposits/${chance.pick(held).id}`)
  return as('fin').post(`/payments/${chance.pick(body['payments'] as Row[]).id}/refund`, { reason: '客户要求退还' })
}
const deliver = (_: Chance, { id, version }: Row) => as('sad').post(`/settlements/${id}/delivery`, {
  version, pickUpCode: '', identityReason: '核对身份', accepted: true, oldPartsShown: true, setRemoved: true, nextServiceOn: null, nextServiceKm: null, callTime: { kind: 'any' },
})
const cancel = (_: Chance, { id, version }: Row) => as('sad').post(`/repair-orders/${id}/cancel`, { version, reason: '改期' })
async function goods(chance: Chance) {
  const [bin] = rowsOf(await as('pts').get('/stock-places')).filter((place) => place['kind'] === 'bin')
  return as('pts').post('/stock/receipts', { reference: 'DN', lines: [{ partId: chance.pick(masters.parts.slice(0, 12)).id, placeId: bin?.id, thousandths: 1_000 + chance.below(5_000), costFen: chance.below(50_000) }] })
}

const findMore = (_: Chance, { id }: Row) => as('tec').post(`/repair-orders/${id}/added-work`, { findings: '底盘有渗油', urgency: 'soon' })
async function answerMore(chance: Chance, { id }: Row) {
  const { body } = await as('sad').get(`/repair-orders/${id}`)
  const [work] = (body['addedWork'] as (Row & { status: string })[]).filter(({ status }) => status === 'found' || status === 'priced')
  if (work === undefined) return findMore(chance, { id, version: 1 })
  const wishes = [{ kind: 'labour', operationId: chance.pick(masters.operations).id, payer: chance.pick(payers) }, { kind: 'part', partId: chance.pick(masters.parts.slice(0, 12)).id, payer: chance.pick(payers), quantityThousandths: 500 }]
  if (chance.percent(10)) return as('sad').post(`/added-work/${work.id}/withdraw`, { version: work.version, reason: '误报' })
  if (work.status === 'found') return as('sad').post(`/added-work/${work.id}/price`, { version: work.version, add: wishes.slice(chance.below(2)), remove: [] })
  const promisedAt = new Date(server.clock.now().getTime() + 8 * 3_600_000).toISOString()
  return as('sad').post(`/added-work/${work.id}/decision`, { version: work.version, agreed: chance.percent(60), way: 'call', customerName: '李晨', customerPhone: '19900010001', words: '好的', signature: null, promisedAt })
}

const onOrder = [receive, receive, estimate, estimate, authorise, authorise, dispatch, dispatch, issue, issue, issue, takeBack, deposit, inspect, inspect, findMore, answerMore, answerMore, answerMore, settle, settle, deliver, deliver, cancel]
const elsewhere = [arrive, arrive, work, work, pay, pay, undo, depositBack, goods, goods]

/** The morning: everybody signs in, the cashier counts the float. */
async function openDay(moment: Date): Promise<void> {
  server.clock = { now: () => moment }
  as = await signedIn(server, workers)
  expect((await as('csh').post('/statements-till/open', { floatFen: 50_000 })).status).toBe(200)
}
/** The evening: what is counted is what the books expect. */
async function closeDay(): Promise<void> {
  const { body } = await as('csh').get('/statements-till')
  expect(await as('csh').post('/statements-till/close', { countedFen: Number(body['expectedFen']), stated: asBooked(body['sums'] as Parameters<typeof asBooked>[0]), reason: '' })).toMatchObject({ status: 200, body: { differenceFen: 0 } })
}

test(`after ${String(days)} random days every shelf, statement and history adds up`, async () => {
  const done = new Map<number, number>()
  const first = server.clock.now().getTime()
  for (let seed = 1; seed <= days; seed += 1) {
    const chance = chanceFrom(seed)
    await openDay(new Date(first + seed * 86_400_000))
    for (let deed = 0; deed < deedsOfDay; deed += 1) {
      const order = chance.percent(70) ? await anyOrder(chance) : null
      const { status, body } = order === null ? await chance.pick(elsewhere)(chance) : await chance.pick(onOrder)(chance, order)
      done.set(status, (done.get(status) ?? 0) + 1)
      expect([status < 500, body['code'], `seed ${String(seed)}`]).toEqual([true, body['code'], `seed ${String(seed)}`])
    }
    await closeDay()
    expect(await brokenInvariants(server, invariants), `replay with seed ${String(seed)}`).toEqual([])
  }
  expect(done.get(200) ?? 0).toBeGreaterThan(days * deedsOfDay / 8)
  const answers = [...done].toSorted(([a], [b]) => a - b).map(([status, times]) => `${String(times)} × ${String(status)}`)
  tell(`random days: ${String(days)} days, ${String(Object.keys(invariants).length)} invariants clean after each; answers ${answers.join(', ')}`)
}, 3_600_000)
