import { found, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { refuseUnqualified } from '../../qualifications/public.ts'
import { listLines, lockOrder, moveOrder } from '../../repair-orders/public.ts'
import { releaseOrder } from '../../stock/public.ts'
import { inspectionFacts } from '../data/checks.ts'
import * as data from '../data/jobs.ts'
import { whyNotInspectYet } from '../domain/checks.ts'
import { whyNotInspect, type InspectionPoint } from '../domain/jobs.ts'

export type InspectionWish = {
  readonly orderId: string
  readonly version: number
  readonly result: 'passed' | 'failed'
  readonly points: Readonly<Record<InspectionPoint, 'good' | 'faulty' | 'none'>>
  readonly cleanliness: 'A' | 'B' | 'C'
  readonly roadTestKm: number | null
  readonly reason: string
}

/** Final inspection: passed → the car is ready and parts not used are free again; failed → back to the bay with the reason. */
export async function inspect(deed: Deed, wish: InspectionWish): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const order = found(await lockOrder(tx, by.storeId, wish.orderId), 'repair order')
  refuseStale(order.version, wish.version)
  const { clockedBy, jobs } = await inspectionFacts(tx, by.storeId, order.id)
  refuseIf(whyNotInspect({
    ...wish, status: order.status, openAddedWork: order.openAddedWork, inspectorId: by.personId, clockedBy,
    openPoints: Object.values(wish.points).filter((point) => point === 'faulty').length,
  }) ?? whyNotInspectYet(jobs))
  await refuseUnqualified(deed, [{ personId: by.personId, name: by.name, kinds: ['inspection'] }])
  const id = deed.newId()
  await data.insertInspection(tx, by.storeId, { ...wish, id, at: now, inspectorId: by.personId, inspectorName: by.name })
  deed.record({ subject: 'inspection', subjectId: id, after: { orderId: order.id, result: wish.result, points: wish.points } })
  if (wish.result === 'passed') {
    const lines = await listLines(tx, by.storeId, order.id)
    await releaseOrder(deed, order.id, lines.flatMap(({ partId }) => partId ?? []))
    return moveOrder(deed, order, 'ready')
  }
  await data.reopenJobs(tx, by.storeId, order.id, wish.reason)
  return moveOrder(deed, order, 'in_work', wish.reason)
}
