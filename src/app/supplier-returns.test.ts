import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ClaimView as ExpenseView, Iou } from '../modules/expenses/contract.ts'
import { expenseProofs } from '../modules/expenses/public.ts'
import type { OrderDetail } from '../modules/parts-orders/contract.ts'
import { receiveParts, reserveForOrder } from '../modules/stock/public.ts'
import type { ClaimView, ReturnView } from '../modules/supplier-returns/contract.ts'
import { supplierReturnProofs } from '../modules/supplier-returns/public.ts'
import type { StatementView } from '../modules/suppliers/contract.ts'
import { invariants } from './modules.ts'
import { brokenInvariants, type Masters } from './testing/furnished.ts'
import { furnishedServer } from './testing/furnished-server.ts'
import { code, done } from './testing/said.ts'
import { smallPicture } from './testing/small-picture.ts'
import type { Answer, Caller, TestServer } from './testing/test-server.ts'

// Goods go back and come into the supplier's statement below zero; money for expenses goes through the day's till. It is Monday 23 November 2026, ten o'clock.
const people = ['pts', 'ppl', 'whk', 'stm', 'fin', 'csh', 'sad', 'b-pts']
let server: TestServer
let masters: Masters
let as: (login: string) => Caller
let supplierId: string
let placeId: string
beforeAll(async () => {
  ({ server, masters, as } = await furnishedServer(people))
  let seconds = 0
  server.clock = { now: () => new Date(Date.parse('2026-11-23T02:00:00Z') + 1_000 * (seconds += 1)) }
  supplierId = String(done(await as('ppl').post('/parts-suppliers', { name: '东城汽配', kind: 'outside' }))['id'])
  placeId = (await server.owner.query<{ id: string }>("select id from stock.place where store_id = $1 and kind = 'bin' and active order by code limit 1", [server.storeId])).rows[0]?.id ?? ''
}, 60_000)
afterAll(() => server.drop())

const part = (index: number) => ({ id: masters.parts[index]?.id ?? '', number: masters.parts[index]?.number ?? '' })
const seeReturn = async (id: string, login = 'pts') => done(await as(login).get(`/supplier-returns/${id}`)) as unknown as ReturnView
const onReturn = async (id: string, deed: string, body: object = {}, login = 'pts'): Promise<Answer> => as(login).post(`/supplier-returns/${id}/${deed}`, { version: (await seeReturn(id)).version, ...body })
const seeClaim = async (id: string) => done(await as('pts').get(`/supplier-claims/${id}`)) as unknown as ClaimView
const onClaim = async (id: string, deed: string, body: object = {}, login = 'pts'): Promise<Answer> => as(login).post(`/supplier-claims/${id}/${deed}`, { version: (await seeClaim(id)).version, ...body })
const seeStatement = async (id: string) => done(await as('pts').get(`/supplier-statements/${id}`)) as unknown as StatementView
const onStatement = async (id: string, deed: string, body: object = {}): Promise<Answer> => as('pts').post(`/supplier-statements/${id}/${deed}`, { version: (await seeStatement(id)).version, ...body })
const books = async () => (await server.owner.query<{ pieces: string; fen: string }>('select sum(on_hand_thousandths) as pieces, sum(value_fen) as fen from stock.part_stock where store_id = $1', [server.storeId])).rows[0]
const proof = (id: string, subjectId: string | null = null, until = '2026-11-30T16:00:00Z') => server.database.reading([server.storeId], async (tx) =>
  ({ ...supplierReturnProofs, ...expenseProofs })[id]?.evaluate(tx, { storeId: server.storeId, from: new Date('2026-10-31T16:00:00Z'), until: new Date(until), holderId: null, subjectId }))

/** Two lots of a part in one bin, the older one dearer: five for 100.01 and five for 50.00. */
async function twoLots(index: number): Promise<{ partId: string; placeId: string; lotId: null }> {
  const line = { partId: part(index).id, placeId, thousandths: 5_000 }
  await server.does('PTS', (deed) => receiveParts(deed, { from: 'opening', reference: 'test', lines: [{ ...line, costFen: 10_001, receivedOn: '2020-01-02' }, { ...line, costFen: 5_000, receivedOn: '2020-03-02' }] }))
  return { partId: line.partId, placeId, lotId: null }
}
const ask = async (lines: readonly object[], about = '沪A·12345'): Promise<string> => String(done(await as('whk').post('/supplier-returns', { supplierId, about, lines }))['id'])
async function agree(id: string, creditFen: number): Promise<void> {
  done(await onReturn(id, 'agreement', { agreedWith: '方师傅', words: '原价退', lines: (await seeReturn(id)).rows.map((row) => ({ lineId: row.id, creditFen })) }, 'ppl'))
}

test('a return is agreed by phone before it leaves, leaves at the cost of its lots, and is reversed while nothing is credited', async () => {
  const goods = await twoLots(40)
  const before = await books()
  const line = { ...goods, thousandths: 6_000, cause: 'unfitted' }
  expect((await as('sad').post('/supplier-returns', { supplierId, about: 'x', lines: [line] })).status).toBe(403)
  expect(code(await as('whk').post('/supplier-returns', { supplierId, about: '', lines: [line] }))).toBe('supplier-returns.unfitted-names-car')
  expect(code(await as('whk').post('/supplier-returns', { supplierId, about: 'x', lines: [line, line] }))).toBe('stock-health.line-twice')
  expect(code(await as('whk').post('/supplier-returns', { supplierId, about: 'x', lines: [{ ...line, thousandths: 99_000_000 }] }))).toBe('stock.not-enough')
  const id = await ask([line])
  expect(await seeReturn(id)).toMatchObject({ status: 'asked', costFen: 11_001, days: 0, rows: [{ partNumber: part(40).number, cause: 'unfitted' }] })
  expect((await seeReturn(id, 'whk')).costFen).toBeNull()
  expect((await as('b-pts').get(`/supplier-returns/${id}`)).status).toBe(404)
  expect(code(await onReturn(id, 'sending', { waybill: '' }, 'whk'))).toBe('supplier-returns.not-agreed')
  expect(code(await onReturn(id, 'agreement', { agreedWith: '方师傅', words: '退', lines: [{ lineId: crypto.randomUUID(), creditFen: 1 }] }))).toBe('supplier-returns.credit-missing')
  await agree(id, 12_000)
  expect(await seeReturn(id)).toMatchObject({ status: 'agreed', agreedWith: '方师傅', creditFen: 12_000 })
  expect(await books()).toEqual(before)

  // Reserved for a job meanwhile: it cannot go, and nothing of it does.
  const [orderId, lineId] = [crypto.randomUUID(), crypto.randomUUID()]
  await server.does('PTS', (deed) => reserveForOrder(deed, orderId, [{ lineId, partId: goods.partId, thousandths: 100_000_000 }]))
  expect(code(await onReturn(id, 'sending', { waybill: '' }, 'whk'))).toBe('stock.reserved-elsewhere')
  await server.does('PTS', (deed) => reserveForOrder(deed, orderId, []))
  const { version } = await seeReturn(id)
  const rush = await Promise.all([1, 2, 3].map(() => as('whk').post(`/supplier-returns/${id}/sending`, { version, waybill: 'SF1' })))
  expect(rush.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(await seeReturn(id)).toMatchObject({ status: 'sent', costFen: 11_001, waybill: 'SF1' })
  expect(Number((await books())?.fen)).toBe(Number(before?.fen) - 11_001)
  expect(Number((await books())?.pieces)).toBe(Number(before?.pieces) - 6_000)
  expect((await as('fin').get(`/supplier-returns/${id}/slip.pdf?language=en`)).body['text']).toMatch(/^%PDF-1/)
  expect(await brokenInvariants(server, invariants)).toEqual([])

  // PTS-2.4: sent, and finance has the slip; PPL-9.2: the supplier said that he has it; STM-5.4: nothing is open too long.
  expect(await proof('PTS-2.4', id)).toMatchObject({ met: false, figure: 1, target: 2 })
  expect((await onReturn(id, 'slip', {}, 'pts')).status).toBe(403)
  expect(done(await as('fin').get('/supplier-returns?group=slip'))['rows']).toMatchObject([{ id, slipTaken: false }])
  done(await onReturn(id, 'slip', {}, 'fin'))
  expect(code(await onReturn(id, 'slip', {}, 'csh'))).toBe('supplier-returns.slip-taken')
  expect(await proof('PTS-2.4', id)).toMatchObject({ met: true })
  expect(await proof('PPL-9.2', id)).toMatchObject({ met: false })
  expect([await proof('STM-5.4'), await proof('STM-5.4', null, '2026-12-14T16:00:00Z')].map((answer) => answer?.met)).toEqual([true, false])
  done(await onReturn(id, 'arrival', { arrivedWith: '前台小李' }, 'ppl'))
  expect(code(await onReturn(id, 'arrival', { arrivedWith: '前台小李' }, 'ppl'))).toBe('supplier-returns.arrived-already')
  expect(await proof('PPL-9.2', id)).toMatchObject({ met: true })
  expect(done(await as('stm').get('/supplier-returns/ages'))).toMatchObject({ overdue: 0, ages: [{ from: 0, returns: 1, fen: 12_000 }, {}, {}, { from: 31, until: null, returns: 0 }] })

  expect((await onReturn(id, 'reversal', { reason: '对方拒收' }, 'whk')).status).toBe(403)
  done(await onReturn(id, 'reversal', { reason: '对方拒收' }))
  expect(code(await onReturn(id, 'reversal', { reason: '再来' }))).toBe('supplier-returns.nothing-to-reverse')
  expect(await seeReturn(id)).toMatchObject({ status: 'reversed', words: '对方拒收' })
  expect(await books()).toEqual(before)
  const other = await ask([{ ...goods, thousandths: 1_000, cause: 'wrong' }], '')
  done(await onReturn(other, 'withdrawal', { reason: '留用' }, 'whk'))
  expect(code(await onReturn(other, 'agreement', { agreedWith: '方', words: '退', lines: (await seeReturn(other)).rows.map((row) => ({ lineId: row.id, creditFen: 1 })) }))).toBe('supplier-returns.not-to-agree')
  expect(await brokenInvariants(server, invariants)).toEqual([])
}, 60_000)

/** Ordered and received whole: two pieces of a part at 20.00. */
async function receive(index: number): Promise<string> {
  const { id } = done(await as('ppl').post('/parts-orders', { supplierId, kind: 'W', lines: [{ partId: part(index).id, thousandths: 2_000, unitCostFen: 2_000 }] })) as { id: string }
  done(await as('ppl').post(`/parts-orders/${id}/submission`, { version: (done(await as('ppl').get(`/parts-orders/${id}`)) as unknown as OrderDetail).version }))
  const { lines } = done(await as('ppl').get(`/parts-orders/${id}`)) as unknown as OrderDetail
  let receipt = done(await as('whk').post('/receipts', { orderId: id, deliveryNote: 'SH1', waybill: '', pieces: 1, opened: 0 })) as { id: string; version: number }
  receipt = { ...receipt, ...done(await as('whk').post(`/receipts/${receipt.id}/lines/${lines[0]?.id ?? ''}`, { version: receipt.version, noted: 2_000, counted: 2_000, placeId })) }
  done(await as('whk').post(`/receipts/${receipt.id}/posting`, { version: receipt.version }))
  return (await server.owner.query<{ number: string }>('select number from receiving.receipt where id = $1', [receipt.id])).rows[0]?.number ?? ''
}

test('a claim stands on a paper and is answered; its credit and a return are lines of the statement, which credits them when it is closed', async () => {
  const receiptNumber = await receive(0)
  const wish = { supplierId, partNumber: part(0).number, thousandths: 1_000, claimedFen: 2_000, basis: 'receipt', basisNumber: receiptNumber, fault: '漏油', dueDay: '2026-11-26' }
  expect((await as('whk').post('/supplier-claims', wish)).status).toBe(403)
  expect(code(await as('pts').post('/supplier-claims', { ...wish, dueDay: '2026-11-22' }))).toBe('supplier-returns.due-in-past')
  expect(code(await as('pts').post('/supplier-claims', { ...wish, basis: 'job', basisNumber: 'RO-NONE' }))).toBe('supplier-returns.no-such-paper')
  expect(code(await as('pts').post('/supplier-claims', { ...wish, partNumber: part(1).number }))).toBe('supplier-returns.part-not-on-paper')
  const claimId = String(done(await as('pts').post('/supplier-claims', wish))['id'])
  expect(await proof('PTS-2.3', claimId)).toMatchObject({ met: false })
  expect(code(await onClaim(claimId, 'closing', { words: 'x' }))).toBe('supplier-returns.claim-not-answered')
  const answer = { answeredWith: '方师傅', words: '认一半', remedy: 'credit', grantedFen: 1_000 }
  expect(code(await onClaim(claimId, 'answer', { ...answer, grantedFen: 2_001 }))).toBe('supplier-returns.granted-too-much')
  done(await onClaim(claimId, 'answer', { ...answer, remedy: null, grantedFen: 0, words: '装配不当' }))
  expect(await seeClaim(claimId)).toMatchObject({ status: 'refused', remedy: null })
  const foundBy = async (find: string) => (done(await as('pts').get(`/supplier-claims?group=all&find=${encodeURIComponent(find)}`)) as { rows: { id: string }[] }).rows.map(({ id }) => id)
  expect([await foundBy('东城'), await foundBy(wish.partNumber.toLowerCase()), await foundBy('查无此字')]).toEqual([[claimId], [claimId], []])
  done(await onClaim(claimId, 'reopening', { reason: '有视频', dueDay: '2026-11-27' }))
  done(await onClaim(claimId, 'answer', answer))
  expect(await proof('PTS-2.3', claimId)).toMatchObject({ met: true })
  expect(code(await onClaim(claimId, 'closing', { words: 'x' }))).toBe('supplier-returns.claim-not-credited')

  const goods = await twoLots(41)
  const returnId = await ask([{ ...goods, thousandths: 1_000, cause: 'overstock' }], '')
  await agree(returnId, 1_800)
  done(await onReturn(returnId, 'sending', { waybill: 'SF2' }, 'whk'))
  const { number } = await seeReturn(returnId)
  const statementId = String(done(await as('pts').post('/supplier-statements', { supplierId, month: '2026-11' }))['id'])
  expect((await seeStatement(statementId)).lines.map(({ kind, ourThousandths, ourFen }) => `${kind} ${String(ourThousandths)} ${String(ourFen)}`).toSorted()).toEqual(['missing -1000 -1000', 'missing -1000 -1800', 'missing 2000 4000'])
  done(await onStatement(statementId, 'lines', { lines: [{ document: 'SH1', partNumber: part(0).number, thousandths: 2_000, fen: 4_000 }, { document: number, partNumber: part(41).number, thousandths: -1_000, fen: -1_800 }] }))
  const { lines } = await seeStatement(statementId)
  expect(lines.map(({ kind }): string => kind).toSorted()).toEqual(['equal', 'equal', 'missing'])
  const missing = lines.find(({ kind }) => kind === 'missing')?.id ?? ''
  done(await onStatement(statementId, `lines/${missing}/settlement`, { outcome: 'ours', words: '方师傅认账' }))
  expect(done(await onStatement(statementId, 'closing'))).toMatchObject({ agreedFen: 4_000 - 1_800 - 1_000 })
  expect(await seeReturn(returnId)).toMatchObject({ status: 'credited', creditedFen: 1_800, days: null })
  expect(code(await onReturn(returnId, 'reversal', { reason: 'x' }))).toBe('supplier-returns.credited-already')
  expect(await seeClaim(claimId)).toMatchObject({ status: 'accepted', statementId })
  expect(code(await onClaim(claimId, 'reopening', { reason: 'x', dueDay: '2026-11-27' }))).toBe('supplier-returns.credited-already')
  done(await onClaim(claimId, 'closing', { words: '已贷记' }))
  expect(await brokenInvariants(server, invariants)).toEqual([])

  // Opened again the statement takes the credit back; a reversal meanwhile must be matched before it closes.
  done(await onStatement(statementId, 'reopening', { reason: '再核' }))
  expect(await seeReturn(returnId)).toMatchObject({ status: 'sent', statementId: null })
  expect(await seeClaim(claimId)).toMatchObject({ status: 'accepted', statementId: null })
  done(await onReturn(returnId, 'reversal', { reason: '退回' }))
  expect(code(await onStatement(statementId, 'closing'))).toBe('suppliers.match-again')
  done(await onStatement(statementId, 'matching'))
  const unknown = (await seeStatement(statementId)).lines.find(({ kind }) => kind === 'unknown')?.id ?? ''
  done(await onStatement(statementId, `lines/${unknown}/settlement`, { outcome: 'ours', words: '货已退回我店' }))
  done(await onStatement(statementId, 'closing'))
  expect(done(await as('pts').get('/supplier-claims/figures'))['rows']).toMatchObject([{ supplierId, claims: 1, open: 0, accepted: 1, refused: 0, claimedFen: 2_000, grantedFen: 1_000 }])
  expect(await brokenInvariants(server, invariants)).toEqual([])
}, 60_000)

const seeExpense = async (id: string, login = 'pts') => done(await as(login).get(`/expenses/${id}`)) as unknown as ExpenseView
const onExpense = async (id: string, deed: string, body: object = {}, login = 'pts'): Promise<Answer> => as(login).post(`/expenses/${id}/${deed}`, { version: (await seeExpense(id, 'fin')).version, ...body })
async function decide(id: string, login: string, way: 'approve' | 'refuse' = 'approve'): Promise<Answer> {
  const { rows: [request] } = await server.owner.query<{ id: string; version: number }>("select id, version from approvals.request where subject_id = $1 and state = 'asked'", [id])
  return as(login).post(`/approvals/${request?.id ?? ''}/${way}`, { version: request?.version ?? 0, reason: '请附发票' })
}
const inTill = async () => (done(await as('csh').get('/statements-till')) as { expectedFen: number }).expectedFen
const expense = { kind: 'pick-up', amountFen: 12_000, spentOn: '2026-11-23', purpose: '提货代收款', iouId: null as string | null }

test('an advance is drawn within the limit, the claim signed by two and settled with its difference through the till, and reversed by a third', async () => {
  const personOf = (position: 'PTS' | 'WHK' | 'CSH'): string => server.actor(position).personId
  const draw = { personId: personOf('PTS'), kind: 'pick-up', amountFen: 10_000, purpose: '提货' }
  expect((done(await as('csh').get('/ious/people'))['rows'] as { id: string }[]).find(({ id }) => id === personOf('PTS'))).toMatchObject({ positions: ['PTS'] })
  expect(code(await as('csh').post('/ious', draw))).toBe('settlement.till-not-open')
  done(await as('csh').post('/statements-till/open', { floatFen: 50_000 }))
  expect((await as('pts').post('/ious', draw)).status).toBe(403)
  expect(code(await as('csh').post('/ious', { ...draw, amountFen: 50_001 }))).toBe('settlement.till-short')
  expect(code(await as('csh').post('/ious', { ...draw, personId: personOf('CSH') }))).toBe('expenses.own-advance')
  expect(code(await as('csh').post('/ious', { ...draw, kind: 'gambling' }))).toBe('expenses.kind-unknown')
  const rush = await Promise.all([1, 2, 3, 4].map(() => as('csh').post('/ious', draw)))
  expect(rush.filter(({ status }) => status === 200)).toHaveLength(2)
  expect(rush.filter((answer) => code(answer) === 'expenses.too-many-ious')).toHaveLength(2)
  expect(await inTill()).toBe(30_000)
  const ious = (done(await as('pts').get('/ious?own=true')) as unknown as { rows: Iou[] }).rows
  const [iou, spare] = [ious[0], ious[1]]
  done(await as('csh').post(`/ious/${spare?.id ?? ''}/return`, { version: 1, words: '货没到' }))
  expect(code(await as('csh').post(`/ious/${spare?.id ?? ''}/return`, { version: 2, words: '' }))).toBe('expenses.iou-over')
  expect(done(await as('whk').get('/ious?group=all'))['rows']).toEqual([])
  expect(await Promise.all(['csh', 'pts', 'whk'].map(async (login) => (await as(login).get(`/ious/${iou?.id ?? ''}/iou.pdf`)).status))).toEqual([200, 200, 404]) // the paper: whose it is, and who sees all

  const wish = { ...expense, iouId: iou?.id ?? null }
  expect(code(await as('whk').post('/expenses', wish))).toBe('expenses.iou-of-another')
  expect(code(await as('pts').post('/expenses', { ...wish, spentOn: '2026-11-24' }))).toBe('expenses.spent-in-future')
  const id = String(done(await as('pts').post('/expenses', wish))['id'])
  expect(code(await as('pts').post('/expenses', wish))).toBe('expenses.iou-used')
  expect(code(await as('csh').post(`/ious/${iou?.id ?? ''}/return`, { version: 1, words: '' }))).toBe('expenses.iou-used')
  expect((await as('whk').get(`/expenses/${id}`)).status).toBe(404)
  expect(code(await decide(id, 'fin'))).toBe('approvals.not-yours-to-decide')
  done(await decide(id, 'stm', 'refuse'))
  expect(await seeExpense(id)).toMatchObject({ status: 'sent-back', words: '请附发票' })
  expect(code(await as('stm').post(`/expenses/${id}/again`, { version: 2, ...wish }))).toBe('expenses.not-your-claim')
  done(await onExpense(id, 'again', wish))
  done(await decide(id, 'stm'))
  expect(code(await onExpense(id, 'settlement', {}, 'csh'))).toBe('expenses.not-approved')
  expect(await proof('PTS-6.1')).toMatchObject({ met: false, figure: 0, target: 1 })
  expect((await seeExpense(id, 'fin')).request).not.toBeNull()
  done(await decide(id, 'fin'))
  expect(await proof('PTS-6.1')).toMatchObject({ met: true })
  expect([await proof('PTS-6.2', id), await proof('WHK-1.2')].map((answer) => answer?.met)).toEqual([false, false])
  expect(done(await onExpense(id, 'settlement', {}, 'csh'))).toMatchObject({ paidFen: 2_000 })
  expect(await inTill()).toBe(50_000 - 12_000)
  expect([await proof('PTS-6.2', id), await proof('WHK-1.2')].map((answer) => answer?.met)).toEqual([true, true])
  expect(await brokenInvariants(server, invariants)).toEqual([])

  expect((await onExpense(id, 'reversal', { reason: '抬头错' }, 'csh')).status).toBe(403)
  done(await onExpense(id, 'reversal', { reason: '抬头错' }, 'fin'))
  expect(code(await onExpense(id, 'reversal', { reason: '抬头错' }, 'fin'))).toBe('expenses.nothing-settled')
  expect(await inTill()).toBe(40_000)
  const less = String(done(await as('pts').post('/expenses', { ...wish, amountFen: 7_500 }))['id'])
  for (const login of ['stm', 'fin']) done(await decide(less, login))
  expect(done(await onExpense(less, 'settlement', {}, 'csh'))).toMatchObject({ paidFen: -2_500 })
  expect(await inTill()).toBe(50_000 - 7_500)

  // An office expense is settled with a picture of its invoice; one that was taken away is none.
  const paper = String(done(await as('pts').post('/expenses', { ...wish, kind: 'office', amountFen: 1_000, iouId: null }))['id'])
  for (const login of ['stm', 'fin']) done(await decide(paper, login))
  expect(await seeExpense(paper)).toMatchObject({ status: 'approved', receiptMissing: true })
  expect(code(await onExpense(paper, 'settlement', {}, 'csh'))).toBe('expenses.receipt-missing')
  const takes = async (key: string) => done(await server.ask('POST', `/api/photos?subject=expense&subjectId=${paper}&occasion=receipt&takenAt=${server.clock.now().toISOString()}`, { payload: smallPicture, headers: { cookie: as('pts').cookie, 'content-type': 'application/octet-stream', 'idempotency-key': `invoice-${key}` } })) as { id: string }
  const blurred = await takes('blurred')
  done(await as('stm').post(`/photos/${blurred.id}/remove`, { version: 1, reason: '看不清' }))
  expect(code(await onExpense(paper, 'settlement', {}, 'csh'))).toBe('expenses.receipt-missing')
  await takes('sharp')
  expect(done(await onExpense(paper, 'settlement', {}, 'csh'))).toMatchObject({ paidFen: 1_000 })
  done(await onExpense(paper, 'reversal', { reason: '重复报销' }, 'fin'))

  expect(done(await as('fin').get('/expenses?group=all&kind=pick-up&from=2026-11-23&until=2026-11-23&limit=1'))).toMatchObject({ rows: [{ id: less }], next: less })
  expect((await as('fin').get('/expenses/file?group=all&language=en')).status).toBe(200)
  const rule = done(await as('pts').get('/expenses/rule')) as unknown as { version: number; kinds: { code: string }[] }
  expect(code(await as('fin').post('/expenses/rule', { version: 0, mostOpen: 1, kinds: rule.kinds.slice(1), reason: 'x' }))).toBe('expenses.kind-gone')
  done(await as('fin').post('/expenses/rule', { version: 0, mostOpen: 1, kinds: [...rule.kinds, { code: 'parking', zh: '停车', en: 'Parking', active: true, account: '6602' }], reason: '加停车' }))
  expect((await as('fin').post('/expenses/rule', { version: 0, mostOpen: 1, kinds: rule.kinds, reason: 'x' })).status).toBe(409)
  done(await as('csh').post('/statements-till/close', { countedFen: 42_500, reason: '' }))
  expect(code(await as('csh').post('/ious', { ...draw, kind: 'parking' }))).toBe('settlement.till-closed')
  expect(await brokenInvariants(server, invariants)).toEqual([])
}, 60_000)
