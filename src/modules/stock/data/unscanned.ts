import { empty, sql, type Tx } from '../../../platform/database.ts'
import type { UnscannedReason } from '../domain/unscanned.ts'

export type UnscannedIssue = {
  id: string; at: Date; document: string; orderId: string; orderNumber: string; plate: string; partNumber: string; nameZh: string; nameEn: string; unit: string; thousandths: number; why: UnscannedReason | null; personName: string
}

/** Handed out to jobs unscanned, newest first, page by page. */
export const unscannedIssues = (tx: Tx, storeId: string, { after, limit }: { after: string | null; limit: number }) => tx.all<UnscannedIssue>`
  select m.id, m.at, m.document, m.order_id, o.number as order_number, o.plate, p.number as part_number, p.name_zh, p.name_en, p.unit, m.thousandths, m.unscanned_why as why, coalesce(w.name, '') as person_name
  from stock.move m
  join repair_orders.v_order o on o.store_id = m.store_id and o.id = m.order_id
  join catalogue.v_part_facts p on p.id = m.part_id
  left join organisation.v_person w on w.id = m.person_id
  where m.store_id = ${storeId} and not m.scanned ${after === null ? empty : sql`and m.id < ${after}`} order by m.id desc limit ${limit}`
