import { empty, sql, type Tx } from '../../../platform/database.ts'
import type { UnscannedReason, UnscannedWay } from '../domain/unscanned.ts'

export type UnscannedIssue = {
  id: string; at: Date; document: string; way: UnscannedWay; /** The order, the slip or the transfer. */ ofId: string; ofNumber: string; /** The plate, who has it, or the store it went to. */ aboutZh: string; aboutEn: string
  partNumber: string; nameZh: string; nameEn: string; unit: string; thousandths: number; why: UnscannedReason | null; personName: string
}

/** What left its shelf unscanned, for a job, over the counter or to another store, newest first, page by page. */
export const unscannedIssues = (tx: Tx, storeId: string, { after, limit }: { after: string | null; limit: number }) => tx.all<UnscannedIssue>`
  select m.id, m.at, m.document, case when o.id is not null then 'job' when c.id is not null then 'counter' else 'transfer' end as way, m.order_id as of_id, coalesce(o.number, c.number, t.number) as of_number,
    coalesce(o.plate, c.name, t.name_zh) as about_zh, coalesce(o.plate, c.name, t.name_en) as about_en,
    p.number as part_number, p.name_zh, p.name_en, p.unit, m.thousandths, m.unscanned_why as why, coalesce(w.name, '') as person_name
  from stock.move m
  left join repair_orders.v_order o on o.store_id = m.store_id and o.id = m.order_id
  left join counter.v_slip c on c.store_id = m.store_id and c.id = m.order_id
  left join transfers.v_sent t on t.store_id = m.store_id and t.id = m.order_id
  join catalogue.v_part_facts p on p.id = m.part_id
  left join organisation.v_person w on w.id = m.person_id
  where m.store_id = ${storeId} and not m.scanned and coalesce(o.id, c.id, t.id) is not null ${after === null ? empty : sql`and m.id < ${after}`} order by m.id desc limit ${limit}`
