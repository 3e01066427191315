import { empty, sql, type Tx } from '../../../platform/database.ts'
import type { Mark } from './figures.ts'

/** Parts that have a standard stock, and how many of them reach it with what is free. */
export const standardsByMake = (tx: Tx, storeId: string) => tx.all<{ makeZh: string; makeEn: string; standards: number; reached: number }>`
  select s.make_zh, min(s.make_en) as make_en, count(*) as standards, count(*) filter (where coalesce(v.free, 0) >= s.standard) as reached
  from parts_orders.v_standard s left join stock.v_part_value v on v.store_id = s.store_id and v.part_id = s.part_id
  where s.store_id = ${storeId} group by s.make_zh order by count(*) desc, s.make_zh`

export type BelowData = { partId: string; standard: number; free: number; onOrder: number; missingFen: number }
type Wish = { readonly make: string | null; readonly after: Mark | null; readonly limit: number }

/** What is free does not reach the standard; the dearest gap first. */
export const belowStandard = (tx: Tx, storeId: string, { make, after, limit }: Wish) => tx.all<BelowData>`
  with below as (
    select s.part_id, s.standard, coalesce(v.free, 0) as free, (s.standard - coalesce(v.free, 0)) * s.unit_cost_fen / 1000 as missing_fen
    from parts_orders.v_standard s left join stock.v_part_value v on v.store_id = s.store_id and v.part_id = s.part_id
    where s.store_id = ${storeId} and coalesce(v.free, 0) < s.standard ${make === null ? empty : sql`and s.make_zh = ${make}`}
  ), page as (
    select * from below where true ${after === null ? empty : sql`and (missing_fen < ${after.fen} or (missing_fen = ${after.fen} and part_id > ${after.partId}))`}
    order by missing_fen desc, part_id limit ${limit}
  )
  select p.*, coalesce((select sum(o.open_thousandths) from parts_orders.v_open_line o where o.store_id = ${storeId} and o.part_id = p.part_id and o.request_id is null), 0)::bigint as on_order
  from page p order by p.missing_fen desc, p.part_id`
