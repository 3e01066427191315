import { empty, join, sql, type Tx } from '../../../platform/database.ts'
import { firstIdAt } from '../../../kernel/ids.ts'

/** What jobs took of a part by period, the oldest first, in thousandths; what came back counts against it. */
export type DemandData = { partId: string; demand: number[] }
export type DemandSpan = { readonly now: Date; readonly periods: number; readonly periodDays: number }

/** One walk over the moves of all periods; parts that are bought as they are: the superseded are not bought any more. Ids grow with time. */
export const demandOf = (tx: Tx, storeId: string, { now, periods, periodDays }: DemandSpan) => tx.all<DemandData>`
  select u.part_id, array[${join(Array.from({ length: periods }, (_, index) => sql`coalesce(sum(u.thousandths) filter (where u.back = ${periods - 1 - index}), 0)`), ', ')}]::float8[] as demand
  from (
    select part_id, thousandths, floor(extract(epoch from ${now}::timestamptz - at) / (86400 * ${periodDays}::integer))::integer as back
    from stock.v_use where store_id = ${storeId} and id >= ${firstIdAt(new Date(now.getTime() - periods * periodDays * 86_400_000))}) u
  join catalogue.v_stocked p on p.id = u.part_id and p.active and p.superseded_by is null
  group by u.part_id order by u.part_id`

/** Whose cars took each part in these periods, where they are of one make. */
export const makesOf = (tx: Tx, storeId: string, { now, periods, periodDays }: DemandSpan) => tx.all<{ partId: string; makeZh: string; makeEn: string }>`
  select u.part_id, min(m.make_zh) as make_zh, min(m.make_en) as make_en
  from stock.v_moved u join repair_orders.v_line l on l.store_id = u.store_id and l.id = u.line_id
  join repair_orders.v_stay o on o.store_id = l.store_id and o.id = l.order_id join vehicles.v_make m on m.store_id = o.store_id and m.id = o.vehicle_id
  where u.store_id = ${storeId} and u.id >= ${firstIdAt(new Date(now.getTime() - periods * periodDays * 86_400_000))}
  group by u.part_id having count(distinct m.make_zh) = 1`

export type Reckoned = { day: string; at: Date }
export const findReckoned = (tx: Tx, storeId: string) => tx.maybe<Reckoned>`select day, at from parts_orders.reckoned where store_id = ${storeId}`
export const keepReckoned = (tx: Tx, storeId: string, { day, at }: Reckoned) => tx.run`
  insert into parts_orders.reckoned (store_id, day, at) values (${storeId}, ${day}, ${at}) on conflict (store_id) do update set day = excluded.day, at = excluded.at`

export type LevelData = { partId: string; monthly: readonly number[]; point: number; upTo: number; orderAt: number; unitCostFen: number; makeZh: string; makeEn: string }

export const levelledParts = (tx: Tx, storeId: string) => tx.all<{ partId: string }>`select part_id from parts_orders.level where store_id = ${storeId}`

/** Rows that say the same stay as they are. */
export const keepLevels = (tx: Tx, storeId: string, levels: readonly LevelData[]) => tx.run`
  insert into parts_orders.level as l (store_id, part_id, monthly, point_thousandths, up_to_thousandths, order_at_thousandths, unit_cost_fen, make_zh, make_en)
  select ${storeId}, t.part_id, string_to_array(t.monthly, ' ')::bigint[], t.point, t.up_to, t.order_at, t.cost, t.make_zh, t.make_en
  from unnest(${levels.map((l) => l.partId)}::uuid[], ${levels.map((l) => l.monthly.join(' '))}::text[], ${levels.map((l) => l.point)}::bigint[], ${levels.map((l) => l.upTo)}::bigint[],
    ${levels.map((l) => l.orderAt)}::bigint[], ${levels.map((l) => l.unitCostFen)}::bigint[], ${levels.map((l) => l.makeZh)}::text[], ${levels.map((l) => l.makeEn)}::text[])
    as t(part_id, monthly, point, up_to, order_at, cost, make_zh, make_en)
  on conflict (store_id, part_id) do update set monthly = excluded.monthly, point_thousandths = excluded.point_thousandths, up_to_thousandths = excluded.up_to_thousandths,
    order_at_thousandths = excluded.order_at_thousandths, unit_cost_fen = excluded.unit_cost_fen, make_zh = excluded.make_zh, make_en = excluded.make_en
  where (l.monthly, l.point_thousandths, l.up_to_thousandths, l.order_at_thousandths, l.unit_cost_fen, l.make_zh, l.make_en)
    is distinct from (excluded.monthly, excluded.point_thousandths, excluded.up_to_thousandths, excluded.order_at_thousandths, excluded.unit_cost_fen, excluded.make_zh, excluded.make_en)`

export const dropLevels = (tx: Tx, storeId: string, partIds: readonly string[]) => tx.run`delete from parts_orders.level where store_id = ${storeId} and part_id = any(${partIds}::uuid[])`

export type LowData = {
  partId: string; number: string; nameZh: string; nameEn: string; unit: string; packThousandths: number; onHand: number; reserved: number; onOrder: number; onOrderForJobs: number
  monthly: number[]; point: number; upTo: number; orderAt: number; unitCostFen: number; all: number
}

/**
 * Parts whose position (on hand − reserved + on order for the shelf) is at or below where they are ordered, the largest value first, and how many they are. Read from the low ones alone, which the ledger of the
 * stock keeps with each move and reservation: the position is never below what is free. Only the first ones are looked up in the catalogue; which was superseded since the points were reckoned is not shown.
 * `partIds`: of these alone. What lies here says what a unit costs; of a part that is out, what was last paid does.
 */
export const lowParts = (tx: Tx, storeId: string, partIds: readonly string[] | null, most: number) => tx.all<LowData>`
  with under_way as (
    select part_id, coalesce(sum(open_thousandths) filter (where request_id is null), 0)::bigint as for_shelf, coalesce(sum(open_thousandths) filter (where request_id is not null), 0)::bigint as for_jobs
    from parts_orders.order_line where store_id = ${storeId} and open_thousandths > 0 group by part_id
  ), placed as (
    select s.part_id, s.on_hand_thousandths as on_hand, s.reserved_thousandths as reserved, coalesce(o.for_shelf, 0) as on_order, coalesce(o.for_jobs, 0) as on_order_for_jobs,
      s.on_hand_thousandths - s.reserved_thousandths + coalesce(o.for_shelf, 0) as position, l.point_thousandths as point, l.up_to_thousandths as up_to, l.order_at_thousandths as order_at,
      case when s.here > 0 then (s.value_fen * 1000 + s.here / 2) / s.here else l.unit_cost_fen end as unit_cost_fen
    from stock.v_low s join parts_orders.level l on l.store_id = s.store_id and l.part_id = s.part_id left join under_way o on o.part_id = s.part_id
    where s.store_id = ${storeId} ${partIds === null ? empty : sql`and s.part_id = any(${partIds}::uuid[])`}
  ), first_ones as (
    select *, count(*) over () as all from placed where position <= order_at and position < up_to order by (up_to - position)::float8 * unit_cost_fen desc, part_id limit ${most}
  )
  select f.part_id, f.on_hand, f.reserved, f.on_order, f.on_order_for_jobs, f.point, f.up_to, f.order_at, f.unit_cost_fen, f.all, l.monthly::float8[] as monthly, p.number, p.name_zh, p.name_en, p.unit, p.pack_thousandths
  from first_ones f join catalogue.v_stocked p on p.id = f.part_id and p.active and p.superseded_by is null join parts_orders.level l on l.store_id = ${storeId} and l.part_id = f.part_id`
