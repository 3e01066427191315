import { found } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { findOrder } from '../data/orders.ts'
import { findReception } from '../data/receptions.ts'

/** The number of who brought the car, for a call; who looked and when stands in the audit (rules.md, Masked phones). */
export async function revealSender(deed: Deed, orderId: string): Promise<{ phone: string }> {
  const { tx, by } = deed
  const { quotedPhone } = found(await findOrder(tx, by.storeId, orderId), 'repair order')
  const reception = await findReception(tx, by.storeId, orderId)
  deed.record({ subject: 'repair-order', subjectId: orderId, after: { revealed: 'phone' } })
  deed.announce({ event: 'repair-order.phone-revealed', subjectId: orderId })
  return { phone: reception?.senderPhone ?? quotedPhone }
}
