import type { PhotoSubject } from '../../photos/public.ts'
import { findOrder } from '../data/orders.ts'

/** Photos go with an order until it is over. */
export const photosOfOrder: PhotoSubject = async (tx, storeId, orderId) => {
  const order = await findOrder(tx, storeId, orderId)
  if (order === null) return null
  return order.status === 'delivered' || order.status === 'cancelled' ? 'closed' : 'open'
}
