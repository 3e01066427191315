import { invariant } from '../../../kernel/refusal.ts'
import type { Tx } from '../../../platform/database.ts'
import { findCustomers } from '../../customers/public.ts'
import * as data from '../data/vehicles.ts'
import { normalPlate } from '../domain/plate.ts'

export type VehicleFacts = {
  id: string; plate: string; vin: string | null; modelName: string; ownerId: string; ownerName: string; ownerPhone: string; modelId: string | null
  lastKm: number | null; warrantyUntil: string | null; warrantyKm: number | null
}

/** The owner's name and phone beside each car; the phone is whole. */
export async function withOwners<Row extends { readonly ownerId: string }>(tx: Tx, storeId: string, rows: readonly Row[]): Promise<(Row & { ownerName: string; ownerPhone: string })[]> {
  const owners = new Map((await findCustomers(tx, storeId, [...new Set(rows.map(({ ownerId }) => ownerId))])).map((owner) => [owner.id, owner]))
  return rows.map((row) => {
    const owner = owners.get(row.ownerId)
    invariant(owner !== undefined, `vehicle owner ${row.ownerId} does not exist`)
    return { ...row, ownerName: owner.name, ownerPhone: owner.phone }
  })
}

/** Kilometres are whole, days 'YYYY-MM-DD'. Ids of other stores give nothing. */
export async function findVehicles(tx: Tx, storeId: string, ids: readonly string[]): Promise<VehicleFacts[]> {
  const rows = await withOwners(tx, storeId, await data.findVehicles(tx, storeId, ids))
  return rows.map(({ id, plate, vin, modelName, ownerId, ownerName, ownerPhone, modelId, lastKm, warrantyUntil, warrantyKm }) =>
    ({ id, plate, vin, modelName, ownerId, ownerName, ownerPhone, modelId, lastKm, warrantyUntil, warrantyKm }))
}

/** However the plate was typed; only cars in use. */
export async function findVehicleByPlate(tx: Tx, storeId: string, plate: string): Promise<VehicleFacts | null> {
  const hit = await data.findIdByPlate(tx, storeId, normalPlate(plate))
  return hit === null ? null : ((await findVehicles(tx, storeId, [hit.id]))[0] ?? null)
}
