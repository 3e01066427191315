import { localDay } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database.ts'
import { listPeopleWithRight, listStaffOf } from '../data/staff.ts'

/** Who holds which position in a store today; a position nobody holds is missing. */
export async function peopleByPosition(tx: Tx, store: { readonly id: string; readonly timeZone: string }, now: Date): Promise<Map<string, { id: string; name: string }[]>> {
  const held = new Map<string, { id: string; name: string }[]>()
  for (const { id, name, positions } of await listStaffOf(tx, store.id, null, localDay(now, store.timeZone))) {
    for (const position of positions) held.set(position, [...held.get(position) ?? [], { id, name }])
  }
  return held
}

/** Who may do something in a store today: the ids of the people. */
export const peopleWithRight = async (tx: Tx, store: { readonly id: string; readonly timeZone: string }, permission: string, now: Date): Promise<string[]> =>
  (await listPeopleWithRight(tx, store.id, permission, localDay(now, store.timeZone))).map(({ id }) => id)
