import { localDay } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database.ts'
import { listGreetings } from '../data/greeting.ts'
import type { StoreOfRoster } from './who-works.ts'

/** For other modules: who stands at the door at a moment, by the roster; null where nobody has the slot. */
export async function greeterAt(tx: Tx, store: StoreOfRoster, at: Date): Promise<{ name: string; checkedIn: boolean } | null> {
  const day = localDay(at, store.timeZone)
  const slot = (await listGreetings(tx, store.id, day, day)).find(({ startsAt, endsAt }) => startsAt <= at && at < endsAt)
  return slot === undefined ? null : { name: slot.personName, checkedIn: slot.checkedInAt !== null }
}
