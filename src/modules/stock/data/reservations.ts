import type { Tx } from '../../../platform/database.ts'

export type ReservationRow = { lineId: string; partId: string; thousandths: number }

export const reservationsOf = (tx: Tx, storeId: string, lineIds: readonly string[]) => tx.all<ReservationRow>`
  select line_id, part_id, thousandths from stock.reservation where store_id = ${storeId} and line_id = any(${lineIds})`

export const reservationsOfOrder = (tx: Tx, storeId: string, orderId: string) => tx.all<ReservationRow>`
  select line_id, part_id, thousandths from stock.reservation where store_id = ${storeId} and order_id = ${orderId}`

/** What was reserved at this moment first, then the youngest. */
export const reservationsOfPart = (tx: Tx, storeId: string, partId: string, at: Date) => tx.all<ReservationRow & { orderId: string }>`
  select line_id, order_id, part_id, thousandths from stock.reservation where store_id = ${storeId} and part_id = ${partId} order by at = ${at} desc, at desc, line_id desc`

/** The totals of the parts stay as they are. */
export const giveReservations = (tx: Tx, storeId: string, fromId: string, orderId: string) => tx.run`
  update stock.reservation set order_id = ${orderId} where store_id = ${storeId} and order_id = ${fromId}`

/** Sets what is reserved per line (zero releases it) and keeps the parts' totals; the parts are locked before. */
export const setReservations = (tx: Tx, storeId: string, orderId: string, at: Date, rows: readonly ReservationRow[]) => tx.run`
  with wanted as (
    select * from unnest(${rows.map((r) => r.lineId)}::uuid[], ${rows.map((r) => r.partId)}::uuid[], ${rows.map((r) => r.thousandths)}::bigint[]) as t(line_id, part_id, thousandths)
  ), before as (
    select w.line_id, w.part_id, w.thousandths as after, coalesce(r.thousandths, 0) as before
    from wanted w left join stock.reservation r on r.store_id = ${storeId} and r.line_id = w.line_id
  ), released as (
    delete from stock.reservation r using wanted w where r.store_id = ${storeId} and r.line_id = w.line_id and w.thousandths = 0
  ), kept as (
    insert into stock.reservation (store_id, line_id, order_id, part_id, thousandths, at)
    select ${storeId}, line_id, ${orderId}, part_id, thousandths, ${at} from wanted where thousandths > 0
    on conflict (store_id, line_id) do update set thousandths = excluded.thousandths
  )
  update stock.part_stock p set reserved_thousandths = p.reserved_thousandths + c.change
  from (select part_id, sum(after - before) as change from before group by part_id having sum(after - before) <> 0) c
  where p.store_id = ${storeId} and p.part_id = c.part_id`
