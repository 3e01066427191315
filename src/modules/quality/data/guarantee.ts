import type { RepairKind } from '../../catalogue/domain/kinds.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Term } from '../domain/guarantee.ts'

export const legalTerms = (tx: Tx) => tx.all<Term>`select repair_kind, valid_from, kilometres, days from quality.legal_term order by valid_from`
export const promisedTerms = (tx: Tx, storeId: string) => tx.all<Term & { id: string; personName: string; at: Date }>`
  select id, repair_kind, valid_from, kilometres, days, at, person_name from quality.promise where store_id = ${storeId} order by id`

export const insertPromise = (tx: Tx, storeId: string, p: Term & { id: string; at: Date; personId: string; personName: string }) => tx.run`
  insert into quality.promise (store_id, id, repair_kind, valid_from, kilometres, days, at, person_id, person_name)
  values (${storeId}, ${p.id}, ${p.repairKind}, ${p.validFrom}, ${p.kilometres}, ${p.days}, ${p.at}, ${p.personId}, ${p.personName})`

export type Stay = {
  id: string; number: string; plate: string; vehicleId: string | null; ownerName: string; modelName: string; advisorName: string; arrivedAt: Date | null; mileageKm: number | null; vin: string | null; engineNumber: string
}
export const findStay = (tx: Tx, storeId: string, orderId: string) => tx.maybe<Stay>`
  select s.id, s.number, s.plate, s.vehicle_id, s.owner_name, s.model_name, s.advisor_name, s.arrived_at, s.mileage_km, s.vin, coalesce(e.engine_number, '') as engine_number
  from repair_orders.v_stay s left join vehicles.v_engine e on e.store_id = s.store_id and e.id = s.vehicle_id where s.store_id = ${storeId} and s.id = ${orderId}`

export type Item = {
  lineId: string; orderId: string; orderNumber: string; code: string; nameZh: string; nameEn: string; repairKind: RepairKind; deliveredAt: Date; mileageKm: number | null
}

/** Work of this car that was delivered, or mended again, since a moment. Lines that mend something again are no items of their own. */
export const itemsOfCar = (tx: Tx, storeId: string, { id, plate, vehicleId }: Stay, since: Date) => tx.all<Item>`
  with stay as (
    select s.id from repair_orders.v_stay s join settlement.v_delivery d on d.store_id = s.store_id and d.order_id = s.id
    where s.store_id = ${storeId} and (s.plate = ${plate} or s.vehicle_id = ${vehicleId}::uuid) and s.id <> ${id} and d.at >= ${since}
  ), item as (
    select l.id from stay join repair_orders.v_line l on l.store_id = ${storeId} and l.order_id = stay.id
    where l.kind in ('labour', 'sublet') and l.stopped_reason is null and not exists (
      select from quality.comeback_line m join quality.comeback c on c.store_id = m.store_id and c.id = m.comeback_id where m.store_id = l.store_id and m.line_id = l.id and c.status = 'decided' and c.payer <> 'customer')
    union select c.first_line_id from stay join quality.comeback c on c.store_id = ${storeId} and c.order_id = stay.id where c.status = 'decided' and c.payer <> 'customer'
  )
  select l.id as line_id, l.order_id, s.number as order_number, l.code, l.name_zh, l.name_en, coalesce(o.repair_kind, 'minor') as repair_kind, d.at as delivered_at, s.mileage_km
  from item join repair_orders.v_line l on l.store_id = ${storeId} and l.id = item.id
  join repair_orders.v_stay s on s.store_id = l.store_id and s.id = l.order_id
  join settlement.v_delivery d on d.store_id = l.store_id and d.order_id = l.order_id
  left join catalogue.v_operation o on o.id = l.operation_id
  order by d.at desc, l.id limit 200`

/** When these items were mended again and left the shop. */
export const restartsOf = (tx: Tx, storeId: string, lineIds: readonly string[]) => tx.all<{ lineId: string; deliveredAt: Date; mileageKm: number | null }>`
  select c.first_line_id as line_id, d.at as delivered_at, s.mileage_km
  from quality.comeback c join settlement.v_delivery d on d.store_id = c.store_id and d.order_id = c.order_id
  join repair_orders.v_stay s on s.store_id = c.store_id and s.id = c.order_id
  where c.store_id = ${storeId} and c.first_line_id = any(${lineIds}::uuid[]) and c.status = 'decided' and c.payer <> 'customer' order by d.at`

export const meterChangesOf = (tx: Tx, storeId: string, vehicleId: string) => tx.all<{ at: Date; oldKm: number; newKm: number }>`
  select at, old_km, new_km from vehicles.v_meter_change where store_id = ${storeId} and vehicle_id = ${vehicleId} order by at`

export const kindsOfOrder = (tx: Tx, storeId: string, orderId: string) => tx.all<{ repairKind: RepairKind }>`
  select distinct coalesce(o.repair_kind, 'minor') as repair_kind from repair_orders.v_line l left join catalogue.v_operation o on o.id = l.operation_id
  where l.store_id = ${storeId} and l.order_id = ${orderId} and l.kind = 'labour' and l.stopped_reason is null`
