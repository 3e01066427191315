import { firstIdAt } from '../kernel/ids.ts'
import type { Clock } from '../kernel/time.ts'
import type { Database } from './database.ts'
import type { LiveHub } from './live.ts'
import { silentPresence } from './presence.ts'

/** A deed that began this long ago may have been committed only now; nothing is lost to a sequence that was overtaken. */
const lookBackMs = 10_000

export type NewsRelay = { /** Reads once; the relay itself does so every second. */ look(): Promise<void>; close(): Promise<void> }

/**
 * What other processes on this database announced: read from the outbox, for the stores that somebody here has open. The hub knows what it
 * told already. Read, not notified: a NOTIFY would make all commits of the database wait for each other, and it does not pass a pooler.
 */
export function relayNews({ database, clock, hub, onError, everyMs = 1_000 }: { database: Database; clock: Clock; hub: LiveHub; onError: (cause: unknown) => void; everyMs?: number }): NewsRelay {
  const look = async (): Promise<void> => {
    const stores = hub.storesOpen()
    if (stores.length === 0) return
    const since = firstIdAt(new Date(clock.now().getTime() - lookBackMs))
    const rows = await database.reading(stores, (tx) => tx.all<{ storeId: string; id: string; event: string; subjectId: string; by: string | null }>`
      select store_id, id, event, subject_id, person_id as by from platform.outbox where store_id = any(${stores}) and id > ${since} and event <> ${silentPresence} order by store_id, id limit 5000`)
    for (const { storeId, ...news } of rows) hub.tell(storeId, [news])
  }
  let looking = Promise.resolve()
  const timer = setInterval(() => { looking = looking.then(look).catch(onError) }, everyMs)
  timer.unref()
  return { look, close: () => { clearInterval(timer); return looking } }
}
