import { afterAll, beforeAll, expect, test } from 'vitest'
import { invariants } from './modules.ts'
import { brokenInvariants, signature, type Masters } from './testing/furnished.ts'
import { furnishedServer } from './testing/furnished-server.ts'
import { receive, receivedCar } from './testing/ready-car.ts'
import { code, done } from './testing/said.ts'
import type { Caller, TestServer } from './testing/test-server.ts'

// What is found later: priced, asked, answered; a yes makes lines of it, a no is recommended next time.
let server: TestServer
let masters: Masters
let as: (login: string) => Caller
beforeAll(async () => { ({ server, masters, as } = await furnishedServer(['sad', 'wss', 'tec', 'qci', 'whk', 'b-sad'])) }, 60_000)
afterAll(() => server.drop())

const promisedAt = () => new Date(server.clock.now().getTime() + 6 * 3_600_000).toISOString()
const labour = (index: number) => ({ kind: 'labour', operationId: masters.operations[index]?.id, payer: 'customer' })
const part = (index: number) => ({ kind: 'part', partId: masters.parts[index]?.id, payer: 'customer', quantityThousandths: 1_000 })

type View = { status: string; plate: string; version: number; totalFen: number; openAddedWork: number; promisedAt: string; lines: { id: string; kind: string; reserved: number }[]; addedWork: { id: string; status: string; version: number; totalFen: number; lines: { id: string }[] }[]; recommendations: { id: string; findings: string; version: number; lines: unknown[] }[]; authorisation: { number: number; totalFen: number } }
const see = async (id: string) => (await as('sad').get(`/repair-orders/${id}`)).body as View

async function authorised(): Promise<string> {
  const { id, version } = await receivedCar(as('sad'))
  const added = done(await as('sad').post(`/repair-orders/${id}/lines`, { version, lines: [labour(0)] }))
  const choices = { oldParts: 'take', wash: true, roadTest: false, waits: true }
  done(await as('sad').post(`/repair-orders/${id}/authorisation`, { version: added['version'], promisedAt: promisedAt(), phoneChecked: true, choices, signature }))
  return id
}
const report = (id: string, login = 'tec') => as(login).post(`/repair-orders/${id}/added-work`, { findings: '前制动片剩 2 毫米', urgency: 'safety' })
async function priced(id: string): Promise<string> {
  const work = done(await report(id))
  done(await as('sad').post(`/added-work/${String(work['id'])}/price`, { version: 1, add: [labour(1), part(0)], remove: [] }))
  return String(work['id'])
}
const call = { way: 'call', customerName: '李晨', customerPhone: '19900010001', words: '可以，换吧', signature: null }
const decide = (workId: string, agreed: boolean, version = 2) => as('sad').post(`/added-work/${workId}/decision`, { version, agreed, ...call, promisedAt: promisedAt() })

async function dispatchAndFinish(id: string): Promise<void> {
  const { version, lines } = await see(id)
  const mine = async () => (done(await as('tec').get('/workshop-jobs/mine'))['rows'] as { orderId: string; addedWork: unknown[]; jobs: { id: string }[] }[]).find(({ orderId }) => orderId === id)
  const jobs = lines.filter(({ kind }) => kind === 'labour').map(({ id: lineId }) => ({ lineId, technicianId: server.actor('TEC').personId, bay: 'B03' }))
  const answer = await as('wss').post(`/workshop/${id}/dispatch`, { version, jobs })
  if (answer.status !== 200) done(await as('wss').post(`/workshop/${id}/dispatch`, { version, jobs: jobs.slice(1) }))
  for (const job of (await mine())?.jobs ?? []) {
    done(await as('tec').post(`/workshop-jobs/${job.id}/clock-on`))
    done(await as('tec').post(`/workshop-jobs/${job.id}/finish`))
  }
}
const points = { 'work-complete': 'good', 'safety-parts': 'good', torque: 'good', leaks: 'good', fluids: 'good', 'fault-memory': 'none', 'old-parts': 'good', 'clean-inside': 'good' }
const pass = async (id: string) => as('qci').post(`/workshop/${id}/inspection`, { version: (await see(id)).version, result: 'passed', cleanliness: 'A', roadTestKm: null, points })

test('before the yes there is no line, no sum and nothing reserved; with it all three, a new authorisation and a new promise', async () => {
  const id = await authorised()
  const before = await see(id)
  const workId = await priced(id)
  const asked = await see(id)
  expect(asked).toMatchObject({ openAddedWork: 1, totalFen: before.totalFen, lines: [{ kind: 'labour' }], addedWork: [{ status: 'priced', lines: [{}, {}] }] })
  expect(code(await as('wss').post(`/workshop/${id}/dispatch`, { version: asked.version, jobs: [{ lineId: asked.addedWork[0]?.lines[0]?.id, technicianId: server.actor('TEC').personId, bay: 'B03' }] }))).toBe('workshop.not-labour')
  expect(done(await decide(workId, true))).toMatchObject({ short: 0 })
  const after = await see(id)
  expect(after).toMatchObject({ status: 'authorised', openAddedWork: 0, lines: [{ kind: 'labour' }, { kind: 'labour' }, { kind: 'part', reserved: 1_000 }], addedWork: [{ status: 'agreed', customerName: '李晨', decidedWay: 'call' }] })
  expect(after.totalFen).toBe(before.totalFen + (asked.addedWork[0]?.totalFen ?? 0))
  expect(after.authorisation).toMatchObject({ number: before.authorisation.number + 1, totalFen: after.totalFen, unsignedReason: '李晨 19900010001 可以，换吧' })
  expect(await brokenInvariants(server, invariants)).toEqual([])
})

test('each step refuses what is missing, and what was decided stays', async () => {
  const id = await authorised()
  const workId = String(done(await report(id, 'sad'))['id'])
  expect(code(await decide(workId, true, 1))).toBe('repair-orders.added-not-priced')
  const lineId = (await see(id)).lines[0]?.id
  expect(await as('sad').post(`/added-work/${workId}/price`, { version: 1, add: [], remove: [lineId] })).toMatchObject({ status: 422, body: { code: 'platform.not-found' } })
  done(await as('sad').post(`/added-work/${workId}/price`, { version: 1, add: [labour(1)], remove: [] }))
  expect(await decide(workId, true, 1)).toMatchObject({ status: 409 })
  expect(code(await as('sad').post(`/added-work/${workId}/decision`, { version: 2, agreed: true, ...call, words: '', promisedAt: promisedAt() }))).toBe('repair-orders.added-call-incomplete')
  expect(await as('tec').post(`/added-work/${workId}/decision`, { version: 2, agreed: true, ...call, promisedAt: promisedAt() })).toMatchObject({ status: 403 })
  expect(await as('b-sad').post(`/added-work/${workId}/decision`, { version: 2, agreed: true, ...call, promisedAt: promisedAt() })).toMatchObject({ status: 404 })
  const [priceOf] = (await see(id)).addedWork[0]?.lines ?? []
  done(await as('sad').post(`/added-work/${workId}/price`, { version: 2, add: [], remove: [priceOf?.id] }))
  expect((await see(id)).addedWork[0]).toMatchObject({ status: 'found', totalFen: 0 })
  done(await as('sad').post(`/added-work/${workId}/withdraw`, { version: 3, reason: '误报' }))
  expect(code(await as('sad').post(`/added-work/${workId}/price`, { version: 4, add: [labour(1)], remove: [] }))).toBe('repair-orders.added-decided')
  expect(await see(id)).toMatchObject({ openAddedWork: 0, addedWork: [{ status: 'withdrawn', reason: '误报' }] })
  const { id: quote } = done(await as('sad').post('/repair-orders/quotes', { plate: '沪A79001', purpose: 'repair', customerName: '赵敏' }))
  expect(code(await report(String(quote)))).toBe('repair-orders.added-not-in-shop')
})

test('of ten who record the answer at once one does, and the order has its lines once', async () => {
  const id = await authorised()
  const workId = await priced(id)
  const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => decide(workId, index % 2 === 0)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect((await see(id)).lines.length).toBe((await see(id)).addedWork[0]?.status === 'agreed' ? 3 : 1)
  expect(await brokenInvariants(server, invariants)).toEqual([])
})

test('a car with an open question does not pass; a yes in the inspection brings it back to the bay', async () => {
  const id = await authorised()
  await dispatchAndFinish(id)
  const workId = await priced(id)
  expect(code(await pass(id))).toBe('workshop.added-work-open')
  done(await decide(workId, true))
  expect(await see(id)).toMatchObject({ status: 'in_work' })
  const [, , part0] = (await see(id)).lines
  done(await as('whk').post(`/picking/${id}/issue`, { lines: [{ lineId: part0?.id, thousandths: 1_000, scannedLotId: null }] }))
  await dispatchAndFinish(id)
  done(await pass(id))
  expect(await see(id)).toMatchObject({ status: 'ready' })
})

test('a no is recommended at the next visit, until a visit does it or somebody withdraws it', async () => {
  const id = await authorised()
  done(await decide(await priced(id), false))
  expect(await see(id)).toMatchObject({ lines: [{ kind: 'labour' }], recommendations: [] })
  await dispatchAndFinish(id)
  done(await pass(id))
  await server.owner.query("update repair_orders.repair_order set status = 'delivered', closed_at = now() where id = $1", [id])
  const { plate } = await see(id)
  const next = done(await as('sad').post('/repair-orders', { plate, purpose: 'repair' }))
  const nextId = String(next['id'])
  const [recommended] = (await see(nextId)).recommendations
  expect(recommended).toMatchObject({ findings: '前制动片剩 2 毫米', lines: [{ kind: 'labour' }, { kind: 'part' }] })
  const { version } = done(await receive(as('sad'), nextId, 1))
  done(await as('sad').post(`/repair-orders/${nextId}/lines`, { version, lines: [labour(1)] }))
  expect((await see(nextId)).recommendations.length).toBe(0)
  done(await as('sad').post(`/repair-orders/${nextId}/cancel`, { version: (await see(nextId)).version, reason: '客户改期' }))
  const third = done(await as('sad').post('/repair-orders', { plate, purpose: 'repair' }))
  expect((await see(String(third['id']))).recommendations.length).toBe(1)
  done(await as('sad').post(`/added-work/${String(recommended?.id)}/withdraw`, { version: recommended?.version, reason: '已在别处更换' }))
  expect((await see(String(third['id']))).recommendations.length).toBe(0)
})
