import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Position } from '../../kernel/permissions.ts'
import { presetHours } from '../../modules/organisation/domain/opening.ts'
import { closeBooks } from '../../modules/stock/public.ts'
import { invariants } from '../modules.ts'
import { brokenInvariants } from '../testing/furnished.ts'
import { testStore, type TestStore } from '../testing/test-store.ts'
import { baysOfMainStore } from './bays.ts'
import { chanceFrom } from './chance.ts'
import { penFor, writeDay } from './load-store.ts'
import { loadMasters } from './masters.ts'
import { beginDay, doesIn, endDay, performVisit, receive } from './perform-visit.ts'
import { pickerOf } from './plan-lines.ts'
import { planStore } from './plan-store.ts'
import { shopHours } from './shop-hours.ts'
import { stockStore } from './stock.ts'
import { isHistory } from './visit-plan.ts'

// The demo store writes what is over as rows. Here the same visits go through the shop by the product's own deeds in one database, and are
// written in the other; what stands in the tables afterwards must be the same.

const timeZone = 'Asia/Shanghai'
const now = new Date('2026-11-23T06:00:00Z')
const begin = new Date(now.getTime() - 61 * 86_400_000)

async function planned(store: TestStore) {
  const chance = chanceFrom(13)
  const reader = { id: store.actor('SAD').personId, name: 'SAD' }
  const masters = await loadMasters(store.database, { chance, now, timeZone, knownUntil: begin, stores: [{ storeId: store.storeId, vehicles: 60, phoneBlock: '000', reader }] })
  const stock = await stockStore(store.database, { by: store.actor('PTS'), parts: masters.parts.slice(0, 60), chance, now: begin })
  const one = (position: Position) => store.actor(position)
  const team = { first: one, any: one, all: (position: Position) => [one(position)] }
  const plan = planStore({ team, bays: baysOfMainStore, masters, stock, cars: masters.vehiclesOf.get(store.storeId) ?? [], chance, now, days: 60, visits: 60, today: 0, shop: { from: now, until: now }, active: 223 })
  return { chance, masters, stock, days: plan.days.slice(0, -1) }
}

let byDeeds: TestStore
let byRows: TestStore
let forPlans: { store: TestStore } & Pick<Awaited<ReturnType<typeof planned>>, 'masters' | 'stock'>

beforeAll(async () => {
  byDeeds = await testStore()
  byRows = await testStore()
  const deeds = await planned(byDeeds)
  const does = doesIn(byDeeds.database)
  for (const day of deeds.days) {
    await beginDay(does, day)
    for (const receipt of day.receipts) await receive(does, receipt)
    let cash = 0
    for (const visit of day.visits.filter(({ cancelled, until }) => cancelled !== null || until === 'delivered')) cash += await performVisit(byDeeds.database, does, visit)
    await endDay(does, day, cash)
  }
  const rows = await planned(byRows)
  forPlans = { ...rows, store: byRows }
  const pen = await penFor(byRows.database, { ...rows, storeId: byRows.storeId, now, timeZone })
  for (const day of rows.days) writeDay(pen, day, true)
  await pen.history.flush()
  await byRows.database.transaction([byRows.storeId], (tx) => closeBooks(tx, byRows.storeId))
}, 120_000)

afterAll(async () => {
  await byDeeds.drop()
  await byRows.drop()
})

/** News and keys of requests are for the moment; a history has none. What else is left out belongs to no store or was not touched. */
const forTheMoment = ['platform.outbox', 'platform.idempotency', 'platform.audit_unsealed']

async function storeTables(store: TestStore): Promise<string[]> {
  const { rows } = await store.owner.query<{ name: string }>(`
    select table_schema || '.' || table_name as name from information_schema.columns
    where column_name = 'store_id' and table_schema not in ('pg_catalog', 'information_schema') order by 1`)
  return rows.map(({ name }) => name).filter((name) => !forTheMoment.includes(name))
}

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** Ids made on the way differ; each becomes the place of its first appearance. Codes of chance become a word. The order of rows is that of their contents. */
async function contents(store: TestStore, table: string): Promise<string[]> {
  const { rows } = await store.owner.query<{ row: string }>(`select to_jsonb(t)::text as row from ${table} t where store_id = '${store.storeId}'`)
  const known = await knownIds(store)
  return rows.map(({ row }) => row.replace(/"pick_up_code": "[A-Z2-9]{6}"/g, '"pick_up_code": "code"').replace(uuid, (id) => (known.has(id) ? id : 'made'))).toSorted()
}

const idsOf = new Map<TestStore, Promise<ReadonlySet<string>>>()

/** Ids that both databases have: people, cars, parts, bins. */
function knownIds(store: TestStore): Promise<ReadonlySet<string>> {
  const reading = idsOf.get(store) ?? Promise.all(['organisation.person', 'vehicles.vehicle', 'customers.customer', 'catalogue.part', 'catalogue.labour_operation', 'stock.place', 'organisation.store']
    .map((table) => store.owner.query<{ id: string }>(`select id from ${table}`))).then((all) => new Set(all.flatMap(({ rows }) => rows.map(({ id }) => id))))
  idsOf.set(store, reading)
  return reading
}

test('a written history leaves the same rows as the deeds themselves, table by table', async () => {
  const tables = await storeTables(byDeeds)
  expect(tables.length).toBeGreaterThan(25)
  for (const table of tables) expect({ table, rows: await contents(byRows, table) }).toEqual({ table, rows: await contents(byDeeds, table) })
})

test('the visits that were compared are finished, cancelled, paid in cash, by transfer and not at all', async () => {
  const { rows: [seen] } = await byRows.owner.query<Record<string, number>>(`
    select (select count(*) from repair_orders.repair_order where status = 'delivered')::int as delivered, (select count(*) from repair_orders.repair_order where status = 'cancelled')::int as cancelled,
      (select count(*) from settlement.payment where way = 'cash')::int as cash, (select count(*) from settlement.statement where paid_fen < total_fen)::int as due,
      (select count(*) from stock.move m join stock.place p on p.store_id = m.store_id and p.id = m.from_place and p.kind = 'supplier')::int as received`)
  expect(Object.entries(seen ?? {}).filter(([, count]) => count === 0)).toEqual([])
})

test.each([['deeds', () => byDeeds], ['rows', () => byRows]] as const)('all invariants hold on what %s made', async (_, store) => {
  expect(await brokenInvariants(store(), invariants)).toEqual([])
})

test('references between rows lead to the same things on both ways', async () => {
  const question = `
    select o.number, l.code, l.kind, m.document, m.thousandths, m.cost_fen, lot.document as receipt, lot.received_on, j.bay, c.started_at, s.number as statement, p.number as payment
    from repair_orders.repair_order o join repair_orders.line l on l.store_id = o.store_id and l.order_id = o.id
    left join stock.move m on m.store_id = l.store_id and m.line_id = l.id left join stock.lot lot on lot.store_id = m.store_id and lot.id = m.lot_id
    left join workshop.job j on j.store_id = l.store_id and j.line_id = l.id left join workshop.clock c on c.store_id = j.store_id and c.job_id = j.id
    left join settlement.statement_line sl on sl.store_id = l.store_id and sl.line_id = l.id
    left join settlement.statement s on s.store_id = sl.store_id and s.id = sl.statement_id left join settlement.payment p on p.store_id = s.store_id and p.statement_id = s.id
    order by o.number, l.id, m.id`
  const [deeds, rows] = await Promise.all([byDeeds.owner.query(question), byRows.owner.query(question)])
  expect(rows.rows).toEqual(deeds.rows)
})

test('no car arrives that is still in the shop, whatever the hour and the day of loading', () => {
  const { store, masters, stock } = forPlans
  const one = (position: Position) => store.actor(position)
  const team = { first: one, any: one, all: (position: Position) => [one(position)] }
  const cars = (masters.vehiclesOf.get(store.storeId) ?? []).slice(0, 40)
  const twice: string[] = []
  for (let seed = 1; seed <= 60; seed += 1) {
    const at = new Date(now.getTime() + seed * 7 * 3_600_000)
    const plan = planStore({ team, bays: baysOfMainStore, masters, stock, cars, chance: chanceFrom(seed), now: at, days: 20, visits: 60, today: 6, shop: shopHours({ weekdays: Object.fromEntries(presetHours.map((row) => [row.weekday, row])), exceptions: {} }, at, timeZone), active: 60 })
    const inShop = new Map<string, number>()
    const visits = [...plan.days.flatMap((day) => day.visits), ...plan.today].toSorted((a, b) => a.at.arrived.getTime() - b.at.arrived.getTime())
    for (const visit of visits) {
      const { car: { plate }, at: { arrived, authorised, delivered } } = visit
      if ((inShop.get(plate) ?? 0) > arrived.getTime()) twice.push(`${String(seed)} ${plate}`)
      inShop.set(plate, isHistory(visit) ? (visit.cancelled === null ? delivered : authorised).getTime() : Infinity)
    }
  }
  expect(twice).toEqual([])
})

test('one visit in eight is paid by more than one', () => {
  const { purpose, lines } = pickerOf(forPlans.masters, 223, chanceFrom(5))
  const mixed = Array.from({ length: 1_000 }, () => new Set(lines(purpose()).lines.map(({ payer }) => payer)).size).filter((payers) => payers > 1)
  expect(mixed.length).toBeGreaterThan(95)
  expect(mixed.length).toBeLessThan(145)
})
