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

type RefusedWork = { readonly id: string; readonly findings: string; readonly lines: readonly NewLine[]; readonly totalFen: number; readonly customerName: string; readonly words: string; readonly signature: string }
export type Refused = { readonly orderId: string; readonly plate: string; readonly at: Date; readonly by: string; readonly byName: string; readonly works: readonly RefusedWork[] }

/** Items of an estimate that the customer refused by link: recommendations from their beginning. */
export const insertRefused = (tx: Tx, storeId: string, { orderId, plate, at, by, byName, works }: Refused) => tx.run`
  insert into repair_orders.added_work (store_id, id, order_id, plate, number, status, findings, urgency, found_at, found_by, found_by_name, lines, total_fen, priced_by_name,
    decided_at, decided_by, decided_by_name, decided_way, customer_name, words, signature)
  select ${storeId}, w.id, ${orderId}, ${plate}, (select coalesce(max(number), 0) from repair_orders.added_work where store_id = ${storeId} and order_id = ${orderId}) + row_number() over (order by w.id),
    'refused', w.findings, 'later', ${at}::timestamptz, ${by}::uuid, ${byName}, w.lines, w."totalFen", ${byName}, ${at}::timestamptz, ${by}::uuid, ${byName}, 'link', w."customerName", w.words, w.signature
  from jsonb_to_recordset(${JSON.stringify(works)}::jsonb) as w(id uuid, findings text, lines jsonb, "totalFen" bigint, "customerName" text, words text, signature text)`

export const withdrawWork = (tx: Tx, storeId: string, w: { id: string; reason: string }) => tx.run`
  update repair_orders.added_work set status = 'withdrawn', reason = ${w.reason}, version = version + 1 where store_id = ${storeId} and id = ${w.id}`

/** Kept beside the order, in the deed that changed it. */
export const countOpenWork = (tx: Tx, storeId: string, orderId: string) => tx.run`
  update repair_orders.repair_order set open_added_work =
    (select count(*) from repair_orders.added_work where store_id = ${storeId} and order_id = ${orderId} and status in ('found', 'priced'))
  where store_id = ${storeId} and id = ${orderId}`

export type RecommendationData = Pick<AddedWorkData, 'id' | 'findings' | 'urgency' | 'lines' | 'totalFen' | 'decidedAt' | 'version'> & { orderNumber: string }

/**
 * What was refused on earlier visits and no later one did: none of its labour (of parts alone, none of its parts) stands on a later order of this plate
 * that was not cancelled. While the estimate of this order is open, also what he refused of it: it can be taken up again.
 */
export const recommendationsFor = (tx: Tx, storeId: string, { plate, orderId, own }: { plate: string; orderId: string; own: boolean }) => tx.all<RecommendationData>`
  select a.id, a.findings, a.urgency, a.lines, a.total_fen, a.decided_at, a.version, o.number as order_number
  from repair_orders.added_work a join repair_orders.repair_order o on o.store_id = a.store_id and o.id = a.order_id
  where a.store_id = ${storeId} and a.plate = ${plate} and a.status = 'refused' and (a.order_id <> ${orderId} or ${own}) and not exists (
    select from repair_orders.repair_order later join repair_orders.line l on l.store_id = later.store_id and l.order_id = later.id
    where later.store_id = ${storeId} and later.plate = ${plate} and (later.id > a.order_id or later.id = ${orderId}) and later.status <> 'cancelled'
      and case when l.operation_id is not null then a.lines @> jsonb_build_array(jsonb_build_object('operationId', l.operation_id))
        else l.part_id is not null and a.lines @> jsonb_build_array(jsonb_build_object('partId', l.part_id)) and not jsonb_path_exists(a.lines, '$[*] ? (@.kind == "labour")') end)
  order by a.id desc limit 20`
