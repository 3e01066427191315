import { firstIdAt } from '../../../kernel/ids.ts'
import { empty, join, sql, type Tx } from '../../../platform/database.ts'
import type { PlanKind } from '../domain/plan.ts'

export type FactData = {
  partId: string; partNumber: string; nameZh: string; nameEn: string; unit: string; packThousandths: number; valueClass: 'A' | 'B' | 'C' | null
  demand: number[]; jobs: number; counter: number; lost: number; lostOther: number; emergency: number
  onHand: number; reserved: number; onOrder: number; lastThousandths: number | null; lastOrdered: number; unitCostFen: number | null
}

/** Periods as the reorder list counts them: thirty days back from now. */
export const [periods, periodDays] = [12, 30] as const

export type FactsWish = {
  readonly kind: PlanKind; readonly now: Date
  /** The approved plan before this one, and the month it stands for. */
  readonly last: { readonly id: string; readonly from: Date; readonly until: Date } | null
  readonly partIds: readonly string[]
  /** By hand: whatever they are. Else those that were asked for, lie here, are under way or stand in the last plan. */
  readonly chosen: boolean
}

/** So long an order says from where a part comes. */
const sourceDays = 730
const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * 86_400_000)
const backOf = (now: Date) => sql`floor(extract(epoch from ${now}::timestamptz - at) / (86400 * ${periodDays}::integer))::integer`

/** What was asked for of these parts and of those they replaced: by cars and over the counter with what came back against it, lost sales, and what was asked for in an emergency. Of a superseded part it is its heir who is asked for. */
const asked = (storeId: string, now: Date) => {
  const since = firstIdAt(daysBefore(now, periods * periodDays))
  const none = sql`0::bigint`
  return sql`
    select h.heir_id as part_id, x.back, x.jobs, x.counter, x.lost, x.lost_other, x.emergency from heir h cross join lateral (
      select ${backOf(now)} as back, case when s.id is null then q.thousandths else 0 end as jobs, case when s.id is null then 0 else q.thousandths end as counter, ${none} as lost, ${none} as lost_other, ${none} as emergency
      from stock.v_move m left join counter.v_slip s on s.store_id = m.store_id and s.id = m.order_id cross join lateral (select case when m.takes_back is null then m.thousandths else -m.thousandths end as thousandths) q
      where m.store_id = ${storeId} and m.part_id = h.part_id and m.id >= ${since} and m.line_id is not null
    ) x
    union all
    select h.heir_id, ${backOf(now)}, ${none}, ${none}, case when cause in ('not-in-stock', 'too-long') then thousandths else 0 end, case when cause in ('not-in-stock', 'too-long') then 0 else thousandths end, ${none}
    from counter.v_lost_sale x join heir h on h.part_id = x.part_id where x.store_id = ${storeId} and x.id >= ${since}
    union all
    select h.heir_id, 0, ${none}, ${none}, ${none}, ${none}, x.thousandths from purchasing.v_asked x join heir h on h.part_id = x.part_id where x.store_id = ${storeId} and x.id >= ${since} and (urgency = 'off-road' or source in ('j-order', 'e-order'))`
}

const series = join(Array.from({ length: periods }, (_, index) => sql`coalesce(sum(jobs + counter + lost) filter (where back = ${periods - 1 - index}), 0)`), ', ')

/** When something was first asked for, as far back as demand is counted. */
export async function firstDemand(tx: Tx, storeId: string, now: Date): Promise<Date | null> {
  const since = firstIdAt(daysBefore(now, periods * periodDays))
  const { at } = await tx.one<{ at: Date | null }>`
    select least((select at from stock.v_move where store_id = ${storeId} and id >= ${since} and line_id is not null and takes_back is null order by id limit 1),
      (select at from counter.v_lost_sale where store_id = ${storeId} and id >= ${since} and cause in ('not-in-stock', 'too-long') order by id limit 1)) as at`
  return at
}

/**
 * The parts of which a plan can have a line, as they are bought: what was asked for in these periods, a superseded part's heir in its place; what lies here, is under way for the shelf, or stands in the last plan.
 * Of a catalogue that is ten times the store these are a tenth, and the only ones that are looked at.
 */
const mattering = (storeId: string, now: Date, lastId: string | null) => {
  const since = firstIdAt(daysBefore(now, periods * periodDays))
  return sql`
    with recursive asked_for (part_id) as (
      select part_id from (
        select part_id from stock.v_move where store_id = ${storeId} and id >= ${since} and line_id is not null
        union select part_id from counter.v_lost_sale where store_id = ${storeId} and id >= ${since}
        union select part_id from purchasing.v_asked where store_id = ${storeId} and id >= ${since} and (urgency = 'off-road' or source in ('j-order', 'e-order'))
      ) a
      union select p.superseded_by from asked_for a join catalogue.v_stocked p on p.id = a.part_id where p.superseded_by is not null
    ), mattering (part_id) as (
      select part_id from asked_for
      union select part_id from stock.v_held where store_id = ${storeId} and on_hand_thousandths > 0
      union select part_id from parts_orders.v_open_line where store_id = ${storeId} and request_id is null
      union select part_id from parts_plan.line where store_id = ${storeId} and plan_id = ${lastId} and planned_thousandths > 0
    )
    select p.id from catalogue.v_stocked p where p.active and p.superseded_by is null and p.id in (select part_id from mattering)`
}

type Mattering = { readonly now: Date; readonly lastId: string | null }
export const countMattering = async (tx: Tx, storeId: string, { now, lastId }: Mattering): Promise<number> => (await tx.one<{ count: number }>`select count(*) as count from (${mattering(storeId, now, lastId)}) m`).count
export const nextMattering = async (tx: Tx, storeId: string, { now, lastId, after, most }: Mattering & { readonly after: string | null; readonly most: number }): Promise<string[]> => (await tx.all<{ id: string }>`
  select id from (${mattering(storeId, now, lastId)}) m where ${after}::uuid is null or id > ${after}::uuid order by id limit ${most}`).map(({ id }) => id)

/** What is known of some parts, in one question. A part comes from where it was ordered last, from the maker unless it was ordered outside. */
export const factsOf = (tx: Tx, storeId: string, { kind, now, last, partIds, chosen }: FactsWish) => tx.all<FactData>`
  with recursive step (part_id, heir_id) as (
    select id, superseded_by from catalogue.v_stocked where superseded_by is not null
    union select s.part_id, p.superseded_by from step s join catalogue.v_stocked p on p.id = s.heir_id where p.superseded_by is not null
  ), heir (part_id, heir_id) as (select part_id, heir_id from step where heir_id = any(${partIds}::uuid[]) union all select id, id from unnest(${partIds}::uuid[]) as t(id)),
  demand as (
    select part_id, array[${series}]::float8[] as series, sum(jobs)::bigint as jobs, sum(counter)::bigint as counter, sum(lost)::bigint as lost, sum(lost_other)::bigint as lost_other, sum(emergency)::bigint as emergency
    from (${asked(storeId, now)}) a group by part_id
  ), source as (
    select distinct on (part_id) part_id, supplier_kind, unit_cost_fen from parts_orders.v_ordered where store_id = ${storeId} and part_id = any(${partIds}::uuid[]) and submitted_at >= ${daysBefore(now, sourceDays)} order by part_id, submitted_at desc
  ), under_way as (
    select part_id, sum(open_thousandths) as thousandths from parts_orders.v_open_line where store_id = ${storeId} and part_id = any(${partIds}::uuid[]) and request_id is null group by part_id
  ), ordered as (
    select part_id, sum(thousandths) as thousandths from parts_orders.v_ordered
    where store_id = ${storeId} and part_id = any(${partIds}::uuid[]) and request_id is null and submitted_at >= ${last?.from ?? now} and submitted_at < ${last?.until ?? now} group by part_id
  )
  select p.id as part_id, p.number as part_number, p.name_zh, p.name_en, p.unit, p.pack_thousandths, c.value_class,
    coalesce(d.series, array_fill(0::float8, array[${periods}::integer])) as demand, coalesce(d.jobs, 0) as jobs, coalesce(d.counter, 0) as counter, coalesce(d.lost, 0) as lost, coalesce(d.lost_other, 0) as lost_other, coalesce(d.emergency, 0) as emergency,
    coalesce(h.on_hand_thousandths, 0) as on_hand, coalesce(h.reserved_thousandths, 0) as reserved, coalesce(u.thousandths, 0)::bigint as on_order,
    l.planned_thousandths as last_thousandths, coalesce(o.thousandths, 0)::bigint as last_ordered, case when v.here > 0 then ((v.value_fen * 1000 + v.here / 2) / v.here)::bigint else s.unit_cost_fen end as unit_cost_fen
  from catalogue.v_stocked p
  left join demand d on d.part_id = p.id left join source s on s.part_id = p.id left join under_way u on u.part_id = p.id left join ordered o on o.part_id = p.id
  left join stock.v_held h on h.store_id = ${storeId} and h.part_id = p.id left join stock.v_part_value v on v.store_id = ${storeId} and v.part_id = p.id
  left join stock_health.v_value_class c on c.store_id = ${storeId} and c.part_id = p.id
  left join parts_plan.line l on l.store_id = ${storeId} and l.plan_id = ${last?.id ?? null} and l.part_id = p.id
  where p.active and p.superseded_by is null and p.id = any(${partIds}::uuid[])
    ${chosen ? empty : sql`and (d.part_id is not null or h.on_hand_thousandths > 0 or u.part_id is not null or l.planned_thousandths > 0) and coalesce(s.supplier_kind, 'maker') = ${kind}`}`
