import { empty, sql, type Sql, type Tx } from '../../../platform/database.ts'
import type { FlooredPayer } from '../domain/floor.ts'

export type FloorData = { payer: FlooredPayer; edition: number; percent: number | null; reason: string; at: Date; personName: string }

/** What counts of each payer. */
export const floorsOf = (tx: Tx, storeId: string) => tx.all<FloorData>`
  select distinct on (payer) payer, edition, percent, reason, at, person_name from prices.floor where store_id = ${storeId} order by payer, edition desc`
/** Those that are kept: an estimate asks for no more. */
export const keptFloorsOf = async (tx: Tx, storeId: string): Promise<{ payer: FlooredPayer; percent: number }[]> =>
  (await floorsOf(tx, storeId)).flatMap(({ payer, percent }) => (percent === null ? [] : [{ payer, percent }]))
export const floorHistory = (tx: Tx, storeId: string) => tx.all<FloorData>`
  select payer, edition, percent, reason, at, person_name from prices.floor where store_id = ${storeId} order by at desc, payer limit 100`
/** Answers 0 when another set it meanwhile. */
export const insertFloor = (tx: Tx, storeId: string, f: FloorData) => tx.run`
  insert into prices.floor (store_id, payer, edition, percent, reason, at, person_name) values (${storeId}, ${f.payer}, ${f.edition}, ${f.percent}, ${f.reason}, ${f.at}, ${f.personName}) on conflict do nothing`

export type Month = { readonly storeId: string; readonly timeZone: string; readonly fromDay: string; readonly untilDay: string; /** The same days as moments. */ readonly from: Date; readonly until: Date }
/** Of a repair order's line or of a slip's: one of both ids is null. */
export type SoldData = { lineId: string; orderId: string | null; slipId: string | null; number: string; about: string; personId: string; personName: string; payer: FlooredPayer; day: string; partNumber: string; nameZh: string; nameEn: string; netFen: number; costFen: number; percent: number; approvedByName: string | null }

/**
 * What orders sold: part lines on statements of the month that stand, whose net is below the cost of the lots handed out plus the floor that counted when it was settled.
 * A line that payers share is judged as a whole, once, by its first payer's statement.
 */
const soldByOrders = ({ storeId, fromDay, untilDay }: Month): Sql => sql`
  select l.line_id, s.order_id, null::uuid as slip_id, o.number, o.plate as about, o.advisor_id as person_id, o.advisor_name as person_name, s.payer, s.day, l.code as part_number, l.name_zh, l.name_en, l.net_fen, i.cost_fen, f.percent, r.approved_by_name
  from settlement.v_statement s
  join settlement.v_statement_line l on l.store_id = s.store_id and l.statement_id = s.id and l.kind = 'part' and l.line_amount_fen is null
  join repair_orders.v_part_line r on r.store_id = s.store_id and r.id = l.line_id
  join repair_orders.v_visit o on o.store_id = s.store_id and o.id = s.order_id
  join lateral (select coalesce(sum(cost_fen), 0)::bigint as cost_fen from stock.v_issue where store_id = s.store_id and line_id = l.line_id) i on true
  join lateral (select percent from prices.floor where store_id = s.store_id and payer = s.payer and at <= s.at order by edition desc limit 1) f on f.percent is not null
  where s.store_id = ${storeId} and s.day between ${fromDay}::date and ${untilDay}::date and s.reversed_at is null and l.net_fen::numeric * 10000 < i.cost_fen::numeric * (10000 + f.percent)`

/** What the counter sold, by the day the last of the slip left the shelf. Its price does not change after it was written: the floor of that moment asked for the yes, and judges it. */
const soldByCounter = ({ storeId, timeZone, from, until }: Month): Sql => sql`
  select c.line_id, null::uuid as order_id, c.slip_id, c.number, c.name as about, c.opened_by as person_id, c.opened_by_name as person_name, 'customer' as payer, (c.issued_at at time zone ${timeZone})::date as day,
    c.part_number, c.name_zh, c.name_en, c.net_fen, i.cost_fen, f.percent, c.approved_by_name
  from counter.v_sold_line c
  join lateral (select coalesce(sum(cost_fen), 0)::bigint as cost_fen from stock.v_job_move where store_id = c.store_id and line_id = c.line_id) i on true
  join lateral (select percent from prices.floor where store_id = c.store_id and payer = 'customer' and at <= c.opened_at order by edition desc limit 1) f on f.percent is not null
  where c.store_id = ${storeId} and c.issued_at >= ${from} and c.issued_at < ${until} and c.net_fen::numeric * 10000 < i.cost_fen::numeric * (10000 + f.percent)`

const sold = (month: Month): Sql => sql`${soldByOrders(month)} union all ${soldByCounter(month)}`

export type SoldSum = { personId: string; personName: string; lines: number; netFen: number; costFen: number }
export const soldByPerson = (tx: Tx, month: Month) => tx.all<SoldSum>`
  select person_id, max(person_name) as person_name, count(*) as lines, sum(net_fen)::bigint as net_fen, sum(cost_fen)::bigint as cost_fen from (${sold(month)}) x group by person_id order by count(*) desc, person_id limit 200`

export const listSold = (tx: Tx, month: Month, { personId, after, limit }: { personId: string | null; after: string | null; limit: number }) => tx.all<SoldData>`
  select * from (${sold(month)}) x where true ${personId === null ? empty : sql`and person_id = ${personId}`} ${after === null ? empty : sql`and line_id < ${after}`} order by line_id desc limit ${limit}`
