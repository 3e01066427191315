import { firstIdAt } from '../../../kernel/ids.ts'
import { empty, sql, type Tx } from '../../../platform/database.ts'
import { foundIn } from '../../../platform/found-in.ts'

export type PromotionData = {
  id: string; number: string; name: string; fromDay: string; untilDay: string; responsibleId: string; responsibleName: string; plannedAt: Date; plannedByName: string
  endedAt: Date | null; endedByName: string | null; endReason: string; version: number
}
const columns = sql`p.id, p.number, p.name, p.from_day, p.until_day, p.responsible_id, p.responsible_name, p.planned_at, p.planned_by_name, p.ended_at, p.ended_by_name, p.end_reason, p.version`

export const listPromotions = (tx: Tx, storeId: string, { find, after, limit }: { find: string; after: string | null; limit: number }) => tx.all<PromotionData & { parts: number }>`
  select ${columns}, (select count(*) from stock_health.promotion_line l where l.store_id = p.store_id and l.promotion_id = p.id) as parts
  from stock_health.promotion p where p.store_id = ${storeId} ${foundIn(find, (has) => [has(sql`p.number`), has(sql`p.name`), has(sql`p.responsible_name`), sql`exists (select from stock_health.promotion_line l join catalogue.v_part_facts f on f.id = l.part_id where l.store_id = p.store_id and l.promotion_id = p.id and ${has(sql`f.number`)})`])}
  ${after === null ? empty : sql`and p.id < ${after}`} order by p.id desc limit ${limit}`

export const findPromotion = (tx: Tx, storeId: string, id: string) => tx.maybe<PromotionData>`select ${columns} from stock_health.promotion p where p.store_id = ${storeId} and p.id = ${id}`
/** It stays locked until the transaction ends. */
export const lockPromotion = (tx: Tx, storeId: string, id: string) => tx.maybe<PromotionData>`select ${columns} from stock_health.promotion p where p.store_id = ${storeId} and p.id = ${id} for update`

export type NewPromotion = Omit<PromotionData, 'endedAt' | 'endedByName' | 'endReason' | 'version'>
export type NewLine = { partId: string; priceFen: number; unitCostFen: number; plannedThousandths: number; underCostReason: string }

export async function insertPromotion(tx: Tx, storeId: string, p: NewPromotion, lines: readonly NewLine[]): Promise<void> {
  await tx.run`
    insert into stock_health.promotion (store_id, id, number, name, from_day, until_day, responsible_id, responsible_name, planned_at, planned_by_name)
    values (${storeId}, ${p.id}, ${p.number}, ${p.name}, ${p.fromDay}, ${p.untilDay}, ${p.responsibleId}, ${p.responsibleName}, ${p.plannedAt}, ${p.plannedByName})`
  await tx.run`
    insert into stock_health.promotion_line (store_id, promotion_id, part_id, price_fen, unit_cost_fen, planned_thousandths, under_cost_reason)
    select ${storeId}, ${p.id}, * from unnest(${lines.map((l) => l.partId)}::uuid[], ${lines.map((l) => l.priceFen)}::bigint[], ${lines.map((l) => l.unitCostFen)}::bigint[],
      ${lines.map((l) => l.plannedThousandths)}::bigint[], ${lines.map((l) => l.underCostReason)}::text[])`
}

export const writeEnded = (tx: Tx, storeId: string, e: { id: string; at: Date; byName: string; reason: string }) => tx.run`
  update stock_health.promotion set ended_at = ${e.at}, ended_by_name = ${e.byName}, end_reason = ${e.reason}, version = version + 1 where store_id = ${storeId} and id = ${e.id}`

export type LineResult = NewLine & { left: number; sold: number; revenueFen: number; costFen: number }

/** What jobs and the counter took while it ran, by the ledger: quantity and cost of the lots, and what the lines it went to brought; of a slip less its allowance. */
export const resultOf = (tx: Tx, storeId: string, promotionId: string, { from, until }: { from: Date; until: Date }) => tx.all<LineResult>`
  select p.part_id, p.price_fen, p.unit_cost_fen, p.planned_thousandths, p.under_cost_reason, coalesce(v.here, 0) as left,
    coalesce(r.sold, 0)::bigint as sold, coalesce(r.revenue_fen, 0)::bigint as revenue_fen, coalesce(r.cost_fen, 0)::bigint as cost_fen
  from stock_health.promotion_line p
  left join stock.v_part_value v on v.store_id = p.store_id and v.part_id = p.part_id
  left join lateral (
    select sum(m.thousandths) as sold, sum(m.cost_fen) as cost_fen, sum(coalesce(round(l.unit_price_fen::numeric * m.thousandths / 1000), round(c.net_of_allowance_fen::numeric * m.thousandths / nullif(c.thousandths, 0)))) as revenue_fen
    from (select line_id, sum(thousandths) as thousandths, sum(cost_fen) as cost_fen from stock.v_job_move
      where store_id = p.store_id and part_id = p.part_id and id >= ${firstIdAt(from)} and id < ${firstIdAt(until)} group by line_id) m
    left join repair_orders.v_line l on l.store_id = p.store_id and l.id = m.line_id
    left join counter.v_line c on c.store_id = p.store_id and c.id = m.line_id) r on true
  where p.store_id = ${storeId} and p.promotion_id = ${promotionId} order by p.planned_thousandths * p.unit_cost_fen desc, p.part_id limit 200`

/** What runs on the day, at its lowest price. */
export const offersOn = (tx: Tx, storeId: string, partIds: readonly string[], day: string) => tx.all<{ partId: string; priceFen: number }>`
  select l.part_id, min(l.price_fen) as price_fen from stock_health.promotion_line l join stock_health.promotion p on p.store_id = l.store_id and p.id = l.promotion_id
  where l.store_id = ${storeId} and l.part_id = any(${partIds}::uuid[]) and p.ended_at is null and ${day}::date between p.from_day and p.until_day group by l.part_id`
