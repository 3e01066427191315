import { found, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { staffOf } from '../../organisation/public.ts'
import { giveTo, lockOrder } from '../data/orders.ts'
import { whyNotPassOn } from '../domain/why-not-pass-on.ts'

export type PassOnWish = { readonly orderId: string; readonly version: number; readonly advisorId: string; readonly reason: string }

/** A colleague looks after the car from now on; what was signed keeps the name of who signed it. */
export async function passOn(deed: Deed, { orderId, version, advisorId, reason }: PassOnWish): Promise<{ version: number }> {
  const { tx, by } = deed
  const order = found(await lockOrder(tx, by.storeId, orderId), 'repair order')
  refuseStale(order.version, version)
  const colleague = (await staffOf(deed, [advisorId]))[0] ?? null
  refuseIf(whyNotPassOn({ status: order.status, advisorId: order.advisorId, colleague, reason }))
  const { id, name } = found(colleague, 'person')
  await giveTo(tx, by.storeId, orderId, { id, name })
  deed.record({ subject: 'repair-order', subjectId: orderId, before: { advisorId: order.advisorId, advisorName: order.advisorName }, after: { advisorId: id, advisorName: name }, reason })
  deed.announce({ event: 'repair-order.passed-on', subjectId: orderId })
  return { version: version + 1 }
}
