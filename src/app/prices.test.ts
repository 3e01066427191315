import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { ListLine, ListView } from '../modules/prices/contract.ts'
import { invariants } from './modules.ts'
import { brokenInvariants, signature, type Masters } from './testing/furnished.ts'
import { anotherDay, furnishedServer } from './testing/furnished-server.ts'
import { imported } from './testing/imported.ts'
import { readyCar } from './testing/ready-car.ts'
import { code, done } from './testing/said.ts'
import type { Answer, Caller, TestServer } from './testing/test-server.ts'

// A maker's list from file to reversal, estimates on both sides of its day, the floor of the margin, a promotion and a chosen source. It is Monday 23 November 2026, ten o'clock in Shanghai.
let server: TestServer
let masters: Masters
let as: (login: string) => Caller
const people = ['pts', 'ppl', 'stm', 'sad', 'fds', 'gm', 'wss', 'tec', 'qci', 'whk', 'csh', 'b-stm']
const comes = async (moment: string): Promise<void> => { as = await anotherDay(server, moment, people) }
beforeAll(async () => {
  ({ server, masters, as } = await furnishedServer(people))
  await comes('2026-11-23T02:00:00Z')
}, 60_000)
afterAll(() => server.drop())

const part = (index: number) => {
  const found = masters.parts[index]
  if (found === undefined) throw new Error('no such part')
  return found
}
const lists = async () => done(await as('pts').get('/price-lists'))['rows'] as { id: string; name: string; state: string; version: number }[]
const see = async (id: string, login = 'pts') => done(await as(login).get(`/price-lists/${id}`)) as unknown as ListView
const post = async (id: string, deed: string, body: object = {}, login = 'ppl'): Promise<Answer> => as(login).post(`/price-lists/${id}/${deed}`, { version: (await see(id)).version, ...body })
const decide = async (id: string, login: string, way: 'approve' | 'refuse' = 'approve'): Promise<Answer> => {
  const { rows: [request] } = await server.owner.query<{ id: string; version: number }>("select id, version from approvals.request where subject_id = $1 and state = 'asked'", [id])
  return as(login).post(`/approvals/${request?.id ?? ''}/${way}`, { version: request?.version ?? 0, reason: '再核对一次' })
}
let files = 0
/** A list sent and read to its end; the draft it became. */
async function bring(rows: readonly (readonly [index: number, capFen: number | null])[], login = 'ppl'): Promise<ListView> {
  const before = new Set((await lists()).map(({ id }) => id))
  const csv = ['零件号,厂家指导价', ...rows.map(([index, cap]) => `${part(index).number},${cap === null ? '' : (cap / 100).toFixed(2)}`), `NO-SUCH-${String(files += 1)},9`].join('\n')
  const report = await imported(server, as(login), 'prices', csv)
  expect(report).toMatchObject({ doneNew: rows.length, doneRefused: 1 })
  const id = (await lists()).find((list) => !before.has(list.id))?.id ?? ''
  return vi.waitFor(async () => {
    const list = await see(id)
    expect(list.state).toBe('draft')
    return list
  })
}
const linesOf = async (id: string, query: string, login = 'pts') => (done(await as(login).get(`/price-lists/${id}/lines?${query}`)) as unknown as { rows: ListLine[]; next: string | null })
const capOf = async (index: number): Promise<number | null> => {
  const { prices } = done(await as('pts').get(`/parts/${part(index).id}`)) as unknown as { prices: { kind: string; current: boolean; priceFen: number }[] }
  return prices.find(({ kind, current }) => kind === 'cap' && current)?.priceFen ?? null
}

let plates = 0
/** An estimate with this part for a payer, and what its line says. */
async function estimate(index: number, payer = 'customer'): Promise<{ id: string; lineId: string; version: number; line: { unitPriceFen: number; priceRule: string; version: number; deviationReason: string | null } }> {
  const made = done(await as('sad').post('/repair-orders/quotes', { plate: `沪A·D${String(60_000 + (plates += 1))}`, purpose: 'repair', concern: '询价', customerName: '询价人', phone: '19900001234', modelName: '云岭 轿车', insurerName: '' })) as { id: string; version: number }
  const added = done(await as('sad').post(`/repair-orders/${made.id}/lines`, { version: made.version, lines: [{ kind: 'part', partId: part(index).id, payer, quantityThousandths: 1_000 }] })) as { lineIds: string[]; version: number }
  return { id: made.id, lineId: added.lineIds[0] ?? '', version: added.version, line: await lineOf(made.id) }
}
async function lineOf(orderId: string) {
  const { lines } = done(await as('sad').get(`/repair-orders/${orderId}`)) as unknown as { lines: { unitPriceFen: number; priceRule: string; version: number; deviationReason: string | null }[] }
  const [line] = lines
  if (line === undefined) throw new Error('no line')
  return line
}

let list: ListView
test('a list from a file is a draft: new, dearer, cheaper, not listed, with its effect on the stock, and prices stay as they are', async () => {
  const [dearer, cheaper] = [part(0).capFen + 1_000, Math.round(part(1).capFen * 0.9)]
  list = await bring([[0, dearer], [1, cheaper], [2, part(2).capFen]])
  expect(await capOf(0)).toBe(part(0).capFen)
  const { rows } = await linesOf(list.id, 'kind=cap&touching=all&limit=3&sort=dearest')
  expect(rows[0]).toMatchObject({ partNumber: part(0).number, change: 'dearer', deltaFen: 1_000, beforeFen: part(0).capFen, priceFen: dearer, percent: Math.round(10_000_000 / part(0).capFen) })
  expect((await linesOf(list.id, 'kind=cap&touching=all&sort=cheapest&limit=1')).rows[0]).toMatchObject({ partNumber: part(1).number, change: 'cheaper', deltaFen: cheaper - part(1).capFen })
  const { rows: [{ capped } = { capped: 0 }] } = await server.owner.query<{ capped: number }>("select count(*)::int as capped from catalogue.part_price where kind = 'cap' and valid_from <= '2026-11-23' and (valid_until is null or valid_until >= '2026-11-23')")
  const counts = new Map(list.counts.map(({ change, count }) => [change, count]))
  expect([counts.get('dearer'), counts.get('cheaper'), counts.get('same'), counts.get('gone')]).toEqual([1, 1, 1, capped - 3])
  // Paged through in the order asked for, nothing twice and nothing left out.
  const seen: string[] = []
  for (let after = ''; ;) {
    const page = await linesOf(list.id, `kind=cap&touching=all&sort=dearest&limit=7${after === '' ? '' : `&after=${encodeURIComponent(after)}`}`)
    seen.push(...page.rows.map(({ partNumber }) => partNumber))
    if (page.next === null) break
    after = page.next
  }
  expect([seen.length, new Set(seen).size]).toEqual([capped, capped])
  const inStock = (await linesOf(list.id, 'kind=cap&touching=stock&sort=effect&limit=200')).rows
  const effect = done(await as('pts').get(`/price-lists/${list.id}/effect?kind=cap`))
  expect(Number(effect['afterFen']) - Number(effect['beforeFen'])).toBe(inStock.reduce((sum, { deltaFen, here }) => sum + Math.round((deltaFen * here) / 1_000), 0))
  expect((await linesOf(list.id, `kind=cap&touching=all&find=${part(1).number}`)).rows.map(({ partNumber }) => partNumber)).toContain(part(1).number)
  // The advisor's supervisor sees the list without the cost of the stock, and nothing that tells of it.
  expect(inStock.some(({ unitCostFen, margin }) => unitCostFen !== null && margin !== null)).toBe(true)
  expect((await linesOf(list.id, 'kind=cap&touching=stock', 'fds')).rows.every(({ unitCostFen, margin }) => unitCostFen === null && margin === null)).toBe(true)
  expect((await as('sad').get(`/price-lists/${list.id}`)).status).toBe(403)
}, 60_000)

test('approved by somebody else, for a day that is not past; sent back it is a draft again', async () => {
  expect(code(await post(list.id, 'request'))).toBe('prices.day-missing')
  expect(code(await post(list.id, 'preparation', { name: '十二月目录', fromDay: '2026-11-22' }))).toBe('prices.day-past')
  done(await post(list.id, 'preparation', { name: '十二月目录', fromDay: '2026-11-25' }))
  expect((await as('ppl').post(`/price-lists/${list.id}/request`, { version: 1 })).status).toBe(409)
  done(await post(list.id, 'request'))
  expect(code(await post(list.id, 'preparation', { name: 'x', fromDay: '2026-11-26' }))).toBe('prices.not-a-draft')
  expect(code(await decide(list.id, 'ppl'))).toBe('approvals.not-yours-to-decide')
  expect((await see(list.id, 'stm')).request).toMatchObject({ own: false })
  done(await decide(list.id, 'stm', 'refuse'))
  expect(await see(list.id)).toMatchObject({ state: 'draft', words: '再核对一次' })
  done(await post(list.id, 'request', {}, 'pts'))
  expect(code(await decide(list.id, 'pts'))).toBe('approvals.own-request')
  const { rows: [request] } = await server.owner.query<{ id: string; version: number }>("select id, version from approvals.request where subject_id = $1 and state = 'asked'", [list.id])
  const yes = await Promise.all(['stm', 'stm', 'stm'].map((login) => as(login).post(`/approvals/${request?.id ?? ''}/approve`, { version: request?.version ?? 0, reason: '' })))
  expect(yes.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(await see(list.id)).toMatchObject({ state: 'waits', fromDay: '2026-11-25' })
  expect(await brokenInvariants(server, invariants)).toEqual([])
}, 60_000)

test('an estimate takes the old price to the last second of the day before, the new one from the first of its day; what stands keeps its price', async () => {
  await comes('2026-11-24T15:59:00Z') // 23:59 in Shanghai
  const before = await estimate(0)
  expect(before.line).toMatchObject({ unitPriceFen: part(0).capFen, priceRule: 'cap' })
  expect((await see(list.id)).state).toBe('waits')
  await comes('2026-11-24T16:00:00Z') // midnight: the 25th
  expect((await estimate(0)).line).toMatchObject({ unitPriceFen: part(0).capFen + 1_000, priceRule: 'cap' })
  expect((await estimate(0, 'insurer')).line).toMatchObject({ unitPriceFen: Math.round((part(0).capFen + 1_000) * 1.2), priceRule: 'cap-plus-20' })
  expect((await lineOf(before.id)).unitPriceFen).toBe(part(0).capFen)
  expect((await see(list.id)).state).toBe('in-force')
  expect((await linesOf(list.id, 'kind=cap&touching=estimates')).rows).toMatchObject([{ partNumber: part(0).number, estimates: 3 }])
  expect(code(await post(list.id, 'withdrawal', { reason: '晚了' }, 'stm'))).toBe('prices.not-waiting')
}, 60_000)

test('a list in force is reversed by a counter list: the old prices count from today on, and the next day still', async () => {
  await comes('2026-11-27T02:00:00Z')
  expect((await post(list.id, 'reversal', { reason: '厂家更正' }, 'ppl')).status).toBe(403)
  const { counterId } = done(await post(list.id, 'reversal', { reason: '厂家更正' }, 'stm')) as { counterId: string }
  expect(await see(list.id)).toMatchObject({ state: 'reversed', reversedBy: { id: counterId } })
  expect(await see(counterId)).toMatchObject({ state: 'in-force', counter: true, fromDay: '2026-11-27', reverses: { id: list.id } })
  expect([await capOf(0), await capOf(1), await capOf(2)]).toEqual([part(0).capFen, part(1).capFen, part(2).capFen])
  expect((await estimate(0)).line.unitPriceFen).toBe(part(0).capFen)
  expect(code(await post(counterId, 'reversal', { reason: 'x' }, 'stm'))).toBe('prices.counter-list')
  expect(await server.owner.query("select valid_from::text as from, valid_until::text as until, price_fen::int as fen from catalogue.part_price where part_id = $1 and kind = 'cap' order by valid_from desc limit 3", [part(0).id])).toMatchObject({
    rows: [{ from: '2026-11-27', until: null, fen: part(0).capFen }, { from: '2026-11-25', until: '2026-11-26', fen: part(0).capFen + 1_000 }, { until: '2026-11-24', fen: part(0).capFen }],
  })
}, 60_000)

test('withdrawn before its day nothing is left of it; two planned lists follow each other; on its own day it is reversed by taking it out', async () => {
  const [first, second, today] = [await bring([[4, 50_000], [5, 60_000]]), await bring([[4, 70_000]]), await bring([[6, 80_000]])]
  const plan = async ({ id }: ListView, fromDay: string) => {
    done(await post(id, 'preparation', { name: fromDay, fromDay }))
    done(await post(id, 'request'))
    done(await decide(id, 'stm'))
  }
  const periods = async (index: number) => (await server.owner.query<{ says: string }>("select valid_from::text || ' ' || coalesce(valid_until::text, '…') || ' ' || price_fen as says from catalogue.part_price where part_id = $1 and kind = 'cap' order by valid_from", [part(index).id])).rows.map(({ says }) => says)
  const asItWas = [await periods(4), await periods(5), await periods(6)]
  await plan(second, '2026-12-20')
  await plan(first, '2026-12-01') // before one that is planned: it counts until that begins
  expect((await periods(4)).slice(-2)).toEqual(['2026-12-01 2026-12-19 50000', '2026-12-20 … 70000'])
  const clash = await bring([[4, 55_000]])
  done(await post(clash.id, 'preparation', { name: '同日', fromDay: '2026-12-20' }))
  done(await post(clash.id, 'request'))
  expect(code(await decide(clash.id, 'stm'))).toBe('prices.same-day')
  done(await post(first.id, 'withdrawal', { reason: '厂家推迟' }, 'stm'))
  expect((await periods(4)).at(-1)).toBe('2026-12-20 … 70000')
  expect((await periods(4)).at(-2)).toContain('2026-12-19')
  done(await post(second.id, 'withdrawal', { reason: '厂家推迟' }, 'stm'))
  await plan(today, '2026-11-27')
  expect(await capOf(6)).toBe(80_000)
  done(await post(today.id, 'reversal', { reason: '弄错了' }, 'stm'))
  expect(await capOf(6)).toBe(part(6).capFen)
  expect([await periods(4), await periods(5), await periods(6)]).toEqual(asItWas)
  // A price that no list brought is never deleted, not even by a mistake of ours.
  await expect(server.owner.query('delete from catalogue.part_price where part_id = $1', [part(7).id])).rejects.toThrow('never deleted')
  done(await post((await bring([[5, 61_000]])).id, 'discard', { reason: '重复导入' }))
}, 60_000)

test('a line below the floor is a deviation that somebody approves; the floor has its history; no floor, nothing asked', async () => {
  expect((await estimate(8)).line).toMatchObject({ priceRule: 'cap', deviationReason: null })
  const floor = { payer: 'customer', edition: 0, percent: 50_000, reason: '试算' }
  expect((await as('pts').post('/price-floors', floor)).status).toBe(403)
  done(await as('stm').post('/price-floors', floor))
  expect((await as('gm').post('/price-floors', { ...floor, percent: 10 })).status).toBe(409)
  expect(code(await as('gm').post('/price-floors', { ...floor, edition: 1 }))).toBe('prices.floor-same')
  const below = await estimate(8)
  expect(below.line).toMatchObject({ priceRule: 'manual', unitPriceFen: part(8).capFen })
  expect(below.line.deviationReason).toBe('below-floor 50000')
  const waiting = (done(await as('stm').get('/approvals')) as unknown as { waiting: { id: string; kind: string }[] }).waiting
  expect(waiting.find(({ id }) => id === below.lineId)?.kind).toBe('price-deviation')
  done(await as('stm').post(`/approvals/deviations/${below.lineId}/approve`, { version: below.line.version }))
  // Nobody signs it before somebody approved it; sold, it stands in the month's list with its cost for who may see that.
  const sold = await readyCar({ as, server, masters }, [{ kind: 'labour', index: 0 }, { kind: 'part', index: 8 }], async ({ id, lineIds, version }) => {
    const promisedAt = new Date(server.clock.now().getTime() + 6 * 3_600_000).toISOString()
    expect(code(await as('sad').post(`/repair-orders/${id}/authorisation`, { version, promisedAt, phoneChecked: true, choices: { oldParts: 'take', wash: true, roadTest: false, waits: true }, signature }))).toBe('repair-orders.deviation-not-approved')
    done(await as('stm').post(`/approvals/deviations/${lineIds[1] ?? ''}/approve`, { version: 1 }))
    return done(await as('sad').get(`/repair-orders/${id}`))['version']
  })
  expect((await as('stm').get('/price-floors/sold?month=2026-11')).body).toMatchObject({ rows: [] })
  done(await as('sad').post(`/settlements/${sold.id}`, { version: sold.version }))
  const soldTo = async (login: string) => (done(await as(login).get('/price-floors/sold?month=2026-11')) as unknown as { rows: { partNumber: string; costFen: number | null; percent: number; approvedByName: string | null }[] }).rows
  expect(await soldTo('stm')).toMatchObject([{ partNumber: part(8).number, percent: 50_000, approvedByName: 'SH1 STM' }])
  expect([(await soldTo('stm'))[0]?.costFen === null, (await soldTo('fds'))[0]?.costFen]).toEqual([false, null])
  expect((await as('stm').get('/price-floors/sold-by-person?month=2026-11')).body).toMatchObject({ rows: [{ lines: 1 }] })
  expect((await as('stm').get('/price-floors/sold?month=2026-10')).body).toMatchObject({ rows: [], next: null })
  expect((await estimate(8, 'insurer')).line.priceRule).toBe('cap-plus-20') // each payer has a floor of his own
  done(await as('gm').post('/price-floors', { ...floor, edition: 1, percent: null, reason: '试算结束' }))
  expect((await estimate(8)).line.priceRule).toBe('cap')
  const { floors, history } = done(await as('stm').get('/price-floors')) as unknown as { floors: { percent: number | null }[]; history: unknown[] }
  expect([floors.map(({ percent }) => percent), history.length]).toEqual([[null], 2])
  expect((await as('b-stm').get('/price-floors')).body).toMatchObject({ floors: [], history: [] })
}, 60_000)

test('a promotion is taken by an estimate while it runs, by the customer alone, and a chosen source gives the draft of an order its cost', async () => {
  const { rows: [stocked] } = await server.owner.query<{ part_id: string; cost: number }>('select part_id, (value_fen * 1000 / on_hand_thousandths)::int as cost from stock.part_stock where store_id = $1 and on_hand_thousandths > 0 order by part_id limit 1', [server.storeId])
  const index = masters.parts.findIndex(({ id }) => id === stocked?.part_id)
  const offer = Math.max(Math.ceil((stocked?.cost ?? 0) * 1.13), 1)
  const responsible = done(await as('pts').get('/promotions/people'))['rows'] as { id: string }[]
  const planned = await as('stm').post('/promotions', { name: '清仓', fromDay: '2026-11-28', untilDay: '2026-11-28', responsibleId: responsible[0]?.id, parts: [{ partId: part(index).id, priceFen: Math.min(offer, part(index).capFen - 1), underCostReason: '清仓' }] })
  done(planned)
  expect((await estimate(index)).line.priceRule).toBe('cap')
  await comes('2026-11-27T16:00:30Z') // the first minute of the 28th
  expect((await estimate(index)).line).toMatchObject({ priceRule: 'promotion', unitPriceFen: Math.min(offer, part(index).capFen - 1) })
  expect((await estimate(index, 'insurer')).line.priceRule).toBe('cap-plus-20')
  await comes('2026-11-28T16:00:00Z')
  expect((await estimate(index)).line.priceRule).toBe('cap')

  const supplier = async (name: string) => String(done(await as('ppl').post('/parts-suppliers', { name, kind: 'outside' }))['id'])
  const [chosen, other] = [await supplier('东城汽配'), await supplier('西关汽配')]
  const asked = done(await as('ppl').post('/supplier-inquiries', { about: '别家 轿车', kinds: ['customer'], supplierIds: [chosen, other], lines: [{ partNumber: part(2).number, name: '件', thousandths: 1_000 }] })) as { id: string }
  const inquiry = async () => done(await as('ppl').get(`/supplier-inquiries/${asked.id}`)) as unknown as { version: number; lines: { id: string }[] }
  for (const [supplierId, unitFen] of [[chosen, 7_777], [other, 8_888]] as const) {
    const { version, lines } = await inquiry()
    done(await as('ppl').post(`/supplier-inquiries/${asked.id}/answer`, { version, supplierId, prices: [{ lineId: lines[0]?.id, kind: 'customer', unitFen, days: 2 }] }))
  }
  const { version, lines } = await inquiry()
  done(await as('pts').post(`/supplier-inquiries/${asked.id}/choice`, { version, choices: [{ lineId: lines[0]?.id, kind: 'customer', supplierId: chosen }] }))
  const costFor = async (supplierId: string) => {
    const { id } = done(await as('ppl').post('/parts-orders', { supplierId, kind: 'W', lines: [{ partId: part(2).id, thousandths: 1_000, unitCostFen: null }] })) as { id: string }
    return (done(await as('ppl').get(`/parts-orders/${id}`)) as unknown as { lines: { unitCostFen: number }[] }).lines[0]?.unitCostFen
  }
  expect(await costFor(chosen)).toBe(7_777)
  expect(await costFor(other)).not.toBe(7_777)
}, 60_000)

test('a list is reversed although somebody priced one of its parts meanwhile: that part keeps the newer price, now or planned, and the report names it', async () => {
  const brought = await bring([[3, 90_000], [6, 91_000], [11, 92_000]])
  done(await post(brought.id, 'preparation', { name: '十一月底目录', fromDay: '2026-11-29' }))
  done(await post(brought.id, 'request'))
  done(await decide(brought.id, 'stm'))
  await comes('2026-11-30T02:00:00Z')
  done(await as('pts').post(`/parts/${part(3).id}/prices`, { kind: 'cap', validFrom: '2026-11-30', validUntil: null, priceFen: 95_000 }))
  done(await as('pts').post(`/parts/${part(6).id}/prices`, { kind: 'cap', validFrom: '2026-12-10', validUntil: null, priceFen: 96_000 }))
  const { counterId } = done(await post(brought.id, 'reversal', { reason: '厂家更正' }, 'stm')) as { counterId: string }
  expect([await capOf(3), await capOf(6), await capOf(11)]).toEqual([95_000, part(6).capFen, null]) // the last one had none before
  expect(await see(counterId)).toMatchObject({ state: 'in-force', kept: { count: 1, numbers: [part(3).number] } })
  const { rows: planned } = await server.owner.query("select valid_from::text as from, valid_until::text as until, price_fen::int as fen from catalogue.part_price where part_id = $1 and kind = 'cap' order by valid_from desc limit 2", [part(6).id])
  expect(planned).toEqual([{ from: '2026-12-10', until: null, fen: 96_000 }, { from: '2026-11-30', until: '2026-12-09', fen: part(6).capFen }])
  expect(await brokenInvariants(server, invariants)).toEqual([])
}, 60_000)
