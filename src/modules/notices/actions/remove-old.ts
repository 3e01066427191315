import { firstIdAt } from '../../../kernel/ids.ts'
import type { Database } from '../../../platform/database.ts'
import { storeIds } from '../../organisation/public.ts'
import { removeMessages, removeNotices } from '../data/notices.ts'

const daysKept = 180

/** What was told half a year ago is told no more: the records themselves stay, and what was done about them is in the audit. A thousand of each at a time. */
export async function removeOldNotices(database: Database, now: Date): Promise<number> {
  const before = firstIdAt(new Date(now.getTime() - daysKept * 86_400_000))
  let removed = 0
  for (const storeId of await storeIds(database.plain)) {
    removed += await database.transaction([storeId], async (tx) => await removeMessages(tx, storeId, before) + await removeNotices(tx, storeId, before))
  }
  return removed
}
