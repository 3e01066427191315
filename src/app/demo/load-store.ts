import { localDay } from '../../kernel/time.ts'
import { partPrice } from '../../modules/catalogue/domain/price-by-payer.ts'
import { found, Refusal, refuse } from '../../kernel/refusal.ts'
import { legalTerms } from '../../modules/quality/public.ts'
import type { Book } from '../../modules/repair-orders/public.ts'
import { closeBooks } from '../../modules/stock/public.ts'
import type { Database } from '../../platform/database.ts'
import type { Chance } from './chance.ts'
import { historyOf } from './history.ts'
import { capOn, demoRates, type Masters } from './masters.ts'
import type { Pen } from './pen.ts'
import { beginDay, doesIn, endDay, performVisit } from './perform-visit.ts'
import type { StorePlan } from './plan-store.ts'
import { emptyShelves } from './shelves.ts'
import type { DemoStock } from './stock.ts'
import { performSideRoads } from './side-roads.ts'
import { isHistory, type DayPlan } from './visit-plan.ts'
import { writeReceipt, writeTill } from './write-day.ts'
import { writeVisit } from './write-visit.ts'

export type StoreLoading = {
  readonly storeId: string; readonly plan: StorePlan; readonly masters: Masters; readonly stock: DemoStock; readonly chance: Chance; readonly now: Date; readonly timeZone: string
  /** Told how much of the store is there, from 0 to 1. */
  readonly onProgress: (share: number) => void
  readonly analyse: () => Promise<void>
}

/**
 * What is over is written as rows by the thousand: by deeds a year would take half an hour. What is still going on, and all of today, is
 * done by the product's own deeds. That both leave the same is proved in history.test.ts.
 */
export async function loadStore(database: Database, loading: StoreLoading): Promise<void> {
  const { plan, storeId, onProgress } = loading
  const first = plan.today[0]?.at.arrived ?? loading.now
  const lastWritten = localDay(new Date(first.getTime() - 86_400_000), loading.timeZone)
  const cash = await writeDays(database, loading, lastWritten)
  await loading.analyse()
  await database.transaction([storeId], (tx) => closeBooks(tx, storeId))
  onProgress(0.8)
  const does = doesIn(database)
  const open = plan.days.filter(({ day }) => day > lastWritten)
  for (const day of open) await beginDay(does, day)
  const going = [...plan.days.flatMap(({ visits }) => visits.filter((visit) => !isHistory(visit))), ...plan.today]
  for (const [index, visit] of going.entries()) {
    const fen = await performVisit(database, does, visit)
    const day = localDay(visit.at.paid, loading.timeZone)
    cash.set(day, (cash.get(day) ?? 0) + fen)
    if (index % 10 === 0) onProgress(0.8 + (0.2 * index) / going.length)
  }
  await performSideRoads(database, does, plan.sideRoads)
  for (const day of open.slice(0, -1)) await endDay(does, day, cash.get(day.day) ?? 0)
  onProgress(1)
}

export async function penFor(database: Database, { storeId, masters, stock, chance, now, timeZone }: Omit<StoreLoading, 'plan' | 'onProgress' | 'analyse'>): Promise<Pen> {
  const shelves = emptyShelves()
  for (const lot of stock.lots) shelves.put(lot)
  return { history: historyOf(database, storeId, chance), shelves, chance, sources: stock.sources, bookOn: bookOf(masters, now, timeZone), legal: await database.reading([storeId], legalTerms) }
}

const visitsAWrite = 250

/** Answers the cash of each day. */
async function writeDays(database: Database, loading: StoreLoading, lastWritten: string): Promise<Map<string, number>> {
  const pen = await penFor(database, loading)
  const { days } = loading.plan
  const cash = new Map<string, number>()
  let waiting = 0
  let known = false
  for (const [index, day] of days.entries()) {
    const { visits, cashFen } = writeDay(pen, day, day.day <= lastWritten)
    waiting += visits
    cash.set(day.day, cashFen)
    if (waiting < visitsAWrite && index < days.length - 1) continue
    await pen.history.flush()
    if (!known) await loading.analyse() // plans made for empty tables would walk whole indexes from here on
    known = true
    waiting = 0
    loading.onProgress((0.75 * (index + 1)) / days.length)
  }
  return cash
}

/** Answers how many visits it wrote, and their cash. */
export function writeDay(pen: Pen, day: DayPlan, withTill: boolean): { visits: number; cashFen: number } {
  for (const receipt of day.receipts) writeReceipt(pen, receipt)
  const visits = day.visits.filter(isHistory)
  const cashFen = visits.reduce((sum, visit) => sum + writeVisit(pen, visit), 0)
  if (withTill) writeTill(pen, day, cashFen)
  return { visits: visits.length, cashFen }
}

/** Prices as the catalogue would tell them on that day. */
function bookOf({ operations, parts }: Masters, now: Date, timeZone: string): (at: Date) => Book {
  const partOf = new Map(parts.map((part) => [part.id, part]))
  const operationOf = new Map(operations.map((operation) => [operation.id, operation]))
  const today = localDay(now, timeZone)
  return (at) => ({
    partOf: (id) => ({ ...found(partOf.get(id), 'part'), supersededBy: null }),
    operationOf: (id) => found(operationOf.get(id), 'labour operation'),
    rateOf: (payer) => ({ fen: demoRates[payer], rule: payer === 'free-maintenance' ? 'free' : 'rate', reason: null }),
    priceOf: (id, payer) => {
      const part = found(partOf.get(id), 'part')
      const price = partPrice({ payer, capFen: capOn(part, localDay(at, timeZone), today), retailFen: part.retailFen, claimFen: part.claimFen, costFen: null })
      return price instanceof Refusal ? refuse(price) : { ...price, reason: null }
    },
  })
}
