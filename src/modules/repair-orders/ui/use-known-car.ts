import { useReading } from '../../../platform/web/deeds.tsx'
import { listVehicles, type VehicleRow } from '../../vehicles/contract.ts'

/** The car with exactly this plate, if the store knows it. */
export function useKnownCar(plate: string, enabled = true): VehicleRow | null {
  const result = useReading(listVehicles, { query: { find: plate, limit: 5 } }, { enabled })
  return result.data?.rows.find((row) => row.plate === plate) ?? null
}
