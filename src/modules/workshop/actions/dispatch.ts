import { found, Refusal, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { staffOf } from '../../organisation/public.ts'
import { kindsForTrade } from '../../qualifications/domain/certificates.ts'
import { refuseUnqualified } from '../../qualifications/public.ts'
import { listLines, lockOrder, moveOrder, touchOrder } from '../../repair-orders/public.ts'
import { jobsOfOrders, upsertJobs } from '../data/jobs.ts'
import { whyNotDispatch } from '../domain/jobs.ts'

export type DispatchWish = {
  readonly orderId: string
  readonly version: number
  readonly jobs: readonly { readonly lineId: string; readonly technicianId: string; readonly bay: string }[]
}

/** Gives labour lines to technicians in bays; with the first one the car is in work (WSS-2.1, SAD-1.7.1). */
export async function dispatchJobs(deed: Deed, wish: DispatchWish): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const order = found(await lockOrder(tx, by.storeId, wish.orderId), 'repair order')
  refuseStale(order.version, wish.version)
  const lines = await listLines(tx, by.storeId, order.id)
  const before = await jobsOfOrders(tx, by.storeId, [order.id])
  const people = await staffOf(deed, wish.jobs.map(({ technicianId }) => technicianId))
  const jobs = wish.jobs.map(({ lineId, technicianId, bay }) => {
    refuseIf(lines.some(({ id, kind }) => id === lineId && kind === 'labour') ? null : new Refusal('workshop.not-labour'))
    refuseIf(whyNotDispatch(order, before.find((job) => job.lineId === lineId) ?? null))
    const technician = people.find(({ id }) => id === technicianId)
    refuseIf(technician?.positions.some((position) => ['TEC', 'MTL', 'BTL'].includes(position)) === true ? null : new Refusal('workshop.not-a-technician'))
    return { id: deed.newId(), orderId: order.id, lineId, bay, technicianId, technicianName: technician?.name ?? '' }
  })
  await refuseUnqualified(deed, jobs.map(({ lineId, technicianId, technicianName }) => ({ personId: technicianId, name: technicianName, kinds: kindsForTrade(lines.find(({ id }) => id === lineId)?.trade ?? null) })))
  await upsertJobs(tx, by.storeId, now, jobs)
  deed.record({ subject: 'repair-order', subjectId: order.id, after: { jobs } })
  deed.announce({ event: 'workshop.dispatched', subjectId: order.id })
  if (order.status === 'authorised') await moveOrder(deed, order, 'in_work')
  return { version: (await touchOrder(tx, by.storeId, order.id)).version }
}
