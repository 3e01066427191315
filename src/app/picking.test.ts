import { afterAll, beforeAll, expect, test } from 'vitest'
import { stockProofs } from '../modules/stock/public.ts'
import { signature, type Masters } from './testing/furnished.ts'
import { furnishedServer } from './testing/furnished-server.ts'
import { receivedCar } from './testing/ready-car.ts'
import { code, done } from './testing/said.ts'
import type { Caller, TestServer } from './testing/test-server.ts'

// Whether parts must be scanned when they leave their shelf (WHK-3.1). It is Monday 23 November 2026, ten o'clock in Shanghai.
let server: TestServer
let masters: Masters
let as: (login: string) => Caller
beforeAll(async () => { ({ server, masters, as } = await furnishedServer(['pts', 'stm', 'whk', 'sad', 'ppl', 'b-pts', 'b-whk'])) }, 60_000)
afterAll(() => server.drop())

type Line = { lineId: string; partId: string; number: string; lots: { lotId: string }[] }
type List = { scanning: string; lines: Line[] }
const see = async (id: string) => done(await as('whk').get(`/picking/${id}`)) as List

/** An authorised order with two parts; nothing of it is handed out yet. */
async function toPick(): Promise<{ id: string; first: Line; second: Line }> {
  const { id, version } = await receivedCar(as('sad'))
  const part = (index: number) => ({ kind: 'part', partId: masters.parts[index]?.id, payer: 'customer', quantityThousandths: 2_000 })
  const added = done(await as('sad').post(`/repair-orders/${id}/lines`, { version, lines: [{ kind: 'labour', operationId: masters.operations[0]?.id, payer: 'customer' }, part(0), part(1)] })) as { version: number }
  const promisedAt = new Date(server.clock.now().getTime() + 6 * 3_600_000).toISOString()
  done(await as('sad').post(`/repair-orders/${id}/authorisation`, { version: added.version, promisedAt, phoneChecked: true, choices: { oldParts: 'take', wash: true, roadTest: false, waits: true }, signature }))
  const [first, second] = (await see(id)).lines
  if (first === undefined || second === undefined) throw new RangeError('the order lacks its parts')
  return { id, first, second }
}

const issue = (id: string, ...lines: object[]) => as('whk').post(`/picking/${id}/issue`, { lines: lines.map((line) => ({ thousandths: 1_000, scannedLotId: null, ...line })) })
const listed = async () => done(await as('pts').get('/picking/unscanned?limit=10')) as { rows: { partNumber: string; why: string | null; document: string; way: string; ofId: string }[]; next: string | null }
const proof = () => server.database.reading([server.storeId], async (tx) => stockProofs['WHK-3.1']?.evaluate(tx, { storeId: server.storeId, from: new Date('2026-11-22T16:00:00Z'), until: new Date('2026-11-24T16:00:00Z'), holderId: null, subjectId: null }))

test('a store asks for scans until it requires them; only who may keep the rule changes it, and the rule before stays readable', async () => {
  const { id, first } = await toPick()
  expect((await see(id)).scanning).toBe('asked')
  done(await issue(id, { lineId: first.lineId }))
  expect((await listed()).rows).toMatchObject([{ partNumber: first.number, why: null, way: 'job', ofId: id }])
  expect((await as('whk').post('/picking/rule', { version: 0, scanning: 'required', reason: '错料两次' })).status).toBe(403)
  expect(done(await as('pts').post('/picking/rule', { version: 0, scanning: 'required', reason: '错料两次' }))).toEqual({ version: 1 })
  expect((await as('stm').post('/picking/rule', { version: 0, scanning: 'asked', reason: '未看到新规则' })).status).toBe(409)
  expect(done(await as('whk').get('/picking/rule'))).toMatchObject({ scanning: 'required', version: 1, history: [{ edition: 1, scanning: 'required', reason: '错料两次' }] })
  expect((await see(id)).scanning).toBe('required')
})

test('where scanning is required an unscanned line stops the whole issue, a reason lets it go; it stays unscanned in the proof and stands on the supervisor\'s list', async () => {
  const { id, first, second } = await toPick()
  const scanned = { lineId: first.lineId, scannedLotId: first.lots[0]?.lotId }
  const refused = await issue(id, scanned, { lineId: second.lineId })
  expect(code(refused)).toBe('picking.scan-missing')
  const before = await proof()
  const { number } = done(await issue(id, scanned, { lineId: second.lineId, unscannedWhy: 'label-unreadable' })) as { number: string }
  const { rows } = await listed()
  expect(rows[0]).toMatchObject({ partNumber: second.number, why: 'label-unreadable', document: number, ofId: id })
  expect(rows.filter(({ ofId }) => ofId === id)).toHaveLength(1)
  const after = await proof()
  expect([(after?.figure ?? 0) - (before?.figure ?? 0), (after?.target ?? 0) - (before?.target ?? 0)]).toEqual([1, 2])
  expect((await as('whk').get('/picking/unscanned')).status).toBe(403)
})

test('a reason that nobody needs is not kept: what was scanned was scanned', async () => {
  const { id, first } = await toPick()
  done(await issue(id, { lineId: first.lineId, scannedLotId: first.lots[0]?.lotId, unscannedWhy: 'no-label' }))
  expect((await listed()).rows.some(({ ofId }) => ofId === id)).toBe(false)
})

test('the rule holds at the counter and for what goes to another store: unscanned it needs a reason, and stands on the same list', async () => {
  const { second: { partId } } = await toPick()
  const sale = done(await as('ppl').post('/counter/sales', { name: '李晨', lines: [{ partId, thousandths: 1_000 }] })) as { id: string; version: number }
  const slip = done(await as('whk').get(`/counter/slips/${sale.id}`)) as { scanning: string; lines: { id: string }[] }
  expect(slip.scanning).toBe('required')
  const pick = (unscannedWhy: string | null) => as('whk').post(`/counter/slips/${sale.id}/picking`, { version: 1, lines: [{ lineId: slip.lines[0]?.id, scannedLotId: null, unscannedWhy }] })
  expect(code(await pick(null))).toBe('picking.scan-missing')
  const { number } = done(await pick('no-label')) as { number: string }
  expect((await listed()).rows[0]).toMatchObject({ document: number, way: 'counter', ofId: sale.id, why: 'no-label', aboutZh: '李晨' })

  // The rule of the store that gives counts.
  done(await as('b-pts').post('/picking/rule', { version: 0, scanning: 'required', reason: '统一要求' }))
  const free = (done(await as('pts').get(`/transfers/elsewhere/${partId}`))['rows'] as { storeId: string; free: number }[])[0]
  expect(free?.free).toBeGreaterThanOrEqual(1_000)
  const { id } = done(await as('pts').post('/transfers', { givingStoreId: free?.storeId, lines: [{ partId, thousandths: 1_000 }] })) as { id: string }
  const seeIt = async (login: string) => done(await as(login).get(`/transfers/${id}`)) as { version: number; scanning: string; lines: { id: string; lots: { lotId: string }[] }[] }
  done(await as('b-pts').post(`/transfers/${id}/answer`, { version: (await seeIt('b-pts')).version, agree: true }))
  const { version, scanning, lines: [line] } = await seeIt('b-whk')
  expect(scanning).toBe('required')
  expect((await seeIt('pts')).lines[0]?.lots).toEqual([]) // where it lies is the giving store's to know
  const ship = (lines: object[]) => as('b-whk').post(`/transfers/${id}/shipment`, { version, eta: '2026-11-25', lines })
  expect(code(await ship([]))).toBe('picking.scan-missing')
  done(await ship([{ lineId: line?.id, scannedLotId: line?.lots[0]?.lotId }]))
  const theirs = done(await as('b-pts').get('/picking/unscanned?limit=10'))['rows'] as { ofId: string }[]
  expect(theirs.some(({ ofId }) => ofId === id)).toBe(false)
})
