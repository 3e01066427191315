import { found, Refusal, refuse, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Deed } from '../../../platform/deed.ts'
import { staffOf } from '../../organisation/public.ts'
import { kindsForTrade } from '../../qualifications/domain/certificates.ts'
import { refuseUnqualified } from '../../qualifications/public.ts'
import { listLines, lockOrder } from '../../repair-orders/public.ts'
import { holdBays } from '../data/bays.ts'
import { clocksOfOrders, ownNoHelp } from '../data/jobs.ts'
import { findPlanned, updatePlan, type PlannedData } from '../data/plan.ts'
import { clockedOf } from '../domain/clocked.ts'
import { presetMinutes, spanToHold, whyNotPlan } from '../domain/plan.ts'
import { snapDown } from '../domain/working-time.ts'
import { technicianOf } from './dispatch.ts'
import { calendarFrom } from './store-calendar.ts'
import { refuseAbsent } from './technicians.ts'

export type PlanWish = {
  readonly jobId: string; readonly version: number; readonly bay: string; readonly start: string
  readonly minutes?: number | undefined; readonly technicianId?: string | undefined
}

/** Moves a job on the board: another bay, another time, another person (WSS-2.1). */
export async function planJob(deed: Deed, wish: PlanWish): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const seen = found(await findPlanned(tx, by.storeId, wish.jobId), 'job')
  found(await lockOrder(tx, by.storeId, seen.orderId), 'repair order')
  const { bays } = await holdBays(tx, by.storeId, { names: [wish.bay], people: [], but: seen.id, now })
  const job = found(await findPlanned(tx, by.storeId, wish.jobId), 'job')
  refuseStale(job.version, wish.version)
  const line = (await listLines(tx, by.storeId, job.orderId)).find(({ id }) => id === job.lineId)
  const trade = line?.trade ?? null
  const minutes = wish.minutes ?? job.plannedMinutes ?? presetMinutes(line?.quantityThousandths ?? 0)
  const plannedStart = job.plannedStart?.getTime() ?? null
  const start = Date.parse(wish.start) === plannedStart ? plannedStart : snapDown(Date.parse(wish.start))
  const clockedMinutes = clockedOf(await clocksOfOrders(tx, by.storeId, [job.orderId]), job.id, now)
  const span = spanToHold(await calendarFrom(deed, new Date(Math.min(start, now.getTime()))), { status: job.status, clockedMinutes }, { start, minutes, now: now.getTime() })
  refuseIf(whyNotPlan({ trade: wish.bay === job.bay ? undefined : trade, job: { orderId: job.orderId, status: job.status, plannedStart }, start, span, bayName: wish.bay, bays, now: now.getTime() }))
  const begun = job.status !== 'dispatched'
  const technician = wish.technicianId === undefined || wish.technicianId === job.technicianId ? { id: job.technicianId, name: job.technicianName } : await otherTechnician(deed, job, wish.technicianId)
  const plan = { bay: wish.bay, technicianId: technician.id, technicianName: technician.name, plannedStart: new Date(begun ? Math.min(start, now.getTime()) : span.from), plannedEnd: new Date(span.until), plannedMinutes: minutes }
  if (!begun) {
    await refuseUnqualified(deed, [{ personId: technician.id, name: technician.name, day: localDay(plan.plannedStart, by.timeZone), kinds: kindsForTrade(trade) }])
    await refuseAbsent(deed, [{ personId: technician.id, name: technician.name, start: plan.plannedStart }])
  }
  await updatePlan(tx, by.storeId, { id: job.id, ...plan })
  await ownNoHelp(tx, by.storeId, [job.lineId])
  const { bay, technicianId, technicianName, plannedEnd, plannedMinutes } = job
  deed.record({ subject: 'job', subjectId: job.id, before: { bay, technicianId, technicianName, plannedStart: job.plannedStart, plannedEnd, plannedMinutes }, after: plan })
  deed.announce({ event: 'workshop.planned', subjectId: job.orderId })
  return { version: job.version + 1 }
}

async function otherTechnician(deed: Deed, job: PlannedData, technicianId: string): Promise<{ readonly id: string; readonly name: string }> {
  if (job.status !== 'dispatched') refuse(new Refusal('workshop.job-begun'))
  return technicianOf(await staffOf(deed, [technicianId]), technicianId)
}
