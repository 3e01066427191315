import type { Tx } from '../../../platform/database.ts'
import type { ReadingSource } from '../domain/why-not-mileage.ts'

type Signed = { readonly at: Date; readonly personId: string; readonly personName: string }

export type OwnerChange = Signed & { id: string; vehicleId: string; fromId: string; toId: string }

export const insertOwnerChange = (tx: Tx, storeId: string, change: OwnerChange) => tx.run`
  insert into vehicles.owner_change (store_id, id, vehicle_id, from_id, to_id, at, person_id, person_name)
  values (${storeId}, ${change.id}, ${change.vehicleId}, ${change.fromId}, ${change.toId}, ${change.at}, ${change.personId}, ${change.personName})`

export const listOwnerChanges = (tx: Tx, storeId: string, vehicleId: string) => tx.all<OwnerChange>`
  select id, vehicle_id, from_id, to_id, at, person_id, person_name from vehicles.owner_change
  where store_id = ${storeId} and vehicle_id = ${vehicleId} order by id desc limit 50`

export type PlateChange = Signed & { id: string; vehicleId: string; fromPlate: string; toPlate: string }

export const insertPlateChange = (tx: Tx, storeId: string, change: PlateChange) => tx.run`
  insert into vehicles.plate_change (store_id, id, vehicle_id, from_plate, to_plate, at, person_id, person_name)
  values (${storeId}, ${change.id}, ${change.vehicleId}, ${change.fromPlate}, ${change.toPlate}, ${change.at}, ${change.personId}, ${change.personName})`

export const listPlateChanges = (tx: Tx, storeId: string, vehicleId: string) => tx.all<PlateChange>`
  select id, vehicle_id, from_plate, to_plate, at, person_id, person_name from vehicles.plate_change
  where store_id = ${storeId} and vehicle_id = ${vehicleId} order by id desc limit 50`

export type NewReading = Signed & { id: string; vehicleId: string; km: number; source: ReadingSource; note: string }
export type ReadingData = NewReading & { oldKm: number | null; voidedAt: Date | null; voidedBy: string | null; voidReason: string | null }

export const insertReadings = (tx: Tx, storeId: string, rows: readonly NewReading[]) => tx.run`
  insert into vehicles.mileage_reading (store_id, id, vehicle_id, at, km, source, person_id, person_name, note)
  select ${storeId}::uuid, * from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.vehicleId)}::uuid[], ${rows.map((r) => r.at)}::timestamptz[],
    ${rows.map((r) => r.km)}::integer[], ${rows.map((r) => r.source)}::text[], ${rows.map((r) => r.personId)}::uuid[], ${rows.map((r) => r.personName)}::text[],
    ${rows.map((r) => r.note)}::text[])`

/** Newest first. A car has some dozens in its life; a thousand is the bound. */
export const listReadings = (tx: Tx, storeId: string, vehicleId: string) => tx.all<ReadingData>`
  select id, vehicle_id, at, km, source, person_id, person_name, note, voided_at, voided_by, void_reason,
    (select m.old_km from vehicles.meter_change m where m.store_id = r.store_id and m.vehicle_id = r.vehicle_id and m.at = r.at and r.source = 'meter-change' limit 1) as old_km
  from vehicles.mileage_reading r where store_id = ${storeId} and vehicle_id = ${vehicleId} order by at desc, id desc limit 1000`

export const updateVoided = (tx: Tx, storeId: string, reading: { id: string; at: Date; by: string; reason: string }) => tx.run`
  update vehicles.mileage_reading set voided_at = ${reading.at}, voided_by = ${reading.by}, void_reason = ${reading.reason}
  where store_id = ${storeId} and id = ${reading.id} and voided_at is null`

export type MeterChangeData = Signed & { id: string; vehicleId: string; oldKm: number; newKm: number }

export const insertMeterChange = (tx: Tx, storeId: string, change: MeterChangeData) => tx.run`
  insert into vehicles.meter_change (store_id, id, vehicle_id, at, old_km, new_km, person_id, person_name)
  values (${storeId}, ${change.id}, ${change.vehicleId}, ${change.at}, ${change.oldKm}, ${change.newKm}, ${change.personId}, ${change.personName})`

export const listMeterChanges = (tx: Tx, storeId: string, vehicleId: string) => tx.all<{ at: Date; oldKm: number; newKm: number }>`
  select at, old_km, new_km from vehicles.meter_change where store_id = ${storeId} and vehicle_id = ${vehicleId} order by at`
