import { found, invariant, Refusal, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import * as ledgers from '../data/ledgers.ts'
import * as data from '../data/vehicles.ts'
import { normalPlate, whyNotPlate } from '../domain/plate.ts'
import { ownerOf, refuseTwin, type OwnerWish } from './maintain-vehicles.ts'

type Versioned = { readonly vehicleId: string; readonly version: number }

async function locked({ tx, by }: Deed, { vehicleId, version }: Versioned): Promise<data.VehicleData> {
  const vehicle = found(await data.lockVehicle(tx, by.storeId, vehicleId), 'vehicle')
  refuseStale(vehicle.version, version)
  return vehicle
}

const signed = ({ by, now }: Deed) => ({ at: now, personId: by.personId, personName: by.name })

/** Old orders keep the owner they were written for; new ones take the new one. */
export async function changeOwner(deed: Deed, wish: Versioned & { readonly owner: OwnerWish }): Promise<{ version: number }> {
  const { tx, by } = deed
  const vehicle = await locked(deed, wish)
  const toId = await ownerOf(deed, wish.owner)
  refuseIf(toId === vehicle.ownerId ? new Refusal('vehicles.same-owner') : null)
  invariant(await data.updateVehicle(tx, by.storeId, { ...vehicle, ownerId: toId }) === 1, 'a locked vehicle changed under us')
  await ledgers.insertOwnerChange(tx, by.storeId, { id: deed.newId(), vehicleId: vehicle.id, fromId: vehicle.ownerId, toId, ...signed(deed) })
  deed.record({ subject: 'vehicle', subjectId: vehicle.id, before: { ownerId: vehicle.ownerId }, after: { ownerId: toId } })
  deed.announce({ event: 'vehicle.owner-changed', subjectId: vehicle.id, facts: { fromId: vehicle.ownerId, toId } })
  return { version: vehicle.version + 1 }
}

/** Refuses a plate that another car in use has: that one must lose it first. */
export async function changePlate(deed: Deed, wish: Versioned & { readonly plate: string }): Promise<{ version: number }> {
  const { tx, by } = deed
  const plate = normalPlate(wish.plate)
  refuseIf(whyNotPlate(plate))
  const vehicle = await locked(deed, wish)
  refuseIf(plate === vehicle.plate ? new Refusal('vehicles.same-plate') : null)
  await refuseTwin(deed, { id: vehicle.id, plate, vin: null })
  invariant(await data.updateVehicle(tx, by.storeId, { ...vehicle, plate }) === 1, 'a locked vehicle changed under us')
  await ledgers.insertPlateChange(tx, by.storeId, { id: deed.newId(), vehicleId: vehicle.id, fromPlate: vehicle.plate, toPlate: plate, ...signed(deed) })
  deed.record({ subject: 'vehicle', subjectId: vehicle.id, before: { plate: vehicle.plate }, after: { plate } })
  deed.announce({ event: 'vehicle.plate-changed', subjectId: vehicle.id, facts: { from: vehicle.plate, to: plate } })
  return { version: vehicle.version + 1 }
}
