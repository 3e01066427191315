import { byItself } from '../../../kernel/actor.ts'
import type { PermissionEntry } from '../../../kernel/permissions.ts'
import { localDay, type Clock } from '../../../kernel/time.ts'
import type { Database } from '../../../platform/database.ts'
import { perform } from '../../../platform/deed.ts'
import * as data from '../data/rights.ts'
import { refreshSessions } from '../data/sessions.ts'
import { insertRights } from '../data/staff.ts'

/**
 * At the start: deeds that this version brings are given to the positions of their presets, in every store. What a store once had and
 * took away stays away. Answers the new ones.
 */
export async function grantNewDeeds(database: Database, clock: Clock, catalogue: readonly PermissionEntry[]): Promise<string[]> {
  const known = new Set(await data.knownPermissions(database.plain))
  const added = catalogue.filter(({ permission }) => !known.has(permission))
  if (added.length === 0) return []
  const names = added.map(({ permission }) => permission)
  if (known.size === 0) { // a new database: its stores were founded, or will be, with all of them
    await data.insertKnown(database.plain, names)
    return []
  }
  const rights = added.flatMap(({ permission, preset }) => preset.map((position) => ({ position, permission })))
  for (const store of await data.storesToGrant(database.plain)) {
    const key = `new-deeds-${clock.now().toISOString()}`
    await perform({ database, clock, onNews: () => {} }, byItself(store), { operation: 'start', key, body: rights, requestId: 'start' }, async (deed) => {
      await insertRights(deed.tx, store.storeId, rights)
      await refreshSessions(deed.tx, store.storeId, await data.everybodyOf(deed.tx, store.storeId), localDay(deed.now, store.timeZone))
      deed.record({ subject: 'rights', subjectId: store.storeId, after: { newDeeds: rights } })
    })
  }
  await data.insertKnown(database.plain, names)
  return names
}
