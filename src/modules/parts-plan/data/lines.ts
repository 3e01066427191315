import { empty, sql, type Sql, type Tx } from '../../../platform/database.ts'
import { manyRows } from '../../../platform/many-rows.ts'
import type { LineFilter, LineSort, Mark } from '../domain/lines.ts'

export type LineData = {
  partId: string; partNumber: string; nameZh: string; nameEn: string; unit: string; packThousandths: number; valueClass: 'A' | 'B' | 'C' | null; demand: number[]
  jobsThousandths: number; counterThousandths: number; lostThousandths: number; lostOtherThousandths: number; emergencyThousandths: number
  onHandThousandths: number; reservedThousandths: number; onOrderThousandths: number; pendingThousandths: number; lastThousandths: number | null; method: string; levelThousandths: number
  proposedThousandths: number; plannedThousandths: number; unitCostFen: number; plannedFen: number; reason: string; changedByName: string | null; version: number
}

const columns = sql`l.part_id, l.part_number, l.name_zh, l.name_en, l.unit, l.pack_thousandths, l.value_class, l.demand::float8[] as demand, l.jobs_thousandths, l.counter_thousandths, l.lost_thousandths, l.lost_other_thousandths, l.emergency_thousandths,
  l.on_hand_thousandths, l.reserved_thousandths, l.on_order_thousandths, l.pending_thousandths, l.last_thousandths, l.method, l.level_thousandths, l.proposed_thousandths, l.planned_thousandths, l.unit_cost_fen, l.planned_fen, l.reason, l.changed_by_name, l.version`

const shown: Readonly<Record<LineFilter, Sql>> = {
  planned: sql`and (l.planned_thousandths > 0 or l.proposed_thousandths > 0)`, all: empty, changed: sql`and l.planned_thousandths <> l.proposed_thousandths`, 'a-parts': sql`and l.value_class = 'A'`,
  emergency: sql`and l.emergency_thousandths > 0`, lost: sql`and l.lost_thousandths + l.lost_other_thousandths > 0`,
  'zero-stock': sql`and l.on_hand_thousandths <= 0 and l.jobs_thousandths + l.counter_thousandths + l.lost_thousandths > 0`, 'against-last': sql`and l.planned_thousandths <> coalesce(l.last_thousandths, 0)`,
}
/** Amounts by which lines are sorted, the greatest first. */
const amounts: Readonly<Record<LineSort, Sql>> = { value: sql`l.planned_fen`, demand: sql`l.demand_thousandths`, difference: sql`l.difference_fen`, number: sql`0::bigint` }

export type LinesWish = { readonly planId: string; readonly filter: LineFilter; readonly sort: LineSort; readonly find: string; readonly after: Mark | null; readonly limit: number }

/** Found by its number as it begins. Each row brings the amount it was sorted by. */
export const listLines = (tx: Tx, storeId: string, { planId, filter, sort, find, after, limit }: LinesWish) => tx.all<LineData & { amount: number }>`
  select ${columns}, ${amounts[sort]}::bigint as amount from parts_plan.line l
  where l.store_id = ${storeId} and l.plan_id = ${planId} ${shown[filter]} ${find === '' ? empty : sql`and (starts_with(l.part_number, ${find.toUpperCase()}) or strpos(l.name_zh, ${find}) > 0 or strpos(lower(l.name_en), ${find.toLowerCase()}) > 0)`}
    ${after === null ? empty : sql`and (${amounts[sort]} < ${after.amount} or (${amounts[sort]} = ${after.amount} and l.part_number > ${after.partNumber}))`}
  order by ${amounts[sort]} desc, l.part_number limit ${limit}`

/** What is ordered, for the maker's form and for orders. */
export const plannedLines = (tx: Tx, storeId: string, planId: string) => tx.all<LineData>`
  select ${columns} from parts_plan.line l where l.store_id = ${storeId} and l.plan_id = ${planId} and l.planned_thousandths > 0 order by l.part_number`

export const findLine = (tx: Tx, storeId: string, planId: string, partId: string) => tx.maybe<LineData>`
  select ${columns} from parts_plan.line l where l.store_id = ${storeId} and l.plan_id = ${planId} and l.part_id = ${partId}`

/** All that a line is told; what the table keeps itself is left out. */
const stored = sql`store_id, plan_id, part_id, part_number, name_zh, name_en, unit, pack_thousandths, value_class, demand, jobs_thousandths, counter_thousandths, lost_thousandths, lost_other_thousandths, emergency_thousandths, on_hand_thousandths,
  reserved_thousandths, on_order_thousandths, pending_thousandths, last_thousandths, method, level_thousandths, proposed_thousandths, planned_thousandths, unit_cost_fen, planned_fen, reason, changed_by, changed_by_name, version`

export type NewLine = Omit<LineData, 'version' | 'changedByName'> & { readonly changedBy: string | null; readonly changedByName: string | null }

export const insertLines = (tx: Tx, storeId: string, planId: string, rows: readonly NewLine[]) => tx.run`
  insert into parts_plan.line (${stored}) select ${stored} from json_populate_recordset(null::parts_plan.line, ${manyRows(rows.map((row) => ({ ...row, storeId, planId, version: 1 })))}::json)`

/** The next edition begins as the one before stands. */
export const copyLines = (tx: Tx, storeId: string, { fromPlan, toPlan, after, most }: { fromPlan: string; toPlan: string; after: string | null; most: number }) => tx.one<{ parts: number; last: string | null; lines: number; proposedFen: number; plannedFen: number }>`
  with copied as (
  insert into parts_plan.line (store_id, plan_id, part_id, part_number, name_zh, name_en, unit, pack_thousandths, value_class, demand, jobs_thousandths, counter_thousandths, lost_thousandths, lost_other_thousandths, emergency_thousandths, on_hand_thousandths,
    reserved_thousandths, on_order_thousandths, pending_thousandths, last_thousandths, method, level_thousandths, proposed_thousandths, planned_thousandths, unit_cost_fen, planned_fen, reason)
  select store_id, ${toPlan}, part_id, part_number, name_zh, name_en, unit, pack_thousandths, value_class, demand, jobs_thousandths, counter_thousandths, lost_thousandths, lost_other_thousandths, emergency_thousandths, on_hand_thousandths,
    reserved_thousandths, on_order_thousandths, pending_thousandths, last_thousandths, method, level_thousandths, proposed_thousandths, planned_thousandths, unit_cost_fen, planned_fen, reason
  from parts_plan.line where store_id = ${storeId} and plan_id = ${fromPlan} and (${after}::uuid is null or part_id > ${after}::uuid) order by part_id limit ${most}
  returning part_id, proposed_thousandths, unit_cost_fen, planned_fen)
  select count(*) as parts, count(*) as lines, (select part_id from copied order by part_id desc limit 1) as last, coalesce(sum(round(proposed_thousandths::numeric * unit_cost_fen / 1000)), 0)::bigint as proposed_fen, coalesce(sum(planned_fen), 0)::bigint as planned_fen from copied`

/** Answers how many rows it changed: none where somebody else was faster. */
export const changeLine = (tx: Tx, storeId: string, planId: string, l: { partId: string; version: number; planned: number; plannedFen: number; reason: string; by: string; byName: string }) => tx.run`
  update parts_plan.line set planned_thousandths = ${l.planned}, planned_fen = ${l.plannedFen}, reason = ${l.reason}, changed_by = ${l.by}, changed_by_name = ${l.byName}, version = version + 1
  where store_id = ${storeId} and plan_id = ${planId} and part_id = ${l.partId} and version = ${l.version}`

export type LineSums = { planned: number; changed: number; emergency: number; lastFen: number; more: number; less: number; fresh: number; dropped: number }
/** The plan in sum and against the last one, at this plan's costs. */
export const sumsOf = (tx: Tx, storeId: string, planId: string) => tx.one<LineSums>`
  select count(*) filter (where planned_thousandths > 0) as planned, count(*) filter (where planned_thousandths <> proposed_thousandths) as changed, count(*) filter (where emergency_thousandths > 0) as emergency,
    coalesce(sum(round(last_thousandths::numeric * unit_cost_fen / 1000)), 0)::bigint as last_fen, count(*) filter (where last_thousandths > 0 and planned_thousandths > last_thousandths) as more,
    count(*) filter (where planned_thousandths > 0 and planned_thousandths < last_thousandths) as less, count(*) filter (where planned_thousandths > 0 and coalesce(last_thousandths, 0) = 0) as fresh,
    count(*) filter (where planned_thousandths = 0 and last_thousandths > 0) as dropped
  from parts_plan.line where store_id = ${storeId} and plan_id = ${planId}`

export const hasChanged = async (tx: Tx, storeId: string, planId: string, personId: string): Promise<boolean> =>
  (await tx.maybe`select from parts_plan.line where store_id = ${storeId} and plan_id = ${planId} and changed_by = ${personId} limit 1`) !== null

/** Of these parts, what stands on orders that were drawn from any edition of the plan's month and kind. */
export const drawnOf = (tx: Tx, storeId: string, plan: { month: string; kind: string }, partIds: readonly string[]) => tx.all<{ partId: string; thousandths: number }>`
  select d.part_id, sum(o.thousandths)::bigint as thousandths from parts_plan.plan p join parts_plan.drawn d on d.store_id = p.store_id and d.plan_id = p.id
  join parts_orders.v_ordered o on o.store_id = d.store_id and o.order_id = d.order_id and o.part_id = d.part_id and o.request_id is null
  where p.store_id = ${storeId} and p.month = ${plan.month} and p.kind = ${plan.kind} and d.part_id = any(${partIds}::uuid[]) group by d.part_id`

export const insertDrawn = (tx: Tx, storeId: string, d: { planId: string; orderId: string; partIds: readonly string[]; at: Date; byName: string }) => tx.run`
  insert into parts_plan.drawn (store_id, plan_id, part_id, order_id, at, person_name) select ${storeId}, ${d.planId}, part_id, ${d.orderId}, ${d.at}, ${d.byName} from unnest(${d.partIds}::uuid[]) as t(part_id)`
