import { afterAll, beforeAll, expect, test } from 'vitest'
import { RefusedError } from '../kernel/refusal.ts'
import { adjustStock, receiveParts } from '../modules/stock/public.ts'
import { chanceFrom } from './demo/chance.ts'
import { invariants } from './modules.ts'
import { brokenInvariants, signature, type Masters } from './testing/furnished.ts'
import { furnishedServer } from './testing/furnished-server.ts'
import { size, tell } from './testing/proof.ts'
import { receivedCar } from './testing/ready-car.ts'
import { code, done } from './testing/said.ts'
import { journalOf, replay, type Round } from './testing/stock-replay.ts'
import type { Answer, Caller, TestServer } from './testing/test-server.ts'

// Thirty jobs fetch one part at the same moment, over the borders of its lots, while it is received, counted, adjusted, brought back and let go. Each round is then replayed, one deed after
// the other in the order in which the database committed them, on a plain list of lots. It is Monday 23 November 2026, ten o'clock, and the clock goes on.
const rounds = size({ test: 3, prove: 20 })
const jobs = 30
const chance = chanceFrom(20_261_123)
const between = (least: number, most: number): number => least + chance.below(most - least + 1)

let server: TestServer
let masters: Masters
let as: (login: string) => Caller
let bins: readonly { readonly id: string; readonly code: string }[] = []
beforeAll(async () => {
  ({ server, masters, as } = await furnishedServer(['sad', 'pts', 'ppl', 'whk', 'fin']))
  const [start, began] = [server.clock.now().getTime(), performance.now()]
  server.clock = { now: () => new Date(start + performance.now() - began) }
  bins = (await server.owner.query<{ id: string; code: string }>("select id, code from stock.place where store_id = $1 and kind = 'bin' and active order by code limit 3", [server.storeId])).rows
}, 60_000)
afterAll(() => server.drop())

type Part = { readonly id: string; readonly number: string; readonly wanted: readonly number[] }
type Order = { readonly id: string; readonly lineIds: readonly string[]; readonly version: unknown; readonly short: readonly { readonly lineId: string; readonly short: number }[] }

/** A part of its own with a few lots of uneven size and price, a little less than the thirty want. */
async function partOfRound(round: number): Promise<Part> {
  const number = `RUSH-${String(round)}`
  const { id } = done(await as('pts').post('/parts', { number, nameZh: '机油', nameEn: 'Oil', unit: '升', packThousandths: 1, category: 'consumable', supersededBy: null, barcodes: [], units: [] })) as { id: string }
  done(await as('pts').post(`/parts/${id}/prices`, { kind: 'cap', validFrom: '2026-01-01', priceFen: 9_999 }))
  const wanted = Array.from({ length: jobs }, () => between(100, 2_500))
  const lots = between(3, 7)
  const each = Math.floor((wanted.reduce((sum, one) => sum + one, 0) * between(80, 105)) / 100 / lots)
  await server.does('PTS', (deed) => receiveParts(deed, {
    from: 'opening', reference: '期初', lines: Array.from({ length: lots }, (_, index) => ({ partId: id, placeId: bins[index % 3]?.id ?? '', thousandths: between(each - 500, each + 500), costFen: between(0, 99_999), receivedOn: `2026-10-0${String(between(1, 9))}` })),
  }))
  return { id, number, wanted }
}

async function authorised(lines: readonly { readonly partId: string; readonly thousandths: number }[]): Promise<Order> {
  const { id, version } = await receivedCar(as('sad'))
  const labour = { kind: 'labour', operationId: masters.operations[0]?.id, payer: 'customer' }
  const added = done(await as('sad').post(`/repair-orders/${id}/lines`, { version, lines: [...lines.map(({ partId, thousandths }) => ({ kind: 'part', partId, payer: 'customer', quantityThousandths: thousandths })), labour] }))
  const promisedAt = new Date(server.clock.now().getTime() + 6 * 3_600_000).toISOString()
  const yes = done(await as('sad').post(`/repair-orders/${id}/authorisation`, { version: added['version'], promisedAt, phoneChecked: true, choices: { oldParts: 'take', wash: true, roadTest: false, waits: true }, signature }))
  return { id, lineIds: (added['lineIds'] as string[]).slice(0, lines.length), version: yes['version'], short: yes['short'] as Order['short'] }
}

/** Prepared, planned with finance, begun: from here on anybody counts. */
async function openCount(partIds: readonly string[]): Promise<string> {
  const { id } = done(await as('pts').post('/counts', { day: '2026-11-23', briefing: '先看货位码', counterIds: [server.actor('WHK').personId] })) as { id: string }
  for (const login of ['whk', 'ppl', 'pts']) done(await as(login).post(`/counts/${id}/reading`))
  for (const [login, deed] of [['fin', 'agree'], ['whk', 'prepare'], ['whk', 'start']] as const) {
    const { version } = done(await as(login).get(`/counts/${id}`))
    done(await as(login).post(`/counts/${id}/${deed}`, { version }))
  }
  await server.owner.query('delete from counts.line where count_id = $1 and part_id <> all($2::uuid[])', [id, partIds])
  return id
}

type Deed = { readonly what: string; readonly lineId?: string; readonly bin?: string; readonly thousandths: number; readonly work: () => Promise<Answer | string | null> }
const byAction = (work: () => Promise<unknown>) => async (): Promise<string | null> => {
  try {
    await work()
    return null
  } catch (cause) {
    if (cause instanceof RefusedError) return cause.refusal.code
    throw cause
  }
}

type Cast = { readonly part: Part; readonly issuing: readonly Order[]; readonly bringing: Order; readonly leaving: readonly Order[]; readonly countId: string; readonly round: number }

/** Everything that happens to the part at the same moment, in an order of chance. */
function rush({ part, issuing, bringing, leaving, countId, round }: Cast): Deed[] {
  const coming = () => ({ partId: part.id, placeId: bins[chance.below(3)]?.id ?? '', thousandths: between(500, 5_000), costFen: between(1, 50_000) })
  const receipt = (): Deed => {
    const line = coming()
    return { what: 'receipt', thousandths: line.thousandths, work: () => as('pts').post('/stock/receipts', { reference: '到货', lines: [line] }) }
  }
  /** Found in an old list: it goes before what came later, and wakes nobody. */
  const older = (): Deed => {
    const line = { ...coming(), receivedOn: `2026-10-0${String(between(1, 9))}` }
    return { what: 'receipt', thousandths: line.thousandths, work: byAction(() => server.does('PTS', (deed) => receiveParts(deed, { from: 'opening', reference: '期初', lines: [line] }))) }
  }
  const adjustment = (thousandths: number): Deed => {
    const place = bins[chance.below(3)] ?? { id: '', code: '' }
    return { what: 'adjustment', bin: place.id, thousandths, work: byAction(() => server.does('PTS', (deed) => adjustStock(deed, { reason: '盘点', differences: [{ key: 'one', partId: part.id, placeId: place.id, partNumber: part.number, bin: place.code, thousandths }] }))) }
  }
  const count = (login: string): Deed => {
    const thousandths = between(0, 20_000)
    return { what: 'count', thousandths, work: () => as(login).post(`/counts/${countId}/entries`, { partId: part.id, placeId: bins[chance.below(3)]?.id, thousandths }) }
  }
  const lineOf = (order: Order): string => order.lineIds[order.lineIds.length === 1 ? 0 : round] ?? ''
  const back = between(1, 2_000)
  const deeds: Deed[] = [
    ...issuing.map((order, index): Deed => {
      const [lineId, thousandths] = [lineOf(order), chance.percent(70) ? part.wanted[index] ?? 0 : Math.ceil((part.wanted[index] ?? 0) / 2)]
      return { what: 'issue', lineId, thousandths, work: () => as('whk').post(`/picking/${order.id}/issue`, { lines: [{ lineId, thousandths, scannedLotId: null }] }) }
    }),
    { what: 'return', thousandths: back, lineId: lineOf(bringing), work: () => as('whk').post(`/picking/${bringing.id}/take-back`, { lineId: lineOf(bringing), thousandths: back, reason: '用不完' }) },
    ...leaving.map(({ id, version }): Deed => ({ what: 'cancel', thousandths: 0, work: () => as('sad').post(`/repair-orders/${id}/cancel`, { version, reason: '客户不修了' }) })),
    receipt(), receipt(), older(), adjustment(-between(1, 2_000)), adjustment(between(1, 2_000)), ...['whk', 'ppl', 'pts'].map(count),
  ]
  return deeds.map((deed) => ({ deed, at: chance.below(1_000_000) })).toSorted((one, other) => one.at - other.at).map(({ deed }) => deed)
}

test(`${String(rounds)} times thirty jobs at once: stock by lot, cost and value are to the fen those of one deed after the other`, async () => {
  const parts: Part[] = []
  for (let round = 0; round < rounds; round += 1) parts.push(await partOfRound(round))
  await journalOf(server)
  const bringing = await authorised(parts.map(({ id }) => ({ partId: id, thousandths: 2_000 })))
  done(await as('whk').post(`/picking/${bringing.id}/issue`, { lines: bringing.lineIds.map((lineId) => ({ lineId, thousandths: 2_000, scannedLotId: null })) }))
  const letting: Order[] = []
  for (const { id } of parts) letting.push(await authorised([{ partId: id, thousandths: 3_000 }]))
  const issuing: Order[] = []
  for (let index = 0; index < jobs; index += 1) issuing.push(await authorised(parts.map(({ id, wanted }) => ({ partId: id, thousandths: wanted[index] ?? 0 }))))
  const countId = await openCount(parts.map(({ id }) => id))
  const told = { done: 0, refused: 0 }
  for (const [round, part] of parts.entries()) {
    const waiting = await authorised([{ partId: part.id, thousandths: 90_000 }])
    const [{ lineId, short } = { lineId: '', short: 0 }] = waiting.short
    done(await as('sad').post(`/purchase-requests/of-order/${waiting.id}`, { lineId, thousandths: short, urgency: 'waiting' }))
    const leaving = [letting[round] ?? waiting, waiting]
    const before: Round = { partId: part.id, leaving: leaving.map(({ id, lineIds }) => ({ orderId: id, lineId: lineIds[0] ?? '' })), waiting: { lineId, open: short } }
    const stand = await replay(server, before)
    const deeds = rush({ part, issuing, bringing, leaving, countId, round })
    const answers = await Promise.all(deeds.map(async (deed) => {
      const said = await deed.work()
      const refused = typeof said === 'object' && said !== null ? (said.status === 200 ? null : `${String(said.status)} ${String(code(said))}`) : said
      return { ...deed, refused }
    }))
    const { wrong, justified } = await stand.follow()
    expect({ round, wrong }).toEqual({ round, wrong: [] })
    expect({ round, unjust: answers.filter((deed) => deed.refused !== null && !justified(deed)).map(({ what, refused }) => `${what} ${String(refused)}`) }).toEqual({ round, unjust: [] })
    expect(await brokenInvariants(server, invariants)).toEqual([])
    told.done += answers.filter(({ refused }) => refused === null).length
    told.refused += answers.filter(({ refused }) => refused !== null).length
  }
  expect(told.done).toBeGreaterThan(rounds * 25)
  tell(`${String(rounds)} rounds of thirty issues over the borders of lots with cancels, returns, receipts, counts and adjustments in between: ${String(told.done)} deeds done, ${String(told.refused)} refused; every move, cost, reservation and value equals the sequential model in the order of commit`)
}, 600_000)
