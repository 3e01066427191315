import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BinRow, BinView, MoveRow, ScannedPart, Waiting } from '../modules/bins/contract.ts'
import { binProofs } from '../modules/bins/public.ts'
import { lookRound } from '../modules/notices/public.ts'
import type { Inbound, TransferView, Wanted } from '../modules/transfers/contract.ts'
import { transferProofs } from '../modules/transfers/public.ts'
import { invariants } from './modules.ts'
import { brokenInvariants, type Masters } from './testing/furnished.ts'
import { furnishedServer } from './testing/furnished-server.ts'
import { code, done } from './testing/said.ts'
import type { Answer, Caller, TestServer } from './testing/test-server.ts'

// Parts are moved between bins by their storage rules, and sent from store B to store A: shipped, short, found, lost, back. It is Monday 23 November 2026.
let server: TestServer
let masters: Masters
let as: (login: string) => Caller
let now = Date.parse('2026-11-23T02:00:00Z')

beforeAll(async () => {
  ({ server, masters, as } = await furnishedServer(['pts', 'ppl', 'whk', 'sad', 'stm', 'b-pts', 'b-whk']))
  server.clock = { now: () => new Date((now += 1_000)) }
}, 60_000)
afterAll(() => server.drop())

const part = (number: string) => masters.parts.find((known) => known.number === number) ?? (() => { throw new RangeError(number) })()
const map = async (login = 'whk') => done(await as(login).get('/bins')) as unknown as { bins: BinRow[]; zones: { code: string; version: number }[]; rule: { version: number } }
const bin = async (binCode: string): Promise<BinRow> => (await map()).bins.find((row) => row.code === binCode) ?? (() => { throw new RangeError(binCode) })()
const see = async (placeId: string) => done(await as('whk').get(`/bins/${placeId}/contents`)) as unknown as BinView
const scan = async (scanned: string, login = 'whk') => (done(await as(login).get(`/bins/codes/${encodeURIComponent(scanned)}`))['found']) as ScannedPart | null
const proof = (proofs: typeof binProofs, id: string, from: string, until: string) => server.database.reading([server.storeId], async (tx) =>
  proofs[id]?.evaluate(tx, { storeId: server.storeId, from: new Date(from), until: new Date(until), holderId: null, subjectId: null }))
const sound = async () => { expect(await brokenInvariants(server, invariants)).toEqual([]) }

test('a move by scan keeps quantity and cost, is refused against a rule without a reason, and goes back once', async () => {
  const oil = part('OIL-5W30')
  const zone = { name: '常用件', near: true, staging: false, fullAt: 6, version: 0 }
  expect(code(await as('pts').post('/bins/zones/A', { ...zone, holds: [] }))).toBe('bins.zone-for-nothing')
  done(await as('pts').post('/bins/zones/A', { ...zone, holds: ['normal', 'small'] }))
  expect((await as('pts').post('/bins/zones/A', { ...zone, holds: ['normal'] })).status).toBe(409)
  done(await as('pts').post('/bins/zones/B', { ...zone, holds: ['normal', 'small'], near: false }))
  done(await as('pts').post('/bins/zones/C', { ...zone, holds: ['normal', 'liquid', 'battery'], near: false }))
  const first = await scan(oil.number)
  const lot = first?.lots.at(-1)
  if (first === null || lot === undefined) throw new Error('no oil')
  expect(first).toMatchObject({ kind: 'part', storage: 'liquid', lotId: null })
  expect((await scan(lot.lotId))?.lots.every(({ lotId }) => lotId === lot.lotId)).toBe(true)
  expect(await scan('NO-SUCH-CODE')).toBeNull()
  const target = first.advice.find(({ own }) => !own)
  expect(first.advice.every(({ code: advised }) => advised.startsWith('C-'))).toBe(true)
  const wrong = await bin('B-04-05')
  const wish = { partId: oil.id, lotId: lot.lotId, fromPlace: lot.placeId, toPlace: wrong.placeId, thousandths: 1_000 }
  expect((await as('sad').post('/bins/moves', wish)).status).toBe(403)
  expect(await as('whk').post('/bins/moves', wish)).toMatchObject({ status: 422, body: { code: 'bins.rule-needs-reason' } })
  const cost = async () => (await server.owner.query<{ sum: string }>('select sum(value_fen)::text as sum from stock.part_stock where store_id = $1', [server.storeId])).rows[0]?.sum
  const before = await cost()
  const moved = done(await as('whk').post('/bins/moves', { ...wish, reason: 'C 区已满' })) as { id: string; number: string }
  expect((await see(wrong.placeId)).lots.find(({ lotId }) => lotId === lot.lotId)).toMatchObject({ here: 1_000, broken: 'liquid-zone' })
  expect(await bin('B-04-05')).toMatchObject({ misplaced: 1 })
  expect(code(await as('whk').post('/bins/moves', { ...wish, fromPlace: wrong.placeId, thousandths: 1_000 }))).toBe('bins.rule-needs-reason')
  expect(code(await as('whk').post('/bins/moves', { ...wish, toPlace: target?.placeId, thousandths: 900_000 }))).toBe('stock.bin-has-less')
  expect(code(await as('whk').post('/bins/moves', { ...wish, toPlace: lot.placeId, reason: 'x' }))).toBe('stock.same-bin')
  expect((await as('b-whk').post('/bins/moves', wish)).status).toBe(404)
  const back = await Promise.all([1, 2, 3].map(() => as('whk').post(`/bins/moves/${moved.id}/take-back`, { reason: '移错' })))
  expect(back.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(code(await as('whk').post(`/bins/moves/${moved.id}/take-back`, { reason: '移错' }))).toBe('bins.taken-back-already')
  expect(await cost()).toBe(before)
  const { rows } = done(await as('whk').get('/bins/moves')) as unknown as { rows: MoveRow[] }
  expect(rows.map(({ takenBack, broken, toBin }) => [takenBack, broken, toBin])).toEqual([[false, null, lot.bin], [true, 'liquid-zone', 'B-04-05']])
  await sound()
}, 60_000)

test('what waits for an order stays where its list says; a blocked bin takes nothing; one goes out of use only when empty', async () => {
  const pads = masters.parts[7]
  if (pads === undefined) throw new Error('no part')
  const lots = (await scan(pads.number))?.lots ?? []
  const onHand = lots.reduce((sum, { here }) => sum + here, 0)
  await server.does('PTS', async (deed) => {
    const { reserveMore } = await import('../modules/stock/public.ts')
    await reserveMore(deed, { orderId: deed.newId(), lineId: deed.newId(), partId: pads.id, thousandths: onHand })
  })
  const lot = (await scan(pads.number))?.lots[0]
  expect(lot).toMatchObject({ free: 0 })
  const wish = { partId: pads.id, lotId: lot?.lotId, fromPlace: lot?.placeId, toPlace: (await bin('B-04-04')).placeId, thousandths: 1_000, reason: '整理' }
  expect(code(await as('whk').post('/bins/moves', wish))).toBe('stock.bin-reserved')
  const state = async (binCode: string, part_: object): Promise<Answer> => {
    const { placeId, version, active, blocked } = await bin(binCode)
    return as('pts').post(`/bins/${placeId}/state`, { version, active, blocked, ...part_ })
  }
  done(await state('B-04-05', { blocked: '层板松动' }))
  const free = masters.parts[9]
  const freeLot = (await scan(free?.number ?? ''))?.lots[0]
  const intoBlocked = { partId: free?.id, lotId: freeLot?.lotId, fromPlace: freeLot?.placeId, toPlace: (await bin('B-04-05')).placeId, thousandths: 1_000, reason: '整理' }
  expect(code(await as('whk').post('/bins/moves', intoBlocked))).toBe('stock.bin-blocked')
  expect(code(await as('whk').post('/stock/receipts', { reference: 'x', lines: [{ partId: free?.id, placeId: intoBlocked.toPlace, thousandths: 1_000, costFen: 100 }] }))).toBe('stock.not-a-bin')
  done(await state('B-04-05', { blocked: '' }))
  expect(code(await state(freeLot?.bin ?? '', { active: false }))).toBe('stock.bin-not-empty')
  done(await as('whk').post('/stock-places', { code: 'D-01-01' }))
  done(await state('D-01-01', { active: false }))
  expect(code(await as('whk').post('/bins/moves', { ...intoBlocked, toPlace: (await bin('D-01-01')).placeId }))).toBe('stock.not-a-bin')
  expect((await as('whk').get('/bins/labels.pdf?of=bins&zone=A&language=en')).status).toBe(200)
  await sound()
}, 60_000)

test('where nothing came and nothing waits there was nothing to put away', async () => {
  expect(await proof(binProofs, 'PTS-11.2', '2026-10-22T16:00:00Z', '2026-10-23T16:00:00Z')).toMatchObject({ met: true, figure: 0, target: 0, nothing: true })
})

test('goods in a staging zone wait to be put away, and the proofs see them and what lies against a rule', async () => {
  done(await as('pts').post('/bins/zones/Z', { name: '收货台', holds: [], near: false, staging: true, fullAt: 50, version: 0 }))
  const { id: placeId } = done(await as('whk').post('/stock-places', { code: 'Z-01' }))
  const tyre = masters.parts.find(({ number }) => number.endsWith('3107'))
  const oil = part('OIL-0W20')
  done(await as('whk').post('/stock/receipts', { reference: 'S1', lines: [{ partId: oil.id, placeId, thousandths: 2_000, costFen: 100 }] }))
  const waiting = async () => (done(await as('whk').get('/bins/waiting')) as unknown as { rows: Waiting[] }).rows
  expect(await waiting()).toMatchObject([{ kind: 'staged', number: oil.number, bin: 'Z-01' }])
  expect(await proof(binProofs, 'PTS-11.2', '2026-11-22T16:00:00Z', '2026-11-23T16:00:00Z')).toMatchObject({ met: false, figure: 1 })
  expect(await proof(binProofs, 'WHK-4.1', '2026-11-22T16:00:00Z', '2026-11-23T16:00:00Z')).toMatchObject({ met: false, figure: 1 })
  expect(tyre?.number === undefined || (await scan(tyre.number))?.storage === 'heavy').toBe(true)
  const lot = (await scan(oil.number))?.lots.find(({ bin: at }) => at === 'Z-01')
  const advice = (await scan(oil.number))?.advice[0]
  done(await as('whk').post('/bins/moves', { partId: oil.id, lotId: lot?.lotId, fromPlace: placeId, toPlace: advice?.placeId, thousandths: 2_000 }))
  expect(await waiting()).toEqual([])
  expect(await proof(binProofs, 'PTS-11.2', '2026-11-22T16:00:00Z', '2026-11-23T16:00:00Z')).toMatchObject({ met: true })
  const lies = await proof(binProofs, 'WHK-5.2', '2026-11-22T16:00:00Z', '2026-11-23T16:00:00Z')
  const misplaced = (await map()).bins.filter((row) => row.misplaced > 0)
  expect(lies).toMatchObject({ met: false, figure: misplaced.length })
  await sound()
}, 60_000)

const other = () => server.otherStoreId
const seeIt = async (id: string, login = 'pts') => done(await as(login).get(`/transfers/${id}`)) as unknown as TransferView
const post = async (id: string, deed: string, body: object, login: string): Promise<Answer> => as(login).post(`/transfers/${id}/${deed}`, { version: (await seeIt(id, login)).version, ...body })
const ask = async (index: number, thousandths: number): Promise<string> => String(done(await as('pts').post('/transfers', { givingStoreId: other(), lines: [{ partId: masters.parts[index]?.id, thousandths }] }))['id'])
const valueOf = async (storeId: string, partId: string) => (await server.owner.query<{ hand: number; value: number }>('select on_hand_thousandths::int as hand, value_fen::int as value from stock.part_stock where store_id = $1 and part_id = $2', [storeId, partId])).rows[0] ?? { hand: 0, value: 0 }

test('two stores exchange parts: agreed, shipped, part of it arrives at the same cost, the rest is found, lost or comes back, to the fen', async () => {
  const partId = masters.parts[0]?.id ?? ''
  const free = (done(await as('pts').get(`/transfers/elsewhere/${partId}`))['rows']) as { storeId: string; free: number }[]
  expect(free).toMatchObject([{ storeId: other() }])
  const all = free[0]?.free ?? 0
  expect(all).toBeGreaterThanOrEqual(2_000)
  expect(code(await as('pts').post('/transfers', { givingStoreId: other(), lines: [{ partId, thousandths: all + 1_000 }] }))).toBe('transfers.store-has-less')
  const wanted = Math.min(all, 5_000)
  const id = await ask(0, wanted)
  const [hereBefore, thereBefore] = [await valueOf(server.storeId, partId), await valueOf(other(), partId)]
  expect(code(await post(id, 'answer', { agree: true }, 'pts'))).toBe('transfers.giving-store-does')
  expect(code(await post(id, 'shipment', { eta: '2026-11-25' }, 'b-whk'))).toBe('transfers.not-agreed')
  done(await post(id, 'answer', { agree: true }, 'b-pts'))
  expect(done(await as('b-pts').get(`/stock/${partId}`))['part']).toMatchObject({ reserved: wanted })
  expect(code(await post(id, 'shipment', { eta: '2026-11-22' }, 'b-whk'))).toBe('transfers.eta-in-past')
  const { version } = await seeIt(id, 'b-whk')
  const ships = await Promise.all([1, 2, 3].map(() => as('b-whk').post(`/transfers/${id}/shipment`, { version, eta: '2026-11-25', carrier: '自送' })))
  expect(ships.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(code(await post(id, 'cancellation', { reason: 'x' }, 'pts'))).toBe('transfers.on-the-road')
  await sound()
  const left = await valueOf(other(), partId)
  const shipped = (await seeIt(id)).cost?.shippedFen ?? 0
  expect([thereBefore.hand - left.hand, thereBefore.value - left.value]).toEqual([wanted, shipped])

  const { placeId } = await bin('A-01-01')
  const lineId = (await seeIt(id)).lines[0]?.id
  const arrival = (arrived: number, missing = 0, kind = 'short', reason = '') => post(id, 'arrival', { lines: [{ lineId, arrived, placeId, missing, kind, reason }] }, 'whk')
  expect(code(await arrival(wanted + 1_000))).toBe('transfers.more-than-shipped')
  expect(code(await arrival(0, 500))).toBe('transfers.words-missing')
  done(await arrival(wanted - 1_500, 500, 'short', '箱内少半件'))
  expect(code(await arrival(1_001))).toBe('transfers.more-than-shipped')
  done(await arrival(0, 400, 'damaged', '压坏'))
  done(await arrival(0, 600, 'unwanted', '客户取消'))
  await sound()
  const gapOf = async (kind: string) => (await seeIt(id)).gaps.find((gap) => gap.kind === kind && gap.decision === null)?.id ?? ''
  expect(code(await post(id, `gaps/${await gapOf('short')}`, { decision: 'found', words: 'x' }, 'pts'))).toBe('transfers.giving-store-does')
  done(await post(id, `gaps/${await gapOf('short')}`, { decision: 'found', words: '落在车上' }, 'b-pts'))
  done(await arrival(300, 200, 'short', '还是少'))
  done(await post(id, `gaps/${await gapOf('short')}`, { decision: 'lost', words: '路上丢失' }, 'b-pts'))
  done(await post(id, `gaps/${await gapOf('damaged')}`, { decision: 'back', words: '退回隔离' }, 'b-pts'))
  expect(await seeIt(id)).toMatchObject({ status: 'shipped' })
  done(await post(id, `gaps/${await gapOf('unwanted')}`, { decision: 'back', words: '退回上架' }, 'b-pts'))
  const view = await seeIt(id)
  const { cost } = view
  expect(view).toMatchObject({ status: 'closed', lines: [{ shipped: wanted, arrived: wanted - 1_200, lost: 200, back: 1_000, missed: 0, open: 0 }] })
  expect(cost).toMatchObject({ shippedFen: shipped, roadFen: 0 })
  expect((cost?.arrivedFen ?? 0) + (cost?.lostFen ?? 0) + (cost?.backFen ?? 0)).toBe(shipped)
  const [here, there] = [await valueOf(server.storeId, partId), await valueOf(other(), partId)]
  expect([here.value - hereBefore.value, thereBefore.value - there.value, there.hand - left.hand]).toEqual([cost?.arrivedFen, shipped - (cost?.backFen ?? 0), 600])
  expect((await seeIt(id, 'whk')).cost).toBeNull()
  await sound()

  // The first arrival was wrong: its goods go back onto the road at what they came with, by the store that received them, once, with a reason.
  const [first] = view.outcomes.filter(({ kind }) => kind === 'arrived')
  const reverse = (document: string, reason: string, login = 'whk') => post(id, 'arrival-reversal', { document, reason }, login)
  expect((await reverse(first?.document ?? '', '')).status).toBe(400)
  expect(code(await reverse(first?.document ?? '', '错', 'b-whk'))).toBe('transfers.asking-store-does')
  expect(code(await reverse('TI-NONE', '错'))).toBe('transfers.not-arrived')
  done(await reverse(first?.document ?? '', '收错货位'))
  const again = await seeIt(id)
  const backFen = again.cost?.roadFen ?? 0
  expect(again).toMatchObject({ status: 'shipped', endedAt: null, lines: [{ arrived: 300, open: wanted - 1_500 }] })
  expect(again.outcomes.find(({ takesBack }) => takesBack)).toMatchObject({ kind: 'arrived', thousandths: -(first?.thousandths ?? 0), costFen: -(first?.costFen ?? 0), reason: '收错货位', personName: 'SH1 WHK' })
  expect((await valueOf(server.storeId, partId)).value).toBe(here.value - backFen)
  expect(code(await reverse(first?.document ?? '', '再来'))).toBe('transfers.not-arrived')
  await sound()
  // What was put elsewhere since is not all there any more.
  const rest = again.outcomes.find(({ kind, takesBack, takenBack }) => kind === 'arrived' && !takesBack && !takenBack)?.document ?? ''
  const { rows: [moved] } = await server.owner.query<{ lot_id: string; to_place: string }>('select lot_id, to_place from stock.move where store_id = $1 and document = $2', [server.storeId, rest])
  done(await as('whk').post('/bins/moves', { partId, lotId: moved?.lot_id, fromPlace: moved?.to_place, toPlace: (await bin('A-01-02')).placeId, thousandths: 100, reason: '腾位' }))
  expect(code(await reverse(rest, '错'))).toBe('stock.lot-already-used')
  // It is not wanted here: the giving store takes it back, to the fen.
  done(await arrival(0, wanted - 1_500, 'unwanted', '收错，退回'))
  done(await post(id, `gaps/${await gapOf('unwanted')}`, { decision: 'back', words: '退回上架' }, 'b-pts'))
  const last = await seeIt(id)
  expect(last).toMatchObject({ status: 'closed', cost: { roadFen: 0 } })
  expect((last.cost?.arrivedFen ?? 0) + (last.cost?.lostFen ?? 0) + (last.cost?.backFen ?? 0)).toBe(shipped)
  await sound()
}, 60_000)

test('before it leaves it is refused, cancelled or withdrawn, and what was held back is let go by its own store; a third store sees nothing', async () => {
  const partId = masters.parts[1]?.id ?? ''
  const refused = await ask(1, 1_000)
  expect(code(await post(refused, 'answer', { agree: false, words: '' }, 'b-pts'))).toBe('transfers.words-missing')
  done(await post(refused, 'answer', { agree: false, words: '自用' }, 'b-pts'))
  expect(code(await post(refused, 'cancellation', { reason: 'x' }, 'pts'))).toBe('transfers.over')
  const id = await ask(1, 1_000)
  done(await post(id, 'answer', { agree: true }, 'b-pts'))
  const reserved = async () => (done(await as('b-pts').get(`/stock/${partId}`))['part'] as { reserved: number }).reserved
  expect(await reserved()).toBe(1_000)
  done(await post(id, 'cancellation', { reason: '客户取消' }, 'pts'))
  expect(await seeIt(id)).toMatchObject({ status: 'withdrawn' })
  expect(code(await post(id, 'shipment', { eta: '2026-11-25' }, 'b-whk'))).toBe('transfers.withdrawn')
  done(await post(id, 'cancellation', { reason: '对方撤回' }, 'b-pts'))
  expect([await reserved(), (await seeIt(id)).status]).toEqual([0, 'cancelled'])
  const seen = (storeId: string) => server.database.reading([storeId], (tx) => tx.one<{ count: number }>`select count(*) as count from transfers.transfer`)
  expect([(await seen(server.storeId)).count > 0, (await seen(other())).count > 0, (await seen(randomUUID())).count]).toEqual([true, true, 0])
  await sound()
}, 60_000)

test('what one store does is on the list of the other, in its news and before its people, each once', async () => {
  const news = async (storeId: string, id: string) => (await server.database.reading([storeId], (tx) => tx.all<{ event: string }>`select event from platform.outbox where store_id = ${storeId} and subject_id = ${id} and event like 'transfer.%' order by id`)).map(({ event }) => event)
  const told = async (login: string, id: string) => {
    await lookRound(server.database, server.clock)
    return (done(await as(login).get('/notices'))['rows'] as { kind: string; path: string; facts: Record<string, string> }[]).filter(({ path }) => path === `/transfers/${id}`).map(({ kind, facts }) => [kind, facts['storeZh']])
  }
  const todo = async (login: string, id: string) => (done(await as(login).get('/transfers?group=todo'))['rows'] as { id: string; side: string }[]).filter((row) => row.id === id).map(({ side }) => side)
  const [hereName, thereName] = await Promise.all([server.storeId, other()].map(async (id) => (await server.owner.query<{ name: string }>('select name_zh as name from organisation.store where id = $1', [id])).rows[0]?.name))
  const id = await ask(3, 1_000)
  expect([await news(other(), id), await news(server.storeId, id)]).toEqual([['transfer.asked'], ['transfer.asked']])
  expect([await todo('b-pts', id), await todo('pts', id)]).toEqual([['giving'], []])
  expect([await told('b-pts', id), await told('b-pts', id), await told('b-whk', id), await told('pts', id)]).toEqual([[['transfer-asked', hereName]], [['transfer-asked', hereName]], [], []])
  done(await post(id, 'answer', { agree: true }, 'b-pts'))
  done(await post(id, 'shipment', { eta: '2026-11-25' }, 'b-whk'))
  expect(await news(server.storeId, id)).toEqual(['transfer.asked', 'transfer.agreed', 'transfer.shipped'])
  expect([await told('whk', id), await told('ppl', id), await told('sad', id), await told('b-whk', id)]).toEqual([[['transfer-shipped', thereName]], [['transfer-shipped', thereName]], [], []])
  expect([await todo('whk', id), await todo('b-pts', id)]).toEqual([['asking'], []])
  done(await post(id, 'arrival', { lines: [{ lineId: (await seeIt(id)).lines[0]?.id, arrived: 0, placeId: null, missing: 1_000, kind: 'short', reason: '空箱' }] }, 'whk'))
  expect(await told('b-pts', id)).toEqual([['transfer-differs', hereName], ['transfer-asked', hereName]])
  expect([await news(other(), id), await todo('b-pts', id)]).toEqual([['transfer.asked', 'transfer.agreed', 'transfer.shipped', 'transfer.arrived'], ['giving']])
  done(await post(id, `gaps/${(await seeIt(id)).gaps[0]?.id ?? ''}`, { decision: 'lost', words: '路上丢失' }, 'b-pts'))
  const refused = await ask(3, 1_000)
  done(await post(refused, 'answer', { agree: false, words: '自用' }, 'b-pts'))
  expect([await told('ppl', refused), await told('b-pts', refused)]).toEqual([[['transfer-refused', thereName]], []])
  await sound()
}, 60_000)

test('a part that is short finds its source in the other store, arrives for its request, and the carriers are asked about what is on the way', async () => {
  const partId = masters.parts[2]?.id ?? ''
  const free = ((done(await as('pts').get(`/transfers/elsewhere/${partId}`))['rows']) as { free: number }[])[0]?.free ?? 0
  const request = done(await as('ppl').post('/purchase-requests/by-hand', { partId, thousandths: free, urgency: 'normal', note: '补库' })) as { id: string }
  type Option = { source: string; code: string | null; nameZh: string; eta: string; unitCostFen: number; totalFen: number; free: number | null; fits: boolean; advised: boolean }
  const { rows: options, reason } = done(await as('ppl').get(`/purchase-requests/${request.id}/source-advice`)) as unknown as { rows: Option[]; reason: string }
  expect(options.find(({ source }) => source === 'transfer')).toMatchObject({ eta: '2026-11-25', free, fits: true })
  const [costs, usual] = [new Map(options.map(({ code, unitCostFen }) => [code, unitCostFen])), options.find(({ source }) => source === 'outside')?.unitCostFen ?? 0]
  expect([costs.get('J'), costs.get('E'), costs.get('S')]).toEqual([Math.round(usual * 1.05), Math.round(usual * 1.1), Math.round(usual * 1.02)]) // by the price factors of their orders
  expect(options.every(({ totalFen, unitCostFen }) => totalFen === Math.round((unitCostFen * free) / 1_000))).toBe(true)
  // M has no day in the calendar yet; J and E want a job, and the shelf has none.
  expect(options.map(({ source, code: letter, eta, fits }) => [source, letter, eta, fits])).toEqual([['outside', 'W', '2026-11-24', true], ['transfer', null, '2026-11-25', true], ['e-order', 'E', '2026-11-25', false], ['j-order', 'J', '2026-11-26', false], ['m-order', 'S', '2026-11-28', true]])
  // The board and the dialog name one and the same.
  const onBoard = async () => (done(await as('ppl').get('/parts-promises')) as { rows: { id: string; onTransfer: { id: string } | null; advice: Option | null }[] }).rows.find((row) => row.id === request.id)
  const best = options.find(({ advised }) => advised)
  expect((await onBoard())?.advice).toMatchObject({ source: best?.source, code: best?.code, nameZh: best?.nameZh, eta: best?.eta, unitCostFen: best?.unitCostFen })
  expect(reason).toBe('cheapest')
  const wanted = async () => (done(await as('ppl').get('/transfers/wanted')) as unknown as { rows: Wanted[] }).rows.filter(({ requestId }) => requestId === request.id)
  expect(await wanted()).toHaveLength(1)
  const asking = { givingStoreId: other(), lines: [{ partId, thousandths: free, requestId: request.id }] }
  const supplierId = String(done(await as('ppl').post('/parts-suppliers', { name: '东城汽配', kind: 'outside' }))['id'])
  const order = () => as('ppl').post('/parts-orders', { supplierId, kind: 'W', lines: [{ partId, thousandths: 1_000, unitCostFen: 100, requestId: request.id }] })
  // What a submitted order brings is not asked of another store, until its line there is cancelled.
  const first = String(done(await order())['id'])
  done(await as('ppl').post(`/parts-orders/${first}/submission`, { version: 2 }))
  expect((await as('ppl').post('/transfers', asking)).body).toMatchObject({ code: 'transfers.request-ordered', facts: { part: masters.parts[2]?.number } })
  expect(await wanted()).toEqual([])
  done(await as('ppl').post(`/parts-orders/${first}/cancel`, { version: 3, reason: '改由调拨' }))
  expect(await wanted()).toHaveLength(1)
  const drafted = String(done(await order())['id'])
  const id = String(done(await as('ppl').post('/transfers', asking))['id'])
  expect(code(await as('ppl').post('/transfers', asking))).toBe('transfers.request-served')
  expect(await wanted()).toEqual([])
  // What the other store sends is not offered to order, nor ordered a second time: not by a new draft, nor by the one that lay there.
  expect(await onBoard()).toMatchObject({ onTransfer: { id }, advice: null })
  expect(code(await order())).toBe('parts-orders.request-in-transfer')
  expect(code(await as('ppl').post(`/parts-orders/${drafted}/submission`, { version: 2 }))).toBe('parts-orders.request-in-transfer')
  done(await as('ppl').post(`/parts-orders/${drafted}/cancel`, { version: 2, reason: '改由调拨' }))
  const sourced = done(await as('ppl').get('/purchase-requests?group=open')) as unknown as { rows: { id: string; source: string; eta: string }[] }
  expect(sourced.rows.find((row) => row.id === request.id)).toMatchObject({ source: 'transfer', eta: '2026-11-25' })
  done(await post(id, 'answer', { agree: true }, 'b-pts'))
  done(await post(id, 'shipment', { eta: '2026-11-25' }, 'b-whk'))
  const asked = () => proof(transferProofs, 'WHK-1.1', '2026-11-22T16:00:00Z', '2026-11-23T02:00:00Z')
  expect(await asked()).toMatchObject({ met: false, figure: 0 })
  const { rows } = done(await as('whk').get('/inbound')) as unknown as { rows: Inbound[] }
  expect(rows).toMatchObject([{ subject: 'transfer', subjectId: id, eta: '2026-11-25', askedToday: false }])
  expect(code(await as('whk').post(`/inbound/${id}/word`, { arrivesOn: '2026-11-20', dueFen: 0 }))).toBe('transfers.eta-in-past')
  done(await as('whk').post(`/inbound/${id}/word`, { arrivesOn: '2026-11-24', dueFen: 3_500, words: '下午到' }))
  expect(await asked()).toMatchObject({ met: true, figure: 1 })
  done(await post(id, 'arrival', { lines: [{ lineId: (await seeIt(id)).lines[0]?.id, arrived: free, placeId: (await bin('A-01-02')).placeId, missing: 0 }] }, 'whk'))
  expect(await seeIt(id)).toMatchObject({ status: 'closed' })
  await sound()
}, 60_000)
