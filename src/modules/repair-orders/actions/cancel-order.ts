import { found, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { lockOrder } from '../data/orders.ts'
import { whyNotCancel } from '../domain/why-not-cancel.ts'
import { moveOrder } from './move-order.ts'

export type CancelWish = { readonly orderId: string; readonly version: number; readonly reason: string }

export async function cancelOrder(deed: Deed, { orderId, version, reason }: CancelWish): Promise<{ version: number }> {
  const order = found(await lockOrder(deed.tx, deed.by.storeId, orderId), 'repair order')
  refuseStale(order.version, version)
  refuseIf(whyNotCancel({ status: order.status, reason }))
  return moveOrder(deed, order, 'cancelled', reason)
}
