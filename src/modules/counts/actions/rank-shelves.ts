import { localDay } from '../../../kernel/time.ts'
import type { Database, Tx } from '../../../platform/database.ts'
import { findStore, storeIds } from '../../organisation/public.ts'
import * as data from '../data/rolling.ts'
import { classed, proposeRolling } from '../domain/rolling.ts'
import { settingsOf } from './settings.ts'

/** Shelves that are kept as due next: enough for some days' counts. */
const kept = 500

/** Once a day, and when the settings changed: all shelves are ranked, and those that are due next are kept. Answers of how many stores. */
export async function rankShelves(database: Database, now: Date): Promise<number> {
  let ranked = 0
  for (const storeId of await storeIds(database.plain)) if (await database.transaction([storeId], (tx) => rankOnce(tx, storeId, now))) ranked += 1
  return ranked
}

async function rankOnce(tx: Tx, storeId: string, now: Date): Promise<boolean> {
  const { timeZone } = await findStore(tx, storeId)
  const day = localDay(now, timeZone)
  const settings = await settingsOf(tx, storeId)
  const last = await data.findRanked(tx, storeId)
  if (last?.day === day && last.settingsVersion === settings.version) return false
  const next = proposeRolling(classed(await data.shelvesToCount(tx, storeId, now, timeZone)), { ...settings, linesADay: kept })
  await data.keepRanked(tx, storeId, { day, settingsVersion: settings.version }, next)
  return true
}
