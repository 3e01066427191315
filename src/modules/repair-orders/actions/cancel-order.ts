import { found, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Deed } from '../../../platform/deed.ts'
import { issuedOf, releaseOrder } from '../../stock/public.ts'
import { listLines } from '../data/lines.ts'
import { lockOrder } from '../data/orders.ts'
import { whyNotCancel } from '../domain/why-not-cancel.ts'
import { moveOrder } from './move-order.ts'

/** What this module must ask of the workshop, a later one, which answers from start-up on. */
export type ShopFloor = { clockedMinutes(tx: Tx, storeId: string, orderId: string): Promise<number> }

let shopFloor: ShopFloor = { clockedMinutes: async () => 0 }

export function registerShopFloor(port: ShopFloor): void {
  shopFloor = port
}

export type CancelWish = { readonly orderId: string; readonly version: number; readonly reason: string }

export async function cancelOrder(deed: Deed, { orderId, version, reason }: CancelWish): Promise<{ version: number }> {
  const { tx, by } = deed
  const order = found(await lockOrder(tx, by.storeId, orderId), 'repair order')
  refuseStale(order.version, version)
  const lines = await listLines(tx, by.storeId, orderId)
  const issued = lines.length === 0 ? [] : await issuedOf(tx, by.storeId, lines.map(({ id }) => id))
  refuseIf(whyNotCancel({
    status: order.status, reason, issued: issued.reduce((sum, { thousandths }) => sum + thousandths, 0),
    clockedMinutes: await shopFloor.clockedMinutes(tx, by.storeId, orderId),
    diagnosisAuthorised: lines.some(({ trade }) => trade === 'diagnosis') && ['authorised', 'in_work'].includes(order.status),
  }))
  if (lines.length > 0) await releaseOrder(deed, orderId, lines.flatMap(({ partId }) => partId ?? []))
  return moveOrder(deed, order, 'cancelled', reason)
}
