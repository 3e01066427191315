import { sql, type Tx } from '../../../platform/database.ts'
import type { AddedWorkStatus, DecisionWay, Urgency } from '../domain/added-work.ts'
import type { NewLine } from './lines.ts'

/** A part that the workshop asked for: what the advisor's offer begins with. */
export type AskedPart = { partId: string; code: string; nameZh: string; nameEn: string; unit: string; quantityThousandths: number }

export type AddedWorkData = {
  id: string; orderId: string; plate: string; number: number; status: AddedWorkStatus; findings: string; urgency: Urgency; foundAt: Date; foundBy: string; foundByName: string; askedPart: AskedPart | null
  /** Priced, and not lines of the order before the customer agreed. */
  lines: NewLine[]; totalFen: number; pricedByName: string | null
  decidedAt: Date | null; decidedByName: string | null; decidedWay: DecisionWay | null; customerName: string; customerPhone: string; words: string; signature: string | null
  reason: string; version: number
}

const columns = sql`id, order_id, plate, number, status, findings, urgency, found_at, found_by, found_by_name, asked_part, lines, total_fen, priced_by_name,
  decided_at, decided_by_name, decided_way, customer_name, customer_phone, words, signature, reason, version`

export const addedWorkOf = (tx: Tx, storeId: string, orderIds: readonly string[]) => tx.all<AddedWorkData>`
  select ${columns} from repair_orders.added_work where store_id = ${storeId} and order_id = any(${orderIds}) order by id`

export const findAddedWork = (tx: Tx, storeId: string, addedWorkId: string) => tx.maybe<AddedWorkData>`
  select ${columns} from repair_orders.added_work where store_id = ${storeId} and id = ${addedWorkId}`

export type NewAddedWork = Pick<AddedWorkData, 'id' | 'orderId' | 'plate' | 'findings' | 'urgency' | 'foundAt' | 'foundBy' | 'foundByName' | 'askedPart'>

/** Numbered within its order, which is locked. */
export const insertAddedWork = (tx: Tx, storeId: string, w: NewAddedWork) => tx.one<{ number: number }>`
  insert into repair_orders.added_work (store_id, id, order_id, plate, number, status, findings, urgency, found_at, found_by, found_by_name, asked_part)
  select ${storeId}, ${w.id}, ${w.orderId}, ${w.plate}, coalesce(max(number), 0) + 1, 'found', ${w.findings}, ${w.urgency}, ${w.foundAt}, ${w.foundBy}, ${w.foundByName}, ${w.askedPart === null ? null : JSON.stringify(w.askedPart)}::jsonb
  from repair_orders.added_work where store_id = ${storeId} and order_id = ${w.orderId}
  returning number`

export type PricedWork = { id: string; status: AddedWorkStatus; lines: readonly NewLine[]; totalFen: number; pricedByName: string }

export const priceWork = (tx: Tx, storeId: string, w: PricedWork) => tx.run`
  update repair_orders.added_work set status = ${w.status}, lines = ${JSON.stringify(w.lines)}::jsonb, total_fen = ${w.totalFen}, priced_by_name = ${w.pricedByName}, version = version + 1
  where store_id = ${storeId} and id = ${w.id}`

export type Decided = {
  id: string; status: AddedWorkStatus; at: Date; by: string; byName: string; way: DecisionWay; customerName: string; customerPhone: string; words: string; signature: string | null
}

export const decideWork = (tx: Tx, storeId: string, d: Decided) => tx.run`
  update repair_orders.added_work set status = ${d.status}, decided_at = ${d.at}, decided_by = ${d.by}, decided_by_name = ${d.byName}, decided_way = ${d.way},
    customer_name = ${d.customerName}, customer_phone = ${d.customerPhone}, words = ${d.words}, signature = ${d.signature}, version = version + 1
  where store_id = ${storeId} and id = ${d.id}`

export const withdrawWork = (tx: Tx, storeId: string, w: { id: string; reason: string }) => tx.run`
  update repair_orders.added_work set status = 'withdrawn', reason = ${w.reason}, version = version + 1 where store_id = ${storeId} and id = ${w.id}`

/** Kept beside the order, in the deed that changed it. */
export const countOpenWork = (tx: Tx, storeId: string, orderId: string) => tx.run`
  update repair_orders.repair_order set open_added_work =
    (select count(*) from repair_orders.added_work where store_id = ${storeId} and order_id = ${orderId} and status in ('found', 'priced'))
  where store_id = ${storeId} and id = ${orderId}`

export type RecommendationData = Pick<AddedWorkData, 'id' | 'findings' | 'urgency' | 'lines' | 'totalFen' | 'decidedAt' | 'version'> & { orderNumber: string }

/** What was refused on earlier visits and no later one did: none of its labour stands on a later order of this plate that was not cancelled. */
export const recommendationsFor = (tx: Tx, storeId: string, plate: string, orderId: string) => tx.all<RecommendationData>`
  select a.id, a.findings, a.urgency, a.lines, a.total_fen, a.decided_at, a.version, o.number as order_number
  from repair_orders.added_work a join repair_orders.repair_order o on o.store_id = a.store_id and o.id = a.order_id
  where a.store_id = ${storeId} and a.plate = ${plate} and a.status = 'refused' and a.order_id <> ${orderId} and not exists (
    select from repair_orders.repair_order later join repair_orders.line l on l.store_id = later.store_id and l.order_id = later.id
    where later.store_id = ${storeId} and later.plate = ${plate} and later.id > a.order_id and later.status <> 'cancelled'
      and a.lines @> jsonb_build_array(jsonb_build_object('operationId', l.operation_id)))
  order by a.id desc limit 20`
