import { localDay } from '../../../kernel/time.ts'
import type { Reading } from '../../../platform/deed.ts'
import { listStaffOf, type StaffRow } from '../data/staff.ts'

/** People of the store by their ids, with the positions they hold today. */
export async function staffOf({ tx, by, now }: Reading, personIds: readonly string[]): Promise<StaffRow[]> {
  const wanted = new Set(personIds)
  return (await listStaffOf(tx, by.storeId, null, localDay(now, by.timeZone))).filter(({ id }) => wanted.has(id))
}
