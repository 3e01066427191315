import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SlipView } from '../modules/counter/contract.ts'
import { counterProofs } from '../modules/counter/public.ts'
import { printSlip } from '../modules/counter/actions/papers.ts'
import { journalOf } from '../modules/invoicing/actions/journal-file.ts'
import { receiveParts } from '../modules/stock/public.ts'
import { invariants } from './modules.ts'
import { brokenInvariants } from './testing/furnished.ts'
import { furnishedServer } from './testing/furnished-server.ts'
import { code, done } from './testing/said.ts'
import type { Caller, TestServer } from './testing/test-server.ts'

// What leaves the shelves without a repair order. It is Monday 23 November 2026, ten o'clock.
let server: TestServer
let as: (login: string) => Caller
beforeAll(async () => {
  ({ server, as } = await furnishedServer(['ppl', 'whk', 'csh', 'fin', 'stm', 'sad', 'pts', 'tec', 'fds', 'gm', 'b-ppl'], ['SAL']))
  done(await as('csh').post('/statements-till/open', { floatFen: 50_000 }))
}, 60_000)
afterAll(() => server.drop())

type Opened = { id: string; number: string; version: number; short: number }
const see = async (id: string, login = 'ppl') => done(await as(login).get(`/counter/slips/${id}`)) as unknown as SlipView
/** A deed with the version that stands now. */
async function does(login: string, id: string, deed: string, body: object): ReturnType<Caller['post']> {
  return as(login).post(`/counter/slips/${id}/${deed}`, { version: (await see(id)).version, ...body })
}
const sell = async (partId: string, thousandths: number, more: object = {}, login = 'ppl') => done(await as(login).post('/counter/sales', { lines: [{ partId, thousandths }], ...more })) as Opened
const pickAll = async (id: string, scannedLotId: string | null = null) => does('whk', id, 'picking', { lines: (await see(id)).lines.map(({ id: lineId }) => ({ lineId, scannedLotId })) })
const proof = (id: string, subjectId: string | null) => server.database.reading([server.storeId], async (tx) =>
  counterProofs[id]?.evaluate(tx, { storeId: server.storeId, from: new Date('2026-11-22T16:00:00Z'), until: new Date('2026-11-23T16:00:00Z'), holderId: null, subjectId }))
const stockOf = async (partId: string) => (await server.owner.query<{ free: number; value: number }>('select on_hand_thousandths - reserved_thousandths as free, value_fen as value from stock.part_stock where store_id = $1 and part_id = $2', [server.storeId, partId])).rows[0]

/** A part of its own: two of an older lot for 30.01, three of a newer one for 60.00; its cap is 33.33. */
async function fivePieces(at: number): Promise<{ partId: string; lots: string[] }> {
  const { id: partId } = done(await as('pts').post('/parts', { number: `CTR-${String(at)}`, nameZh: '车载香氛', nameEn: 'Car fragrance', unit: '个', packThousandths: 1_000, category: 'consumable', supersededBy: null, barcodes: [], units: [] })) as { id: string }
  done(await as('pts').post(`/parts/${partId}/prices`, { kind: 'cap', validFrom: '2026-01-01', priceFen: 3_333 }))
  const placeId = (await server.owner.query<{ id: string }>("select id from stock.place where store_id = $1 and kind = 'bin' and active order by code limit 1", [server.storeId])).rows[0]?.id ?? ''
  const { lots } = await server.does('PTS', (deed) => receiveParts(deed, { from: 'opening', reference: 'test', lines: [
    { partId, placeId, thousandths: 2_000, costFen: 3_001, receivedOn: '2026-01-02' }, { partId, placeId, thousandths: 3_000, costFen: 6_000, receivedOn: '2026-03-02' }] }))
  return { partId, lots }
}

test('a sale is reserved, picked oldest lot first, paid into the day, sent with a waybill, and comes back in part and whole to the fen', async () => {
  const { partId, lots } = await fivePieces(30)
  const sale = await sell(partId, 3_000, { name: '李晨' })
  expect(sale).toMatchObject({ number: expect.stringMatching(/^CS-/) as string, short: 0 })
  expect(await stockOf(partId)).toMatchObject({ free: 2_000 })
  const { id } = sale
  expect(code(await does('csh', id, 'payments', { way: 'cash', amountFen: 1 }))).toBe('counter.not-picked')
  expect(code(await pickAll(id, lots[1]))).toBe('stock.older-lot-first')
  expect((await does('sad', id, 'picking', { lines: [] })).status).toBe(403)
  expect((await as('b-ppl').get(`/counter/slips/${id}`)).status).toBe(404)
  done(await pickAll(id, lots[0]))
  const picked = await see(id, 'pts')
  expect(picked.totalFen).toBe(9_999) // three at the cap, not a fen more
  expect(picked).toMatchObject({ status: 'issued', costFen: 5_001, paidFen: 0 })
  expect((await see(id, 'sad')).costFen).toBeNull()
  const total = picked.totalFen
  expect(code(await does('whk', id, 'hand-over', { way: 'pick-up' }))).toBe('counter.unpaid')
  expect(code(await does('csh', id, 'payments', { way: 'cash', amountFen: total + 1 }))).toBe('settlement.more-than-due')
  const tillBefore = done(await as('csh').get('/statements-till'))['expectedFen'] as number
  done(await does('csh', id, 'payments', { way: 'cash', amountFen: 100 }))
  done(await does('csh', id, 'payments', { way: 'wechat', amountFen: total - 100, reference: 'WX1' }))
  expect(done(await as('csh').get('/statements-till'))['expectedFen']).toBe(tillBefore + 100)
  expect(code(await does('whk', id, 'hand-over', { way: 'carrier', carrier: '顺丰' }))).toBe('counter.waybill-missing')
  expect(await proof('WHK-3.3', id)).toMatchObject({ met: false })
  done(await does('whk', id, 'hand-over', { way: 'carrier', carrier: '顺丰', waybill: 'SF1', address: '滨江' }))
  expect(await proof('WHK-3.3', id)).toMatchObject({ met: true, references: [`/counter/${id}`] })
  expect((await as('whk').get(`/counter/slips/${id}/packing-list.pdf`)).status).toBe(200)

  // One piece comes back to the newer lot, whose piece left last; the money goes back by somebody else than who took goods or money.
  const line = picked.lines[0]?.id ?? ''
  expect(code(await does('whk', id, 'return', { lines: [{ lineId: line, thousandths: 4_000 }], reason: '买错' }))).toBe('counter.more-than-outside')
  const back = done(await does('pts', id, 'return', { lines: [{ lineId: line, thousandths: 1_000 }], reason: '买错' })) as { refundFen: number }
  expect(back.refundFen).toBe(Math.floor((total * 2 + 3) / 6))
  expect(await see(id, 'pts')).toMatchObject({ status: 'handed', costFen: 3_001, dueFen: -back.refundFen })
  expect((await as('ppl').post(`/counter/slips/${id}/refund`, { version: 1, reason: '退' })).status).toBe(403)
  expect((await as('fin').post(`/counter/slips/${id}/refund`, { version: 1, reason: '退' })).status).toBe(409)
  const paymentId = (await see(id)).payments[0]?.id ?? ''
  expect(code(await as('fin').post(`/payments/${paymentId}/refund`, { reason: '退' }))).toBe('settlement.refund-at-counter')
  done(await does('fin', id, 'refund', { reason: '退货' }))
  expect(code(await does('fin', id, 'refund', { reason: '退货' }))).toBe('counter.nothing-to-refund')
  done(await does('whk', id, 'return', { lines: [{ lineId: line, thousandths: 2_000 }], reason: '全部退货' }))
  done(await does('stm', id, 'refund', { reason: '退货' }))
  const over = await see(id, 'pts')
  expect(over).toMatchObject({ status: 'closed', costFen: 0, returnedFen: total, paidFen: 0, dueFen: 0 })
  expect(over.payments.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(0)
  expect(await stockOf(partId)).toEqual({ free: 5_000, value: 9_001 })
  expect(await brokenInvariants(server, invariants)).toEqual([])
})

test('of ten sellers of the last five pieces five sell one each; the others are refused at the shelf, ask for it or lose the sale', async () => {
  const { partId } = await fivePieces(31)
  const slips = await Promise.all(Array.from({ length: 10 }, () => sell(partId, 1_000)))
  expect(slips.filter(({ short }) => short === 0)).toHaveLength(5)
  const picks = await Promise.all(slips.map(({ id }) => pickAll(id)))
  expect(picks.filter(({ status }) => status === 200)).toHaveLength(5)
  for (const { status, body } of picks) if (status !== 200) expect(['stock.reserved-elsewhere', 'stock.not-enough']).toContain(body['code'])
  for (const { id, short } of slips) if (short > 0) expect(code(await pickAll(id))).toBe('stock.not-enough')
  expect(await stockOf(partId)).toEqual({ free: 0, value: 0 })
  const [waiting, lost] = slips.filter(({ short }) => short > 0).map(({ id }) => id) as [string, string]
  const lineOf = async (id: string) => (await see(id)).lines[0]?.id ?? ''
  done(await does('sad', waiting, 'request', { lineId: await lineOf(waiting), thousandths: 1_000, urgency: 'waiting' }))
  expect(code(await does('sad', waiting, 'request', { lineId: await lineOf(waiting), thousandths: 1_000, urgency: 'waiting' }))).toBe('purchasing.asked-already')
  expect(code(await does('sad', waiting, 'lost-sale', { lineId: await lineOf(waiting), cause: 'price' }))).toBe('purchasing.asked-already')
  expect(done(await does('sad', lost, 'lost-sale', { lineId: await lineOf(lost), cause: 'not-in-stock', words: '到别家买' }))).toMatchObject({ cancelled: true })
  expect(done(await as('ppl').get('/counter/lost-sales'))['rows']).toMatchObject([{ thousandths: 1_000, cause: 'not-in-stock' }])

  // What comes in is reserved for who waits, and by hand for the shelf only when so much lies free.
  const hand = done(await as('whk').post('/purchase-requests/by-hand', { partId, thousandths: 2_000, urgency: 'normal', note: '常卖' })) as { id: string }
  const placeId = (await server.owner.query<{ id: string }>("select id from stock.place where store_id = $1 and kind = 'bin' and active order by code limit 1", [server.storeId])).rows[0]?.id ?? ''
  const comes = async (thousandths: number) => done(await as('ppl').post('/stock/receipts', { reference: '到货', lines: [{ partId, placeId, thousandths, costFen: 1_000 }] }))
  const status = async (id: string) => (await server.owner.query<{ status: string }>('select status from purchasing.request where id = $1', [id])).rows[0]?.status
  await comes(2_000)
  expect((await see(waiting)).lines[0]).toMatchObject({ reserved: 1_000, short: 0, request: { status: 'arrived' } })
  expect(await status(hand.id)).toBe('asked')
  await comes(1_000)
  expect(await status(hand.id)).toBe('arrived')
  expect(await stockOf(partId)).toMatchObject({ free: 2_000 })
  done(await pickAll(waiting))
  for (const { id, status: state } of (done(await as('ppl').get('/counter?group=pending'))['rows'] as { id: string; status: string }[])) if (state === 'open') done(await does('ppl', id, 'cancel', { reason: '没有等' }))
  expect(await brokenInvariants(server, invariants)).toEqual([])
})

test('a sale whose parts are to come takes a deposit at the till: an urgent order asks for it, the picking uses it, a cancelled sale gives it back by another', async () => {
  const { partId } = await fivePieces(40)
  const journal = async () => {
    const rows = await server.database.reading([server.storeId], (tx) => journalOf({ tx, by: server.actor('FIN'), now: server.clock.now() }, { from: '2026-11-23', to: '2026-11-23' }))
    return (document: string) => rows.filter((row) => row.document === document).map(({ account, debitFen, creditFen }) => [account, debitFen - creditFen])
  }
  const pay = (id: string, amountFen: number, deed = 'deposits') => does('csh', id, deed, { way: 'cash', amountFen })
  const there = await sell(partId, 1_000)
  expect(code(await pay(there.id, 100))).toBe('counter.nothing-short')
  done(await does('ppl', there.id, 'cancel', { reason: '试' }))
  const { id, number } = await sell(partId, 6_000, { name: '李晨' })
  const before = await see(id)
  expect(before.depositsFor).toEqual([{ kind: 'J', depositFen: 5_999 }, { kind: 'E', depositFen: 9_999 }]) // 30 % and 50 % of 199.98
  const lineId = before.lines[0]?.id ?? ''
  const { number: requestNumber } = done(await does('sad', id, 'request', { lineId, thousandths: 1_000, urgency: 'waiting' })) as { number: string }
  const { rows: [request] } = await server.owner.query<{ id: string }>('select id from purchasing.request where number = $1 and store_id = $2', [requestNumber, server.storeId])
  const source = async (kind: string) => as('ppl').post(`/purchase-requests/${request?.id ?? ''}/source`, { version: (await server.owner.query<{ version: number }>('select version from purchasing.request where id = $1', [request?.id])).rows[0]?.version, source: kind, eta: '2026-11-26' })
  // Who chooses the source reads beside each kind what it asks for first, to the fen, and what is held.
  const deposits = async () => new Map((done(await as('ppl').get(`/purchase-requests/${request?.id ?? ''}/source-advice`))['rows'] as { code: string | null; deposit: object | null }[]).map((row) => [row.code, row.deposit]))
  const asksFor = await deposits()
  expect([asksFor.get('J'), asksFor.get('E'), asksFor.get('S'), asksFor.get(null)]).toEqual([{ percent: 30, neededFen: 5_999, heldFen: 0 }, { percent: 50, neededFen: 9_999, heldFen: 0 }, null, null])
  const supplierId = String((done(await as('pts').post('/parts-suppliers', { name: '厂家', kind: 'maker' })))['id'])
  const { id: orderId } = done(await as('ppl').post('/parts-orders', { supplierId, kind: 'J', lines: [{ partId, thousandths: 1_000, unitCostFen: 2_000, requestId: request?.id }] })) as { id: string }
  const submit = async () => as('ppl').post(`/parts-orders/${orderId}/submission`, { version: (done(await as('ppl').get(`/parts-orders/${orderId}`)))['version'] })
  expect(code(await submit())).toBe('parts-orders.deposit-missing')
  expect(code(await source('j-order'))).toBe('parts-orders.deposit-missing')
  done(await source('m-order'))
  expect((await does('sad', id, 'deposits', { way: 'cash', amountFen: 6_000 })).status).toBe(403)
  expect(code(await pay(id, 19_999))).toBe('settlement.more-than-due')
  const tillBefore = done(await as('csh').get('/statements-till'))['expectedFen'] as number
  const { number: receipt } = done(await pay(id, 5_999)) as { number: string }
  expect(done(await as('csh').get('/statements-till'))['expectedFen']).toBe(tillBefore + 5_999)
  expect(await see(id)).toMatchObject({ depositFen: 5_999, paidFen: 0, dueFen: 13_999, payments: [{ number: receipt, prepaid: true }] })
  expect((await journal())(receipt)).toEqual([['1001', 5_999], ['2203', -5_999]])
  expect((await deposits()).get('E')).toEqual({ percent: 50, neededFen: 9_999, heldFen: 5_999 })
  done(await submit())
  expect(code(await source('e-order'))).toBe('parts-orders.deposit-missing') // that kind asks for more

  // The part comes, all is picked: the deposit is the sale's, the rest is paid; what comes back goes back whole.
  const placeId = (await server.owner.query<{ id: string }>("select id from stock.place where store_id = $1 and kind = 'bin' and active order by code limit 1", [server.storeId])).rows[0]?.id ?? ''
  done(await as('ppl').post('/stock/receipts', { reference: '到货', lines: [{ partId, placeId, thousandths: 1_000, costFen: 1_000 }] }))
  done(await pickAll(id))
  expect(await see(id)).toMatchObject({ status: 'issued', depositFen: 0, paidFen: 5_999, dueFen: 13_999, depositsFor: [] })
  expect((await journal())(number).filter(([account]) => account === '2203' || account === '6001' || account === '2221')).toEqual([['2203', 5_999], ['6001', -5_309], ['2221', -690]])
  expect(code(await pay(id, 1))).toBe('counter.no-deposit-now')
  done(await pay(id, 13_999, 'payments'))
  done(await does('whk', id, 'return', { lines: [{ lineId, thousandths: 6_000 }], reason: '全部退货' }))
  expect(done(await does('fin', id, 'refund', { reason: '退货' }))['numbers']).toHaveLength(2)
  expect(await see(id)).toMatchObject({ status: 'closed', paidFen: 0, depositFen: 0, dueFen: 0 })

  // Cancelled, it is owed back: it stays to do until somebody who did not take it gives it back.
  const other = await sell(partId, 9_000)
  const { number: taken } = done(await does('csh', other.id, 'deposits', { way: 'wechat', amountFen: 8_000, reference: 'WX9' })) as { number: string }
  expect(code(await does('fin', other.id, 'refund', { reason: '退' }))).toBe('counter.nothing-to-refund')
  done(await does('ppl', other.id, 'cancel', { reason: '不等了' }))
  expect((done(await as('ppl').get('/counter?group=pending'))['rows'] as { id: string; dueFen: number }[]).find((row) => row.id === other.id)).toMatchObject({ dueFen: -8_000 })
  expect((await does('csh', other.id, 'refund', { reason: '退' })).status).toBe(403)
  const [back = ''] = done(await does('stm', other.id, 'refund', { reason: '销售取消' }))['numbers'] as string[]
  expect([(await journal())(taken), (await journal())(back)]).toEqual([[['1012', 8_000], ['2203', -8_000]], [['1012', -8_000], ['2203', 8_000]]])
  expect((done(await as('ppl').get('/counter?group=pending'))['rows'] as { id: string }[]).some((row) => row.id === other.id)).toBe(false)
  expect(await brokenInvariants(server, invariants)).toEqual([])
})

test('cash on delivery belongs to its shipment: who took the goods owes it until the till has it, and the day says so', async () => {
  const { partId } = await fivePieces(41)
  const { id, number } = await sell(partId, 2_000, { name: '李晨' })
  done(await pickAll(id))
  const goes = { carrier: '孙师傅', address: '滨江' }
  expect(code(await does('whk', id, 'hand-over', { way: 'driver', ...goes }))).toBe('counter.unpaid')
  expect(code(await does('whk', id, 'hand-over', { way: 'pick-up', cod: true }))).toBe('counter.cod-without-bearer')
  done(await does('whk', id, 'hand-over', { way: 'driver', cod: true, ...goes }))
  expect(await see(id)).toMatchObject({ status: 'handed', codFen: 6_666, outsideFen: 6_666, outsideBy: '孙师傅' })
  const outside = async () => (done(await as('csh').get('/counter?group=cod'))['rows'] as { id: string }[]).map((row) => row.id)
  const day = async () => done(await as('csh').get('/statements-till/days/2026-11-23')) as { collected: object[]; outside: object[]; expectedFen: number }
  expect(await outside()).toEqual([id])
  const before = await day()
  expect(before.outside).toMatchObject([{ number, by: '孙师傅', owedFen: 6_666 }])
  const handsIn = (amountFen: number, reason = '') => does('csh', id, 'cash-on-delivery', { way: 'cash', amountFen, reason })
  expect(code(await handsIn(6_000))).toBe('counter.cod-difference')
  expect(code(await handsIn(7_000))).toBe('settlement.more-than-due')
  expect((await does('whk', id, 'cash-on-delivery', { way: 'cash', amountFen: 6_000 })).status).toBe(403)
  const { number: receipt } = done(await handsIn(6_000, '客户零钱不足')) as { number: string }
  expect(await day()).toMatchObject({ expectedFen: before.expectedFen + 6_000, collected: [{ number: receipt, saleNumber: number, collectedBy: '孙师傅', amountFen: 6_000, shortFen: 666, reason: '客户零钱不足' }], outside: [{ owedFen: 666 }] })
  expect((done(await as('csh').get('/statements-till/days/2026-11-23/entries?find=%E5%AD%99%E5%B8%88%E5%82%85'))['rows'] as object[])).toMatchObject([{ number: receipt }])
  done(await handsIn(666))
  expect(await outside()).toEqual([])
  expect(code(await handsIn(1))).toBe('counter.no-cash-outside')
  expect(await brokenInvariants(server, invariants)).toEqual([])
})

test('cash that nobody can hand in is written off by a second person, stands in the journal, and is owed again by a counter-entry', async () => {
  const { partId } = await fivePieces(42)
  const { id, number } = await sell(partId, 2_000, { name: '吴敏', phone: '19900017788' })
  done(await pickAll(id))
  const ask = (login = 'csh') => does(login, id, 'write-off', { reason: '物流公司已注销' })
  expect(code(await ask())).toBe('counter.no-cash-outside')
  done(await does('whk', id, 'hand-over', { way: 'carrier', cod: true, carrier: '顺达物流', waybill: 'SD42', address: '滨江' }))
  done(await does('csh', id, 'cash-on-delivery', { way: 'cash', amountFen: 6_000, reason: '少交' }))
  expect((await ask('whk')).status).toBe(403)
  done(await ask())
  expect(code(await ask())).toBe('approvals.asked-already')
  expect(await see(id)).toMatchObject({ writeOffAsked: true, outsideFen: 666 })
  const waiting = async (login = 'fin') => (done(await as(login).get('/approvals'))['waiting'] as { id: string; kind: string; subjectId: string; version: number; amountFen: number }[]).find(({ subjectId }) => subjectId === id)
  expect(await waiting()).toMatchObject({ kind: 'cod-write-off', amountFen: 666 })
  // Some of it comes after all: what was asked for is out of date and leaves the inbox.
  done(await does('csh', id, 'cash-on-delivery', { way: 'cash', amountFen: 66, reason: '少交' }))
  expect(await waiting()).toBeUndefined()
  done(await ask('fin'))
  const request = await waiting('gm')
  const approve = (login: string) => as(login).post(`/approvals/${request?.id ?? ''}/approve`, { version: request?.version })
  expect(await approve('csh')).not.toMatchObject({ status: 200 })
  expect(code(await approve('fin'))).toBe('approvals.own-request')
  done(await approve('gm'))
  const after = await see(id)
  expect(after).toMatchObject({ writtenOffFen: 600, dueFen: 0, outsideFen: 0, writeOffAsked: false, writeOffs: [{ amountFen: 600, reason: '物流公司已注销' }] })
  expect((done(await as('csh').get('/counter?group=cod'))['rows'] as { id: string }[]).some((row) => row.id === id)).toBe(false)
  const journal = async () => {
    const postings = await server.database.reading([server.storeId], (tx) => journalOf({ tx, by: server.actor('FIN'), now: server.clock.now() }, { from: '2026-11-23', to: '2026-11-23' }))
    return postings.filter(({ about, document }) => about === number && document.startsWith('WO-')).map(({ account, debitFen, creditFen }) => [account, debitFen - creditFen])
  }
  expect(await journal()).toEqual([['6702', 600], ['6001', -531], ['2221', -69]])
  const line = after.lines[0]?.id ?? ''
  expect(code(await does('whk', id, 'return', { lines: [{ lineId: line, thousandths: 1_000 }], reason: '买错' }))).toBe('counter.written-off')
  expect((await does('csh', id, 'write-off/counter-entry', { reason: 'x' })).status).toBe(403)
  done(await does('fin', id, 'write-off/counter-entry', { reason: '已追回' }))
  expect(code(await does('fin', id, 'write-off/counter-entry', { reason: '已追回' }))).toBe('counter.nothing-written-off')
  expect(await see(id)).toMatchObject({ writtenOffFen: 0, outsideFen: 600 })
  expect((await journal()).slice(3)).toEqual([['6702', -600], ['6001', 531], ['2221', 69]])
  done(await does('csh', id, 'cash-on-delivery', { way: 'cash', amountFen: 600 }))
  expect(await brokenInvariants(server, invariants)).toEqual([])
})

test('a sale is found by who bought, the end of his phone, its number and its waybill', async () => {
  const found = async (find: string, login = 'ppl') => (done(await as(login).get(`/counter?group=all&find=${encodeURIComponent(find)}`))['rows'] as { name: string }[]).map(({ name }) => name)
  for (const find of ['吴敏', '吴', '7788', '19900017788', '199 0001 7788', 'SD42', 'sd42']) expect(await found(find)).toEqual(['吴敏'])
  expect(await found('7789')).toEqual([])
  expect(await found('吴敏', 'b-ppl')).toEqual([])
  const { partId } = await fivePieces(43)
  const [owner] = (done(await as('sad').get('/customers?limit=1'))['rows'] as { id: string; name: string; phone: string }[])
  await sell(partId, 1_000, { customerId: owner?.id })
  for (const find of [owner?.name ?? '', (owner?.name ?? '').slice(1), owner?.phone.slice(-4) ?? '']) expect(await found(find)).toContain(owner?.name)
  const hits = done(await as('ppl').get('/search?find=7788'))['hits'] as { kind: string; title: string }[]
  expect(hits.filter(({ kind }) => kind === 'sale')).toMatchObject([{ title: '吴敏' }])
})

test('whom goods were sent with is offered again by its way; who may take accessories is a sales consultant who works here', async () => {
  const { partId } = await fivePieces(44)
  const { id } = await sell(partId, 1_000, { name: '吴敏' })
  done(await pickAll(id))
  const { carriers } = await see(id)
  expect(carriers).toContainEqual({ way: 'carrier', carrier: '顺达物流' })
  expect(carriers).toContainEqual({ way: 'driver', carrier: '孙师傅' })
  expect(done(await as('whk').get('/counter/consultants'))['names']).toEqual(['SH1 SAL'])
  const accessoryFor = (name: string) => as('whk').post('/counter/slips', { kind: 'accessory', name, paperNumber: 'XS-44', lines: [{ partId, thousandths: 1_000 }] })
  for (const name of ['展厅小周', 'SH1 STM', 'SH2 SAL']) expect((await accessoryFor(name)).body).toMatchObject({ code: 'counter.not-a-consultant', facts: { name } })
  const accessory = done(await accessoryFor('SH1 SAL')) as Opened
  expect((await as('csh').get('/counter/consultants')).status).toBe(403)
  done(await does('whk', accessory.id, 'cancel', { reason: '展厅取消' }))
  done(await does('csh', id, 'payments', { way: 'cash', amountFen: 3_333 }))
  done(await does('whk', id, 'hand-over', { way: 'pick-up' }))
})

test('cash on delivery of an incoming shipment is drawn for it, once, with what its carrier said', async () => {
  const shipments = async () => done(await as('csh').get('/ious/shipments'))['rows'] as { id: string; number: string; dueFen: number | null }[]
  const [first] = await shipments()
  done(await as('whk').post(`/inbound/${first?.id ?? ''}/word`, { arrivesOn: '2026-11-23', dueFen: 12_300, words: '' }))
  const [shipment] = await shipments()
  expect(shipment).toMatchObject({ id: first?.id, dueFen: 12_300 })
  const draw = (shipmentId: string | null) => as('csh').post('/ious', { personId: server.actor('WHK').personId, kind: 'pick-up', amountFen: 12_300, purpose: '提货', shipmentId })
  const { id, number } = done(await draw(shipment?.id ?? '')) as { id: string; number: string }
  expect(code(await draw(shipment?.id ?? ''))).toBe('expenses.shipment-drawn')
  expect((await draw(id)).status).toBe(404)
  expect(done(await as('csh').get(`/ious?find=${shipment?.number ?? ''}`))['rows']).toMatchObject([{ number, personName: server.actor('WHK').name, shipmentNumber: shipment?.number, shipmentDueFen: 12_300 }])
  done(await as('csh').post(`/ious/${id}/return`, { version: 1, words: '月结，没有代收' }))
  const { rows } = done(await as('csh').get(`/statements-till/days/2026-11-23/entries?find=${number}`)) as { rows: { about: string; amountFen: number }[] }
  expect(rows).toMatchObject([{ about: `${number} ${server.actor('WHK').name} ${shipment?.number ?? ''}`, amountFen: -12_300 }, { amountFen: 12_300 }])
})

test('an allowance stays within the seller, and is spread; the picking of an open slip is undone', async () => {
  const [one, two] = [await fivePieces(32), await fivePieces(33)]
  const wish = { lines: [{ partId: one.partId, thousandths: 1_000 }, { partId: two.partId, thousandths: 2_000 }], allowanceFen: 101, allowanceReason: '老客户' }
  expect(code(await as('ppl').post('/counter/sales', wish))).toBe('counter.allowance-above-limit')
  expect(code(await as('stm').post('/counter/sales', { ...wish, allowanceReason: '' }))).toBe('counter.allowance-reason')
  expect(code(await as('stm').post('/counter/sales', { lines: [wish.lines[0], wish.lines[0]] }))).toBe('counter.part-twice')
  const { id } = done(await as('stm').post('/counter/sales', wish)) as Opened
  const slip = await see(id)
  expect(slip.lines.reduce((sum, line) => sum + line.amountFen - line.allowanceFen, 0)).toBe(slip.totalFen)
  const lineId = slip.lines[0]?.id ?? ''
  done(await does('whk', id, 'picking', { lines: [{ lineId, scannedLotId: one.lots[0] }] }))
  expect(code(await does('stm', id, 'cancel', { reason: '不要' }))).toBe('counter.bring-back-first')
  done(await does('whk', id, 'return', { lines: [{ lineId, thousandths: 1_000 }], reason: '拿错' }))
  expect((await see(id)).lines[0]).toMatchObject({ issued: 0, reserved: 1_000, returned: 0 })
  done(await does('stm', id, 'cancel', { reason: '不要' }))
  expect(await stockOf(one.partId)).toEqual({ free: 5_000, value: 9_001 })
})

test('accessories go to the sales department once a paper, consumables have their cost by job, loans come back or are consumed', async () => {
  const { partId, lots } = await fivePieces(34)
  const write = (body: object) => as('whk').post('/counter/slips', { lines: [{ partId, thousandths: 1_000 }], ...body })
  const paper = { kind: 'accessory', name: 'SH1 SAL', paperNumber: 'JP-001' }
  expect(code(await write({ ...paper, paperNumber: '' }))).toBe('counter.paper-missing')
  expect((await as('tec').post('/counter/slips', paper)).status).toBe(403)
  const accessory = done(await write(paper)) as Opened
  expect(code(await write(paper))).toBe('counter.paper-served')
  expect(await proof('PTS-3.2', null)).toMatchObject({ met: false, figure: 1 })
  done(await pickAll(accessory.id, lots[0]))
  const printedBy = async (position: 'SAD' | 'WHK') => (await server.database.reading([server.storeId], (tx) => printSlip({ tx, by: server.actor(position), now: server.clock.now() }, accessory.id, 'zh-CN'))).facts
  expect(await printedBy('SAD')).toBe(await printedBy('WHK')) // who prints it is not who issued it
  expect(code(await does('csh', accessory.id, 'payments', { way: 'cash', amountFen: 1 }))).toBe('counter.not-picked')
  for (const [id, subject] of [['PTS-3.2', null], ['PPL-2.3', accessory.id], ['WHK-3.2', accessory.id]] as const) expect(await proof(id, subject)).toMatchObject({ met: true })

  const order = done(await as('sad').post('/repair-orders', { plate: '沪A·D77011', purpose: 'maintenance' })) as { id: string; number: string }
  for (const body of [{ kind: 'consumable', name: '郑刚', orderId: order.id }, { kind: 'consumable', name: '郑刚' }]) done(await pickAll((done(await write(body)) as Opened).id))
  const month = (kind: string, login = 'pts') => as(login).get(`/counter/months?kind=${kind}&month=2026-11`)
  expect(done(await month('consumable'))).toMatchObject({ costFen: 3_500, rows: [{ orderNumber: order.number, names: ['郑刚'], costFen: 1_500 }, { orderId: null, costFen: 2_000 }] })
  expect(done(await month('accessory', 'sad'))).toMatchObject({ costFen: null, rows: [{ names: ['SH1 SAL'], slips: 1, costFen: null }] })
  expect((await as('pts').get('/counter/months/file?kind=consumable&month=2026-11')).status).toBe(200)
  expect(await proof('PPL-3.2', null)).toMatchObject({ met: true })

  expect(code(await write({ kind: 'loan', name: '郑刚', dueOn: '2026-11-22' }))).toBe('counter.due-missing')
  const loan = done(await write({ kind: 'loan', name: '郑刚', dueOn: '2026-11-23', lines: [{ partId, thousandths: 2_000 }] })) as Opened
  done(await pickAll(loan.id))
  const lineId = (await see(loan.id)).lines[0]?.id ?? ''
  const moved = (deed: string, thousandths: number) => does('whk', loan.id, deed, { lines: [{ lineId, thousandths }], reason: '用完' })
  expect(code(await does('whk', accessory.id, 'consumed', { lines: [{ lineId: (await see(accessory.id)).lines[0]?.id ?? '', thousandths: 1_000 }], reason: '用完' }))).toBe('counter.not-a-loan')
  done(await moved('return', 1_000))
  done(await moved('consumed', 1_000))
  expect(await see(loan.id, 'pts')).toMatchObject({ status: 'closed', costFen: 2_000, lines: [{ returned: 1_000, consumed: 1_000 }] })
  done(await moved('return', 1_000)) // it turned up again
  expect(await see(loan.id, 'pts')).toMatchObject({ status: 'closed', costFen: 0, lines: [{ returned: 2_000, consumed: 0 }] })
  expect(await brokenInvariants(server, invariants)).toEqual([])
})

test('a sale takes the promotion that runs today; below the floor it waits for somebody else\'s yes within his limit, as a repair order does', async () => {
  const [offered, low] = [await fivePieces(37), await fivePieces(38)]
  const people = done(await as('pts').get('/promotions/people'))['rows'] as { id: string }[]
  const { id: promotionId } = done(await as('stm').post('/promotions', { name: '清仓', fromDay: '2026-11-23', untilDay: '2026-11-23', responsibleId: people[0]?.id, parts: [{ partId: offered.partId, priceFen: 3_000, underCostReason: '清仓' }] })) as { id: string }
  expect(done(await as('ppl').get(`/counter/prices/${offered.partId}`))).toEqual({ priceFen: 3_000 }) // what the slip will charge, before it is written
  expect(done(await as('ppl').get(`/counter/prices/${low.partId}`))).toEqual({ priceFen: 3_333 })
  const floor = async (edition: number, percent: number | null) => done(await as('stm').post('/price-floors', { payer: 'customer', edition, percent, reason: '试' }))
  await floor(0, 50_000)
  const { id: plain } = await sell(offered.partId, 1_000)
  expect((await see(plain)).lines).toMatchObject([{ priceRule: 'promotion', unitPriceFen: 3_000, deviationReason: null }])
  done(await pickAll(plain))
  // What the counter sold of it is its result as well, less the allowance and what comes back.
  const result = async () => (done(await as('stm').get(`/promotions/${promotionId}`))['lines'] as object[])[0]
  expect(await result()).toMatchObject({ sold: 1_000, revenueFen: 3_000 })
  const { id: cheaper } = await sell(offered.partId, 2_000, { allowanceFen: 500, allowanceReason: '老客户' }, 'fds')
  const { rows: [yes] } = await server.owner.query<{ id: string; version: number }>("select id, version from approvals.request where subject_id = $1 and kind = 'counter-price'", [cheaper])
  done(await as('stm').post(`/approvals/${yes?.id ?? ''}/approve`, { version: yes?.version }))
  done(await pickAll(cheaper))
  expect(await result()).toMatchObject({ sold: 3_000, revenueFen: 8_500 })
  done(await does('whk', cheaper, 'return', { lines: (await see(cheaper)).lines.map((line) => ({ lineId: line.id, thousandths: 1_000 })), reason: '多买' }))
  expect(await result()).toMatchObject({ sold: 2_000, revenueFen: 5_750 })
  const { id } = await sell(low.partId, 1_000, {}, 'stm')
  expect((await see(id)).lines).toMatchObject([{ priceRule: 'manual', unitPriceFen: 3_333, approvedByName: null, deviationReason: 'below-floor 50000' }])
  expect(code(await pickAll(id))).toBe('repair-orders.deviation-not-approved')
  const { rows: [request] } = await server.owner.query<{ id: string; version: number; amount: number }>("select id, version, amount_fen::int as amount from approvals.request where subject_id = $1 and kind = 'counter-price'", [id])
  expect(request?.amount).toBeGreaterThan(3_333)
  const decide = (login: string, way = 'approve') => as(login).post(`/approvals/${request?.id ?? ''}/${way}`, { version: request?.version })
  expect(code(await decide('sad'))).toBe('approvals.not-yours-to-decide')
  expect(code(await decide('stm'))).toBe('approvals.own-request')
  done(await decide('fds'))
  done(await pickAll(id))
  expect((await see(id)).lines).toMatchObject([{ approvedByName: server.actor('FDS').name }])
  // Off the shelf it stands among what was sold below the floor, with its slip and who approved it; its cost for who may see that.
  const sold = async (login: string, query = '') => (done(await as(login).get(`/price-floors/sold?month=2026-11${query}`))['rows'] as { slipId: string | null }[]).filter(({ slipId }) => slipId === id)
  const number = (await see(id)).number
  expect(await sold('stm', `&personId=${server.actor('STM').personId}`)).toMatchObject([{ orderId: null, number, day: '2026-11-23', payer: 'customer', partNumber: 'CTR-38', netFen: 2_950, costFen: 1_501, percent: 50_000, personName: server.actor('STM').name, approvedByName: server.actor('FDS').name }])
  expect(await sold('fds')).toMatchObject([{ costFen: null }])
  expect(await sold('stm', `&personId=${server.actor('PPL').personId}`)).toEqual([])
  expect(done(await as('stm').get('/price-floors/sold?month=2026-10'))['rows']).toEqual([])
  expect((done(await as('stm').get('/price-floors/sold-by-person?month=2026-11'))['rows'] as object[])).toContainEqual(expect.objectContaining({ personId: server.actor('STM').personId, lines: 1, netFen: 2_950, costFen: 1_501 }))
  done(await does('ppl', id, 'return', { lines: [{ lineId: (await see(id)).lines[0]?.id, thousandths: 1_000 }], reason: '不要了' }))
  expect(await sold('stm')).toEqual([]) // what came back was not sold
  // Refused, the slip says by whom and why, the seller is told, and it is asked for again; what waited in the inbox waits no more.
  const { id: no } = await sell(low.partId, 1_000, {}, 'stm')
  const inbox = async (login: string) => (done(await as(login).get('/approvals'))['waiting'] as { id: string; version: number; subjectId: string; prices: object[] }[]).find(({ subjectId }) => subjectId === no)
  const notices = async (login: string) => (done(await as(login).get('/notices?group=unread'))['rows'] as { kind: string; path: string; facts: { about: string } }[]).filter(({ facts: { about } }) => about === refused.number)
  const refused = await see(no)
  const asked = await inbox('fds')
  expect(asked).toMatchObject({ reason: 'below-floor 50000', prices: [{ partNumber: 'CTR-38', thousandths: 1_000, priceFen: 3_333, floorFen: expect.any(Number) as number, costFen: null }] })
  expect(refused.priceRequest).toEqual({ state: 'asked', name: '', reason: '' })
  expect(await notices('gm')).toMatchObject([{ kind: 'approval-waits' }])
  expect(code(await does('stm', no, 'price-request', { reason: '老客户' }))).toBe('approvals.asked-already')
  done(await as('fds').post(`/approvals/${asked?.id ?? ''}/refuse`, { version: asked?.version, reason: '亏本' }))
  expect((await see(no)).priceRequest).toEqual({ state: 'refused', name: server.actor('FDS').name, reason: '亏本' })
  expect(await notices('gm')).toEqual([])
  expect(await notices('stm')).toMatchObject([{ kind: 'approval-refused', path: `/counter/${no}`, facts: { name: server.actor('FDS').name, subject: ' · 亏本' } }])
  expect(code(await pickAll(no))).toBe('repair-orders.deviation-not-approved')
  done(await does('stm', no, 'price-request', { reason: '老客户，旧件有划痕' }))
  expect(await inbox('gm')).toMatchObject({ reason: '老客户，旧件有划痕', prices: [{ costFen: expect.any(Number) as number }] })
  expect((await see(no)).priceRequest).toEqual({ state: 'asked', name: '', reason: '' })
  done(await does('stm', no, 'cancel', { reason: '不卖了' }))
  expect(code(await does('stm', no, 'price-request', { reason: '再来' }))).toBe('counter.not-open')
  const { id: left } = await sell(low.partId, 1_000, {}, 'stm')
  const waiting = async () => (done(await as('fds').get('/approvals'))['waiting'] as { subjectId: string }[]).some(({ subjectId }) => subjectId === left)
  expect(await waiting()).toBe(true)
  done(await does('stm', left, 'cancel', { reason: '客户走了' }))
  expect(await waiting()).toBe(false)
  // The floor looks at what the allowance leaves, of a promotion too; at the floor it stands.
  await floor(1, 1_000)
  const lowered = async (partId: string, allowanceFen: number) => (await see((await sell(partId, 1_000, { allowanceFen, allowanceReason: '老客户' }, 'stm')).id)).lines
  const least = 2_238 // what lies here cost 18.00 a piece on average; ten percent and VAT on it, rounded up
  expect(await lowered(low.partId, 3_333 - least)).toMatchObject([{ priceRule: 'cap', deviationReason: null }])
  const [below] = await lowered(low.partId, 3_333 - least + 1)
  expect(below).toMatchObject({ priceRule: 'manual', unitPriceFen: 3_333, deviationReason: 'below-floor 1000' })
  expect(await lowered(offered.partId, 3_000 - 1_000)).toMatchObject([{ priceRule: 'manual', unitPriceFen: 3_000 }])
  // Asked for again it is the same fen below: the promotion stays under its own rule, also where the floor lies above it.
  await floor(2, 50_000)
  const { id: under } = await sell(offered.partId, 1_000, { allowanceFen: 100, allowanceReason: '老客户' }, 'stm')
  const waits = async () => (await server.owner.query<{ id: string; version: number; amount: string }>("select id, version, amount_fen as amount from approvals.request where subject_id = $1 and state = 'asked'", [under])).rows[0]
  const firstAsked = await waits()
  expect(Number(firstAsked?.amount)).toBe(100)
  const shown = (done(await as('fds').get('/approvals'))['waiting'] as { subjectId: string; prices: { floorFen: number }[] }[]).find(({ subjectId }) => subjectId === under)
  expect(shown?.prices[0]?.floorFen).toBe(3_000)
  done(await as('fds').post(`/approvals/${firstAsked?.id ?? ''}/refuse`, { version: firstAsked?.version, reason: '不行' }))
  done(await does('stm', under, 'price-request', { reason: '旧件有划痕' }))
  expect(Number((await waits())?.amount)).toBe(100)
  await floor(3, null)
  expect(await brokenInvariants(server, invariants)).toEqual([])
})

test('the journal of the day balances voucher by voucher; its cash is what the till took, its stock what the counter moved', async () => {
  const { partId } = await fivePieces(39)
  const { id } = await sell(partId, 1_000)
  done(await pickAll(id))
  done(await does('csh', id, 'payments', { way: 'cash', amountFen: (await see(id)).dueFen }))
  const draw = { personId: server.actor('PTS').personId, kind: 'pick-up', amountFen: 10_000, purpose: '提货' }
  const { id: back } = done(await as('csh').post('/ious', draw)) as { id: string }
  const { id: iouId } = done(await as('csh').post('/ious', draw)) as { id: string }
  done(await as('csh').post(`/ious/${back}/return`, { version: 1, words: '没用上' }))
  const { id: claimId } = done(await as('pts').post('/expenses', { kind: 'pick-up', amountFen: 10_000, spentOn: '2026-11-23', purpose: '提货', iouId })) as { id: string }
  for (const login of ['stm', 'fin']) {
    const { rows: [request] } = await server.owner.query<{ id: string; version: number }>("select id, version from approvals.request where subject_id = $1 and state = 'asked'", [claimId])
    done(await as(login).post(`/approvals/${request?.id ?? ''}/approve`, { version: request?.version ?? 0 }))
  }
  const claim = async (deed: string, login: string, body: object = {}) => as(login).post(`/expenses/${claimId}/${deed}`, { version: (done(await as('fin').get(`/expenses/${claimId}`)))['version'], ...body })
  expect(done(await claim('settlement', 'csh'))).toMatchObject({ paidFen: 0, movement: null }) // all of it was drawn before
  const journal = () => server.database.reading([server.storeId], (tx) => journalOf({ tx, by: server.actor('FIN'), now: server.clock.now() }, { from: '2026-11-23', to: '2026-11-23' }))
  const sumOf = (rows: Awaited<ReturnType<typeof journal>>, account?: string) => rows.filter((row) => account === undefined || row.account === account).reduce((sum, { debitFen, creditFen }) => sum + debitFen - creditFen, 0)
  const postings = await journal()
  for (const voucher of Map.groupBy(postings, ({ document }) => document).values()) expect(sumOf(voucher)).toBe(0)
  const inTill = (done(await as('csh').get('/statements-till')) as { expectedFen: number }).expectedFen
  expect(sumOf(postings, '1001')).toBe(inTill - 50_000)
  const { rows: [moved] } = await server.owner.query<{ value: number }>('select sum(v.value_fen)::int as value from stock.v_value_move v join stock.move m on m.store_id = v.store_id and m.id = v.id where v.store_id = $1 and m.line_id is not null', [server.storeId])
  expect(sumOf(postings, '1405')).toBe(moved?.value)
  expect(moved?.value).toBeLessThan(0)
  expect(sumOf(postings, '6401') + sumOf(postings, '6601')).toBe(-(moved?.value ?? 0))
  expect([sumOf(postings, '1221'), sumOf(postings, '2202')]).toEqual([0, 10_000]) // cash on delivery pays what is owed to the supplier
  // The kind gets another account: what was booked stays on the one before, its reversal too.
  const rule = done(await as('fin').get('/expenses/rule')) as { version: number; mostOpen: number; kinds: { code: string; account: string }[] }
  const keep = (account: string) => as('fin').post('/expenses/rule', { version: rule.version, mostOpen: rule.mostOpen, kinds: rule.kinds.map((kind) => (kind.code === 'pick-up' ? { ...kind, account } : kind)), reason: '科目' })
  expect((await keep('22')).status).toBe(400)
  done(await keep('660207'))
  done(await claim('reversal', 'fin', { reason: '抬头错' }))
  const after = await journal()
  expect([sumOf(after, '1221'), sumOf(after, '2202'), sumOf(after, '660207'), sumOf(after, '1001')]).toEqual([10_000, 0, 0, sumOf(postings, '1001')])
  expect(await brokenInvariants(server, invariants)).toEqual([])
})
