import { found, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Deed } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import { normalPlate, whyNotPlate } from '../../vehicles/domain/plate.ts'
import { findVehicleByPlate } from '../../vehicles/public.ts'
import { touchOrder } from '../data/lines.ts'
import { arrive, findOpenVisit, insertOrder, lockOrder } from '../data/orders.ts'
import { updateCar } from '../data/receptions.ts'
import type { Purpose } from '../domain/life.ts'
import { isExpired, quotedUntil, whyNotArrive } from '../domain/quote.ts'
import { priceLinesAnew } from './edit-lines.ts'
import { moveOrder } from './move-order.ts'

export type QuoteWish = {
  readonly plate: string; readonly purpose: Purpose; readonly concern: string
  readonly customerName: string; readonly phone: string; readonly modelName: string; readonly insurerName: string
}

/** Somebody asks what it would cost; there is no car in the shop (ADR 0010). Nothing is reserved for him. */
export async function makeQuote(deed: Deed, wish: QuoteWish): Promise<{ id: string; number: string; version: number; quotedUntil: string }> {
  const { tx, by, now } = deed
  const plate = normalPlate(wish.plate)
  refuseIf(whyNotPlate(plate))
  const known = await findVehicleByPlate(tx, by.storeId, plate)
  const until = quotedUntil(localDay(now, by.timeZone))
  const id = deed.newId()
  const number = await nextNumber(deed, 'RO')
  const order = {
    id, number, status: 'quoted' as const, plate, purpose: wish.purpose, concern: wish.concern, advisorId: by.personId, advisorName: by.name, arrivedAt: null,
    quotedUntil: until, quotedPhone: wish.phone,
  }
  await insertOrder(tx, by.storeId, order, {
    id: deed.newId(), orderId: id, fromStatus: null, toStatus: 'quoted', at: now, personId: by.personId, personName: by.name, reason: '',
  })
  await updateCar(tx, by.storeId, id, {
    vehicleId: known?.id ?? null, ownerId: null, ownerName: wish.customerName, modelName: wish.modelName, insurerName: wish.insurerName,
  })
  deed.record({ subject: 'repair-order', subjectId: id, after: { ...order, customerName: wish.customerName } })
  deed.announce({ event: 'repair-order.quoted', subjectId: id })
  return { id, number, version: 1, quotedUntil: until }
}

/**
 * The car of a quote is there: the quote becomes the visit. Within its days the prices stand; after them each line is priced by the
 * rules of today, and `repriced` says how many changed.
 */
export async function arriveWithQuote(deed: Deed, wish: { orderId: string; version: number }): Promise<{ version: number; repriced: number }> {
  const { tx, by, now } = deed
  const order = found(await lockOrder(tx, by.storeId, wish.orderId), 'repair order')
  refuseStale(order.version, wish.version)
  refuseIf(whyNotArrive(order, (await findOpenVisit(tx, by.storeId, order.plate))?.number ?? null))
  const expired = isExpired(found(order.quotedUntil, 'quote'), localDay(now, by.timeZone))
  const repriced = expired ? await priceLinesAnew(deed, order) : 0
  const { version } = repriced === 0 ? order : await touchOrder(tx, by.storeId, order.id)
  await arrive(tx, by.storeId, order.id, now)
  return { ...await moveOrder(deed, { ...order, version }, 'arrived'), repriced }
}
