import type { Tx } from '../../../platform/database.ts'
import { insertReadings, type NewReading } from '../data/ledgers.ts'
import { insertVehicles, type NewVehicle } from '../data/vehicles.ts'

export type FilledReading = NewReading
export type FilledVehicle = NewVehicle

/** Many cars in two statements (imports, the demo store). Plates, VINs and the order of mileage must be right already. */
export async function fillVehicles(tx: Tx, storeId: string, vehicles: readonly FilledVehicle[], readings: readonly FilledReading[]): Promise<void> {
  await insertVehicles(tx, storeId, vehicles)
  await insertReadings(tx, storeId, readings)
}
