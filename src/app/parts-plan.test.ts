import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { PlanDetail, PlanLine } from '../modules/parts-plan/contract.ts'
import { partsPlanInvariants, partsPlanProofs, planWork } from '../modules/parts-plan/public.ts'
import { sumUpStock } from '../modules/stock-health/public.ts'
import { workRunner } from '../platform/long-work.ts'
import { invariants } from './modules.ts'
import { brokenInvariants, type Masters } from './testing/furnished.ts'
import { furnishedServer } from './testing/furnished-server.ts'
import { code, done } from './testing/said.ts'
import { signedIn, type Caller, type TestServer } from './testing/test-server.ts'

// The plan of December, made on Monday 23 November 2026, and what came of it in January.
let server: TestServer
let masters: Masters
let as: (login: string) => Caller
let makerId: string
beforeAll(async () => {
  ({ server, masters, as } = await furnishedServer(['ppl', 'pts', 'stm', 'whk', 'fds', 'sad', 'b-ppl']))
  makerId = String(done(await as('ppl').post('/parts-suppliers', { name: '云岭配件中心库', kind: 'maker' }))['id'])
}, 60_000)
afterAll(() => server.drop())

const partAt = (index: number) => masters.parts[index] ?? (() => { throw new RangeError('no such part') })()
const see = async (id: string, login = 'ppl') => done(await as(login).get(`/parts-plans/${id}`)) as unknown as PlanDetail
const lines = async (id: string, query: string) => (done(await as('ppl').get(`/parts-plans/${id}/lines?${query}`)) as unknown as { rows: PlanLine[]; next: string | null })
const lineOf = async (id: string, index: number) => (await lines(id, `show=all&find=${partAt(index).number}`)).rows[0]
const deed = async (login: string, id: string, path: string, body: object = {}) => as(login).post(`/parts-plans/${id}/${path}`, { version: (await see(id)).version, ...body })
const plan = async (id: string, index: number, plannedThousandths: number, reason = '') => as('ppl').post(`/parts-plans/${id}/parts/${partAt(index).id}`, { version: (await lineOf(id, index))?.version ?? 0, plannedThousandths, reason })
const proof = (id: string, until: string) => server.database.reading([server.storeId], async (tx) =>
  partsPlanProofs[id]?.evaluate(tx, { storeId: server.storeId, from: new Date('2026-11-01T00:00:00Z'), until: new Date(until), holderId: null, subjectId: null }))

/** Sold over the counter, lost for want of stock, lost for its price, and one asked for by a car off the road. */
async function demand(): Promise<void> {
  const sale = async (index: number, thousandths: number) => {
    const { id } = done(await as('ppl').post('/counter/sales', { lines: [{ partId: partAt(index).id, thousandths }] })) as { id: string }
    const view = done(await as('ppl').get(`/counter/slips/${id}`)) as unknown as { version: number; lines: { id: string }[] }
    return { id, version: view.version, lineId: view.lines[0]?.id }
  }
  const sold = await sale(0, 2_000)
  done(await as('whk').post(`/counter/slips/${sold.id}/picking`, { version: sold.version, lines: [{ lineId: sold.lineId, scannedLotId: null }] }))
  for (const [index, cause] of [[1, 'not-in-stock'], [1, 'price']] as const) {
    const lost = await sale(index, 90_000_000)
    done(await as('ppl').post(`/counter/slips/${lost.id}/lost-sale`, { version: lost.version, lineId: lost.lineId, cause }))
  }
  const short = await sale(2, 90_000_000)
  done(await as('ppl').post(`/counter/slips/${short.id}/request`, { version: short.version, lineId: short.lineId, thousandths: 3_000, urgency: 'off-road' }))
}

let planId: string

test('a plan is proposed once a month and kind, from what was sold and lost; the desk plans no stock, another store sees nothing', async () => {
  await demand()
  expect(code(await as('ppl').post('/parts-plans', { month: '2026-10', kind: 'maker' }))).toBe('parts-plan.month-over')
  expect(code(await as('fds').post('/parts-plans', { month: '2026-12', kind: 'maker' }))).toBe('parts-plan.not-your-kind')
  expect((await as('sad').post('/parts-plans', { month: '2026-12', kind: 'maker' })).status).toBe(403)
  planId = String(done(await as('ppl').post('/parts-plans', { month: '2026-12', kind: 'maker' }))['id'])
  expect((await as('ppl').post('/parts-plans', { month: '2026-12', kind: 'maker' })).body).toMatchObject({ code: 'parts-plan.open-already' })
  expect((await as('b-ppl').get(`/parts-plans/${planId}`)).status).toBe(404)
  expect(await lineOf(planId, 0)).toMatchObject({ counterThousandths: 2_000, jobsThousandths: 0, lostThousandths: 0, emergencyThousandths: 0 })
  const lost = await lineOf(planId, 1)
  expect(lost?.lostThousandths).toBeGreaterThan(80_000_000)
  expect([lost?.lostOtherThousandths, lost?.demand.at(-1)]).toEqual([90_000_000, lost?.lostThousandths]) // what was lost for its price is shown, and is no demand
  expect(lost?.proposedThousandths).toBeGreaterThan(0)
  expect((await lines(planId, 'show=emergency')).rows.map(({ partNumber, emergencyThousandths }) => [partNumber, emergencyThousandths])).toEqual([[partAt(2).number, 3_000]])
  const head = await see(planId)
  expect([head.lines >= masters.parts.length - 5, head.late, head.dueOn]).toEqual([true, true, '2026-11-13'])
  const [first, second] = [await lines(planId, 'show=all&sort=value&limit=3'), await lines(planId, 'show=all&sort=value&limit=6')]
  const rest = await lines(planId, `show=all&sort=value&limit=3&after=${encodeURIComponent(first.next ?? '')}`)
  expect([...first.rows, ...rest.rows].map(({ partId }) => partId)).toEqual(second.rows.map(({ partId }) => partId))
})

test('far from the proposal says why, in whole packs; of two at one part the second is stale', async () => {
  const { pack } = { pack: (await lineOf(planId, 0))?.packThousandths ?? 0 }
  expect(code(await plan(planId, 0, 4 * pack))).toBe('parts-plan.reason-missing')
  expect(code(await plan(planId, 0, 4 * pack + 1, '促销'))).toBe('parts-plan.not-whole-packs')
  done(await plan(planId, 0, 4 * pack, '冬季促销'))
  expect((await as('ppl').post(`/parts-plans/${planId}/parts/${partAt(0).id}`, { version: 1, plannedThousandths: 0, reason: '不订' })).status).toBe(409)
  done(await plan(planId, 1, 0, '改由外采'))
  expect(await lineOf(planId, 0)).toMatchObject({ plannedThousandths: 4 * pack, reason: '冬季促销', version: 2 })
  expect((await lines(planId, 'show=changed&sort=number')).rows.map(({ partId }) => partId).toSorted()).toEqual([partAt(0).id, partAt(1).id].toSorted())
  expect(await brokenInvariants(server, invariants)).toEqual([])
})

test('who planned does not approve; sent back it says why; approved it is not changed, uploaded once, and proves the duty', async () => {
  done(await deed('ppl', planId, 'submission'))
  expect(code(await plan(planId, 0, 0, '不订'))).toBe('parts-plan.not-a-draft')
  expect((await deed('ppl', planId, 'approval')).status).toBe(403)
  done(await deed('pts', planId, 'return', { reason: '机油太多' }))
  expect(await see(planId)).toMatchObject({ status: 'draft', returnedWords: '机油太多' })
  const line = await lineOf(planId, 2)
  done(await as('pts').post(`/parts-plans/${planId}/parts/${partAt(2).id}`, { version: line?.version ?? 0, plannedThousandths: 5 * (line?.packThousandths ?? 0), reason: '主管调整' }))
  done(await deed('ppl', planId, 'submission'))
  expect((await see(planId, 'pts')).own).toBe(true)
  expect(code(await deed('pts', planId, 'approval'))).toBe('parts-plan.own-plan') // he changed a line himself
  const { version } = await see(planId)
  const answers = await Promise.all(Array.from({ length: 4 }, () => as('stm').post(`/parts-plans/${planId}/approval`, { version })))
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409])
  expect(await proof('PPL-1.3', '2026-11-13T16:00:00Z')).toMatchObject({ met: false })
  done(await deed('ppl', planId, 'upload', { reference: 'GW-12' }))
  expect(code(await deed('ppl', planId, 'upload'))).toBe('parts-plan.uploaded-already')
  for (const dutyId of ['PPL-1.3', 'PTS-1.4']) expect(await proof(dutyId, '2026-11-13T16:00:00Z')).toMatchObject({ met: true, references: [`/parts-plans/${planId}`] })
  const sheet = await as('ppl').get(`/parts-plans/${planId}/plan.xlsx?language=en`)
  expect([sheet.status, String(sheet.headers['content-type'])]).toEqual([200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'])
})

test('an order takes what is left; the correction takes the plan’s place; a cancelled order gives back', async () => {
  const draw = (id: string, indexes: readonly number[]) => deed('ppl', id, 'orders', { supplierId: makerId, kind: 'S', partIds: indexes.map((index) => partAt(index).id) })
  const order = done(await draw(planId, [0, 1])) as { id: string }
  const detail = done(await as('ppl').get(`/parts-orders/${order.id}`)) as unknown as { lines: { partId: string; thousandths: number }[]; version: number }
  const planned = (await lineOf(planId, 0))?.plannedThousandths ?? 0
  expect(detail.lines.map(({ partId, thousandths }) => [partId, thousandths])).toEqual([[partAt(0).id, planned]]) // of the other nothing is planned
  expect(code(await draw(planId, [0]))).toBe('parts-plan.drawn-already')
  expect(await lineOf(planId, 0)).toMatchObject({ drawnThousandths: planned })
  const second = done(await deed('ppl', planId, 'correction', { reason: '多订一箱' })) as { id: string }
  expect(code(await deed('ppl', planId, 'correction', { reason: '再改' }))).toBe('parts-plan.open-already')
  done(await plan(second.id, 0, planned + ((await lineOf(planId, 0))?.packThousandths ?? 0), '多订一箱'))
  done(await deed('ppl', second.id, 'submission'))
  done(await deed('pts', second.id, 'approval'))
  expect([(await see(planId)).status, (await see(second.id)).edition]).toEqual(['superseded', 2])
  expect(code(await draw(planId, [2]))).toBe('parts-plan.not-approved')
  done(await draw(second.id, [0]))
  done(await as('ppl').post(`/parts-orders/${order.id}/submission`, { version: detail.version }))
  done(await as('ppl').post(`/parts-orders/${order.id}/cancel`, { version: detail.version + 1, reason: '重复' }))
  expect((await lineOf(second.id, 0))?.drawnThousandths).toBe((await lineOf(second.id, 0))?.packThousandths)
  planId = second.id
  expect(await brokenInvariants(server, invariants)).toEqual([])
})

test('the desk adds what it wants and hands it in', async () => {
  const id = String(done(await as('fds').post('/parts-plans', { month: '2026-12', kind: 'desk' }))['id'])
  expect(code(await deed('fds', id, 'submission'))).toBe('parts-plan.nothing-planned')
  const pack = (await lineOf(planId, 3))?.packThousandths
  done(await as('fds').post(`/parts-plans/${id}/parts/${partAt(3).id}`, { version: 0, plannedThousandths: pack }))
  expect(await proof('FDS-5.4', '2026-11-30T16:00:00Z')).toMatchObject({ met: false })
  done(await deed('fds', id, 'submission'))
  expect(await proof('FDS-5.4', '2026-11-30T16:00:00Z')).toMatchObject({ met: true })
  const other = String(done(await as('fds').post('/parts-plans', { month: '2027-01', kind: 'desk' }))['id'])
  done(await deed('fds', other, 'discard', { reason: '合并到十二月' }))
  expect((await see(other)).status).toBe('discarded')
})

test('in January December says what was ordered and sold of the plan; the next plan is compared with it; the review is kept', async () => {
  const december = (day: number) => new Date(`2026-12-${String(day).padStart(2, '0')}T02:00:00Z`)
  server.clock = { now: () => december(10) }
  as = await signedIn(server, ['ppl'])
  const line = await lineOf(planId, 0)
  const half = Math.floor((line?.plannedThousandths ?? 0) / 2)
  const order = done(await as('ppl').post('/parts-orders', { supplierId: makerId, kind: 'S', lines: [{ partId: partAt(0).id, thousandths: half }] })) as { id: string; version: number }
  done(await as('ppl').post(`/parts-orders/${order.id}/submission`, { version: order.version }))
  expect(await proof('PPL-3.1', '2026-12-31T16:00:00Z')).toMatchObject({ met: false }) // what went out is no consumable
  const category = async (name: string) => (await server.owner.query<{ category: string }>('update catalogue.part p set category = $2 from catalogue.part before where p.id = $1 and before.id = p.id returning before.category', [partAt(0).id, name])).rows[0]?.category ?? ''
  const before = await category('consumable')
  expect(await proof('PPL-3.1', '2026-12-31T16:00:00Z')).toMatchObject({ met: true, references: [`/parts-orders/${order.id}`] })
  await category(before)
  const next = String(done(await as('ppl').post('/parts-plans', { month: '2027-01', kind: 'maker' }))['id'])
  expect(await lineOf(next, 0)).toMatchObject({ lastThousandths: line?.plannedThousandths, pendingThousandths: (line?.plannedThousandths ?? 0) - half }) // what December still orders is coming
  expect((await see(next)).last).toMatchObject({ month: '2026-12' })
  server.clock = { now: () => new Date('2027-01-05T02:00:00Z') }
  as = await signedIn(server, ['ppl', 'stm'])
  await sumUpStock(server.database, server.clock.now())
  const planned = (await lines(planId, 'show=planned&limit=200')).rows.reduce((sum, { plannedThousandths }) => sum + plannedThousandths, 0)
  const { plans } = done(await as('stm').get('/parts-plans/conformity')) as unknown as { plans: { month: string; planned: number; kept: number; ordered: number }[] }
  expect(plans.find(({ month }) => month === '2026-12')).toMatchObject({ planned, kept: half, ordered: Math.round((half * 10_000) / planned) })
  const parts = done(await as('ppl').get(`/parts-plans/${planId}/conformity`)) as unknown as { rows: { partId: string; planned: number; ordered: number }[] }
  expect(parts.rows.find(({ partId }) => partId === partAt(0).id)).toMatchObject({ planned: line?.plannedThousandths, ordered: half })
  done(await as('stm').post('/parts-plans/conformity/reviews', { words: '机油只订了一半' }))
  expect((done(await as('stm').get('/parts-plans/conformity')) as unknown as { reviews: { words: string }[] }).reviews[0]?.words).toBe('机油只订了一半')
  expect(await proof('STM-5.3', '2027-01-31T16:00:00Z')).toMatchObject({ met: false }) // no count says yet what the goods are against the books
  await server.owner.query(`insert into parts_plan.review (store_id, id, at, person_id, person_name, positions, words, snapshot)
    select store_id, gen_random_uuid(), at, person_id, person_name, positions, '盘点后再看', jsonb_set(snapshot, '{books}', '[{"month": "2026-12", "lines": 20, "right": 19}]') from parts_plan.review where store_id = $1`, [server.storeId])
  expect(await proof('STM-5.3', '2027-01-31T16:00:00Z')).toMatchObject({ met: true })
  expect(await brokenInvariants(server, invariants)).toEqual([])
})

/** So many parts more, made after the first of the catalogue; nobody stocks them yet. */
async function newParts(prefix: string, count: number): Promise<string[]> {
  const { rows } = await server.owner.query<{ id: string }>(`
    with parts as (insert into catalogue.part select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'number', $2 || lpad(n::text, 5, '0')))).* from catalogue.part p cross join generate_series(1, $3::integer) n where p.id = $1 returning id),
      prices as (insert into catalogue.part_price (part_id, kind, valid_from, price_fen) select n.id, kind, valid_from, price_fen from catalogue.part_price p cross join parts n where part_id = $1 and valid_until is null)
    select id from parts`, [partAt(0).id, prefix, count])
  return rows.map(({ id }) => id)
}

test('a plan looks only at parts that can matter, each for one reason alone, and proposes the same whatever else the catalogue holds', async () => {
  const [old, heir, lost, urgent, underWay, planned, shelved, moved] = await newParts('WHY-', 8)
  const sale = async (partId: string | undefined, thousandths: number) => {
    const { id } = done(await as('ppl').post('/counter/sales', { lines: [{ partId, thousandths }] })) as { id: string }
    const view = done(await as('ppl').get(`/counter/slips/${id}`)) as unknown as { version: number; lines: { id: string }[] }
    return { id, body: { version: view.version, lineId: view.lines[0]?.id } }
  }
  for (const partId of [old, lost]) {
    const slip = await sale(partId, 4_000)
    done(await as('ppl').post(`/counter/slips/${slip.id}/lost-sale`, { ...slip.body, cause: 'not-in-stock' }))
  }
  const short = await sale(urgent, 1_000)
  done(await as('ppl').post(`/counter/slips/${short.id}/request`, { ...short.body, thousandths: 1_000, urgency: 'off-road' }))
  done(await as('ppl').post('/parts-orders', { supplierId: makerId, kind: 'S', lines: [{ partId: underWay, thousandths: (await lineOf(planId, 0))?.packThousandths }] }))
  await server.owner.query('update catalogue.part set superseded_by = $2 where id = $1', [old, heir])
  await server.owner.query('insert into stock.part_stock (store_id, part_id, on_hand_thousandths, value_fen) values ($1, $2, 1000, 500)', [server.storeId, shelved])
  await server.owner.query('insert into stock.move select (jsonb_populate_record(m, jsonb_build_object(\'id\', overlay(m.id::text placing \'ffffffffffff\' from 25), \'part_id\', $2::uuid))).* from stock.move m where store_id = $1 and line_id is not null and takes_back is null order by id limit 1', [server.storeId, moved])
  await server.owner.query('update parts_plan.line set part_id = $2 where plan_id = $1 and part_id = $3', [planId, planned, partAt(2).id])

  const proposed = async () => {
    const { id } = done(await as('ppl').post('/parts-plans', { month: '2027-02', kind: 'maker' })) as { id: string }
    const { rows: [looked] } = await server.owner.query<{ parts: number }>("select (after ->> 'parts')::int as parts from platform.audit where subject_id = $1 and after ? 'month'", [id])
    const { rows } = await server.owner.query<{ part_id: string }>("select to_jsonb(l) - 'plan_id' as line, part_id from parts_plan.line l where plan_id = $1 order by part_id", [id])
    const { status } = await see(id)
    done(await deed('ppl', id, 'discard', { reason: '再算一次' }))
    return { status, looked: looked?.parts, rows }
  }
  const before = await proposed()
  expect(before.rows.map(({ part_id }) => part_id)).toEqual(expect.arrayContaining([heir, lost, urgent, underWay, planned, shelved, moved]))
  expect(before.rows.map(({ part_id }) => part_id)).not.toContain(old)
  await newParts('NOBODY-', 5_000)
  const after = await proposed()
  expect(after).toEqual(before)
  expect([after.status, after.looked]).toEqual(['draft', after.rows.length]) // in the first step: of seven thousand parts it read those of its lines
}, 60_000)

test('a plan of many parts is proposed in steps: broken off in the middle it is no draft yet, and after a restart it has every part once', async () => {
  await server.owner.query('insert into stock.part_stock (store_id, part_id, on_hand_thousandths, value_fen) select $2, id, 1000, 500 from unnest($1::uuid[]) as t(id)', [await newParts('BULK-', 5_000), server.storeId])
  const { rows: [late] } = await server.owner.query<{ id: string }>("select id from catalogue.part where number like 'BULK-%' order by id offset 4400 limit 1")
  await server.owner.query(`create function break_off_here() returns trigger language plpgsql as $$ begin if new.part_id = '${late?.id ?? ''}' then raise exception 'broken off'; end if; return new; end $$; create trigger break_off before insert on parts_plan.line for each row execute function break_off_here(); analyze`)
  const { id, lines: first } = done(await as('ppl').post('/parts-plans', { month: '2027-02', kind: 'maker' })) as { id: string; lines: number }
  await vi.waitFor(async () => expect(await see(id)).toMatchObject({ status: 'proposing', proposing: { done: 4_000 } }), 20_000)
  expect((await see(id)).lines).toBeGreaterThan(first)
  expect([code(await deed('ppl', id, 'submission')), code(await as('ppl').post('/parts-plans', { month: '2027-02', kind: 'maker' }))]).toEqual(['parts-plan.not-a-draft', 'parts-plan.open-already'])
  await server.serving.close()
  await server.owner.query('drop trigger break_off on parts_plan.line')
  const runner = workRunner({ database: server.database, clock: server.clock, onNews: () => {} }, [planWork], () => {})
  await runner.resume([server.storeId])
  await runner.idle()
  const { rows: [plan] } = await server.owner.query<object>("select status, proposing, lines, (select count(*)::int from parts_plan.line l where l.plan_id = p.id) as there, (select count(*)::int from parts_plan.line l where l.plan_id = p.id and part_number like 'BULK-%') as bulk from parts_plan.plan p where id = $1", [id])
  expect(plan).toMatchObject({ status: 'draft', proposing: null, bulk: 5_000 })
  expect(await brokenInvariants(server, partsPlanInvariants)).toEqual([])
}, 120_000)
