import type { Tx } from '../../../platform/database.ts'
import { ordersOf } from '../../repair-orders/public.ts'
import { openJobsOf } from '../data/jobs.ts'

/** Numbers of the orders with an unfinished job of this technician, oldest first. */
export async function openJobsOfTechnician(tx: Tx, storeId: string, technicianId: string): Promise<string[]> {
  const jobs = await openJobsOf(tx, storeId, technicianId)
  const orders = await ordersOf(tx, storeId, [...new Set(jobs.map(({ orderId }) => orderId))])
  return orders.map(({ number }) => number).toSorted()
}
