import { addMonths, localDay, startOfDay } from '../../../kernel/time.ts'
import type { Database, Tx } from '../../../platform/database.ts'
import { classesOf } from '../../counts/domain/rolling.ts'
import { findStore, storeIds } from '../../organisation/public.ts'
import * as sums from '../data/sums.ts'
import { monthsBefore } from '../domain/dead-stock.ts'
import { yearMonths } from '../domain/figures.ts'

export const monthOf = (day: string): string => `${day.slice(0, 7)}-01`

export const spanOf = (month: string, timeZone: string): sums.MonthSpan => ({ month, from: startOfDay(month, timeZone), until: startOfDay(addMonths(month, 1), timeZone) })

/** A deed that began before the month ended, or before the parts were classed, is committed by then. */
const settlesAfter = 3_600_000

/** Sums up the months that are over, one a transaction, and classes the parts once a day. Answers how many months and stores that was. */
export async function sumUpStock(database: Database, now: Date): Promise<{ months: number; classed: number }> {
  let [months, classed] = [0, 0]
  for (const storeId of await storeIds(database.plain)) {
    const turn = <T>(work: (tx: Tx, timeZone: string) => Promise<T>): Promise<T> => database.transaction([storeId], async (tx) => work(tx, (await findStore(tx, storeId)).timeZone))
    while (await turn((tx, timeZone) => sumUpMonth(tx, storeId, timeZone, now))) months += 1
    if (await turn((tx, timeZone) => classOnce(tx, storeId, timeZone, now))) classed += 1
  }
  return { months, classed }
}

async function sumUpMonth(tx: Tx, storeId: string, timeZone: string, now: Date): Promise<boolean> {
  const last = addMonths(monthOf(localDay(new Date(now.getTime() - settlesAfter), timeZone)), -1)
  const known = await sums.findSummed(tx, storeId)
  if (known !== null && known.month !== null && known.month >= last) return false
  const first = await sums.firstMove(tx, storeId)
  if (first === null) return false
  const { month } = await sums.lockSummed(tx, storeId)
  const next = month === null ? monthOf(localDay(first, timeZone)) : addMonths(month, 1)
  if (next > last) return false
  await sums.insertMonth(tx, storeId, spanOf(next, timeZone))
  await sums.moveSummed(tx, storeId, next)
  return true
}

async function classOnce(tx: Tx, storeId: string, timeZone: string, now: Date): Promise<boolean> {
  const today = localDay(now, timeZone)
  const known = await sums.findSummed(tx, storeId)
  if (known?.classedOn === today && known.agedAt !== null) return false
  const { month } = await sums.lockSummed(tx, storeId)
  const span = { fromMonth: monthsBefore(monthOf(today), yearMonths), since: month === null ? new Date(0) : spanOf(month, timeZone).until }
  const used = await sums.usedInYear(tx, storeId, span)
  const classes = classesOf(new Map(used.map(({ partId, costFen }) => [partId, costFen])))
  const of = (wanted: string): string[] => [...classes].flatMap(([partId, found]) => (found === wanted ? [partId] : []))
  const at = new Date(now.getTime() - settlesAfter)
  await sums.classParts(tx, storeId, { span, months: yearMonths, a: of('A'), b: of('B'), on: today, at, timeZone })
  await sums.keepSoFar(tx, storeId, { since: span.since, from: spanOf(monthOf(today), timeZone).from, until: at })
  await sums.keepAges(tx, storeId, at)
  return true
}
