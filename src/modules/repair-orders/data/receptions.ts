import type { Tx } from '../../../platform/database.ts'
import type { ReceptionSheet } from '../domain/reception-sheet.ts'

export type ReceptionData = {
  receivedAt: Date; personName: string; vin: string | null; senderName: string; senderPhone: string; ownerPhone: string; mileageKm: number; fuelEighths: number
  sheet: ReceptionSheet; signature: string | null; unsignedReason: string | null
}

export const insertReception = (tx: Tx, storeId: string, r: ReceptionData & { orderId: string; personId: string }) => tx.run`
  insert into repair_orders.reception (store_id, order_id, received_at, person_id, person_name, vin, sender_name, sender_phone, owner_phone, mileage_km, fuel_eighths, sheet, signature, unsigned_reason)
  values (${storeId}, ${r.orderId}, ${r.receivedAt}, ${r.personId}, ${r.personName}, ${r.vin}, ${r.senderName}, ${r.senderPhone}, ${r.ownerPhone}, ${r.mileageKm},
    ${r.fuelEighths}, ${JSON.stringify(r.sheet)}::jsonb, ${r.signature}, ${r.unsignedReason})`

/** The car in the house whose key hangs on this tag. Receptions with the same tag wait for each other, so that two at once do not both take it. */
export async function keyHangsOn(tx: Tx, storeId: string, tag: string): Promise<string | null> {
  await tx.run`select pg_advisory_xact_lock(hashtextextended(${`key tag ${storeId} ${tag}`}, 0))`
  return (await tx.maybe<{ plate: string }>`
    select o.plate from repair_orders.repair_order o join repair_orders.reception r on r.store_id = o.store_id and r.order_id = o.id
    where o.store_id = ${storeId} and o.closed_at is null and upper(btrim(r.sheet ->> 'keyTag')) = ${tag} limit 1`)?.plate ?? null
}

export const findReception = (tx: Tx, storeId: string, orderId: string) => tx.maybe<ReceptionData>`
  select received_at, person_name, vin, sender_name, sender_phone, owner_phone, mileage_km, fuel_eighths, sheet, signature, unsigned_reason
  from repair_orders.reception where store_id = ${storeId} and order_id = ${orderId}`

export type CarOfOrder = { vehicleId: string | null; ownerId: string | null; ownerName: string; modelName: string; insurerName: string }

export const updateCar = (tx: Tx, storeId: string, orderId: string, car: CarOfOrder) => tx.run`
  update repair_orders.repair_order set vehicle_id = ${car.vehicleId}, owner_id = ${car.ownerId}, owner_name = ${car.ownerName},
    model_name = ${car.modelName}, insurer_name = ${car.insurerName}
  where store_id = ${storeId} and id = ${orderId}`

export type AuthorisationData = {
  id: string; orderId: string; number: number; at: Date; personId: string; personName: string; promisedAt: Date; snapshot: unknown; signature: string | null
  unsignedReason: string | null; totalFen: number
  /** When it could have been ready as the shop stood then, and why it was promised earlier. */ earliestAt: Date | null; earlyReason: string | null
}

/** The next yes of the order, and what it promised on the order itself. Answers its number. The order is locked: no two take the same. */
export const insertAuthorisation = (tx: Tx, storeId: string, pickUpCode: string, a: Omit<AuthorisationData, 'number'>) => tx.one<{ number: number }>`
  with promised as (
    update repair_orders.repair_order set promised_at = ${a.promisedAt}, pick_up_code = coalesce(pick_up_code, ${pickUpCode}) where store_id = ${storeId} and id = ${a.orderId}
  )
  insert into repair_orders.authorisation (store_id, id, order_id, number, at, person_id, person_name, promised_at, snapshot, signature, unsigned_reason, total_fen, earliest_at, early_reason)
  select ${storeId}, ${a.id}, ${a.orderId}, coalesce(max(number), 0) + 1, ${a.at}, ${a.personId}, ${a.personName}, ${a.promisedAt}, ${JSON.stringify(a.snapshot)}::jsonb,
    ${a.signature}, ${a.unsignedReason}, ${a.totalFen}, ${a.earliestAt}, ${a.earlyReason}
  from repair_orders.authorisation where store_id = ${storeId} and order_id = ${a.orderId}
  returning number`

export const findAuthorisation = (tx: Tx, storeId: string, orderId: string) => tx.maybe<AuthorisationData>`
  select id, order_id, number, at, person_id, person_name, promised_at, snapshot, signature, unsigned_reason, total_fen, earliest_at, early_reason
  from repair_orders.authorisation where store_id = ${storeId} and order_id = ${orderId} order by number desc limit 1`

