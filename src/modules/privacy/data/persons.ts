import type { Tx } from '../../../platform/database.ts'
import type { Person } from '../../../platform/personal-data.ts'

export type Known = { id: string; name: string; phone: string; secondPhone: string | null; contactName: string; createdAt: Date; erasedAt: Date | null; mergedInto: string | null }

export const findKnown = (tx: Tx, storeId: string, customerIds: readonly string[]) => tx.all<Known>`
  select id, name, phone, second_phone, contact_name, created_at, erased_at, merged_into from customers.v_person where store_id = ${storeId} and id = any(${customerIds}::uuid[]) order by id`

const [ever, always] = ['0001-01-01T00:00:00Z', '9999-12-31T00:00:00Z']

/** His cars now, those he gave away, and the plates that his cars had before; each with the time in which a plate was his. */
const platesOf = (tx: Tx, storeId: string, family: readonly string[]) => tx.all<{ plate: string; since: Date; until: Date; own: boolean }>`
  with own as (
    select c.id, c.plate, coalesce((select max(o.at) from vehicles.v_owner_change o where o.store_id = c.store_id and o.vehicle_id = c.id and o.to_id = any(${family}::uuid[])), ${ever}::timestamptz) as since
    from vehicles.v_car c where c.store_id = ${storeId} and c.owner_id = any(${family}::uuid[]))
  select plate, since, ${always}::timestamptz as until, true as own from own
  union all
  select p.from_plate, own.since, p.at, true from own join vehicles.v_plate_change p on p.store_id = ${storeId} and p.vehicle_id = own.id where p.at >= own.since
  union all
  select c.plate, coalesce((select max(b.at) from vehicles.v_owner_change b where b.store_id = o.store_id and b.vehicle_id = o.vehicle_id and b.at < o.at), ${ever}::timestamptz), o.at, false
  from vehicles.v_owner_change o join vehicles.v_car c on c.store_id = o.store_id and c.id = o.vehicle_id
  where o.store_id = ${storeId} and o.from_id = any(${family}::uuid[])`

const unique = (texts: readonly (string | null)[]): string[] => [...new Set(texts.filter((text): text is string => text !== null && text !== ''))]

/** Everything by which his records are found. `family`: the customer and those merged into it. */
export async function personOf(tx: Tx, storeId: string, family: readonly string[]): Promise<Person> {
  const [known, cars, plates, orders] = await Promise.all([
    findKnown(tx, storeId, family),
    tx.all<{ id: string; vin: string | null; engineNumber: string }>`select id, vin, engine_number from vehicles.v_car where store_id = ${storeId} and owner_id = any(${family}::uuid[])`,
    platesOf(tx, storeId, family),
    tx.all<{ id: string; ownerName: string | null }>`select id, owner_name from repair_orders.v_of_owner where store_id = ${storeId} and owner_id = any(${family}::uuid[])`,
  ])
  return {
    customerIds: family, orderIds: orders.map(({ id }) => id), vehicleIds: cars.map(({ id }) => id),
    phones: unique(known.flatMap(({ phone, secondPhone }) => [phone, secondPhone])),
    names: unique([...known.flatMap(({ name, contactName }) => [name, contactName]), ...orders.map(({ ownerName }) => ownerName)]),
    plates: plates.map(({ plate, since, until }) => ({ plate, since: since.toISOString(), until: until.toISOString() })),
    ownPlates: unique(plates.filter(({ own }) => own).map(({ plate }) => plate)),
    marks: unique(cars.flatMap(({ vin, engineNumber }) => [vin, engineNumber])),
  }
}
