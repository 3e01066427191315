import { randomBytes } from 'node:crypto'
import { idMaker } from '../../../kernel/ids.ts'
import type { Database } from '../../../platform/database.ts'
import { findStore, storeIds } from '../../organisation/public.ts'
import { putShipped } from '../data/duties.ts'
import { shippedDuties } from '../domain/default-pack.ts'
import { generateInstances } from './generate.ts'
import { settleInstances } from './settle.ts'

export const daysAhead = 7
const newIdAt = idMaker(randomBytes)

/** Every store has the pack that ships; what it edited stays its own. */
export async function loadPack(database: Database): Promise<void> {
  for (const storeId of await storeIds(database.plain)) await database.transaction([storeId], (tx) => putShipped(tx, storeId, shippedDuties))
}

/** A week of instances ahead, in every store. Answers how many are new. */
export async function makeAhead(database: Database, now: Date, days = daysAhead): Promise<number> {
  let made = 0
  for (const storeId of await storeIds(database.plain)) {
    made += await database.transaction([storeId], async (tx) => generateInstances(tx, { id: storeId, ...await findStore(tx, storeId) }, { now, days, newId: () => newIdAt(now) }))
  }
  return made
}

/** What data proves is closed, what is past its end is missed. */
export async function settleAll(database: Database, now: Date): Promise<number> {
  let closed = 0
  for (const storeId of await storeIds(database.plain)) closed += await database.transaction([storeId], (tx) => settleInstances(tx, storeId, now))
  return closed
}
