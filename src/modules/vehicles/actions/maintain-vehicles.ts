import { found, invariant, Refusal, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import type { CustomerKind } from '../../customers/domain/kinds.ts'
import { findCustomers, findOrAddCustomer } from '../../customers/public.ts'
import * as data from '../data/vehicles.ts'
import { normalPlate, whyNotPlate } from '../domain/plate.ts'
import { normalVin, whyNotVin } from '../domain/vin.ts'

export type OwnerWish = { readonly customerId: string } | { readonly name: string; readonly phone: string; readonly kind: CustomerKind }

type Details = Omit<data.VehicleData, 'id' | 'plate' | 'vin' | 'ownerId' | 'active' | 'version' | 'modelName'>

export type VehicleWish = { readonly [K in keyof Details]?: Details[K] | undefined } & {
  readonly plate: string; readonly vin: string | null; readonly modelName: string; readonly owner: OwnerWish
}

/** An owner given by name and phone is found among the store's customers, or added. Refuses a plate or VIN that another car has. */
export async function addVehicle(deed: Deed, { plate: typed, vin: typedVin, owner, ...details }: VehicleWish): Promise<{ id: string }> {
  const plate = normalPlate(typed)
  refuseIf(whyNotPlate(plate))
  const id = deed.newId()
  const vin = checkedVin(typedVin)
  await refuseTwin(deed, { id, plate, vin })
  const vehicle = {
    id, plate, vin, ownerId: await ownerOf(deed, owner), modelId: details.modelId ?? null, modelName: details.modelName, colour: details.colour ?? '',
    engineNumber: details.engineNumber ?? '', energy: details.energy ?? null, firstRegistered: details.firstRegistered ?? null, saleDate: details.saleDate ?? null,
    warrantyUntil: details.warrantyUntil ?? null, warrantyKm: details.warrantyKm ?? null, note: details.note ?? '',
  }
  await data.insertVehicles(deed.tx, deed.by.storeId, [vehicle])
  deed.record({ subject: 'vehicle', subjectId: id, after: vehicle })
  deed.announce({ event: 'vehicle.added', subjectId: id })
  return { id }
}

export type VehicleChange = Omit<data.VehicleData, 'plate' | 'ownerId'>

/** Plate and owner have deeds of their own, which keep their history. */
export async function changeVehicle(deed: Deed, wish: VehicleChange): Promise<{ version: number }> {
  const { tx, by } = deed
  const before = found(await data.lockVehicle(tx, by.storeId, wish.id), 'vehicle')
  refuseStale(before.version, wish.version)
  const after = { ...before, ...wish, vin: checkedVin(wish.vin) }
  if (after.active) await refuseTwin(deed, after)
  invariant(await data.updateVehicle(tx, by.storeId, after) === 1, 'a locked vehicle changed under us')
  deed.record({ subject: 'vehicle', subjectId: wish.id, before, after })
  deed.announce({ event: 'vehicle.changed', subjectId: wish.id })
  return { version: wish.version + 1 }
}

/** Null or empty is a VIN not known yet. */
function checkedVin(typed: string | null): string | null {
  const vin = normalVin(typed ?? '')
  if (vin === '') return null
  refuseIf(whyNotVin(vin))
  return vin
}

/** The customer's id; refuses one of another store as not found. */
export async function ownerOf(deed: Deed, owner: OwnerWish): Promise<string> {
  if (!('customerId' in owner)) return (await findOrAddCustomer(deed, owner)).id
  return found((await findCustomers(deed.tx, deed.by.storeId, [owner.customerId]))[0], 'customer').id
}

export async function refuseTwin({ tx, by }: Deed, vehicle: { id: string; plate: string; vin: string | null }): Promise<void> {
  const twin = await data.findTwin(tx, by.storeId, vehicle)
  if (twin === null) return
  refuseIf(twin.plate === vehicle.plate ? new Refusal('vehicles.plate-known', { plate: twin.plate }) : new Refusal('vehicles.vin-known', { plate: twin.plate }))
}
