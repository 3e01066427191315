import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadPack, settleAll } from '../modules/duties/public.ts'
import type { Shortages } from '../modules/purchasing/contract.ts'
import type { Today } from '../modules/duties/contract.ts'
import { invariants } from './modules.ts'
import { brokenInvariants, signature, type Masters } from './testing/furnished.ts'
import { furnishedServer } from './testing/furnished-server.ts'
import { receivedCar } from './testing/ready-car.ts'
import { code, done } from './testing/said.ts'
import type { Caller, TestServer } from './testing/test-server.ts'

// What is short: asked for, sourced, told, arrived, and back to the job that waits for it.
let server: TestServer
let masters: Masters
let as: (login: string) => Caller
beforeAll(async () => {
  ({ server, masters, as } = await furnishedServer(['sad', 'pts', 'ppl', 'whk', 'tec', 'wss', 'b-sad']))
  await loadPack(server.database)
}, 60_000)
afterAll(() => server.drop())

/** Authorised, and short of so many pieces of one part. */
async function shortCar(pieces: number, partIndex = 3): Promise<{ id: string; lineId: string; short: number }> {
  const { id, version } = await receivedCar(as('sad'))
  const lines = [{ kind: 'labour', operationId: masters.operations[0]?.id, payer: 'customer' }, { kind: 'part', partId: masters.parts[partIndex]?.id, payer: 'customer', quantityThousandths: pieces * 1_000 }]
  const added = done(await as('sad').post(`/repair-orders/${id}/lines`, { version, lines }))
  const promisedAt = new Date(server.clock.now().getTime() + 6 * 3_600_000).toISOString()
  const { short } = done(await as('sad').post(`/repair-orders/${id}/authorisation`, { version: added['version'], promisedAt, phoneChecked: true, choices: { oldParts: 'take', wash: true, roadTest: false, waits: true }, signature })) as { short: { lineId: string; short: number }[] }
  return { id, lineId: short[0]?.lineId ?? '', short: short[0]?.short ?? 0 }
}
const shortages = async (id: string): Promise<Shortages['lines']> => (done(await as('sad').get(`/purchase-requests/of-order/${id}`)) as unknown as Shortages).lines
const ask = (id: string, lineId: string, thousandths: number, urgency = 'waiting') => as('sad').post(`/purchase-requests/of-order/${id}`, { lineId, thousandths, urgency })
const eta = '2026-11-25'
async function receive(partIndex: number, pieces: number): Promise<void> {
  const { rows } = done(await as('pts').get('/stock-places')) as { rows: { id: string; kind: string }[] }
  const placeId = rows.find(({ kind }) => kind === 'bin')?.id
  done(await as('pts').post('/stock/receipts', { reference: '随货单 1', lines: [{ partId: masters.parts[partIndex]?.id, placeId, thousandths: pieces * 1_000, costFen: pieces * 5_000 }] }))
}
const duties = async (login: string): Promise<Today> => done(await as(login).get('/duties/today')) as unknown as Today

test('a short line is asked for once, for no more than is short, and its duties begin in the same moment', async () => {
  const { id, lineId, short } = await shortCar(900)
  expect(short).toBeGreaterThan(0)
  expect(await shortages(id)).toMatchObject([{ lineId, short, request: null }])
  expect((await duties('sad')).now.filter(({ dutyId }) => dutyId === 'SAD-1.7.4')).toHaveLength(1)
  expect(code(await ask(id, lineId, short + 1_000))).toBe('purchasing.more-than-short')
  expect(code(await as('b-sad').post(`/purchase-requests/of-order/${id}`, { lineId, thousandths: short, urgency: 'waiting' }))).toBe('platform.not-found')
  const answers = await Promise.all([1, 2, 3].map(() => ask(id, lineId, short)))
  expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1)
  expect((await duties('pts')).now.some(({ dutyId }) => dutyId === 'PTS-1.3')).toBe(true)
})

test('open requests stand by urgency and then by age, over the border of a page too', async () => {
  const shelf = async (urgency: string) => (done(await as('ppl').post('/purchase-requests/by-hand', { partId: masters.parts[2]?.id, thousandths: 1_000, urgency, note: '排队' })) as { id: string }).id
  const made = [await shelf('normal'), await shelf('off-road'), await shelf('waiting'), await shelf('off-road')]
  const read = (more: string) => as('ppl').get(`/purchase-requests?group=open&find=${masters.parts[2]?.number ?? ''}${more}`)
  const page = async (more: string) => done(await read(more)) as { rows: { id: string }[]; next: string | null }
  const all = (await page('')).rows.map(({ id }) => id)
  expect(all).toEqual([made[1], made[3], made[2], made[0]])
  const first = await page('&limit=2')
  expect([...first.rows, ...(await page(`&limit=2&after=${first.next ?? ''}`)).rows].map(({ id }) => id)).toEqual(all)
  for (const id of made) done(await as('ppl').post(`/purchase-requests/${id}/cancel`, { version: 1, reason: '试排队' }))
})

test('source and day, then the customer: who, when, how; another day is news for him, a no ends it', async () => {
  const { id, lineId, short } = await shortCar(900)
  const request = done(await ask(id, lineId, short))
  const post = (login: string, deed: string, body: object) => as(login).post(`/purchase-requests/${String(request['id'])}/${deed}`, body)
  expect((await post('sad', 'source', { version: 1, source: 'e-order', eta })).status).toBe(403)
  expect(code(await post('ppl', 'source', { version: 1, source: 'e-order', eta: '2026-11-22' }))).toBe('purchasing.eta-in-past')
  expect(code(await post('ppl', 'source', { version: 1, source: 'outside', eta }))).toBe('purchasing.supplier-missing')
  done(await post('ppl', 'source', { version: 1, source: 'e-order', eta }))
  expect((await post('ppl', 'source', { version: 1, source: 'j-order', eta })).status).toBe(409)
  done(await post('sad', 'decision', { version: 2, decision: 'order', way: 'call', customerName: '李晨', words: '可以等' }))
  await settleAll(server.database, server.clock.now())
  expect((await duties('sad')).over.filter(({ dutyId, evidence }) => dutyId === 'SAD-1.7.4' && evidence?.kind === 'auto')).toHaveLength(1)
  const toTell = async () => (done(await as('sad').get('/purchase-requests?group=to-tell'))['rows'] as { id: string }[]).some((row) => row.id === request['id'])
  expect(await toTell()).toBe(false)
  // Urgent first (PPL-1.2): what is wanted in the usual time stands in a group less.
  const urgent = async () => { const page = done(await as('ppl').get('/purchase-requests?group=urgent')); return { count: (page['counts'] as { urgent: number }).urgent, shown: (page['rows'] as { urgency: string }[]).map(({ urgency }) => urgency) } }
  const { count, shown } = await urgent()
  expect(count).toBeGreaterThan(0)
  expect(shown).toHaveLength(count)
  expect(shown).not.toContain('normal')
  done(await post('ppl', 'source', { version: 3, source: 'e-order', eta: '2026-11-28' }))
  expect(await toTell()).toBe(true)
  done(await post('sad', 'decision', { version: 4, decision: 'decline', way: 'call', customerName: '李晨', words: '太久了' }))
  expect((await shortages(id))[0]?.request).toMatchObject({ status: 'cancelled', decision: 'decline', reason: '太久了' })
  expect(code(await post('ppl', 'source', { version: 6, source: 'e-order', eta }))).toBe('purchasing.over')
})

test('what arrives is reserved for the most urgent line first, in the transaction of the receipt, and wakes its request', async () => {
  const waiting = await shortCar(700, 5)
  const offRoad = await shortCar(3, 5)
  done(await ask(waiting.id, waiting.lineId, waiting.short))
  done(await ask(offRoad.id, offRoad.lineId, offRoad.short, 'off-road'))
  const { version, labour } = done(await as('wss').get(`/workshop/${offRoad.id}`)) as { version: number; labour: { lineId: string }[] }
  done(await as('wss').post(`/workshop/${offRoad.id}/dispatch`, { version, jobs: [{ lineId: labour[0]?.lineId, technicianId: server.actor('TEC').personId, bay: '' }] }))
  const jobId = (done(await as('tec').get('/workshop-jobs/mine')) as { rows: { orderId: string; jobs: { id: string }[] }[] }).rows.find(({ orderId }) => orderId === offRoad.id)?.jobs[0]?.id ?? ''
  done(await as('tec').post(`/workshop-jobs/${jobId}/clock-on`))
  done(await as('tec').post(`/workshop-jobs/${jobId}/pause`, { reason: 'parts' }))
  const wait = async () => (done(await as('wss').get('/workshop-waits'))['rows'] as { jobId: string }[]).find((row) => row.jobId === jobId)
  await receive(5, 2)
  expect((await shortages(offRoad.id))[0]).toMatchObject({ short: 1_000, request: { status: 'asked' } })
  expect(await wait()).toMatchObject({ partsHere: false, owner: 'advisor' })
  await receive(5, 1)
  expect(await wait()).toMatchObject({ partsHere: true, owner: 'technician' })
  expect((await shortages(offRoad.id))[0]).toMatchObject({ short: 0, request: { status: 'arrived' } })
  expect((await shortages(waiting.id))[0]).toMatchObject({ short: waiting.short, request: { status: 'asked' } })
  expect(done(await as('sad').get('/purchase-requests?group=arrived'))['rows']).toMatchObject([{ orderId: offRoad.id }])
  expect(await brokenInvariants(server, invariants)).toEqual([])
})
