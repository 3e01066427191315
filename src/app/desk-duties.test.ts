import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idMaker } from '../kernel/ids.ts'
import type { InstanceRow, Today } from '../modules/duties/contract.ts'
import { loadPack, makeAhead, settleAll } from '../modules/duties/public.ts'
import { exchangeProofs } from '../modules/exchange/public.ts'
import { stockProofs } from '../modules/stock/public.ts'
import type { Proofs } from '../platform/proof.ts'
import { signature, type Masters } from './testing/furnished.ts'
import { furnishedServer } from './testing/furnished-server.ts'
import { receivedCar } from './testing/ready-car.ts'
import { code, done } from './testing/said.ts'
import { smallPicture } from './testing/small-picture.ts'
import { signedIn, type Answer, type Caller, type TestServer } from './testing/test-server.ts'

// What the duties of the parts desk say when they were done, and when they were not. It is Monday 23 November 2026, ten o'clock in Shanghai.
let server: TestServer
let masters: Masters
let as: (login: string) => Caller
const people = ['pts', 'ppl', 'whk', 'sad', 'wss', 'stm']
async function comes(moment: string): Promise<void> {
  server.clock = { now: () => new Date(moment) }
  as = await signedIn(server, people)
}
beforeAll(async () => {
  ({ server, masters, as } = await furnishedServer(people))
  await loadPack(server.database)
  await comes('2026-11-23T02:00:00Z')
  await makeAhead(server.database, server.clock.now())
}, 60_000)
afterAll(() => server.drop())

const proof = (proofs: Proofs, id: string, login: string | null = null, until = '2026-11-23T16:00:00Z') => server.database.reading([server.storeId], async (tx) => proofs[id]?.evaluate(tx, {
  storeId: server.storeId, from: new Date('2026-11-22T16:00:00Z'), until: new Date(until), holderId: login === null ? null : server.actor(login === 'ppl' ? 'PPL' : 'WHK').personId, subjectId: null }))
const owed = async (login: string, id: string, about = ''): Promise<InstanceRow> => {
  const { late, now } = done(await as(login).get('/duties/today')) as unknown as Today
  return [...late, ...now].find(({ dutyId, subjectName }) => dutyId === id && subjectName.includes(about)) ?? (() => { throw new RangeError(`${id} ${about}`) })()
}
const sign = (login: string, { id, version, checklist }: InstanceRow): Promise<Answer> => as(login).post(`/duties/instances/${id}/checklist`, { version, points: checklist?.points.map(({ id: point }) => ({ point, result: 'pass', note: '' })) ?? [] })

const partId = (index: number): string => masters.parts[index]?.id ?? ''
/** An authorised order with this part; nothing of it is handed out yet. */
async function authorised(index: number, payer: string): Promise<{ id: string; lineId: string }> {
  const { id, version } = await receivedCar(as('sad'))
  const lines = [{ kind: 'labour', operationId: masters.operations[0]?.id, payer: 'customer' }, { kind: 'part', partId: partId(index), payer, quantityThousandths: 1_000 }]
  const added = done(await as('sad').post(`/repair-orders/${id}/lines`, { version, lines })) as { lineIds: string[]; version: number }
  const promisedAt = new Date(server.clock.now().getTime() + 6 * 3_600_000).toISOString()
  done(await as('sad').post(`/repair-orders/${id}/authorisation`, { version: added.version, promisedAt, phoneChecked: true, choices: { oldParts: 'take', wash: true, roadTest: false, waits: true }, signature }))
  return { id, lineId: added.lineIds[1] ?? '' }
}

test('an authorised estimate has its picking list, printed or worked from; parts charged to an insurer whom nobody named are not told apart', async () => {
  expect(await proof(stockProofs, 'PPL-2.1')).toMatchObject({ met: true, figure: 0, target: 0 })
  const [printed, handedOut] = [await authorised(0, 'customer'), await authorised(1, 'warranty')]
  expect(await proof(stockProofs, 'PPL-2.1')).toMatchObject({ met: false, figure: 0, target: 2 })
  expect(await proof(stockProofs, 'PPL-2.1', null, '2026-11-23T02:30:00Z')).toMatchObject({ met: true, target: 0 }) // within the hour nobody is late
  expect((await as('ppl').get(`/picking/${printed.id}/picking-list.pdf?language=en`)).status).toBe(200)
  expect(await proof(stockProofs, 'PPL-2.1')).toMatchObject({ met: false, figure: 1, target: 2, references: [`/repair-orders/${handedOut.id}`] })
  done(await as('whk').post(`/picking/${handedOut.id}/issue`, { lines: [{ lineId: handedOut.lineId, thousandths: 1_000, scannedLotId: null }] }))
  expect(await proof(stockProofs, 'PPL-2.1')).toMatchObject({ met: true, figure: 2, target: 2 })
  expect(await proof(stockProofs, 'PPL-2.2')).toMatchObject({ met: true, figure: 1, target: 1 })
  const charged = await authorised(2, 'insurer')
  done(await as('whk').post(`/picking/${charged.id}/issue`, { lines: [{ lineId: charged.lineId, thousandths: 1_000, scannedLotId: null }] }))
  expect(await proof(stockProofs, 'PPL-2.2')).toMatchObject({ met: false, figure: 1, target: 2, references: [`/repair-orders/${charged.id}`] })
})

test('what somebody tried to get at without the right, and a list that left while the house was closed, stand against him alone', async () => {
  const both = async () => [await proof(exchangeProofs, 'PPL-9.3', 'ppl'), await proof(exchangeProofs, 'WHK-6.2', 'whk')]
  // Neither may take lists out in a new store; where the right is given, what went out by day is no fault.
  const exported = (login: 'PPL' | 'WHK', at: string) => server.owner.query(`insert into exchange.export (store_id, id, kind, format, at, person_id, person_name, rows) values ($1, $2, 'parts', 'csv', $3, $4, '', 9)`,
    [server.storeId, idMaker((size) => randomBytes(size))(new Date(at)), at, server.actor(login).personId])
  await exported('PPL', '2026-11-23T02:00:00Z')
  expect(await both()).toMatchObject([{ met: true, figure: 0 }, { met: true, figure: 0 }])
  expect((await as('whk').get('/journal/file?from=2026-11-23&to=2026-11-23')).status).toBe(403)
  expect(await both()).toMatchObject([{ met: true, figure: 0 }, { met: false, figure: 1 }])
  await exported('PPL', '2026-11-23T14:30:00Z') // half past ten at night
  expect(await both()).toMatchObject([{ met: false, figure: 1 }, { met: false, figure: 1 }])
})


test('a delivery is signed for with its list and a photo, and only with its pieces counted; the supervisor signs the store when nothing stands about', async () => {
  await comes('2026-11-24T02:00:00Z')
  await settleAll(server.database, server.clock.now()) // yesterday's list, which nobody signed, is missed
  const supplierId = String(done(await as('ppl').post('/parts-suppliers', { name: '东城汽配', kind: 'outside' }))['id'])
  const takeOver = async (deliveryNote: string, pieces: number) => {
    const order = done(await as('ppl').post('/parts-orders', { supplierId, kind: 'W', lines: [{ partId: partId(3), thousandths: 1_000, unitCostFen: 100 }] })) as { id: string; version: number }
    done(await as('ppl').post(`/parts-orders/${order.id}/submission`, { version: order.version }))
    const receipt = done(await as('whk').post('/receipts', { orderId: order.id, deliveryNote, pieces })) as { id: string }
    return { ...receipt, number: String(done(await as('whk').get(`/receipts/${receipt.id}`))['number']) }
  }
  const [uncounted, counted] = [await takeOver('SH-0', 0), await takeOver('SH-2', 2)]
  const photographed = async (duty: InstanceRow): Promise<InstanceRow> => {
    const query = new URLSearchParams({ subject: 'duty', subjectId: duty.id, occasion: 'duty', detail: '', takenAt: server.clock.now().toISOString() })
    const { status } = await server.ask('POST', `/api/photos?${query.toString()}`, { payload: smallPicture, headers: { cookie: as('whk').cookie, 'content-type': 'application/octet-stream', 'idempotency-key': `photo-${duty.id}` } })
    expect(status).toBe(200)
    return duty
  }
  expect(code(await sign('whk', await photographed(await owed('whk', 'WHK-1.3', uncounted.number))))).toBe('duties.data-not-met')
  const duty = await owed('whk', 'WHK-1.3', counted.number)
  expect(duty).toMatchObject({ checklist: { code: 'pick-up' }, photoNeeded: true, figure: { met: true } })
  expect(code(await sign('whk', duty))).toBe('duties.photo-missing')
  await photographed(duty)
  expect(code(await as('whk').post(`/duties/instances/${duty.id}/record`, { version: duty.version, words: '点过了' }))).toBe('duties.needs-checklist')
  done(await sign('whk', duty))
  await comes('2026-11-24T09:00:00Z')
  expect(await owed('pts', 'PTS-11.2')).toMatchObject({ figure: { met: false, figure: 2 } })
  expect(code(await sign('pts', await owed('pts', 'PTS-11.2')))).toBe('duties.data-not-met')
  for (const { id } of [uncounted, counted]) {
    const { version } = done(await as('whk').get(`/receipts/${id}`)) as { version: number }
    done(await as('whk').post(`/receipts/${id}/discard`, { version, reason: '退回承运人' }))
  }
  await settleAll(server.database, server.clock.now())
  done(await sign('pts', await owed('pts', 'PTS-11.2'))) // an empty floor alone did not close it
})

test('the supervisor signs the week only when its counts were right, and right counts alone do not close it', async () => {
  const week = () => owed('pts', 'PTS-11.3')
  expect(code(await sign('pts', await week()))).toBe('duties.data-not-met')
  const settings = done(await as('pts').get('/counts/settings'))
  done(await as('pts').post('/counts/settings', { ...settings, linesADay: 2 }))
  const { id } = done(await as('ppl').post('/counts/rolling', { day: '2026-11-24' })) as { id: string }
  const seen = async () => (done(await as('pts').get(`/counts/${id}`)) as { version: number }).version
  done(await as('whk').post(`/counts/${id}/start`, { version: await seen() }))
  const { rows } = await server.owner.query<{ partId: string; placeId: string; thousandths: number }>(`
    select l.part_id as "partId", l.place_id as "placeId", sum(b.thousandths)::integer as thousandths from counts.line l join stock.v_bin_balance b on b.store_id = l.store_id and b.part_id = l.part_id and b.place_id = l.place_id where l.count_id = $1 group by 1, 2`, [id])
  expect(rows).toHaveLength(2)
  for (const shelf of rows) done(await as('whk').post(`/counts/${id}/entries`, shelf))
  done(await as('whk').post(`/counts/${id}/finish`, { version: await seen() }))
  await settleAll(server.database, server.clock.now())
  expect(await week()).toMatchObject({ status: 'open', figure: { met: true, figure: 100 } })
  done(await sign('pts', await week()))
})
