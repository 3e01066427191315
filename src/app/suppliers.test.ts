import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadPack } from '../modules/duties/public.ts'
import type { Today } from '../modules/duties/contract.ts'
import type { OrderDetail } from '../modules/parts-orders/contract.ts'
import type { InquiryView, StatementView } from '../modules/suppliers/contract.ts'
import { supplierProofs } from '../modules/suppliers/public.ts'
import { solid, textOf } from '../platform/print/testing/read-pdf.ts'
import { invariants } from './modules.ts'
import { brokenInvariants, type Masters } from './testing/furnished.ts'
import { furnishedServer } from './testing/furnished-server.ts'
import { imported } from './testing/imported.ts'
import { code, done } from './testing/said.ts'
import { signedIn, type Answer, type Caller, type TestServer } from './testing/test-server.ts'

// Received from an outside supplier in November, agreed line by line, paid on finance's signature. It is Monday 23 November 2026, ten o'clock, and later the 20th of December.
const people = ['pts', 'ppl', 'whk', 'stm', 'fin', 'csh', 'sad', 'b-pts']
let server: TestServer
let masters: Masters
let as: (login: string) => Caller
let supplierId: string
let otherId: string
let placeId: string
/** A second passes with every look at the clock: what was posted was posted before it is matched. */
function runsFrom(moment: string): void {
  let seconds = 0
  server.clock = { now: () => new Date(Date.parse(moment) + 1_000 * (seconds += 1)) }
}
beforeAll(async () => {
  ({ server, masters, as } = await furnishedServer(people))
  runsFrom('2026-11-23T02:00:00Z')
  await loadPack(server.database)
  const add = async (name: string, kind: string) => String(done(await as('ppl').post('/parts-suppliers', { name, kind }))['id'])
  supplierId = await add('东城汽配', 'outside')
  otherId = await add('西关汽配', 'outside')
  placeId = (await server.owner.query<{ id: string }>("select id from stock.place where store_id = $1 and kind = 'bin' and active order by code limit 1", [server.storeId])).rows[0]?.id ?? ''
}, 60_000)
afterAll(() => server.drop())

const part = (index: number) => ({ id: masters.parts[index]?.id ?? '', number: masters.parts[index]?.number ?? '' })
const see = async (id: string, login = 'pts') => done(await as(login).get(`/supplier-statements/${id}`)) as unknown as StatementView
const post = async (id: string, deed: string, body: object = {}, login = 'pts'): Promise<Answer> => as(login).post(`/supplier-statements/${id}/${deed}`, { version: (await see(id)).version, ...body })
/** What the payment request says on paper, without its spaces. */
const requestPaper = async (language: string): Promise<string> =>
  solid(textOf((await server.serving.server.inject({ method: 'GET', url: `/api/supplier-statements/${novemberId}/payment-request.pdf?language=${language}`, headers: { cookie: as('fin').cookie } })).rawPayload))
const lineOf = async (id: string, number: string) => (await see(id)).lines.find(({ partNumber }) => partNumber === number)
const say = async (id: string, number: string, body: object, deed = 'settlement'): Promise<Answer> => post(id, `lines/${(await lineOf(id, number))?.id ?? ''}/${deed}`, body)
async function decide(id: string, login: string, way: 'approve' | 'refuse' = 'approve'): Promise<Answer> {
  const { rows: [request] } = await server.owner.query<{ id: string; version: number }>("select id, version from approvals.request where subject_id = $1 and state = 'asked'", [id])
  return as(login).post(`/approvals/${request?.id ?? ''}/${way}`, { version: request?.version ?? 0, reason: '税额不对' })
}
const proof = (id: string, until: string, subjectId: string | null = null) => server.database.reading([server.storeId], async (tx) =>
  supplierProofs[id]?.evaluate(tx, { storeId: server.storeId, from: new Date(Date.parse(until) - 86_400_000), until: new Date(until), holderId: null, subjectId }))

/** Ordered and received whole: parts by their place in the masters, each two pieces at the price given. */
async function receive(deliveryNote: string, parts: readonly (readonly [index: number, unitCostFen: number])[]): Promise<string> {
  const { id } = done(await as('ppl').post('/parts-orders', { supplierId, kind: 'W', lines: parts.map(([index, unitCostFen]) => ({ partId: part(index).id, thousandths: 2_000, unitCostFen })) })) as { id: string }
  const order = done(await as('ppl').get(`/parts-orders/${id}`)) as unknown as OrderDetail
  done(await as('ppl').post(`/parts-orders/${id}/submission`, { version: order.version }))
  let receipt = done(await as('whk').post('/receipts', { orderId: id, deliveryNote, waybill: '', pieces: 1, opened: 0 })) as { id: string; version: number }
  for (const { id: lineId } of order.lines) receipt = { ...receipt, ...done(await as('whk').post(`/receipts/${receipt.id}/lines/${lineId}`, { version: receipt.version, noted: 2_000, counted: 2_000, placeId })) }
  done(await as('whk').post(`/receipts/${receipt.id}/posting`, { version: receipt.version }))
  return receipt.id
}

let novemberId = ''

test('a month is matched line by line, each difference settled with words, and closed only when nothing is open', async () => {
  await receive('SH1', [[0, 1_000], [1, 2_000], [2, 3_000], [3, 4_000]])
  const begin = { supplierId, month: '2026-11' }
  expect((await as('whk').post('/supplier-statements', begin)).status).toBe(403)
  expect(code(await as('pts').post('/supplier-statements', { ...begin, month: '2026-12' }))).toBe('suppliers.month-to-come')
  const both = await Promise.all([1, 2].map(() => as('pts').post('/supplier-statements', begin)))
  expect(both.filter(({ status }) => status === 422)).toHaveLength(1)
  novemberId = String(both.find(({ status }) => status === 200)?.body['id'])
  expect(code(await as('pts').post('/supplier-statements', begin))).toBe('suppliers.month-agreed')
  expect((await as('b-pts').get(`/supplier-statements/${novemberId}`)).status).toBe(404)
  expect((await see(novemberId)).lines.map(({ kind }) => kind)).toEqual(['missing', 'missing', 'missing', 'missing'])

  const line = (index: number, thousandths: number, fen: number) => ({ document: 'SH1', partNumber: ` ${part(index).number.toLowerCase()}`, thousandths, fen })
  done(await post(novemberId, 'lines', { lines: [line(0, 2_000, 2_000), line(1, 3_000, 6_000), line(2, 2_000, 6_500), { document: 'SH9', partNumber: 'FREIGHT-1', thousandths: 1_000, fen: 900 }] }))
  expect((await as('pts').post(`/supplier-statements/${novemberId}/lines`, { version: 1, lines: [line(0, 1_000, 1)] })).status).toBe(409)
  const kindOf = async (number: string) => (await lineOf(novemberId, number))?.kind
  expect(await Promise.all([part(0).number, part(1).number, part(2).number, 'FREIGHT-1', part(3).number].map(kindOf))).toEqual(['equal', 'quantity', 'price', 'unknown', 'missing'])
  expect((await post(novemberId, 'closing')).body).toMatchObject({ code: 'suppliers.differences-left' })
  expect((await post(novemberId, 'closing', {}, 'ppl')).status).toBe(403)

  expect(code(await say(novemberId, part(1).number, { outcome: 'ours', words: '' }))).toBe('suppliers.words-missing')
  expect(code(await say(novemberId, part(1).number, { outcome: 'next-month', words: 'x' }))).toBe('suppliers.only-missing-next-month')
  expect(code(await say(novemberId, part(0).number, { outcome: 'ours', words: 'x' }))).toBe('suppliers.no-difference')
  done(await say(novemberId, part(1).number, { words: '电话问方师傅' }, 'take-up'))
  expect(code(await post(novemberId, 'closing'))).toBe('suppliers.differences-left')
  done(await say(novemberId, part(1).number, { outcome: 'ours', words: '对方多记一件' }))
  done(await say(novemberId, part(2).number, { outcome: 'theirs', words: '涨价通知 11 月 1 日' }))
  done(await say(novemberId, 'FREIGHT-1', { outcome: 'theirs', words: '急件运费' }))
  done(await say(novemberId, part(3).number, { outcome: 'next-month', words: '对方月底漏单' }))

  // What was said stays while theirs or ours grows elsewhere; a wrong line is taken off.
  const secondId = await receive('SH2', [[4, 500]])
  done(await post(novemberId, 'matching'))
  expect(await lineOf(novemberId, part(1).number)).toMatchObject({ state: 'settled', agreedFen: 4_000 })
  expect(await kindOf(part(4).number)).toBe('missing')
  const { number } = await see(novemberId)
  const sheet = `对账单号,送货单号,件号,数量,金额\n${number},,${part(4).number},2,10.00\n${number},SH1,${part(0).number},2,20\nSS-NONE,,${part(4).number},2,10\n${number},SH8,TYPO-1,1,0.01\n`
  expect(await imported(server, as('ppl'), 'supplier-statement', sheet)).toMatchObject({ doneNew: 2, doneUnchanged: 1, doneRefused: 1 })
  done(await say(novemberId, 'TYPO-1', {}, 'removal'))
  expect(await proof('PPL-9.1', '2026-12-20T16:00:00Z')).toMatchObject({ met: false, figure: 0, target: 1 })
  const rush = (await see(novemberId)).version
  const closings = await Promise.all([1, 2, 3].map(() => as('pts').post(`/supplier-statements/${novemberId}/closing`, { version: rush })))
  expect(closings.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(await see(novemberId)).toMatchObject({ status: 'closed', agreedFen: 2_000 + 4_000 + 6_500 + 900 + 1_000, left: 0 })
  expect(code(await post(novemberId, 'lines', { lines: [line(0, 1_000, 1)] }))).toBe('suppliers.not-open')
  // What was agreed is not reversed under the statement.
  const second = done(await as('pts').get(`/receipts/${secondId}`))
  expect(second).toMatchObject({ agreedOn: number })
  expect((await as('pts').post(`/receipts/${secondId}/reversal`, { version: second['version'], reason: '件号录错' })).body).toMatchObject({ code: 'receiving.on-statement', facts: { number } })
  for (const id of ['PPL-9.1', 'PTS-4.2', 'PTS-4.1']) expect(await proof(id, '2026-12-20T16:00:00Z')).toMatchObject({ met: true })
  expect(await proof('PTS-4.3', '2026-12-25T16:00:00Z')).toMatchObject({ met: false })
  expect(await brokenInvariants(server, invariants)).toEqual([])
}, 60_000)

test('the invoice says what was agreed, finance signs, the cashier pays, and a payment is taken back by a counter-entry', async () => {
  const invoice = { invoiceNumber: '2431200000009', invoiceDay: '2026-11-23', netFen: 14_400, taxFen: 1_872 }
  expect(code(await post(novemberId, 'payment-request', { ...invoice, netFen: 14_000 }))).toBe('suppliers.invoice-differs')
  expect(code(await post(novemberId, 'payment', { reference: 'YH1' }, 'csh'))).toBe('suppliers.not-signed')
  expect((await as('pts').get(`/supplier-statements/${novemberId}/payment-request.pdf`)).body).toMatchObject({ code: 'suppliers.nothing-requested' })
  done(await post(novemberId, 'payment-request', invoice))
  const asked = await requestPaper('zh-CN')
  for (const said of ['付款申请单', (await see(novemberId)).number, '2026-11', '2431200000009', '待财务核签', '144.00', '18.72', '162.72', '壹佰陆拾贰元柒角贰分', solid((await see(novemberId)).askedByName ?? '-')]) expect(asked).toContain(said)
  expect(await requestPaper('en')).toContain('162.72')
  expect(code(await decide(novemberId, 'stm'))).toBe('approvals.not-yours-to-decide')
  expect((await see(novemberId, 'fin')).request).toMatchObject({ own: false })
  done(await decide(novemberId, 'fin', 'refuse'))
  expect(await see(novemberId)).toMatchObject({ status: 'closed', invoiceNumber: null, words: '税额不对' })
  done(await post(novemberId, 'reopening', { reason: '再核一遍' }))
  done(await post(novemberId, 'closing'))
  done(await post(novemberId, 'payment-request', invoice))
  expect(code(await post(novemberId, 'reopening', { reason: 'x' }))).toBe('suppliers.not-reopened')
  done(await decide(novemberId, 'fin'))
  done(await post(novemberId, 'calling-off', { reason: '换票' }))
  done(await post(novemberId, 'payment-request', { ...invoice, invoiceNumber: '2431200000010' }))
  done(await decide(novemberId, 'fin'))
  expect(await see(novemberId, 'fin')).toMatchObject({ status: 'signed', ownSignature: true })
  expect(await requestPaper('zh-CN')).toContain(solid((await see(novemberId)).signedByName ?? '-'))
  expect(await see(novemberId, 'csh')).toMatchObject({ ownSignature: false })
  expect(code(await post(novemberId, 'payment', { reference: 'YH1' }, 'fin'))).toBe('suppliers.own-signature') // two persons
  // Whatever was reversed all the same is not paid for.
  const turn = (from: string, to: string) => server.owner.query('update receiving.receipt set status = $1 where store_id = $2 and delivery_note = $3 and status = $4', [to, server.storeId, 'SH1', from])
  await turn('posted', 'reversed')
  expect(await see(novemberId, 'csh')).toMatchObject({ reversed: expect.any(String) })
  expect(code(await post(novemberId, 'payment', { reference: 'YH1' }, 'csh'))).toBe('suppliers.receipt-reversed')
  await turn('reversed', 'posted')
  const { version } = await see(novemberId)
  const paid = await Promise.all([1, 2, 3].map(() => as('csh').post(`/supplier-statements/${novemberId}/payment`, { version, reference: 'YH1' })))
  expect(paid.filter(({ status }) => status === 200)).toHaveLength(1)
  expect((await post(novemberId, 'counter-entry', { reason: 'x' }, 'csh')).status).toBe(403)
  done(await post(novemberId, 'counter-entry', { reason: '账号填错' }, 'fin'))
  expect(code(await post(novemberId, 'counter-entry', { reason: 'x' }, 'fin'))).toBe('suppliers.nothing-paid')
  done(await post(novemberId, 'payment', { reference: 'YH2' }, 'csh'))
  expect(await see(novemberId)).toMatchObject({ status: 'paid', payments: [{ fen: 16_272 }, { fen: -16_272, reason: '账号填错' }, { fen: 16_272, reference: 'YH2' }] })
  expect(await proof('PTS-4.3', '2026-12-25T16:00:00Z')).toMatchObject({ met: true })
  expect(await brokenInvariants(server, invariants)).toEqual([])
}, 60_000)

test('the next month begins where the one before ended, with what was carried over, and an invoice is paid once', async () => {
  runsFrom('2026-12-20T02:00:00Z')
  as = await signedIn(server, people)
  const receiptId = await receive('SH3', [[5, 700]])
  const { id } = done(await as('pts').post('/supplier-statements', { supplierId, month: '2026-12' })) as { id: string }
  expect((await see(id)).lines.map(({ partNumber, ourDocument }) => `${ourDocument} ${partNumber}`).toSorted((a, b) => a.localeCompare(b))).toEqual([`SH1 ${part(3).number}`, `SH3 ${part(5).number}`])
  done(await post(id, 'lines', { lines: [{ document: 'SH1', partNumber: part(3).number, thousandths: 2_000, fen: 8_000 }, { document: 'SH3', partNumber: part(5).number, thousandths: 2_000, fen: 1_400 }] }))
  expect(code(await post(novemberId, 'reopening', { reason: 'x' }))).toBe('suppliers.not-reopened')

  // A receipt that is reversed before the closing is noticed.
  const receipt = done(await as('whk').get(`/receipts/${receiptId}`))
  done(await as('pts').post(`/receipts/${receiptId}/reversal`, { version: receipt['version'], reason: '件号录错' }))
  expect(code(await post(id, 'closing'))).toBe('suppliers.match-again')
  done(await post(id, 'matching'))
  expect(await lineOf(id, part(5).number)).toMatchObject({ kind: 'unknown' })
  done(await say(id, part(5).number, { outcome: 'ours', words: '已退单，对方同意删除' }))
  expect(done(await post(id, 'closing'))).toMatchObject({ agreedFen: 8_000 })
  expect((await post(id, 'payment-request', { invoiceNumber: '2431200000010', invoiceDay: '2026-12-20', netFen: 8_000, taxFen: 0 })).body).toMatchObject({ code: 'suppliers.invoice-known' })

  const { id: wrong } = done(await as('pts').post('/supplier-statements', { supplierId: otherId, month: '2026-11' })) as { id: string }
  expect(code(await post(wrong, 'closing'))).toBe('suppliers.no-lines')
  expect(code(await as('pts').post('/supplier-statements', { supplierId: otherId, month: '2026-12' }))).toBe('suppliers.month-before-open')
  done(await post(wrong, 'discard', { reason: '没有往来' }))
  done(await as('pts').post('/supplier-statements', { supplierId: otherId, month: '2026-11' }))
  expect(await brokenInvariants(server, invariants)).toEqual([])
}, 60_000)

test('two suppliers are asked, quotes stand side by side by kind of repair, and the chosen one is the source price from then on', async () => {
  const wish = { about: '别家品牌轿车', kinds: ['insurance', 'customer'], supplierIds: [supplierId, otherId], lines: [{ partNumber: 'bmp-3301', name: '前保险杠', thousandths: 1_000 }] }
  expect((await as('sad').post('/supplier-inquiries', wish)).status).toBe(403)
  expect(code(await as('pts').post('/supplier-inquiries', { ...wish, supplierIds: [supplierId, supplierId] }))).toBe('suppliers.ask-several')
  expect(code(await as('pts').post('/supplier-inquiries', { ...wish, kinds: [] }))).toBe('suppliers.kind-missing')
  const { id } = done(await as('pts').post('/supplier-inquiries', wish)) as { id: string }
  const view = async () => done(await as('sad').get(`/supplier-inquiries/${id}`)) as unknown as InquiryView
  const deed = async (path: string, body: object): Promise<Answer> => as('pts').post(`/supplier-inquiries/${id}/${path}`, { version: (await view()).version, ...body })
  expect((done(await as('pts').get('/duties/today')) as unknown as Today).now.some(({ dutyId }) => dutyId === 'PTS-2.1')).toBe(true)
  const lineId = (await view()).lines[0]?.id ?? ''
  const price = (kind: string, unitFen: number) => ({ lineId, kind, unitFen, days: 2 })
  expect(code(await deed('answer', { supplierId, prices: [price('warranty', 1)] }))).toBe('suppliers.kind-not-asked')
  expect(code(await deed('answer', { supplierId, prices: [] }))).toBe('suppliers.answer-missing')
  done(await deed('answer', { supplierId, prices: [price('insurance', 60_000), price('customer', 50_000)] }))
  const choice = (kind: string, from: string) => ({ lineId, kind, supplierId: from })
  expect(code(await deed('choice', { choices: [choice('insurance', supplierId)] }))).toBe('suppliers.only-one-answered')
  expect(await proof('PTS-2.1', '2026-12-21T02:00:00Z', id)).toMatchObject({ met: false, figure: 1 })
  done(await deed('answer', { supplierId: otherId, prices: [price('insurance', 58_000), price('customer', 52_000)] }))
  expect(await proof('PTS-2.1', '2026-12-21T02:00:00Z', id)).toMatchObject({ met: true, figure: 2 })
  expect(code(await deed('choice', { choices: [choice('insurance', supplierId)] }))).toBe('suppliers.dearer-says-why')
  expect(code(await deed('choice', { choices: [choice('warranty', supplierId)] }))).toBe('suppliers.not-quoted')
  done(await deed('choice', { choices: [choice('insurance', otherId), choice('customer', supplierId)] }))
  expect(code(await deed('answer', { supplierId, prices: [price('insurance', 1)] }))).toBe('suppliers.inquiry-over')
  expect((done(await as('sad').get('/source-prices?partNumber=BMP-3301')) as { rows: object[] }).rows).toMatchObject([{ kind: 'customer', unitFen: 50_000, supplierName: '东城汽配' }, { kind: 'insurance', unitFen: 58_000, supplierName: '西关汽配' }])
  const again = done(await as('pts').post('/supplier-inquiries', wish)) as { id: string }
  expect((done(await as('pts').get(`/supplier-inquiries/${again.id}`)) as unknown as InquiryView).before).toHaveLength(2)
  done(await as('pts').post(`/supplier-inquiries/${again.id}/drop`, { version: 1, reason: '客户改去原厂' }))
  // Who sets the source of such a part sees both with what they said, and no kind of order outside that nobody was asked about.
  const partId = done(await as('pts').post('/parts', { number: 'BMP-3301', nameZh: '前保险杠', nameEn: 'Front bumper', unit: '个', packThousandths: 1_000, category: 'body', supersededBy: null, barcodes: [], units: [] }))['id']
  const request = done(await as('pts').post('/purchase-requests/by-hand', { partId, thousandths: 2_000, urgency: 'normal', note: '补库' })) as { id: string }
  const sources = done(await as('pts').get(`/purchase-requests/${request.id}/source-advice`)) as { rows: { source: string }[]; reason: string }
  expect(sources.rows.filter(({ source }) => source === 'outside')).toMatchObject([{ code: 'W', supplier: '东城汽配', unitCostFen: 50_000, totalFen: 100_000, eta: '2026-12-22', advised: true }, { code: 'W', supplier: '西关汽配', unitCostFen: 58_000, advised: false }])
  expect(sources.reason).toBe('cheapest')
}, 60_000)
