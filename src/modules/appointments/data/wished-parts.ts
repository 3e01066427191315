import type { Tx } from '../../../platform/database.ts'

export type WishedPartData = { id: string; appointmentId: string; partId: string; thousandths: number; held: boolean; reserved: number }

export const insertWishedParts = (tx: Tx, storeId: string, appointmentId: string, rows: readonly { id: string; partId: string; thousandths: number }[]) => tx.run`
  insert into appointments.wished_part (store_id, id, appointment_id, part_id, thousandths)
  select ${storeId}, id, ${appointmentId}, part_id, thousandths from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.partId)}::uuid[], ${rows.map((r) => r.thousandths)}::bigint[]) as t(id, part_id, thousandths)`

/** Of any number of appointments at once, each with what is reserved for it. */
export const wishedPartsOf = (tx: Tx, storeId: string, appointmentIds: readonly string[]) => tx.all<WishedPartData>`
  select w.id, w.appointment_id, w.part_id, w.thousandths, w.held, coalesce(r.thousandths, 0) as reserved
  from appointments.wished_part w left join stock.v_reservation r on r.store_id = w.store_id and r.line_id = w.id
  where w.store_id = ${storeId} and w.appointment_id = any(${appointmentIds}::uuid[]) order by w.id`

export const letGo = (tx: Tx, storeId: string, appointmentId: string) => tx.run`update appointments.wished_part set held = false where store_id = ${storeId} and appointment_id = ${appointmentId} and held`

export type ToSettle = { appointmentId: string; at: Date; orderId: string | null; orderStatus: string | null }

/** Appointments that keep parts: with the visit of their car that began since their day did, those that are short while something is free, and those whose day is over. */
export const keepingParts = (tx: Tx, storeId: string, now: Date, dayBegan: Date) => tx.all<ToSettle>`
  select a.id as appointment_id, a.at, v.id as order_id, v.status as order_status from appointments.appointment a
  left join lateral (select o.id, o.status from repair_orders.v_order o
    where o.store_id = a.store_id and o.plate = a.plate and o.arrived_at >= ${dayBegan} and o.arrived_at <= ${now} and a.at < ${dayBegan}::timestamptz + interval '1 day' order by o.arrived_at desc limit 1) v on true
  where a.store_id = ${storeId} and a.id in (select w.appointment_id from appointments.wished_part w where w.store_id = ${storeId} and w.held)
    and (v.id is not null or a.at < ${dayBegan} or exists (
      select from appointments.wished_part w join stock.v_free f on f.store_id = w.store_id and f.part_id = w.part_id and f.free > 0
      left join stock.v_reservation r on r.store_id = w.store_id and r.line_id = w.id
      where w.store_id = a.store_id and w.appointment_id = a.id and coalesce(r.thousandths, 0) < w.thousandths))
  order by a.at limit 200`

/** Appointments of its day, or of days gone by, that keep parts for the car of this visit. */
export const keptForVisit = (tx: Tx, storeId: string, orderId: string, dayBegan: Date) => tx.all<ToSettle>`
  select a.id as appointment_id, a.at, o.id as order_id, o.status as order_status from repair_orders.v_order o
  join appointments.appointment a on a.store_id = o.store_id and a.plate = o.plate and a.at < ${dayBegan}::timestamptz + interval '1 day'
  where o.store_id = ${storeId} and o.id = ${orderId} and a.id in (select w.appointment_id from appointments.wished_part w where w.store_id = ${storeId} and w.held) order by a.at limit 20`

export type ShortPartData = { partId: string; thousandths: number; reserved: number; at: Date; plate: string; number: string }

/** What no shelf has for those who are expected, the earliest first. */
export const shortParts = (tx: Tx, storeId: string, from: Date, until: Date) => tx.all<ShortPartData>`
  select w.part_id, w.thousandths, coalesce(r.thousandths, 0) as reserved, a.at, a.plate, a.number
  from appointments.wished_part w join appointments.appointment a on a.store_id = w.store_id and a.id = w.appointment_id left join stock.v_reservation r on r.store_id = w.store_id and r.line_id = w.id
  where w.store_id = ${storeId} and w.held and a.status = 'booked' and a.at >= ${from} and a.at < ${until} and coalesce(r.thousandths, 0) < w.thousandths order by a.at, w.id limit 100`
