import { may, type Actor } from '../../../kernel/actor.ts'
import type { Permission, PermissionEntry } from '../../../kernel/permissions.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Reading } from '../../../platform/deed.ts'
import { listRightsOf, type RightsOfPerson } from '../../organisation/public.ts'
import { standsInFor } from '../../rosters/public.ts'

/** The absent people whose yes this person says today (rules.md, Approvals: deputy when absent). Asked only where his own right is not enough. */
export async function absentBehind({ tx, by, now }: Reading): Promise<RightsOfPerson[]> {
  const absent = await standsInFor(tx, { id: by.storeId, timeZone: by.timeZone }, by.personId, now)
  return absent.length === 0 ? [] : listRightsOf(tx, by.storeId, absent, localDay(now, by.timeZone))
}

/** Of the absent the one whose right it is; never who asked. */
const inPlaceOf = (absent: readonly RightsOfPerson[], right: Permission, askedBy: string | null): RightsOfPerson | undefined => absent.find(({ id, permissions }) => id !== askedBy && permissions.includes(right))

/** The positions whose limits count when this person decides, as `decider` does. */
export function decidingPositions(by: Actor, absent: readonly RightsOfPerson[], right: Permission, askedBy: string | null): readonly string[] {
  return may(by, right) ? by.positions : [...by.positions, ...inPlaceOf(absent, right, askedBy)?.positions ?? []]
}

/**
 * The actor with whose right this person decides: himself, or himself in the place of somebody absent, whose limits then count.
 * Nobody decides by the right of who asked. Null: he may not decide.
 */
export async function decider(reading: Reading, right: PermissionEntry, askedBy: string | null): Promise<{ readonly as: Actor; readonly name: string } | null> {
  const { by } = reading
  if (may(by, right.permission)) return { as: by, name: by.name }
  const behind = inPlaceOf(await absentBehind(reading), right.permission, askedBy)
  if (behind === undefined) return null
  return { as: { ...by, positions: [...by.positions, ...behind.positions], permissions: new Set([...by.permissions, ...behind.permissions]) }, name: `${by.name}（代 ${behind.name}）` }
}
