import { empty, join, sql, type Sql, type Tx } from '../../../platform/database.ts'
import type { Energy } from '../../catalogue/domain/kinds.ts'

export type VehicleData = {
  id: string; plate: string; vin: string | null; modelId: string | null; modelName: string; colour: string; engineNumber: string; energy: Energy | null
  firstRegistered: string | null; saleDate: string | null; warrantyUntil: string | null; warrantyKm: number | null; ownerId: string; note: string
  active: boolean; version: number
}

const columns = sql`v.id, v.plate, v.vin, v.model_id, v.model_name, v.colour, v.engine_number, v.energy, v.first_registered, v.sale_date, v.warranty_until,
  v.warranty_km, v.owner_id, v.note, v.active, v.version`

/** The last valid reading; after a change of the meter that is the new meter's. */
const lastKm = sql`(select r.km from vehicles.mileage_reading r
  where r.store_id = v.store_id and r.vehicle_id = v.id and r.voided_at is null order by r.at desc, r.id desc limit 1) as last_km`

export type VehicleSearch = {
  /** Normal plate or VIN characters; null when nothing of that kind was typed. */
  readonly sign: string | null
  readonly ownerIds: readonly string[]
}

const backwards = (text: string): string => [...text].toReversed().join('')
const last = '\u{10FFFF}' // a range in byte order is leakproof and so served by the index under row security; LIKE is not

function matches({ sign, ownerIds }: VehicleSearch): Sql {
  const owned = sql`v.owner_id = any(${ownerIds}::uuid[])`
  if (sign === null) return sql`and ${owned}`
  const tail = backwards(sign)
  return sql`and (${join([
    sql`(v.plate >= ${sign} and v.plate < ${sign + last})`, sql`(v.plate_backwards >= ${tail} and v.plate_backwards < ${tail + last})`,
    sql`(v.vin_backwards >= ${tail} and v.vin_backwards < ${tail + last})`, sql`v.vin = ${sign}`, owned,
  ], ' or ')})`
}

export type VehicleFilter = {
  search: VehicleSearch | null; ownerIds: readonly string[] | null; activeOnly: boolean; after: string | null; limit: number
}

/** Newest first. */
export const listVehicles = (tx: Tx, storeId: string, { search, ownerIds, activeOnly, after, limit }: VehicleFilter) => tx.all<VehicleData & { lastKm: number | null }>`
  select ${columns}, ${lastKm} from vehicles.vehicle v
  where v.store_id = ${storeId}
  ${activeOnly ? sql`and v.active` : empty}
  ${search === null ? empty : matches(search)}
  ${ownerIds === null ? empty : sql`and v.owner_id = any(${ownerIds}::uuid[])`}
  ${after === null ? empty : sql`and v.id < ${after}::uuid`}
  order by v.id desc limit ${limit}`

export const findVehicles = (tx: Tx, storeId: string, ids: readonly string[]) => tx.all<VehicleData & { lastKm: number | null }>`
  select ${columns}, ${lastKm} from vehicles.vehicle v where v.store_id = ${storeId} and v.id = any(${ids}::uuid[])`

export const findIdByPlate = (tx: Tx, storeId: string, plate: string) => tx.maybe<{ id: string }>`
  select id from vehicles.vehicle where store_id = ${storeId} and plate = ${plate} and active`

/** The car stays locked until the transaction ends: owner, plate and mileage are judged one after the other. */
export const lockVehicle = (tx: Tx, storeId: string, vehicleId: string) => tx.maybe<VehicleData>`
  select ${columns} from vehicles.vehicle v where v.store_id = ${storeId} and v.id = ${vehicleId} for update`

/** Other active cars with this plate or VIN. */
export const findTwin = (tx: Tx, storeId: string, { id, plate, vin }: { id: string; plate: string; vin: string | null }) => tx.maybe<{ plate: string; vin: string | null }>`
  select plate, vin from vehicles.vehicle
  where store_id = ${storeId} and active and id <> ${id} and (plate = ${plate} or vin = ${vin}::text) limit 1`

export type NewVehicle = Omit<VehicleData, 'active' | 'version'>

export const insertVehicles = (tx: Tx, storeId: string, rows: readonly NewVehicle[]) => tx.run`
  insert into vehicles.vehicle (store_id, id, plate, vin, model_id, model_name, colour, engine_number, energy, first_registered, sale_date, warranty_until, warranty_km, owner_id, note)
  select ${storeId}::uuid, * from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.plate)}::text[], ${rows.map((r) => r.vin)}::text[],
    ${rows.map((r) => r.modelId)}::uuid[], ${rows.map((r) => r.modelName)}::text[], ${rows.map((r) => r.colour)}::text[], ${rows.map((r) => r.engineNumber)}::text[],
    ${rows.map((r) => r.energy)}::text[], ${rows.map((r) => r.firstRegistered)}::date[], ${rows.map((r) => r.saleDate)}::date[], ${rows.map((r) => r.warrantyUntil)}::date[],
    ${rows.map((r) => r.warrantyKm)}::integer[], ${rows.map((r) => r.ownerId)}::uuid[], ${rows.map((r) => r.note)}::text[])`

export const updateVehicle = (tx: Tx, storeId: string, vehicle: VehicleData) => tx.run`
  update vehicles.vehicle
  set plate = ${vehicle.plate}, vin = ${vehicle.vin}, model_id = ${vehicle.modelId}, model_name = ${vehicle.modelName}, colour = ${vehicle.colour},
    engine_number = ${vehicle.engineNumber}, energy = ${vehicle.energy}, first_registered = ${vehicle.firstRegistered}, sale_date = ${vehicle.saleDate},
    warranty_until = ${vehicle.warrantyUntil}, warranty_km = ${vehicle.warrantyKm}, owner_id = ${vehicle.ownerId}, note = ${vehicle.note},
    active = ${vehicle.active}, version = version + 1
  where store_id = ${storeId} and id = ${vehicle.id} and version = ${vehicle.version}`
