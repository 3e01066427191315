import { addDays, localDay, startOfDay } from '../../kernel/time.ts'
import type { DemoBay } from './bays.ts'
import type { Chance } from './chance.ts'
import { demoInsurers, type Masters } from './masters.ts'
import type { DemoVehicle } from './masters-vehicles.ts'
import { concerns, pickerOf, storekeepingOf, type Picker, type Storekeeping } from './plan-lines.ts'
import { planTimes, workbenchOf, type Workbench } from './plan-times.ts'
import type { ShopHours } from './shop-hours.ts'
import type { SideRoads } from './side-roads.ts'
import type { DemoStock } from './stock.ts'
import type { Team } from './team.ts'
import { isHistory, type DayPlan, type VisitPlan } from './visit-plan.ts'

export type StorePlanWish = {
  readonly team: Team; readonly bays: readonly DemoBay[]; readonly masters: Masters; readonly stock: DemoStock; readonly cars: readonly DemoVehicle[]; readonly chance: Chance; readonly now: Date
  /** Days before today, and visits of all of them together; then the cars of today, in all states. */
  readonly days: number; readonly visits: number; readonly today: number
  /** When today's cars came and were worked on. */
  readonly shop: ShopHours
  /** Parts of the head of the catalogue that are ever sold. */
  readonly active: number
}

export type StorePlan = {
  readonly days: readonly DayPlan[]
  /** Cars of the last hours in which the store was open. */
  readonly today: readonly VisitPlan[]
  readonly sideRoads: SideRoads
}

type Planning = StorePlanWish & { readonly picker: Picker; readonly keeping: Storekeeping; readonly bench: Workbench; readonly seen: Map<string, { until: number; km: number; at: number }>; /** Until when a car holds a key tag. */ readonly tags: Map<number, number> }

const hour = 3_600_000

/** Decides a store's history day by day; nothing is written yet. */
export function planStore(wish: StorePlanWish): StorePlan {
  const { team, now, chance } = wish
  const { timeZone } = team.first('SAD')
  const today = localDay(now, timeZone)
  const plan: Planning = {
    ...wish, picker: pickerOf(wish.masters, wish.active, chance), keeping: storekeepingOf(wish.masters, wish.stock, chance), bench: workbenchOf(team.all('TEC'), wish.bays), seen: new Map(), tags: new Map(),
  }
  const days: DayPlan[] = []
  for (let back = wish.days; back >= 1; back -= 1) {
    const count = Math.round((wish.visits * (wish.days - back + 1)) / wish.days) - Math.round((wish.visits * (wish.days - back)) / wish.days)
    days.push(planDay(plan, addDays(today, -back), busy(count, back, chance)))
  }
  const visits = Array.from({ length: wish.today }, (_, index) => {
    return planVisit(plan, share(wish.shop, index / wish.today), true)
  })
  const sideRoads = planSideRoads(plan)
  const opensAt = new Date(Math.min(now.getTime(), startOfDay(today, timeZone).getTime() + 8 * hour))
  plan.keeping.fillTanks()
  const receipts = plan.keeping.receipts({ at: new Date(wish.shop.from.getTime() - hour / 4), by: team.any('WHK', chance) })
  days.push({ day: today, opensAt, closesAt: now, cashier: team.first('CSH'), receipts, visits: [] })
  return { days, today: visits, sideRoads }
}

/** A moment of the hours that leaves a tenth of them for what comes after the arrival. */
const share = ({ from, until }: ShopHours, part: number): Date => new Date(from.getTime() + Math.floor((until.getTime() - from.getTime()) * 0.9 * part))

/** Some of today's cars take every side road there is; a few are quoted for, or leave a deposit. */
function planSideRoads(plan: Planning): SideRoads {
  const { team, keeping, picker, shop, today } = plan
  const visits = Array.from({ length: Math.ceil(today / 30) }, () => {
    const visit = planVisit(plan, shop.from, true)
    const straight = visit.lines.map((line) => (line.kind === 'part' ? { ...line, manual: undefined } : line)) // it is delivered: no price waits for a yes
    const part = straight.find(({ kind }) => kind === 'part')
    const goodwill = part === undefined || part.kind !== 'part' ? [] : [{ ...part, payer: 'goodwill' as const }]
    keeping.need(picker.needed(goodwill))
    const sublet = { kind: 'sublet' as const, name: '轮毂修复', supplier: '精工轮毂', payer: 'customer' as const, costFen: 32_000, priceFen: 45_000 }
    return { ...visit, until: 'delivered' as const, oddity: 'none' as const, lines: [...straight, sublet, ...goodwill] }
  })
  const quotes = Array.from({ length: Math.ceil(today / 10) }, () => planVisit(plan, share(shop, 0.85), true))
  return { visits, quotes, finance: team.first('STM') }
}

/** Every seventh day is half as busy again; the others make room for it. */
const busy = (count: number, back: number, chance: Chance): number =>
  Math.max(0, Math.round(count * (back % 7 === 0 ? 1.5 : 11 / 12)) + (count > 5 ? chance.below(5) - 2 : 0))

function planDay(plan: Planning, day: string, count: number): DayPlan {
  const { team, chance } = plan
  const midnight = startOfDay(day, team.first('SAD').timeZone).getTime()
  const starts = Array.from({ length: count }, () => midnight + 8.75 * hour + Math.floor((chance.below(1_000) / 1_000) ** 1.3 * 8 * hour)).toSorted((a, b) => a - b)
  const visits = starts.map((start) => planVisit(plan, new Date(start), false))
  return {
    day, opensAt: new Date(midnight + 8 * hour), closesAt: new Date(midnight + 20 * hour), cashier: team.first('CSH'),
    receipts: plan.keeping.receipts({ at: new Date(midnight + 8.2 * hour), by: team.any('WHK', chance) }), visits,
  }
}

function planVisit(plan: Planning, start: Date, isToday: boolean): VisitPlan {
  const { team, chance, picker, keeping, now, shop } = plan
  const purpose = picker.purpose()
  const { lines, labour } = picker.lines(purpose)
  keeping.need(picker.needed(lines))
  const cancelled = !isToday && chance.percent(3) ? chance.pick(['客户改期', '价格未谈拢', '客户临时有事']) : null
  const times = planTimes({ start, labour, now, shutsAt: isToday ? shop.until : now, isToday, cancelled: cancelled !== null, slow: purpose === 'accident' }, plan.bench, chance)
  const { car, km } = pickCar(plan, start, isHistory({ ...times, cancelled }) ? times.at.delivered : null)
  const keyTag = String(freeTag(plan, start, isHistory({ ...times, cancelled }) ? times.at.delivered : null))
  const transferAt = new Date(times.at.settled.getTime() + (18 + chance.below(30)) * 24 * hour)
  const way = chance.pick(['wechat', 'wechat', 'wechat', 'alipay', 'alipay', 'card', 'cash'] as const)
  const sameDay = localDay(times.at.paid, team.first('SAD').timeZone) === localDay(start, team.first('SAD').timeZone)
  const people = { advisor: team.any('SAD', chance), foreman: team.first('WSS'), keeper: team.any('WHK', chance), inspector: team.any('QCI', chance), cashier: team.first('CSH') }
  return {
    ...times, car, purpose, concern: chance.pick(concerns[purpose]), insurerName: purpose === 'accident' ? chance.pick(demoInsurers) : '', mileageKm: km, fuelEighths: 1 + chance.below(7),
    keyTag, choices: { oldParts: chance.percent(70) ? 'leave' : 'take', wash: true, roadTest: chance.percent(20), waits: chance.percent(60) },
    lines: times.until === 'estimated' && isToday && chance.percent(40) ? withDeviation(lines, plan.masters) : lines, people, cancelled,
    payment: way === 'cash' && sameDay && !isToday ? { way, reference: '' } : { way: way === 'cash' ? 'wechat' : way, reference: `42${String(chance.below(1_000_000_000)).padStart(11, '0')}` },
    transfer: transferAt < now ? { at: transferAt, reference: `HK${String(chance.below(1_000_000)).padStart(8, '0')}` } : null,
  }
}

/** A tag that hangs on no other car in the house, nor on one of the same day: the cars of a day go through the shop side by side. */
function freeTag({ chance, tags }: Planning, start: Date, leaves: Date | null): number {
  let tag = 1 + chance.below(60)
  while ((tags.get(tag) ?? 0) + 24 * hour > start.getTime()) tag += 1
  tags.set(tag, leaves?.getTime() ?? Infinity)
  return tag
}

/** A price off its rule waits for its approval. */
function withDeviation(lines: VisitPlan['lines'], { parts }: Masters): VisitPlan['lines'] {
  const index = lines.findIndex(({ kind, payer }) => kind === 'part' && payer === 'customer')
  return lines.map((line, place) => {
    if (place !== index || line.kind !== 'part') return line
    const capFen = parts.find(({ id }) => id === line.partId)?.capFen ?? 1_000
    return { ...line, manual: { priceFen: Math.round(capFen * 0.9), reason: '老客户，旺季回馈' } }
  })
}

/** A car comes again after some weeks, never while it is still here, and its kilometres grow. */
function pickCar({ cars, chance, seen }: Planning, start: Date, leaves: Date | null): { car: DemoVehicle; km: number } {
  for (;;) {
    const car = chance.pick(cars)
    const before = seen.get(car.id)
    if (before !== undefined && before.until + 24 * hour > start.getTime()) continue
    const days = before === undefined ? 10 : (start.getTime() - before.at) / (24 * hour)
    const km = (before?.km ?? car.lastKm) + 100 + Math.floor(days * (20 + chance.below(25)))
    seen.set(car.id, { until: leaves?.getTime() ?? Infinity, km, at: start.getTime() })
    return { car, km }
  }
}

