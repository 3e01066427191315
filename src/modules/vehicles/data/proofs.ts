import { firstIdAt } from '../../../kernel/ids.ts'
import { allOf, type Proof, type Proofs } from '../../../platform/proof.ts'
import { plausibleKmPerDay } from '../domain/why-not-mileage.ts'

/** Of the cars taken in, how many show a mileage that their history makes plausible: what is below the last reading is refused at the door, a jump stays for the clerk to ask about (WCL-2.1). */
const plausible: Proof = {
  settles: 'at-deadline', page: '/vehicles',
  evaluate: async (tx, { storeId, from, until }) => {
    const cars = await tx.all<{ vehicleId: string; jumped: boolean }>`
      select r.vehicle_id, coalesce(r.km - b.km > ${plausibleKmPerDay} * greatest(1, extract(epoch from r.at - b.at) / 86400), false) as jumped
      from vehicles.mileage_reading r
      left join lateral (
        select p.km, p.at from vehicles.mileage_reading p where p.store_id = r.store_id and p.vehicle_id = r.vehicle_id and p.voided_at is null and (p.at, p.id) < (r.at, r.id) order by p.at desc, p.id desc limit 1) b on true
      where r.store_id = ${storeId} and r.id >= ${firstIdAt(from)} and r.id < ${firstIdAt(until)} and r.source = 'reception' and r.voided_at is null`
    const odd = cars.filter(({ jumped }) => jumped)
    return { ...allOf(cars.length - odd.length, cars.length), references: odd.map(({ vehicleId }) => `/vehicles/${vehicleId}`).slice(0, 20) }
  },
}

/** Duties that the mileage of cars proves. */
export const vehicleProofs: Proofs = { 'WCL-2.1': plausible }
