import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import { normalPlate, whyNotPlate } from '../../vehicles/domain/plate.ts'
import { findOpenVisit, insertOrder } from '../data/orders.ts'
import type { Purpose } from '../domain/life.ts'

export type ArrivalWish = { readonly plate: string; readonly purpose: Purpose; readonly concern: string }

/** The car stands at the door: its visit, and so its repair order, begins (product.md, step 2). */
export async function registerArrival(deed: Deed, wish: ArrivalWish): Promise<{ id: string; number: string; version: number }> {
  const { tx, by, now } = deed
  const plate = normalPlate(wish.plate)
  refuseIf(whyNotPlate(plate))
  const [visit, number] = await Promise.all([findOpenVisit(tx, by.storeId, plate), nextNumber(deed, 'RO')])
  refuseIf(visit === null ? null : new Refusal('repair-orders.already-in-shop', { number: visit.number }))
  const id = deed.newId()
  const order = { id, number, status: 'arrived' as const, plate, purpose: wish.purpose, concern: wish.concern, advisorId: by.personId, advisorName: by.name, arrivedAt: now }
  await insertOrder(tx, by.storeId, order, {
    id: deed.newId(), orderId: id, fromStatus: null, toStatus: 'arrived', at: now, personId: by.personId, personName: by.name, reason: '',
  })
  deed.record({ subject: 'repair-order', subjectId: id, after: order })
  deed.announce({ event: 'repair-order.arrived', subjectId: id })
  return { id, number, version: 1 }
}
