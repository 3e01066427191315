import { firstIdAt } from '../../../kernel/ids.ts'
import { sql, type Tx } from '../../../platform/database.ts'
import { variationBounds } from '../domain/figures.ts'

/** From its first moment to the next month's, in the store's days. */
export type MonthSpan = { readonly month: string; readonly from: Date; readonly until: Date }

/** Up to the moment the parts were classed: what jobs took of the month that ran then, and what lay here. */
export type Summed = { month: string | null; classedOn: string | null; classedAt: Date | null; costSoFar: number | null; valueSoFar: number | null; agedAt: Date | null }
const summed = sql`select month, classed_on, classed_at, cost_so_far_fen as cost_so_far, value_so_far_fen as value_so_far, aged_at from stock_health.summed`

export const findSummed = (tx: Tx, storeId: string) => tx.maybe<Summed>`${summed} where store_id = ${storeId}`

/** Whoever sums up a store waits for whoever does it at the same time. */
export async function lockSummed(tx: Tx, storeId: string): Promise<Summed> {
  await tx.run`insert into stock_health.summed (store_id) values (${storeId}) on conflict do nothing`
  return tx.one<Summed>`${summed} where store_id = ${storeId} for update`
}

export const moveSummed = (tx: Tx, storeId: string, month: string) => tx.run`update stock_health.summed set month = ${month} where store_id = ${storeId}`

/** The moment of the first move; null in a store without any. */
export const firstMove = async (tx: Tx, storeId: string): Promise<Date | null> =>
  (await tx.maybe<{ at: Date }>`select at from stock.v_value_move where store_id = ${storeId} order by id limit 1`)?.at ?? null

/** The month is over: its moves never change. */
export async function insertMonth(tx: Tx, storeId: string, { month, from, until }: MonthSpan): Promise<void> {
  await tx.run`
    insert into stock_health.month_use (store_id, month, part_id, thousandths, cost_fen)
    select ${storeId}, ${month}, part_id, sum(thousandths), sum(cost_fen) from stock.v_job_move
    where store_id = ${storeId} and id >= ${firstIdAt(from)} and id < ${firstIdAt(until)} group by part_id having sum(thousandths) <> 0 or sum(cost_fen) <> 0`
  await tx.run`
    insert into stock_health.month_total (store_id, month, cost_fen, value_fen)
    select ${storeId}, ${month}::date, coalesce((select sum(cost_fen) from stock_health.month_use where store_id = ${storeId} and month = ${month}), 0),
      coalesce((select value_fen from stock_health.month_total where store_id = ${storeId} and month < ${month} order by month desc limit 1), 0)
        + coalesce((select sum(value_fen) from stock.v_value_move where store_id = ${storeId} and id >= ${firstIdAt(from)} and id < ${firstIdAt(until)}), 0)`
  const makes = await attainmentIn(tx, storeId, { from, until })
  await tx.run`
    insert into stock_health.month_attainment (store_id, month, make_zh, make_en, lines, short)
    select ${storeId}, ${month}, * from unnest(${makes.map((m) => m.makeZh)}::text[], ${makes.map((m) => m.makeEn)}::text[], ${makes.map((m) => m.lines)}::bigint[], ${makes.map((m) => m.short)}::bigint[])`
}

export type MakeAttainment = { makeZh: string; makeEn: string; lines: number; short: number }

/** Part lines of the cars delivered in the time, by make, as the figure 'fill-rate' counts them; short is what had to be asked of purchasing. A car of no known model stands under no make. */
export const attainmentIn = (tx: Tx, storeId: string, { from, until }: { from: Date; until: Date }) => tx.all<MakeAttainment>`
  with delivered as (
    select o.id, o.vehicle_id from repair_orders.v_stay o join repair_orders.v_visit v on v.store_id = o.store_id and v.id = o.id
    where v.store_id = ${storeId} and v.closed_at >= ${from} and v.closed_at < ${until} and v.status = 'delivered'
  ), asked as (
    select d.id, d.vehicle_id, count(*) as lines from delivered d join repair_orders.v_line l on l.store_id = ${storeId} and l.order_id = d.id and l.kind = 'part' group by d.id, d.vehicle_id
  ), short as (
    select r.order_id, count(distinct r.line_id) as short from delivered d join purchasing.v_short r on r.store_id = ${storeId} and r.order_id = d.id
    where exists (select from repair_orders.v_line l where l.store_id = ${storeId} and l.id = r.line_id) group by r.order_id
  )
  select coalesce(m.make_zh, '') as make_zh, coalesce(max(m.make_en), '') as make_en, sum(a.lines)::bigint as lines, coalesce(sum(s.short), 0)::bigint as short
  from asked a left join short s on s.order_id = a.id left join vehicles.v_make m on m.store_id = ${storeId} and m.id = a.vehicle_id group by 1 order by 3 desc`

export type YearUse = { partId: string; costFen: number }
/** Twelve months that are over, and what has run since. */
export type YearSpan = { readonly fromMonth: string; readonly since: Date }
const useOf = (storeId: string, { fromMonth, since }: YearSpan) => sql`(
  select part_id, thousandths, cost_fen, true as over from stock_health.month_use where store_id = ${storeId} and month >= ${fromMonth}
  union all select part_id, thousandths, cost_fen, false from stock.v_job_move where store_id = ${storeId} and id >= ${firstIdAt(since)})`

export const usedInYear = (tx: Tx, storeId: string, span: YearSpan) => tx.all<YearUse>`
  select part_id, sum(cost_fen)::bigint as cost_fen from ${useOf(storeId, span)} u group by part_id having sum(cost_fen) > 0`

export type Classing = { readonly span: YearSpan; readonly months: number; readonly a: readonly string[]; readonly b: readonly string[]; readonly on: string; readonly at: Date; readonly timeZone: string }

/** Every part that is here: since when it lies idle, what a year took of it, and its two classes. An issue that came back wholly was none. */
export async function classParts(tx: Tx, storeId: string, { span, months, a, b, on, at, timeZone }: Classing): Promise<number> {
  await tx.run`delete from stock_health.part_state s where s.store_id = ${storeId} and not exists (select from stock.v_part_value v where v.store_id = s.store_id and v.part_id = s.part_id)`
  const written = await tx.run`
    insert into stock_health.part_state as s (store_id, part_id, idle_since, here_thousandths, value_fen, year_fen, year_thousandths, value_class, variation_class)
    select ${storeId}, v.part_id, coalesce(i.last_on, l.received_on), v.here, v.value_fen, coalesce(u.fen, 0), coalesce(u.thousandths, 0),
      case when v.part_id = any(${a}::uuid[]) then 'A' when v.part_id = any(${b}::uuid[]) then 'B' else 'C' end,
      case when coalesce(u.steady, 0) <= 0 or u.variation > ${variationBounds.y} then 'Z' when u.variation > ${variationBounds.x} then 'Y' else 'X' end
    from stock.v_part_value v
    left join (
      select part_id, sum(cost_fen) as fen, sum(thousandths) as thousandths,
        sum(thousandths) filter (where over) as steady,
        100 * sqrt(greatest(0, ${months}::numeric * sum(thousandths::numeric * thousandths) filter (where over) - (sum(thousandths) filter (where over)) ^ 2)) / nullif(sum(thousandths) filter (where over), 0) as variation
      from ${useOf(storeId, span)} x group by part_id) u on u.part_id = v.part_id
    left join (
      select part_id, (max(at) at time zone ${timeZone})::date as last_on from (
        select part_id, line_id, max(at) filter (where thousandths > 0) as at from stock.v_job_move where store_id = ${storeId} group by part_id, line_id having sum(thousandths) > 0) x
      group by part_id) i on i.part_id = v.part_id
    left join (select part_id, min(received_on) as received_on from stock.v_open_lot where store_id = ${storeId} group by part_id) l on l.part_id = v.part_id
    where v.store_id = ${storeId}
    on conflict (store_id, part_id) do update set idle_since = excluded.idle_since, here_thousandths = excluded.here_thousandths, value_fen = excluded.value_fen, year_fen = excluded.year_fen, year_thousandths = excluded.year_thousandths, value_class = excluded.value_class, variation_class = excluded.variation_class
    where (s.idle_since, s.here_thousandths, s.value_fen, s.year_fen, s.year_thousandths, s.value_class, s.variation_class) is distinct from (excluded.idle_since, excluded.here_thousandths, excluded.value_fen, excluded.year_fen, excluded.year_thousandths, excluded.value_class, excluded.variation_class)`
  await tx.run`update stock_health.summed set classed_on = ${on}, classed_at = ${at} where store_id = ${storeId}`
  return written
}

/** What the pages of the running month add the latest moves to. `since`: where the months that are summed up end; `from`: where the running month begins. */
export const keepSoFar = (tx: Tx, storeId: string, { since, from, until }: { since: Date; from: Date; until: Date }) => tx.run`
  update stock_health.summed s set
    cost_so_far_fen = coalesce((select sum(cost_fen) from stock.v_job_move where store_id = ${storeId} and id >= ${firstIdAt(from)} and id < ${firstIdAt(until)}), 0),
    value_so_far_fen = coalesce((select value_fen from stock_health.month_total where store_id = ${storeId} and month = s.month), 0)
      + coalesce((select sum(value_fen) from stock.v_value_move where store_id = ${storeId} and id >= ${firstIdAt(since)} and id < ${firstIdAt(until)}), 0)
  where store_id = ${storeId}`

/** By the day they came in, how many lots are open more or fewer than at the moment, and what they are worth: from the lots that moved since alone. */
export const agesSince = (storeId: string, since: Date) => sql`
  select l.received_on, sum((l.out_thousandths < l.received_thousandths)::integer - (l.out_thousandths + m.thousandths < l.received_thousandths)::integer) as lots, sum(m.value_fen) as value_fen
  from (select lot_id, sum(thousandths) as thousandths, sum(value_fen) as value_fen from stock.v_lot_move where store_id = ${storeId} and id >= ${firstIdAt(since)} group by lot_id) m
  join stock.v_lot l on l.store_id = ${storeId} and l.id = m.lot_id group by l.received_on`

/** What lies here by the day it came in, as of the moment the parts were classed. */
export async function keepAges(tx: Tx, storeId: string, at: Date): Promise<void> {
  await tx.run`delete from stock_health.age_day where store_id = ${storeId}`
  await tx.run`
    insert into stock_health.age_day (store_id, received_on, lots, value_fen)
    select ${storeId}, received_on, sum(lots), sum(value_fen) from (
      select received_on, count(*) as lots, sum(value_fen) as value_fen from stock.v_open_lot where store_id = ${storeId} group by received_on
      union all select received_on, -lots, -value_fen from (${agesSince(storeId, at)}) s) d
    group by received_on having sum(lots) <> 0 or sum(value_fen) <> 0`
  await tx.run`update stock_health.summed set aged_at = ${at} where store_id = ${storeId}`
}
