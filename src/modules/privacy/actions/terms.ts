import { refuseStale } from '../../../kernel/refusal.ts'
import { localDay, startOfDay } from '../../../kernel/time.ts'
import type { Database, Tx } from '../../../platform/database.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { findStore, storeIds } from '../../organisation/public.ts'
import * as data from '../data/retention.ts'
import { presetTerms, yearsBefore, type Terms } from '../domain/terms.ts'
import { personalTables } from './parts.ts'

export const termsOf = async (tx: Tx, storeId: string): Promise<data.SettingData> => (await data.findSetting(tx, storeId)) ?? { ...presetTerms, version: 0 }

export const seeTerms = ({ tx, by }: Reading): Promise<data.SettingData> => termsOf(tx, by.storeId)

export async function changeTerms(deed: Deed, wish: Terms & { version: number }): Promise<{ version: number }> {
  const { tx, by } = deed
  const before = await termsOf(tx, by.storeId)
  refuseStale(before.version, wish.version)
  refuseStale(await data.putSetting(tx, by.storeId, wish), 1)
  deed.record({ subject: 'personal-data-terms', subjectId: by.storeId, before, after: wish })
  deed.announce({ event: 'personal-data.terms-changed', subjectId: by.storeId })
  return { version: wish.version + 1 }
}

async function look(tx: Tx, storeId: string, timeZone: string, now: Date): Promise<number> {
  const { quietYears } = await termsOf(tx, storeId)
  return data.renewDue(tx, storeId, personalTables(), startOfDay(yearsBefore(localDay(now, timeZone), quietYears), timeZone))
}

/** The retention job: a list for people. Nothing is erased by it, ever. */
export async function lookForDueEverywhere(database: Database, now: Date): Promise<number> {
  let found = 0
  for (const storeId of await storeIds(database.plain)) found += await database.transaction([storeId], async (tx) => look(tx, storeId, (await findStore(tx, storeId)).timeZone, now))
  return found
}

export async function lookForDue(deed: Deed): Promise<{ found: number }> {
  const { tx, by, now } = deed
  const found = await look(tx, by.storeId, by.timeZone, now)
  deed.record({ subject: 'personal-data-due', subjectId: by.storeId, after: { found } })
  deed.announce({ event: 'personal-data.looked', subjectId: by.storeId })
  return { found }
}

export async function listDue({ tx, by }: Reading, { after, limit }: { after?: string | undefined; limit: number }): Promise<{ rows: { id: string; name: string; lastAt: string }[]; next: string | null }> {
  const rows = await data.listDue(tx, by.storeId, { after: after ?? null, limit: limit + 1 })
  return { rows: rows.slice(0, limit).map((row) => ({ ...row, lastAt: row.lastAt.toISOString() })), next: rows.length > limit ? rows[limit - 1]?.id ?? null : null }
}
