import { firstIdAt } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/database.ts'
import { plausibleKmPerDay } from '../domain/why-not-mileage.ts'

/**
 * Of these cars, those whose mileage at the door nobody can believe yet (WCL-2.1): it jumped since the last reading; or there is none before it, and no day of sale or registration from which
 * it could have been driven. What is below the last reading is refused at the door; a wrong one is voided; a true one is read again at the car, and stands.
 */
export const oddMileages = async (tx: Tx, storeId: string, vehicleIds: readonly string[], from: Date, until: Date): Promise<string[]> => (await tx.all<{ vehicleId: string }>`
  select distinct r.vehicle_id from vehicles.mileage_reading r join vehicles.vehicle v on v.store_id = r.store_id and v.id = r.vehicle_id
  left join lateral (
    select p.km, p.at from vehicles.mileage_reading p where p.store_id = r.store_id and p.vehicle_id = r.vehicle_id and p.voided_at is null and (p.at, p.id) < (r.at, r.id) order by p.at desc, p.id desc limit 1) b on true
  where r.store_id = ${storeId} and r.vehicle_id = any(${vehicleIds}::uuid[]) and r.at >= ${from} and r.at < ${until} and r.id >= ${firstIdAt(from)} and r.source = 'reception' and r.voided_at is null
    and coalesce(r.km - coalesce(b.km, 0) > ${plausibleKmPerDay} * greatest(1, extract(epoch from r.at - coalesce(b.at, v.sale_date::timestamptz, v.first_registered::timestamptz)) / 86400), true)
    and not exists (select from vehicles.mileage_reading a where a.store_id = r.store_id and a.vehicle_id = r.vehicle_id and a.voided_at is null and a.source = 'workshop' and (a.at, a.id) > (r.at, r.id) and a.at < ${until})`).map(({ vehicleId }) => vehicleId)
