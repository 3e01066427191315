import type { QueryResultRow } from 'pg'

type Sql = <Row extends QueryResultRow>(query: string, values?: unknown[]) => Promise<Row[]>

const days = 1_095

/** Ids grow with time, as the product makes them: the time in milliseconds, then chance. */
const idAt = (at: string, seed: string): string =>
  `(lpad(to_hex((extract(epoch from ${at}) * 1000)::bigint), 12, '0') || '7' || substr(md5(${seed}), 1, 3) || '8' || substr(md5(${seed}), 4, 15))::uuid`

export type DeskSize = { readonly name: string; /** Parts put on the shelves besides those that lie there. */ readonly parts: number; /** Issues of one part at most. */ readonly issues: number }

/** All active parts of a store on its shelves and three years of moves, some 250,000; and, far beyond any store, every part of the catalogue. */
export const desks = {
  full: { name: '7,000 stock lines', parts: 3_800, issues: 80 },
  allStocked: { name: '80,000 stock lines', parts: 80_000, issues: 12 },
} as const satisfies Readonly<Record<string, DeskSize>>

/**
 * Parts of the catalogue on the shelves of the first store, with three years of moves. By statements over whole tables, past the product, and so that `verify` finds
 * nothing: each part gets two lots, issues to jobs, what is left of it in a bin, and its totals. What the upkeep had summed up is summed up anew at the next start.
 */
export async function growDesk(sql: Sql, { parts, issues }: DeskSize): Promise<void> {
  const [store] = await sql<{ id: string; person: string }>("select s.id, (select id from organisation.person limit 1) as person from organisation.store s where code = 'SH1'")
  if (store === undefined) throw new Error('no store SH1')
  const own = `'${store.id}'::uuid`
  await sql(`
    set session_replication_role = replica; set synchronous_commit = off;
    create temp table fresh as
      select p.id as part_id, n, 1 + abs(hashtext(p.id::text)) % ${String(issues)} as issues, 500 + abs(hashtext('cost' || p.id)) % 60000 as unit_fen, null::uuid as place_id
      from (select id, row_number() over (order by id) as n from catalogue.part where active and superseded_by is null) p
      where not exists (select from stock.part_stock s where s.store_id = ${own} and s.part_id = p.id) order by md5(p.id::text) limit ${String(parts)};
    update fresh f set place_id = b.id from (select id, row_number() over (order by code) - 1 as n, count(*) over () as every from stock.place where store_id = ${own} and kind = 'bin' and active) b where f.n % b.every = b.n;
    create temp table lots as
      select f.*, which, gen_random_uuid() as lot_id, now() - make_interval(days => case which when 1 then ${String(days)} else 30 + (f.n % 700)::integer end) as at, case which when 1 then ${String(issues + 48)} else 5 end as units,
        case which when 1 then f.issues else 0 end as out from fresh f cross join generate_series(1, 2) as which;
    insert into stock.part_stock (store_id, part_id, on_hand_thousandths, value_fen)
      select ${own}, part_id, sum(units - out) * 1000, sum((units - out) * unit_fen) from lots group by part_id;
    insert into stock.lot (store_id, id, part_id, received_on, received_thousandths, cost_fen, out_thousandths, out_cost_fen, document)
      select ${own}, lot_id, part_id, at::date, units * 1000, units * unit_fen, out * 1000, out * unit_fen, 'OPENING' from lots;
    insert into stock.balance (store_id, part_id, place_id, lot_id, thousandths) select ${own}, part_id, place_id, lot_id, (units - out) * 1000 from lots;
    insert into stock.move (store_id, id, at, person_id, part_id, lot_id, from_place, to_place, thousandths, cost_fen, document)
      select ${own}, ${idAt('at', 'lot_id::text')}, at, '${store.person}', part_id, lot_id, (select id from stock.place where store_id = ${own} and kind = 'opening'), place_id, units * 1000, units * unit_fen, 'OPENING' from lots;
    insert into stock.move (store_id, id, at, person_id, part_id, lot_id, from_place, to_place, thousandths, cost_fen, order_id, line_id, document)
      select ${own}, ${idAt('i.at', 'lot_id::text || turn')}, i.at, '${store.person}', part_id, lot_id, place_id, (select id from stock.place where store_id = ${own} and kind = 'job'), 1000, unit_fen, gen_random_uuid(), gen_random_uuid(), 'RO-GROWN'
      from lots cross join generate_series(1, lots.out) as turn cross join lateral (select now() - make_interval(hours => 3 + abs(hashtext(part_id::text || turn)) % (${String(days)} * 24 - 30)) as at) i where which = 1;
    delete from stock_health.month_use where store_id = ${own}; delete from stock_health.month_total where store_id = ${own}; delete from stock_health.month_attainment where store_id = ${own};
    delete from stock_health.part_state where store_id = ${own}; delete from stock_health.summed where store_id = ${own}; delete from parts_orders.reckoned where store_id = ${own}; delete from counts.ranked where store_id = ${own};
    reset session_replication_role`)
  await sql('vacuum (analyze)')
}
