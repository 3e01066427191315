import { found, Refusal, refuse, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Deed } from '../../../platform/deed.ts'
import { staffOf } from '../../organisation/public.ts'
import { kindsForTrade } from '../../qualifications/domain/certificates.ts'
import { refuseUnqualified } from '../../qualifications/public.ts'
import { listLines, lockOrder, moveOrder, touchOrder, type LineData } from '../../repair-orders/public.ts'
import { holdBays } from '../data/bays.ts'
import { ownNoHelp, upsertJobs, type Dispatching } from '../data/jobs.ts'
import { plansOfOrders, type PlannedData } from '../data/plan.ts'
import { bayNamed, whyNotWorkIn } from '../domain/bays.ts'
import { whyNotDispatch } from '../domain/jobs.ts'
import { presetMinutes } from '../domain/plan.ts'
import { firstFree } from '../domain/working-time.ts'
import { calendarFrom } from './store-calendar.ts'
import { refuseAbsent } from './technicians.ts'

export type DispatchWish = {
  readonly orderId: string
  readonly version: number
  readonly jobs: readonly { readonly lineId: string; readonly technicianId: string; readonly bay: string; /** Not before; now when it is missing. */ readonly start?: string | undefined }[]
}

/** Gives labour lines to technicians in bays; with the first one the car is in work (WSS-2.1, SAD-1.7.1). */
export async function dispatchJobs(deed: Deed, wish: DispatchWish): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const order = found(await lockOrder(tx, by.storeId, wish.orderId), 'repair order')
  refuseStale(order.version, wish.version)
  const lines = await listLines(tx, by.storeId, order.id)
  const before = await plansOfOrders(tx, by.storeId, [order.id])
  const people = await staffOf(deed, wish.jobs.map(({ technicianId }) => technicianId))
  const placed = await placer(deed, wish, before)
  const jobs = wish.jobs.map(({ lineId, technicianId, bay, start }) => {
    const line = lines.find(({ id, kind }) => id === lineId && kind === 'labour') ?? refuse(new Refusal('workshop.not-labour'))
    refuseIf(whyNotDispatch(order, before.find((job) => job.lineId === lineId) ?? null))
    const technician = technicianOf(people, technicianId)
    return { id: deed.newId(), orderId: order.id, lineId, bay, technicianId, technicianName: technician.name, ...placed({ line, technicianId, bay, start }) }
  })
  await refuseUnqualified(deed, jobs.map(({ lineId, technicianId, technicianName, plannedStart }) => ({ personId: technicianId, name: technicianName, day: localDay(plannedStart ?? now, by.timeZone), kinds: kindsForTrade(lines.find(({ id }) => id === lineId)?.trade ?? null) })))
  await refuseAbsent(deed, jobs.map(({ technicianId, technicianName, plannedStart }) => ({ personId: technicianId, name: technicianName, start: plannedStart })))
  await upsertJobs(tx, by.storeId, now, jobs)
  await ownNoHelp(tx, by.storeId, jobs.map(({ lineId }) => lineId))
  deed.record({ subject: 'repair-order', subjectId: order.id, after: { jobs } })
  deed.announce({ event: 'workshop.dispatched', subjectId: order.id })
  if (order.status === 'authorised') await moveOrder(deed, order, 'in_work')
  return { version: (await touchOrder(tx, by.storeId, order.id)).version }
}

/** Work goes to technicians and team leaders of this store alone. */
export function technicianOf(people: Awaited<ReturnType<typeof staffOf>>, technicianId: string): { readonly id: string; readonly name: string } {
  const technician = people.find(({ id }) => id === technicianId)
  if (technician?.positions.some((position) => ['TEC', 'MTL', 'BTL'].includes(position)) !== true) refuse(new Refusal('workshop.not-a-technician'))
  return technician
}

type Place = Pick<Dispatching, 'plannedStart' | 'plannedEnd' | 'plannedMinutes'>
type Placing = { readonly line: LineData; readonly technicianId: string; readonly bay: string; readonly start: string | undefined }

const nowhere: Place = { plannedStart: null, plannedEnd: null, plannedMinutes: null }

/** Each job gets the first time at which its bay and its person are free; what has its place already keeps it. */
async function placer(deed: Deed, wish: DispatchWish, before: readonly PlannedData[]): Promise<(placing: Placing) => Place> {
  const { tx, by, now } = deed
  const wanted = [...new Set(wish.jobs.map(({ bay }) => bay).filter((bay) => bay !== ''))]
  if (wanted.length === 0) return () => nowhere
  const { bays, people } = await holdBays(tx, by.storeId, { names: wanted, people: wish.jobs.map(({ technicianId }) => technicianId), but: null, now })
  if (bays.length === 0) return () => nowhere
  const calendar = await calendarFrom(deed, now)
  const busyUntil = new Map<string, number>()
  return ({ line, technicianId, bay, start }) => {
    if (bay === '') return nowhere
    const held = bayNamed(bays, bay)
    if (held instanceof Refusal || held === null) return refuse(held ?? new Refusal('workshop.bay-unknown', { bay }))
    const known = before.find(({ lineId }) => lineId === line.id)
    if (known?.bay === bay && known.status === 'dispatched' && start === undefined) return { plannedStart: known.plannedStart, plannedEnd: known.plannedEnd, plannedMinutes: known.plannedMinutes }
    refuseIf(whyNotWorkIn(held, line.trade, bays))
    const plannedMinutes = presetMinutes(line.quantityThousandths)
    const earliest = Math.max(now.getTime(), start === undefined ? 0 : Date.parse(start), busyUntil.get(technicianId) ?? 0)
    const hisWork = people.filter((work) => work.technicianId === technicianId && work.jobId !== known?.id)
    const inTheWay = [...held.outOfService, ...held.taken.filter(({ orderId }) => orderId !== wish.orderId), ...hisWork]
    const span = firstFree(calendar, { earliest, minutes: plannedMinutes, inTheWay })
    busyUntil.set(technicianId, span.until)
    return { plannedStart: new Date(span.from), plannedEnd: new Date(span.until), plannedMinutes }
  }
}
