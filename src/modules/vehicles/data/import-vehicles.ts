import type { Tx } from '../../../platform/database.ts'
import type { ReadingData, MeterChangeData } from './ledgers.ts'
import type { VehicleData } from './vehicles.ts'

/** Cars in use that have one of these plates or VINs. */
export const vehiclesAround = (tx: Tx, storeId: string, plates: readonly string[], vins: readonly string[]) => tx.all<VehicleData>`
  select id, plate, vin, model_id, model_name, colour, engine_number, energy, first_registered, sale_date, warranty_until, warranty_km, owner_id, note, active, version
  from vehicles.vehicle where store_id = ${storeId} and active and (plate = any(${plates}::text[]) or vin = any(${vins}::text[]))`

export const lockVehiclesOf = (tx: Tx, storeId: string, plates: readonly string[]) => tx.all<{ id: string }>`
  select id from vehicles.vehicle where store_id = ${storeId} and plate = any(${plates}::text[]) order by id for update`

export const readingsOf = (tx: Tx, storeId: string, vehicleIds: readonly string[]) => tx.all<Pick<ReadingData, 'vehicleId' | 'at' | 'km' | 'source' | 'voidedAt'>>`
  select vehicle_id, at, km, source, voided_at from vehicles.mileage_reading where store_id = ${storeId} and vehicle_id = any(${vehicleIds}::uuid[]) order by at, id`

export const meterChangesOf = (tx: Tx, storeId: string, vehicleIds: readonly string[]) => tx.all<Pick<MeterChangeData, 'at' | 'oldKm' | 'newKm'> & { vehicleId: string }>`
  select vehicle_id, at, old_km, new_km from vehicles.meter_change where store_id = ${storeId} and vehicle_id = any(${vehicleIds}::uuid[]) order by at`

export const updateVehicles = (tx: Tx, storeId: string, rows: readonly Omit<VehicleData, 'active' | 'version'>[]) => tx.run`
  update vehicles.vehicle v
  set vin = w.vin, model_name = w.model_name, colour = w.colour, engine_number = w.engine_number, energy = w.energy, first_registered = w.first_registered,
    sale_date = w.sale_date, warranty_until = w.warranty_until, warranty_km = w.warranty_km, note = w.note, version = v.version + 1
  from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.vin)}::text[], ${rows.map((r) => r.modelName)}::text[], ${rows.map((r) => r.colour)}::text[],
    ${rows.map((r) => r.engineNumber)}::text[], ${rows.map((r) => r.energy)}::text[], ${rows.map((r) => r.firstRegistered)}::date[], ${rows.map((r) => r.saleDate)}::date[],
    ${rows.map((r) => r.warrantyUntil)}::date[], ${rows.map((r) => r.warrantyKm)}::integer[], ${rows.map((r) => r.note)}::text[])
    as w(id, vin, model_name, colour, engine_number, energy, first_registered, sale_date, warranty_until, warranty_km, note)
  where v.store_id = ${storeId} and v.id = w.id`

export type ExportedVehicle = VehicleData & { km: number | null; kmAt: Date | null }

export const exportVehicles = (tx: Tx, storeId: string, after: string | null, limit: number) => tx.all<ExportedVehicle>`
  select v.id, v.plate, v.vin, v.model_id, v.model_name, v.colour, v.engine_number, v.energy, v.first_registered, v.sale_date, v.warranty_until, v.warranty_km, v.owner_id,
    v.note, v.active, v.version, r.km, r.at as km_at
  from vehicles.vehicle v
  left join lateral (select km, at from vehicles.mileage_reading where store_id = v.store_id and vehicle_id = v.id and voided_at is null order by at desc, id desc limit 1) r on true
  where v.store_id = ${storeId} and v.active and (${after}::uuid is null or v.id > ${after}::uuid) order by v.id limit ${limit}`

export const countVehicles = async (tx: Tx, storeId: string): Promise<number> =>
  (await tx.one<{ count: number }>`select count(*) as count from vehicles.vehicle where store_id = ${storeId} and active`).count
