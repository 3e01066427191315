import { sql, type Tx } from '../../../platform/database.ts'
import type { OrderStatus } from '../domain/order.ts'

export type LineData = {
  id: string; orderId: string; partId: string; partNumber: string; nameZh: string; nameEn: string; unit: string; thousandths: number; unitCostFen: number; requestId: string | null; warranty: boolean
  checkedWords: string; checkedAt: Date | null; checkedByName: string | null; confirmedThousandths: number | null; eta: string | null; answer: string; receivedThousandths: number; cancelledThousandths: number; cancelReason: string; openThousandths: number
}

const columns = sql`l.id, l.order_id, l.part_id, l.part_number, l.name_zh, l.name_en, l.unit, l.thousandths, l.unit_cost_fen, l.request_id, l.warranty, l.checked_words, l.checked_at, l.checked_by_name, l.confirmed_thousandths, l.eta, l.answer,
  l.received_thousandths, l.cancelled_thousandths, l.cancel_reason, l.open_thousandths`

export const linesOfOrders = (tx: Tx, storeId: string, orderIds: readonly string[]) => tx.all<LineData>`
  select ${columns} from parts_orders.order_line l where l.store_id = ${storeId} and l.order_id = any(${orderIds}) order by l.order_id, l.place`

export type RequestOnOrder = { requestId: string; orderId: string; orderNumber: string; status: OrderStatus; supplierName: string; kind: string; thousandths: number; /** Its supplier confirmed nought of it. */ nought: boolean }

/** On which order each request stands now. */
export const ordersOfRequests = (tx: Tx, storeId: string, requestIds: readonly string[]) => tx.all<RequestOnOrder>`
  select l.request_id, l.order_id, o.number as order_number, o.status, o.supplier_name, o.kind, l.thousandths, coalesce(l.confirmed_thousandths = 0, false) as nought from parts_orders.order_line l join parts_orders.parts_order o on o.store_id = l.store_id and o.id = l.order_id
  where l.store_id = ${storeId} and l.request_id = any(${requestIds}) and l.open_thousandths > 0`

/** Who pays the line of the car's order that a request stands for; whose car it is, and whether it came after an accident. */
export const payersOfRequests = (tx: Tx, storeId: string, lineIds: readonly string[]) => tx.all<{ lineId: string; payer: string; accident: boolean; ownerName: string }>`
  select l.id as line_id, l.payer, o.purpose = 'accident' as accident, o.owner_name from repair_orders.v_line l join repair_orders.v_order o on o.store_id = l.store_id and o.id = l.order_id
  where l.store_id = ${storeId} and l.id = any(${lineIds})`

export type NewLine = Pick<LineData, 'id' | 'partId' | 'partNumber' | 'nameZh' | 'nameEn' | 'unit' | 'thousandths' | 'unitCostFen' | 'requestId' | 'warranty' | 'checkedWords' | 'checkedAt' | 'checkedByName'>

export const deleteLines = (tx: Tx, storeId: string, orderId: string) => tx.run`delete from parts_orders.order_line where store_id = ${storeId} and order_id = ${orderId}`

/** Answers fewer than were given when a request stands on another order already. */
export const insertLines = (tx: Tx, storeId: string, orderId: string, lines: readonly NewLine[]) => tx.run`
  insert into parts_orders.order_line (store_id, order_id, id, place, part_id, part_number, name_zh, name_en, unit, thousandths, unit_cost_fen, request_id, warranty, checked_words, checked_at, checked_by_name)
  select ${storeId}, ${orderId}, t.* from unnest(${lines.map((l) => l.id)}::uuid[], ${lines.map((_, index) => index)}::integer[], ${lines.map((l) => l.partId)}::uuid[], ${lines.map((l) => l.partNumber)}::text[], ${lines.map((l) => l.nameZh)}::text[],
    ${lines.map((l) => l.nameEn)}::text[], ${lines.map((l) => l.unit)}::text[], ${lines.map((l) => l.thousandths)}::bigint[], ${lines.map((l) => l.unitCostFen)}::bigint[], ${lines.map((l) => l.requestId)}::uuid[], ${lines.map((l) => l.warranty)}::boolean[],
    ${lines.map((l) => l.checkedWords)}::text[], ${lines.map((l) => l.checkedAt)}::timestamptz[], ${lines.map((l) => l.checkedByName)}::text[]) as t
  on conflict do nothing`

export const checkLine = (tx: Tx, storeId: string, c: { id: string; words: string; at: Date; byName: string }) => tx.run`
  update parts_orders.order_line set checked_words = ${c.words}, checked_at = ${c.at}, checked_by_name = ${c.byName} where store_id = ${storeId} and id = ${c.id}`

export type Confirmation = { readonly lineId: string; readonly confirmed: number; readonly eta: string | null; readonly answer: string }

export const confirmLines = (tx: Tx, storeId: string, rows: readonly Confirmation[]) => tx.run`
  update parts_orders.order_line l set confirmed_thousandths = t.confirmed, eta = case when t.confirmed = 0 then null else coalesce(t.eta, l.eta) end, answer = t.answer
  from unnest(${rows.map((r) => r.lineId)}::uuid[], ${rows.map((r) => r.confirmed)}::bigint[], ${rows.map((r) => r.eta)}::date[], ${rows.map((r) => r.answer)}::text[]) as t(line_id, confirmed, eta, answer)
  where l.store_id = ${storeId} and l.id = t.line_id`

/** The supplier promises them all for one day. */
export const promiseLines = (tx: Tx, storeId: string, orderId: string, eta: string) => tx.run`update parts_orders.order_line set eta = ${eta} where store_id = ${storeId} and order_id = ${orderId}`

export const cancelOpen = (tx: Tx, storeId: string, lineId: string, thousandths: number, reason: string) => tx.run`
  update parts_orders.order_line set cancelled_thousandths = cancelled_thousandths + ${thousandths}, cancel_reason = ${reason} where store_id = ${storeId} and id = ${lineId}`

export const cancelAllOpen = (tx: Tx, storeId: string, orderId: string, reason: string) => tx.run`
  update parts_orders.order_line set cancelled_thousandths = thousandths - received_thousandths, cancel_reason = ${reason} where store_id = ${storeId} and order_id = ${orderId} and open_thousandths > 0`

/** More came, or a receipt was reversed: then below zero. */
export const addReceived = (tx: Tx, storeId: string, rows: readonly { readonly lineId: string; readonly thousandths: number }[]) => tx.run`
  update parts_orders.order_line l set received_thousandths = l.received_thousandths + t.thousandths
  from unnest(${rows.map((r) => r.lineId)}::uuid[], ${rows.map((r) => r.thousandths)}::bigint[]) as t(line_id, thousandths) where l.store_id = ${storeId} and l.id = t.line_id`
