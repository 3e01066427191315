import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DeadRow, PromotionView, ScrapView } from '../modules/stock-health/contract.ts'
import { stockHealthProofs, sumUpStock } from '../modules/stock-health/public.ts'
import { issueToJob, receiveParts, reserveForOrder, returnFromJob, scrapParts } from '../modules/stock/public.ts'
import { invariants } from './modules.ts'
import { brokenInvariants, type Masters } from './testing/furnished.ts'
import { furnishedServer } from './testing/furnished-server.ts'
import { code, done } from './testing/said.ts'
import type { Caller, TestServer } from './testing/test-server.ts'

// What is scrapped is signed by three before it leaves the books; what lies too long is found by the store's own rule. It is Monday 23 November 2026, ten o'clock.
let server: TestServer
let masters: Masters
let as: (login: string) => Caller
beforeAll(async () => {
  ({ server, masters, as } = await furnishedServer(['pts', 'stm', 'fin', 'gm', 'whk', 'sad', 'b-pts']))
}, 60_000)
afterAll(() => server.drop())

type Lot = { lotId: string; placeId: string; kind: string; here: number; received: number; costFen: number }
const lotsOf = async (partId: string) => (done(await as('pts').get(`/stock/${partId}`)) as { lots: Lot[] }).lots
const see = async (id: string, login = 'pts') => done(await as(login).get(`/scraps/${id}`)) as unknown as ScrapView
const books = async () => (await server.owner.query<{ pieces: string; fen: string }>('select sum(on_hand_thousandths) as pieces, sum(value_fen) as fen from stock.part_stock where store_id = $1', [server.storeId])).rows[0]
type Waiting = { id: string; kind: string; version: number; subjectId: string }
const waiting = async (login: string, id: string) => (done(await as(login).get('/approvals')) as { waiting: Waiting[] }).waiting.find(({ subjectId }) => subjectId === id)
const request = async (id: string) => (await server.owner.query<{ id: string; version: number }>("select id, version from approvals.request where subject_id = $1 and state = 'asked'", [id])).rows[0] ?? { id: '', version: 0 }
async function decide(login: string, id: string, way: 'approve' | 'refuse' = 'approve', reason = ''): ReturnType<Caller['post']> {
  const { id: requestId, version } = await request(id)
  return as(login).post(`/approvals/${requestId}/${way}`, { version, reason })
}
const proof = (id: string, subjectId: string | null = null) => server.database.reading([server.storeId], async (tx) =>
  stockHealthProofs[id]?.evaluate(tx, { storeId: server.storeId, from: new Date('2026-10-31T16:00:00Z'), until: new Date('2026-11-30T16:00:00Z'), holderId: null, subjectId }))

/** A part of its own with two lots in one bin, the older one dearer: five for 100.01 and five for 50.00. */
async function twoLots(at: number): Promise<{ partId: string; placeId: string }> {
  const partId = masters.parts[at]?.id ?? ''
  const placeId = (await server.owner.query<{ id: string }>("select id from stock.place where store_id = $1 and kind = 'bin' and active order by code limit 1", [server.storeId])).rows[0]?.id ?? ''
  const line = { partId, placeId, thousandths: 5_000 }
  await server.does('PTS', (deed) => receiveParts(deed, { from: 'opening', reference: 'test', lines: [{ ...line, costFen: 10_001, receivedOn: '2020-01-02' }, { ...line, costFen: 5_000, receivedOn: '2020-03-02' }] }))
  return { partId, placeId }
}

test('an application is signed in order by three others, leaves the books at the cost of its lots to the fen, and is reversed once by two', async () => {
  const { partId, placeId } = await twoLots(40)
  const before = await books()
  const lot = (await lotsOf(partId)).find((one) => one.costFen === 5_000)
  const lines = [{ partId, placeId, lotId: null, thousandths: 3_000, cause: 'damaged' }]
  const wish = { reason: '受潮', lines }
  expect((await as('whk').post('/scraps', wish)).status).toBe(403)
  expect(code(await as('pts').post('/scraps', { ...wish, lines: [...lines, ...lines] }))).toBe('stock-health.line-twice')
  expect(code(await as('pts').post('/scraps', { ...wish, lines: [{ partId, placeId, lotId: lot?.lotId, thousandths: 6_000, cause: 'damaged' }] }))).toBe('stock.scrap-more-than-here')
  const { id } = done(await as('pts').post('/scraps', wish)) as { id: string }
  expect(await see(id)).toMatchObject({ status: 'asked', costFen: 6_001, next: 'check', request: null, rows: [{ expectedFen: 6_001, costFen: null }] })
  expect((await as('b-pts').get(`/scraps/${id}`)).status).toBe(404)
  expect((await see(id, 'whk')).costFen).toBeNull()

  // Finance and the general manager come too early, the applicant cannot sign for himself.
  expect(await waiting('gm', id)).toBeUndefined()
  for (const login of ['fin', 'gm', 'pts']) expect(code(await decide(login, id))).toBe('approvals.not-yours-to-decide')
  expect(code(await as('pts').post(`/scraps/${id}/again`, { version: 1, ...wish }))).toBe('stock-health.not-sent-back')
  expect((await waiting('stm', id))?.kind).toBe('scrap-check')
  done(await decide('stm', id))
  expect(await see(id, 'fin')).toMatchObject({ status: 'checked', signatures: [{ step: 'check' }], request: { reversal: false } })
  expect(code(await decide('stm', id))).toBe('approvals.not-yours-to-decide')

  // Finance sends it back; put right, all signatures begin anew, and now a named lot comes with it.
  done(await decide('fin', id, 'refuse', '请写明批次'))
  expect(await see(id)).toMatchObject({ status: 'sent-back', words: '请写明批次', next: null })
  const again = { version: (await see(id)).version, reason: '受潮，按批次', lines: [{ partId, placeId, lotId: lot?.lotId ?? null, thousandths: 1_000, cause: 'expired' }] }
  expect((await as('pts').post(`/scraps/${id}/again`, { ...again, version: 1 })).status).toBe(409)
  done(await as('pts').post(`/scraps/${id}/again`, again))
  expect(await see(id)).toMatchObject({ status: 'asked', costFen: 1_000, signatures: [] })
  for (const login of ['stm', 'fin']) done(await decide(login, id))
  expect(await books()).toEqual(before)
  const rush = await request(id)
  const both = await Promise.all([1, 2, 3].map(() => as('gm').post(`/approvals/${rush.id}/approve`, { version: rush.version, reason: '' })))
  expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
  const scrapped = await see(id)
  expect(scrapped).toMatchObject({ status: 'scrapped', costFen: 1_000, next: null, signatures: [{ step: 'check' }, { step: 'approval' }, { step: 'signature' }], rows: [{ costFen: 1_000 }] })
  expect(Number((await books())?.fen)).toBe(Number(before?.fen) - 1_000)
  expect(Number((await books())?.pieces)).toBe(Number(before?.pieces) - 1_000)
  expect((await as('gm').get(`/scraps/${id}/application.pdf?language=en`)).body['text']).toMatch(/^%PDF-1/)
  expect(await brokenInvariants(server, invariants)).toEqual([])

  // PTS-7.4: before the next count.
  const { id: countId } = done(await as('pts').post('/counts', { day: '2026-11-27', briefing: '先点数', counterIds: [server.actor('WHK').personId] })) as { id: string }
  expect(await proof('PTS-7.4', countId)).toMatchObject({ met: true, references: [`/scraps/${id}`] })

  done(await as('pts').post(`/scraps/${id}/reversal`, { version: scrapped.version, reason: '找到买家' }))
  expect(code(await as('pts').post(`/scraps/${id}/reversal`, { version: (await see(id)).version, reason: '再来' }))).toBe('approvals.asked-already')
  expect(code(await decide('pts', id))).toBe('approvals.not-yours-to-decide')
  done(await decide('fin', id))
  expect(await see(id)).toMatchObject({ status: 'reversed' })
  expect(await books()).toEqual(before)
  expect(code(await as('pts').post(`/scraps/${id}/reversal`, { version: (await see(id)).version, reason: '再来' }))).toBe('stock-health.reversed-already')
  expect(await proof('PTS-7.4', countId)).toMatchObject({ met: false })
  expect(await brokenInvariants(server, invariants)).toEqual([])
}, 60_000)

test('goods that were reserved or moved since are not scrapped, and nothing of the application is', async () => {
  const { partId, placeId } = await twoLots(41)
  const quarantined = await twoLots(42)
  const lots = await lotsOf(partId)
  const all = lots.filter((lot) => lot.placeId === placeId).reduce((sum, { here }) => sum + here, 0)
  const apply = async (thousandths: number): Promise<string> => (done(await as('pts').post('/scraps', { reason: '过期', lines: [{ partId, placeId, lotId: null, thousandths, cause: 'expired' }] })) as { id: string }).id
  const reserved = await apply(all)
  for (const login of ['stm', 'fin']) done(await decide(login, reserved))
  const [orderId, lineId] = [crypto.randomUUID(), crypto.randomUUID()]
  await server.does('PTS', (deed) => reserveForOrder(deed, orderId, [{ lineId, partId, thousandths: 100_000_000 }]))
  expect(code(await decide('gm', reserved))).toBe('stock.reserved-elsewhere')
  expect(await see(reserved)).toMatchObject({ status: 'approved', signatures: [{ step: 'check' }, { step: 'approval' }] })
  expect(code(await as('pts').post('/scraps', { reason: '过期', lines: [{ partId, placeId, lotId: null, thousandths: all, cause: 'expired' }] }))).toBe('stock.reserved-elsewhere')
  await server.does('PTS', (deed) => reserveForOrder(deed, orderId, []))
  await server.does('PTS', (deed) => scrapParts(deed, { reason: 'test', wishes: [{ key: '1', partId, placeId, lotId: null, partNumber: 'P', bin: 'B', thousandths: 1_000 }] }))
  expect(code(await decide('gm', reserved))).toBe('stock.scrap-more-than-here')
  done(await decide('gm', reserved, 'refuse', '数量变了'))
  done(await as('pts').post(`/scraps/${reserved}/withdraw`, { version: (await see(reserved)).version, reason: '已处理' }))

  // What lies in quarantine is scrapped from there, though every piece of the shelves is reserved.
  const [old] = await lotsOf(quarantined.partId)
  done(await as('pts').post('/stock/quarantine', { partId: quarantined.partId, lotId: old?.lotId, placeId: old?.placeId, thousandths: 1_000, reason: '破损' }))
  const away = (await lotsOf(quarantined.partId)).find(({ kind }) => kind === 'quarantine')
  await server.does('PTS', (deed) => reserveForOrder(deed, orderId, [{ lineId, partId: quarantined.partId, thousandths: 100_000_000 }]))
  const { id } = done(await as('pts').post('/scraps', { reason: '破损', lines: [{ partId: quarantined.partId, placeId: away?.placeId, lotId: null, thousandths: 1_000, cause: 'damaged' }] })) as { id: string }
  for (const login of ['stm', 'fin', 'gm']) done(await decide(login, id))
  expect(await see(id)).toMatchObject({ status: 'scrapped' })
  expect(await brokenInvariants(server, invariants)).toEqual([])
}, 60_000)

test('dead stock follows the rule of the store; a promotion says what it brought, and the duties of the month are met', async () => {
  const { partId } = await twoLots(43)
  const used = await twoLots(44)
  const [orderId, lineId] = [crypto.randomUUID(), crypto.randomUUID()]
  expect(await sumUpStock(server.database, server.clock.now())).toMatchObject({ classed: 2 })
  const dead = async (query = '') => done(await as('pts').get(`/dead-stock?limit=200${query}`)) as { rows: DeadRow[]; parts: number; valueFen: number }
  expect((await dead()).rows.map((row) => row.partId)).toEqual(expect.arrayContaining([partId, used.partId]))
  await server.does('WHK', (deed) => issueToJob(deed, { orderId, numberKind: 'PL', lines: [{ lineId, partId: used.partId, partNumber: 'P', thousandths: 2_000, scannedLotId: null }] }))
  expect((await dead()).rows.map((row) => row.partId)).not.toContain(used.partId)
  expect((await dead()).rows.find((row) => row.partId === partId)?.valueFen).toBeGreaterThanOrEqual(15_001)

  // The month so far is what was summed up this morning and the issue since: to the fen what the whole stock and all moves say.
  const { rows: [whole] } = await server.owner.query<{ valueFen: number; costFen: number }>(`select (select sum(value_fen)::int from stock.part_stock where store_id = $1) as "valueFen",
    (select sum(case when takes_back is null then cost_fen else -cost_fen end)::int from stock.move where store_id = $1 and line_id is not null and at >= '2026-10-31T16:00:00Z') as "costFen"`, [server.storeId])
  expect(whole?.costFen).toBeGreaterThan(0)
  expect((done(await as('pts').get('/stock-health/turnover'))['rows'] as object[])[0]).toMatchObject({ month: '2026-11', running: true, ...whole })
  expect(done(await as('pts').get('/stock/value'))).toMatchObject({ valueFen: whole?.valueFen })

  const rule = done(await as('pts').get('/dead-stock/rule'))
  expect(rule).toMatchObject({ months: 7, version: 0 })
  done(await as('pts').post('/dead-stock/rule', { months: 7, minimumFen: 90_000_000, reason: '只看大额', version: 0 }))
  expect((await as('stm').post('/dead-stock/rule', { months: 8, minimumFen: 0, reason: '试', version: 0 })).status).toBe(409)
  expect((await dead()).parts).toBe(0)
  done(await as('stm').post('/dead-stock/rule', { months: 7, minimumFen: 1, reason: '恢复', version: 1 }))
  expect(done(await as('pts').get('/dead-stock/rule'))['history']).toMatchObject([{ edition: 2, reason: '恢复' }, { edition: 1, reason: '只看大额' }])
  const { id: exceptionId } = done(await as('pts').post('/dead-stock/exceptions', { partId, reason: '安全库存' })) as { id: string }
  expect(code(await as('pts').post('/dead-stock/exceptions', { partId, reason: '安全库存' }))).toBe('stock-health.excepted-already')
  expect((await dead()).rows.map((row) => row.partId)).not.toContain(partId)
  done(await as('pts').post(`/dead-stock/exceptions/${exceptionId}/end`, {}))
  expect(code(await as('pts').post(`/dead-stock/exceptions/${exceptionId}/end`, {}))).toBe('stock-health.exception-ended')

  for (const [login, figure] of [['pts', 'attainment'], ['pts', 'turnover'], ['pts', 'dead-stock'], ['stm', 'turnover'], ['stm', 'dead-stock']] as const) done(await as(login).post('/stock-health/reviews', { figure, words: '下月少订' }))
  expect((await as('whk').post('/stock-health/reviews', { figure: 'turnover', words: '看了' })).status).toBe(403)
  expect([await proof('PTS-7.1'), await proof('PTS-7.2'), await proof('PTS-7.3'), await proof('STM-5.1'), await proof('STM-5.2')].map((answer) => answer?.met)).toEqual([true, true, false, false, true])

  const person = server.actor('PTS').personId
  const plan = { name: '清库', fromDay: '2026-11-23', untilDay: '2026-12-20', responsibleId: person, parts: [{ partId: used.partId, priceFen: 1 }] }
  expect(code(await as('pts').post('/promotions', plan))).toBe('stock-health.under-cost')
  expect(code(await as('stm').post('/promotions', plan))).toBe('stock-health.under-cost-reason')
  expect(code(await as('stm').post('/promotions', { ...plan, responsibleId: server.actor('SAD').personId }))).toBe('stock-health.not-responsible')
  const { id } = done(await as('pts').post('/promotions', { ...plan, parts: [{ partId: used.partId, priceFen: 900_000 }, { partId, priceFen: 900_000 }] })) as { id: string }
  expect([await proof('PTS-7.3'), await proof('STM-5.1')].map((answer) => answer?.met)).toEqual([true, true])
  await server.does('WHK', (deed) => returnFromJob(deed, { orderId, lineId, partId: used.partId, thousandths: 500, document: 'PR', reason: '多领' }))
  const seen = done(await as('stm').get(`/promotions/${id}`)) as unknown as PromotionView
  // The first 2 of the older lot cost 40.00, the half that came back 10.00.
  expect(seen.lines.find((line) => line.partId === used.partId)).toMatchObject({ sold: 1_500, costFen: 3_000 })
  done(await as('stm').post(`/promotions/${id}/end`, { version: 1, reason: '卖完' }))
  expect(code(await as('stm').post(`/promotions/${id}/end`, { version: 2, reason: '卖完' }))).toBe('stock-health.promotion-over')
  for (const path of ['attainment', 'turnover', 'ages', 'classes', 'aged-parts?age=4', 'classed-parts?valueClass=C&variationClass=Z', 'short?month=2026-11']) done(await as('pts').get(`/stock-health/${path}`))
  expect((await as('pts').get('/stock-health/file?of=dead-stock&language=en')).status).toBe(200)

  // A month later November is summed up, once, and says what its moves say.
  expect(await sumUpStock(server.database, new Date('2026-12-02T02:00:00Z'))).toMatchObject({ months: 2, classed: 2 })
  expect(await sumUpStock(server.database, new Date('2026-12-02T02:00:00Z'))).toEqual({ months: 0, classed: 0 })
  expect(await brokenInvariants(server, invariants)).toEqual([])
}, 60_000)
