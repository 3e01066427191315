import { empty, sql, type Sql, type Tx } from '../../../platform/database.ts'
import type { orderGroups, OrderStatus } from '../domain/order.ts'

export type OrderData = {
  id: string; number: string; status: OrderStatus; supplierId: string; supplierName: string; kind: string; note: string; totalFen: number; draftedAt: Date; draftedBy: string; draftedByName: string
  approvedFen: number | null; approvedByName: string | null; dayReason: string; submittedAt: Date | null; submittedByName: string | null; promisedOn: string | null; confirmedAt: Date | null; confirmedByName: string | null
  closedAt: Date | null; reason: string; version: number
}

const columns = sql`o.id, o.number, o.status, o.supplier_id, o.supplier_name, o.kind, o.note, o.total_fen, o.drafted_at, o.drafted_by, o.drafted_by_name, o.approved_fen, o.approved_by_name, o.day_reason, o.submitted_at, o.submitted_by_name,
  o.promised_on, o.confirmed_at, o.confirmed_by_name, o.closed_at, o.reason, o.version`

const groups = (today: string): Readonly<Record<(typeof orderGroups)[number], Sql>> => ({
  open: sql`and o.status in ('draft', 'submitted', 'confirmed')`, draft: sql`and o.status = 'draft'`, 'under-way': sql`and o.status in ('submitted', 'confirmed')`, over: sql`and o.status in ('closed', 'cancelled')`, all: empty,
  late: sql`and o.status in ('submitted', 'confirmed') and exists (select from parts_orders.order_line l where l.store_id = o.store_id and l.order_id = o.id and l.open_thousandths > 0 and l.confirmed_thousandths is distinct from 0 and coalesce(l.eta, o.promised_on) < ${today})`,
})

export type OrderFilter = { readonly group: (typeof orderGroups)[number]; readonly find: string; readonly today: string; readonly after: string | null; readonly limit: number }
export type ListedOrder = OrderData & { lines: number; openLines: number; nextEta: string | null }

/** Newest first; found by a number, a part number or a supplier as they begin. */
export const listOrders = (tx: Tx, storeId: string, { group, find, today, after, limit }: OrderFilter) => tx.all<ListedOrder>`
  select ${columns}, s.lines, s.open_lines, s.next_eta from parts_orders.parts_order o
  cross join lateral (select count(*) as lines, count(*) filter (where l.open_thousandths > 0) as open_lines, min(coalesce(l.eta, o.promised_on)) filter (where l.open_thousandths > 0 and l.confirmed_thousandths is distinct from 0) as next_eta
    from parts_orders.order_line l where l.store_id = o.store_id and l.order_id = o.id) s
  where o.store_id = ${storeId} ${groups(today)[group]} ${after === null ? empty : sql`and o.id < ${after}`}
    ${find === '' ? empty : sql`and (starts_with(o.number, ${find}) or starts_with(o.supplier_name, ${find})
      or exists (select from parts_orders.order_line l where l.store_id = o.store_id and l.order_id = o.id and starts_with(l.part_number, ${find})))`}
  order by o.id desc limit ${limit}`

export const findOrder = (tx: Tx, storeId: string, orderId: string) => tx.maybe<OrderData>`select ${columns} from parts_orders.parts_order o where o.store_id = ${storeId} and o.id = ${orderId}`

/** Locked until the deed ends; whoever comes second sees the new version. */
export const lockOrder = (tx: Tx, storeId: string, orderId: string) => tx.maybe<OrderData>`select ${columns} from parts_orders.parts_order o where o.store_id = ${storeId} and o.id = ${orderId} for update`

/** For an import, in the order of their ids. */
export const lockOrdersByNumber = (tx: Tx, storeId: string, numbers: readonly string[]) => tx.all<OrderData>`
  select ${columns} from parts_orders.parts_order o where o.store_id = ${storeId} and o.number = any(${numbers}) order by o.id for update`
export const ordersByNumber = (tx: Tx, storeId: string, numbers: readonly string[]) => tx.all<OrderData>`select ${columns} from parts_orders.parts_order o where o.store_id = ${storeId} and o.number = any(${numbers})`

export type NewOrder = Pick<OrderData, 'id' | 'number' | 'supplierId' | 'supplierName' | 'kind' | 'note' | 'draftedAt' | 'draftedBy' | 'draftedByName'>

export const insertOrder = (tx: Tx, storeId: string, o: NewOrder) => tx.run`
  insert into parts_orders.parts_order (store_id, id, number, status, supplier_id, supplier_name, kind, note, drafted_at, drafted_by, drafted_by_name)
  values (${storeId}, ${o.id}, ${o.number}, 'draft', ${o.supplierId}, ${o.supplierName}, ${o.kind}, ${o.note}, ${o.draftedAt}, ${o.draftedBy}, ${o.draftedByName})`

/** A changed draft needs its yes anew where it costs more than was approved. */
export const setDraft = (tx: Tx, storeId: string, d: Pick<OrderData, 'id' | 'supplierId' | 'supplierName' | 'kind' | 'note' | 'totalFen'>) => tx.run`
  update parts_orders.parts_order set supplier_id = ${d.supplierId}, supplier_name = ${d.supplierName}, kind = ${d.kind}, note = ${d.note}, total_fen = ${d.totalFen}, version = version + 1 where store_id = ${storeId} and id = ${d.id}`

export const touchOrder = (tx: Tx, storeId: string, id: string) => tx.run`update parts_orders.parts_order set version = version + 1 where store_id = ${storeId} and id = ${id}`

export const approveOrder = (tx: Tx, storeId: string, id: string, fen: number, byName: string) => tx.run`
  update parts_orders.parts_order set approved_fen = ${fen}, approved_by_name = ${byName}, version = version + 1 where store_id = ${storeId} and id = ${id}`

export const submitOrder = (tx: Tx, storeId: string, s: { id: string; at: Date; byName: string; promisedOn: string; dayReason: string }) => tx.run`
  update parts_orders.parts_order set status = 'submitted', submitted_at = ${s.at}, submitted_by_name = ${s.byName}, promised_on = ${s.promisedOn}, day_reason = ${s.dayReason}, version = version + 1 where store_id = ${storeId} and id = ${s.id}`

export const confirmOrder = (tx: Tx, storeId: string, id: string, at: Date, byName: string) => tx.run`
  update parts_orders.parts_order set status = 'confirmed', confirmed_at = ${at}, confirmed_by_name = ${byName}, version = version + 1 where store_id = ${storeId} and id = ${id}`

/** Closed when nothing is open any more, open again when a receipt was reversed. */
export const settleStatus = (tx: Tx, storeId: string, id: string, at: Date) => tx.run`
  update parts_orders.parts_order o set version = version + 1, closed_at = case when x.open = 0 then ${at}::timestamptz end,
    status = case when x.open = 0 then 'closed' when o.status = 'closed' then 'confirmed' else o.status end, confirmed_at = coalesce(o.confirmed_at, case when o.status = 'closed' and x.open > 0 then ${at}::timestamptz end)
  from (select coalesce(sum(open_thousandths), 0) as open from parts_orders.order_line where store_id = ${storeId} and order_id = ${id}) x where o.store_id = ${storeId} and o.id = ${id}`

export const cancelOrder = (tx: Tx, storeId: string, id: string, reason: string) => tx.run`
  update parts_orders.parts_order set status = 'cancelled', reason = ${reason}, version = version + 1 where store_id = ${storeId} and id = ${id}`
