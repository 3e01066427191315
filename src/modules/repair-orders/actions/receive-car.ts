import { found, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { addVehicle, findVehicleByPlate, findVehicles, recordMileage } from '../../vehicles/public.ts'
import { listLines } from '../data/lines.ts'
import { lockOrder } from '../data/orders.ts'
import { insertReception, keyHangsOn, updateCar } from '../data/receptions.ts'
import type { ReceptionSheet } from '../domain/reception-sheet.ts'
import { whyNotReceive } from '../domain/why-not-receive.ts'
import { moveOrder } from './move-order.ts'

export type ReceptionWish = {
  readonly orderId: string
  readonly version: number
  readonly vin: string | null
  readonly modelName: string
  readonly ownerName: string
  readonly ownerPhone: string
  readonly ownerKind: 'person' | 'company'
  readonly senderName: string
  readonly senderPhone: string
  readonly insurerName: string
  readonly mileageKm: number | null
  readonly fuelEighths: number
  readonly sheet: ReceptionSheet
  readonly signature: string | null
  readonly unsignedReason: string
}

/**
 * The advisor takes the car over (product.md, steps 3 and 4): the sheet is complete and signed, the vehicle known, its mileage
 * read. A car that never was here gets its file. The warning is the mileage's: more than 1,000 km a day.
 */
export async function receiveCar(deed: Deed, wish: ReceptionWish): Promise<{ version: number; warning: string | null }> {
  const { tx, by, now } = deed
  const order = found(await lockOrder(tx, by.storeId, wish.orderId), 'repair order')
  refuseStale(order.version, wish.version)
  const hangsOn = await keyHangsOn(tx, by.storeId, wish.sheet.keyTag.trim().toUpperCase())
  refuseIf(whyNotReceive({ ...wish, status: order.status, keyHangsOn: hangsOn === null ? null : showPlate(hangsOn) }))
  const mileageKm = found(wish.mileageKm, 'mileage')
  const vehicleId = (await findVehicleByPlate(tx, by.storeId, order.plate))?.id ?? (await addVehicle(deed, {
    plate: order.plate, vin: wish.vin, modelName: wish.modelName, owner: { name: wish.ownerName, phone: wish.ownerPhone, kind: wish.ownerKind },
  })).id
  const vehicle = found((await findVehicles(tx, by.storeId, [vehicleId]))[0], 'vehicle')
  const { warning } = await recordMileage(deed, { vehicleId, km: mileageKm, source: 'reception' })
  await updateCar(tx, by.storeId, order.id, {
    vehicleId, ownerId: vehicle.ownerId, ownerName: vehicle.ownerName, modelName: vehicle.modelName, insurerName: wish.insurerName,
  })
  await insertReception(tx, by.storeId, {
    ...wish, orderId: order.id, personId: by.personId, personName: by.name, receivedAt: now, mileageKm, vin: vehicle.vin,
    ownerPhone: vehicle.ownerPhone, unsignedReason: wish.signature === null ? wish.unsignedReason : null,
  })
  const received = await moveOrder(deed, order, 'received')
  // What was quoted before is the estimate now.
  const quoted = (await listLines(tx, by.storeId, order.id)).length > 0
  const { version } = quoted ? await moveOrder(deed, { ...order, status: 'received', version: received.version }, 'estimated') : received
  return { version, warning: warning?.code ?? null }
}
