import { addDays, startOfDay, type LocalDay } from '../../../kernel/time.ts'
import type { Reading } from '../../../platform/deed.ts'
import { linesOfOrders, ordersInStatus, ordersOf, type LineData, type OrderData } from '../../repair-orders/public.ts'
import type { BoardJob, Unplaced, WorkshopBoard } from '../contract.ts'
import * as bayData from '../data/bays.ts'
import { clocksOfOrders, type ClockData } from '../data/jobs.ts'
import { plansBetween, plansOfOrders, type PlannedData } from '../data/plan.ts'
import { shownOn, windowOf, type DayFrame } from '../domain/board-day.ts'
import { clockedOf } from '../domain/clocked.ts'
import { expectAll, isOver, presetMinutes, riskOf, type Expected, type PlannedJob } from '../domain/plan.ts'
import { minutesWithin, workSpan, type Calendar, type Span } from '../domain/working-time.ts'
import { calendarFrom } from './store-calendar.ts'
import { workersOn, type Worker } from './technicians.ts'

const iso = (at: number): string => new Date(at).toISOString()
const said = ({ from, until }: Span) => ({ from: iso(from), until: iso(until) })

/** Everything that is needed to say how the shop stands: the cars in it, their labour, jobs and clocks. */
type Shop = {
  readonly now: Date; readonly calendar: Calendar; readonly inShop: readonly OrderData[]; readonly orders: ReadonlyMap<string, OrderData>; readonly lines: ReadonlyMap<string, LineData>
  readonly jobs: readonly PlannedData[]; readonly clocks: ReadonlyMap<string, readonly ClockData[]>
}

export async function shopAt(reading: Reading, frame: Span): Promise<Shop> {
  const { tx, by, now } = reading
  const inShop = await ordersInStatus(tx, by.storeId, ['authorised', 'in_work', 'in_inspection'])
  const open = await plansOfOrders(tx, by.storeId, inShop.map(({ id }) => id))
  const ofDay = await plansBetween(tx, by.storeId, new Date(frame.from), new Date(frame.until))
  const jobs = [...new Map([...open, ...ofDay].map((job) => [job.id, job])).values()]
  const known = new Map(inShop.map((order) => [order.id, order]))
  const gone = [...new Set(jobs.map(({ orderId }) => orderId))].filter((orderId) => !known.has(orderId))
  const orders = new Map([...known, ...(gone.length === 0 ? [] : await ordersOf(tx, by.storeId, gone)).map((order) => [order.id, order] as const)])
  const ids = [...orders.keys()]
  return {
    now, inShop, orders, jobs, calendar: await calendarFrom(reading, new Date(Math.min(frame.from, now.getTime()))),
    lines: new Map((await linesOfOrders(tx, by.storeId, ids)).filter(({ kind }) => kind === 'labour').map((line) => [line.id, line])),
    clocks: Map.groupBy(await clocksOfOrders(tx, by.storeId, ids), ({ jobId }) => jobId),
  }
}

/** The jobs that have a place, as the rules want them. */
const placedOf = ({ jobs, clocks, now }: Shop): PlannedJob[] => jobs.flatMap((job) => {
  const { plannedStart, plannedEnd, plannedMinutes, finishedAt } = job
  if (plannedStart === null || plannedEnd === null || plannedMinutes === null) return []
  const own = clocks.get(job.id) ?? []
  return [{
    ...job, plannedStart: plannedStart.getTime(), plannedEnd: plannedEnd.getTime(), plannedMinutes, finishedAt: finishedAt?.getTime() ?? null,
    clockedMinutes: clockedOf(own, job.id, now), firstClockAt: own[0]?.startedAt.getTime() ?? null,
  }]
})

function unplacedOf({ inShop, lines, jobs }: Shop): Unplaced[] {
  const jobOf = new Map(jobs.map((job) => [job.lineId, job]))
  const labour = Map.groupBy(lines.values(), ({ orderId }) => orderId)
  return inShop.filter(({ status }) => status !== 'in_inspection').flatMap((order) => (labour.get(order.id) ?? []).flatMap((line) => {
    const job = jobOf.get(line.id)
    if (job !== undefined && (job.plannedStart !== null || job.finishedAt !== null)) return []
    return [{
      orderId: order.id, orderVersion: order.version, lineId: line.id, jobId: job?.id ?? null, version: job?.version ?? 1, plate: order.plate, modelName: order.modelName, purpose: order.purpose,
      code: line.code, nameZh: line.nameZh, nameEn: line.nameEn, trade: line.trade, minutes: presetMinutes(line.quantityThousandths), technicianId: job?.technicianId ?? null,
      technicianName: job?.technicianName ?? '', promisedAt: order.promisedAt?.toISOString() ?? null,
    }]
  }))
}

type Outlook = { readonly until: number; readonly lastJobId: string | null }

/** When each car will be done: after its last job, and after the labour that nobody has planned yet. */
function outlooks({ now, calendar, inShop }: Shop, placed: readonly PlannedJob[], expected: ReadonlyMap<string, Expected>, waiting: readonly Unplaced[]): ReadonlyMap<string, Outlook> {
  const open = Map.groupBy(placed.filter(({ finishedAt }) => finishedAt === null), ({ orderId }) => orderId)
  const unplanned = Map.groupBy(waiting, ({ orderId }) => orderId)
  return new Map(inShop.map(({ id }) => {
    const jobs = (open.get(id) ?? []).map((job) => ({ id: job.id, until: expected.get(job.id)?.until ?? 0 })).toSorted((a, b) => b.until - a.until)
    const planned = Math.max(now.getTime(), jobs[0]?.until ?? 0)
    const minutes = (unplanned.get(id) ?? []).reduce((sum, line) => sum + line.minutes, 0)
    return [id, { until: minutes === 0 ? planned : workSpan(calendar, planned, minutes).until, lastJobId: jobs[0]?.id ?? null }]
  }))
}

/** How the shop stands now, for boards that show cars instead of hours. */
export function outlookOf(shop: Shop): ReadonlyMap<string, Outlook> {
  const placed = placedOf(shop)
  return outlooks(shop, placed, expectAll(shop.calendar, placed, shop.now.getTime()), unplacedOf(shop))
}

/** What is still to be done in the shop: what has its bay and person, for as long as it will really take, and what nobody has planned yet. */
export function loadOf(shop: Shop): { readonly placed: readonly { readonly bay: string; readonly technicianId: string; readonly span: Span }[]; readonly waiting: readonly Unplaced[] } {
  const placed = placedOf(shop)
  const expected = expectAll(shop.calendar, placed, shop.now.getTime())
  const open = shop.jobs.flatMap(({ id, bay, technicianId, finishedAt }) => {
    const expectation = expected.get(id)
    return finishedAt !== null || expectation === undefined ? [] : [{ bay, technicianId, span: { from: expectation.pieces[0].from, until: expectation.until } }]
  })
  return { placed: open, waiting: unplacedOf(shop) }
}

type Drawn = Omit<BoardJob, 'technicianAbsent'> & { readonly pieces: readonly Span[]; /** What is still to be done, and what the clocks say was done. */ readonly ahead: readonly Span[]; readonly clockedMinutes: number }

function drawn(shop: Shop, frame: DayFrame, waiting: readonly Unplaced[]): Drawn[] {
  const { now, calendar, orders, lines, jobs } = shop
  const placed = placedOf(shop)
  const expected = expectAll(calendar, placed, now.getTime())
  const outlook = outlooks(shop, placed, expected, waiting)
  const row = new Map(jobs.map((job) => [job.id, job]))
  return placed.flatMap((plan) => {
    const [job, order, line, expectation] = [row.get(plan.id), orders.get(plan.orderId), lines.get(row.get(plan.id)?.lineId ?? ''), expected.get(plan.id)]
    const shown = expectation === undefined ? null : shownOn(frame, expectation, plan.plannedStart)
    if (job === undefined || order === undefined || expectation === undefined || shown === null) return []
    const car = outlook.get(order.id)
    return [{
      id: job.id, orderId: order.id, number: order.number, plate: order.plate, purpose: order.purpose, modelName: order.modelName, status: job.status, bay: job.bay, technicianId: job.technicianId,
      technicianName: job.technicianName, code: line?.code ?? '', nameZh: line?.nameZh ?? '', nameEn: line?.nameEn ?? '', trade: line?.trade ?? null, reason: job.reason, version: job.version,
      promisedAt: order.promisedAt?.toISOString() ?? null, plannedStart: iso(plan.plannedStart), plannedMinutes: plan.plannedMinutes,
      restMinutes: job.finishedAt === null ? Math.max(0, plan.plannedMinutes - plan.clockedMinutes) : 0, until: iso(expectation.until), shown: said(shown.shown), comesIn: shown.comesIn, goesOn: shown.goesOn,
      risk: car === undefined || job.finishedAt !== null ? null : riskOf(car.until, order.promisedAt?.getTime() ?? null), isLast: car?.lastJobId === job.id, pieces: expectation.pieces,
      ahead: job.finishedAt === null ? expectation.pieces.filter(({ until }) => until > now.getTime()) : [], clockedMinutes: plan.clockedMinutes,
    }]
  })
}

export async function seeBoard(reading: Reading, day: LocalDay): Promise<WorkshopBoard> {
  const { tx, by } = reading
  const bounds = { from: startOfDay(day, by.timeZone).getTime(), until: startOfDay(addDays(day, 1), by.timeZone).getTime() }
  const shop = await shopAt(reading, bounds)
  const open = shop.calendar.opening(day)
  const waiting = unplacedOf(shop)
  const jobs = drawn(shop, { day: bounds, open }, waiting)
  const workers = await workersOn(reading, day)
  const absent = new Set(workers.filter(({ away }) => (away?.untilDay ?? null) !== null).map(({ id }) => id))
  const out = await bayData.outOfService(tx, by.storeId, new Date(bounds.from))
  const bays = (await bayData.listBays(tx, by.storeId)).filter(({ active }) => active).map((bay) => {
    const outOfService = out.filter(({ bayId, fromAt }) => bayId === bay.id && fromAt.getTime() < bounds.until).map(({ fromAt, untilAt, reason }) => ({ from: fromAt.getTime(), until: untilAt.getTime(), reason }))
    const usable = open === null ? 0 : minutesWithin([open], open) - minutesWithin(outOfService, open)
    const used = open === null ? 0 : minutesWithin(jobs.filter((job) => job.bay === bay.name).flatMap(({ pieces }) => pieces), open)
    return { ...bay, loadPercent: usable <= 0 ? null : Math.round((used * 100) / usable), outOfService: outOfService.map((one) => ({ ...said(one), reason: one.reason })) }
  })
  return {
    day, open: open === null ? null : said(open), window: said(windowOf({ day: bounds, open }, jobs.filter(({ status }) => status !== 'finished' && status !== 'stopped').map(({ shown }) => ({ from: Date.parse(shown.from), until: Date.parse(shown.until) })))),
    bays, jobs: jobs.map(({ pieces: _, ahead: __, clockedMinutes: ___, ...job }) => ({ ...job, technicianAbsent: !isOver(job.status) && absent.has(job.technicianId) })), unplaced: waiting, technicians: technicians(reading, workers, jobs, bounds, open),
  }
}

/** Whoever may be given work, with the hours of the day that are planned for him: what is ahead, and what he clocked of what was begun. A car that waits in its bay is no work. */
function technicians({ now }: Reading, workers: readonly Worker[], jobs: readonly Drawn[], bounds: Span, open: Span | null): WorkshopBoard['technicians'] {
  const openMinutes = open === null ? 0 : minutesWithin([open], open)
  const own = Map.groupBy(jobs, ({ technicianId }) => technicianId)
  const minutesOf = ({ ahead, clockedMinutes, pieces }: Drawn): number => minutesWithin(ahead, bounds) + Math.min(clockedMinutes, minutesWithin(pieces.filter(({ until }) => until <= now.getTime()), bounds))
  return workers.map(({ id, name, away }) => ({ id, name, away, openMinutes: away === null ? openMinutes : 0, plannedMinutes: Math.round((own.get(id) ?? []).reduce((sum, job) => sum + minutesOf(job), 0)) }))
    .toSorted((a, b) => b.plannedMinutes - a.plannedMinutes)
}
