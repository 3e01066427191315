import { invariant } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { changeStatus, type OrderData } from '../data/orders.ts'
import { isOpen, repairOrderCan, type Status } from '../domain/life.ts'

/** The one way an order changes its status: by the table, with its step in the history, its audit row and its news. */
export async function moveOrder(deed: Deed, order: OrderData, next: Status, reason = ''): Promise<{ version: number }> {
  invariant(repairOrderCan.become(order, next), `a repair order cannot go from ${order.status} to ${next}`)
  const { tx, by, now } = deed
  const closedAt = isOpen({ status: next }) ? null : now
  const step = { id: deed.newId(), orderId: order.id, fromStatus: order.status, toStatus: next, at: now, personId: by.personId, personName: by.name, reason }
  const changed = await changeStatus(tx, by.storeId, order.version, step, { at: closedAt, reason: closedAt === null ? null : reason })
  invariant(changed === 1, 'a locked repair order changed under us')
  deed.record({ subject: 'repair-order', subjectId: order.id, before: { status: order.status }, after: { status: next }, ...(reason === '' ? {} : { reason }) })
  deed.announce({ event: `repair-order.${next.replace('_', '-')}`, subjectId: order.id })
  return { version: order.version + 1 }
}
