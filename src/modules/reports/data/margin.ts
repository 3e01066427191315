import { empty, sql, type Sql, type Tx } from '../../../platform/database.ts'
import type { MarginGrouping } from '../domain/margin.ts'
import { dayOf, type Scope } from './scope.ts'

export type MarginData = { key: string; name: string; plate: string; advisorName: string; orders: number; revenueFen: number; costFen: number }
export type MarginFilter = { readonly payer?: string | undefined; readonly advisorId?: string | undefined }

/** Statements of the period, and with a minus those that were reversed in it. */
export const entries = ({ storeId, timeZone, fromDay, toDay, from, until }: Scope, payer?: string): Sql => sql`
  select s.store_id, s.id, s.order_id, s.payer, s.day, 1 as sign from settlement.v_statement s where s.store_id = ${storeId} and s.day between ${fromDay} and ${toDay} ${payer === undefined ? empty : sql`and s.payer = ${payer}`}
  union all
  select s.store_id, s.id, s.order_id, s.payer, ${dayOf({ timeZone }, sql`s.reversed_at`)}, -1 from settlement.v_statement s where s.store_id = ${storeId} and s.reversed_at >= ${from} and s.reversed_at < ${until} ${payer === undefined ? empty : sql`and s.payer = ${payer}`}`

/** Of a line that payers share, each statement carries the cost by its part of the amount: from where the statements before it end to where it ends, so that no fen is lost. */
const partOf = (cost: Sql): Sql => sql`case when l.line_amount_fen > 0 then (
    select floor(whole.cost * (before.fen + l.amount_fen) / l.line_amount_fen) - floor(whole.cost * before.fen / l.line_amount_fen)
    from (select ${cost} as cost) whole, (select coalesce(sum(x.amount_fen), 0) as fen from settlement.v_statement b join settlement.v_statement_line x on x.store_id = b.store_id and x.statement_id = b.id
      where b.store_id = e.store_id and b.order_id = e.order_id and b.reversed_at is null and b.id < e.id and x.line_id = l.line_id) before)::bigint else ${cost} end`

/** Revenue net of VAT; cost of the lots handed out for a part, of sublet work what the supplier takes, of labour none. */
const lines = (scope: Scope, { payer, advisorId }: MarginFilter): Sql => sql`
  select e.order_id, e.payer, o.number, o.plate, o.advisor_id, o.advisor_name, e.sign * l.net_fen as revenue, e.sign * ${partOf(sql`coalesce(case l.kind
    when 'part' then (select sum(i.cost_fen) from stock.v_issue i where i.store_id = e.store_id and i.line_id = l.line_id)
    when 'sublet' then (select r.cost_fen from repair_orders.v_line r where r.store_id = e.store_id and r.id = l.line_id) end, 0)`)} as cost
  from (${entries(scope, payer)}) e
  join settlement.v_statement_line l on l.store_id = e.store_id and l.statement_id = e.id
  join repair_orders.v_visit o on o.store_id = e.store_id and o.id = e.order_id ${advisorId === undefined ? empty : sql`and o.advisor_id = ${advisorId}`}`

const groupColumns: Readonly<Record<MarginGrouping, Sql>> = {
  order: sql`order_id::text as key, max(number) as name, max(plate) as plate, max(advisor_name) as advisor_name`,
  payer: sql`payer as key, '' as name, '' as plate, '' as advisor_name`,
  advisor: sql`advisor_id::text as key, max(advisor_name) as name, '' as plate, '' as advisor_name`,
}

export type AllOfIt = { allOrders: number; allRevenueFen: number; allCostFen: number }

/** The lowest margin first: where somebody must look. Each row carries the total over all of them. */
export const marginsBy = (tx: Tx, by: MarginGrouping, scope: Scope, filter: MarginFilter, limit: number) => tx.all<MarginData & AllOfIt>`
  with counted as materialized (${lines(scope, filter)}), grouped as (
    select ${groupColumns[by]}, count(distinct order_id) as orders, sum(revenue)::bigint as revenue_fen, sum(cost)::bigint as cost_fen from counted group by key
  )
  select g.*, a.* from grouped g cross join (select count(distinct order_id) as all_orders, sum(revenue)::bigint as all_revenue_fen, sum(cost)::bigint as all_cost_fen from counted) a
  order by g.revenue_fen - g.cost_fen, g.key limit ${limit}`
