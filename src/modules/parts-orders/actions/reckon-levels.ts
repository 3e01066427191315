import { localDay } from '../../../kernel/time.ts'
import type { Database, Tx } from '../../../platform/database.ts'
import { findStore, storeIds } from '../../organisation/public.ts'
import { lastPaidCosts, setReorderPoints } from '../../stock/public.ts'
import * as data from '../data/reorder.ts'
import { knownPeriods, levelsFor, periodDays, seriesOf } from '../domain/reorder.ts'

const mostPeriods = 12
/** Parts of one transaction: nobody at the counter waits for more, and the server answers between two. */
const atOnce = 250

/** Once a day, from a year's use: at which stock each part is ordered, and up to which. What is low then shows at once, with each move and each reservation. Answers of how many stores. */
export async function reckonLevels(database: Database, now: Date): Promise<number> {
  let reckoned = 0
  for (const storeId of await storeIds(database.plain)) if (await reckonStore(database, storeId, now)) reckoned += 1
  return reckoned
}

/** Broken off in the middle it begins anew: rows that are right already stay as they are. */
async function reckonStore(database: Database, storeId: string, now: Date): Promise<boolean> {
  const turn = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => database.transaction([storeId], work)
  const [{ timeZone }, last] = await turn(async (tx) => [await findStore(tx, storeId), await data.findReckoned(tx, storeId)] as const)
  const day = localDay(now, timeZone)
  if (last?.day === day) return false
  const span = { now, periods: mostPeriods, periodDays }
  const [used, known, served] = await turn(async (tx) => [await data.demandOf(tx, storeId, span), await data.levelledParts(tx, storeId), await data.makesOf(tx, storeId, span)] as const)
  const makes = new Map(served.map((make) => [make.partId, make]))
  const periods = knownPeriods(used.map(({ demand }) => demand))
  for (let from = 0; from < used.length; from += atOnce) await turn((tx) => keepSome(tx, storeId, used.slice(from, from + atOnce), { periods, makes }))
  const inUse = new Set(used.map(({ partId }) => partId))
  const gone = known.flatMap(({ partId }) => (inUse.has(partId) ? [] : [partId]))
  for (let from = 0; from < gone.length; from += atOnce) await turn((tx) => forget(tx, storeId, gone.slice(from, from + atOnce)))
  await turn((tx) => data.keepReckoned(tx, storeId, { day, at: now }))
  return true
}

async function keepSome(tx: Tx, storeId: string, used: readonly data.DemandData[], { periods, makes }: { readonly periods: number; readonly makes: ReadonlyMap<string, { makeZh: string; makeEn: string }> }): Promise<void> {
  const costs = await lastPaidCosts(tx, storeId, used.map(({ partId }) => partId))
  const levels = used.map(({ partId, demand }) => {
    const series = seriesOf(demand, periods)
    return { partId, ...levelsFor(series), monthly: series.map((units) => Math.round(units)), unitCostFen: costs.get(partId) ?? 0, makeZh: makes.get(partId)?.makeZh ?? '', makeEn: makes.get(partId)?.makeEn ?? '' }
  })
  await data.keepLevels(tx, storeId, levels)
  await setReorderPoints(tx, storeId, levels.map(({ partId, orderAt }) => ({ partId, at: orderAt })))
}

async function forget(tx: Tx, storeId: string, partIds: readonly string[]): Promise<void> {
  await data.dropLevels(tx, storeId, partIds)
  await setReorderPoints(tx, storeId, partIds.map((partId) => ({ partId, at: null })))
}
