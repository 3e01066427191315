import { afterAll, beforeAll, expect, test } from 'vitest'
import { receiveParts } from '../modules/stock/public.ts'
import { readSheets } from '../platform/sheets/read-sheets.ts'
import type { Masters } from './testing/furnished.ts'
import { furnishedServer } from './testing/furnished-server.ts'
import { done } from './testing/said.ts'
import type { Caller, TestServer } from './testing/test-server.ts'

// What identifies a record finds it in its list, and lists leave as workbooks. It is Monday 23 November 2026, ten o'clock.
let server: TestServer
let masters: Masters
let as: (login: string) => Caller
let partId: string
let placeId: string
let suppliers: string[]
beforeAll(async () => {
  ({ server, masters, as } = await furnishedServer(['pts', 'ppl', 'whk', 'fin', 'sad', 'b-pts']))
  partId = masters.parts[40]?.id ?? ''
  placeId = (await server.owner.query<{ id: string }>("select id from stock.place where store_id = $1 and kind = 'bin' and active order by code limit 1", [server.storeId])).rows[0]?.id ?? ''
  await server.does('PTS', (deed) => receiveParts(deed, { from: 'opening', reference: 'test', lines: [{ partId, placeId, thousandths: 9_000, costFen: 9_001, receivedOn: '2020-01-02' }] }))
  suppliers = []
  for (const name of ['东城汽配', '西关汽配']) suppliers.push(String(done(await as('ppl').post('/parts-suppliers', { name, kind: 'outside' }))['id']))
}, 60_000)
afterAll(() => server.drop())

const number = () => masters.parts[40]?.number ?? ''
const found = async (path: string, find: string, login = 'pts') => (done(await as(login).get(`${path}?group=all&find=${encodeURIComponent(find)}`)) as { rows: { id: string }[] }).rows.map(({ id }) => id)
/** The words that do not find it, its number's end among them; and those that find what they should not: nothing there, or a record of another store. */
async function misses(path: string, { id, number: own = '' }: { id: string; number?: string }, words: readonly string[]): Promise<string[]> {
  const failed: string[] = []
  for (const word of [own.slice(-4), ...words]) if (!(await found(path, word)).includes(id)) failed.push(word)
  if ((await found(path, '查无此字%')).length > 0) failed.push('%')
  if ((await found(path, words[0] ?? '', 'b-pts')).length > 0) failed.push('b-pts')
  return failed
}
const made = async (login: string, path: string, body: object) => done(await as(login).post(path, body)) as { id: string; number?: string }

test('a return to a supplier is found by its supplier, its plate with or without the dot, and its part', async () => {
  expect(await misses('/supplier-returns', await made('whk', '/supplier-returns', { supplierId: suppliers[0], about: '沪A·D7301', lines: [{ partId, placeId, lotId: null, thousandths: 1_000, cause: 'unfitted' }] }), ['东城', '沪AD7301', 'd7301', number()])).toEqual([])
})

test('a scrap application is found by its reason and its part', async () => {
  expect(await misses('/scraps', await made('pts', '/scraps', { reason: '仓库漏水受潮', lines: [{ partId, placeId, lotId: null, thousandths: 1_000, cause: 'damaged' }] }), ['漏水', number().toLowerCase()])).toEqual([])
})

test('an inquiry is found by what it is about, whom it asked, and its part; a statement by its supplier and month', async () => {
  const lines = [{ partNumber: number(), name: '左前大灯', thousandths: 1_000 }]
  expect(await misses('/supplier-inquiries', await made('pts', '/supplier-inquiries', { about: '大灯询价', kinds: ['customer'], supplierIds: suppliers, lines }), ['询价', '西关', number(), '左前'])).toEqual([])
  expect(await misses('/supplier-statements', await made('pts', '/supplier-statements', { supplierId: suppliers[1], month: '2026-11' }), ['西关', '2026-11'])).toEqual([])
})

test('a count is found by its day and who planned it', async () => {
  expect(await misses('/counts', await made('pts', '/counts', { day: '2026-11-23', briefing: '先看货位码', counterIds: [server.actor('WHK').personId] }), ['2026-11-23', server.actor('PTS').name])).toEqual([])
})

test('an expense claim is found by its purpose, by who may see it', async () => {
  const claim = await made('pts', '/expenses', { kind: 'freight', amountFen: 4_500, spentOn: '2026-11-22', purpose: '寄回退件快递', iouId: null })
  expect(await misses('/expenses', claim, ['快递', server.actor('PTS').name])).toEqual([])
  expect(await found('/expenses', '快递', 'fin')).toEqual([claim.id])
  expect(await found('/expenses', '快递', 'sad')).toEqual([])
})

/** The rows of a workbook without its title. */
async function taken(login: string, path: string): Promise<readonly (readonly unknown[])[]> {
  const { rawPayload } = await server.serving.server.inject({ method: 'GET', url: `/api${path}`, headers: { cookie: as(login).cookie } })
  return readSheets(rawPayload)[0]?.rows.slice(1) ?? []
}

test('purchase requests, the board of promises, the reorder list and arrival faults leave as a workbook with the rows that the list shows', async () => {
  const asked = await made('pts', '/purchase-requests/by-hand', { partId, thousandths: 3_000, urgency: 'normal', note: '备库' })
  const [head, ...requests] = await taken('pts', '/purchase-requests/file?group=open')
  expect(head).toContain('件号')
  expect(requests).toEqual([expect.arrayContaining([asked.number, '备库', number(), 3])])
  expect(await taken('pts', `/purchase-requests/file?group=open&find=${encodeURIComponent('查无此字')}`)).toHaveLength(1)
  const [, ...promised] = await taken('ppl', '/parts-promises/file?group=to-order&language=en')
  expect(promised).toEqual([expect.arrayContaining([asked.number, 'Normal'])])
  expect(await taken('ppl', '/parts-promises/file?group=accident')).toHaveLength(1)
  expect(await taken('ppl', `/parts-promises/file?group=to-order&find=${encodeURIComponent('查无此字')}`)).toHaveLength(1)
  expect(await taken('ppl', `/parts-promises/file?group=to-order&find=${asked.number}&sort=part&direction=descending`)).toHaveLength(2)
  const lines = async (direction: string) => (done(await as('ppl').get(`/parts-promises?sort=part&direction=${direction}`))['rows'] as { partNumber: string }[]).map(({ partNumber }) => partNumber)
  expect(await lines('descending')).toEqual((await lines('ascending')).toReversed())
  expect((await as('ppl').get('/parts-promises?sort=number')).status).toBe(400)
  expect(done(await as('ppl').get('/parts-reorder?sort=value&direction=descending'))['rows']).toEqual([])
  expect((await taken('ppl', '/parts-reorder/file?language=en'))[0]).toContain('On hand')
  expect((await taken('ppl', '/arrival-faults/file?group=all'))[0]).toContain('异常单')
  expect((await as('sad').get('/parts-reorder/file')).status).toBe(403)
})
