import { found, refuseIf } from '../../../kernel/refusal.ts'
import { localDay, type LocalDay } from '../../../kernel/time.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { peopleByPosition } from '../../organisation/public.ts'
import { whoWorks } from '../../rosters/public.ts'
import { awayOn, whyNotGiveTo, type Away } from '../domain/away.ts'

/** Whoever may be given work. */
export async function workersOf({ tx, by, now }: Reading): Promise<{ id: string; name: string }[]> {
  const held = await peopleByPosition(tx, { id: by.storeId, timeZone: by.timeZone }, now)
  return [...new Map(['TEC', 'MTL', 'BTL'].flatMap((position) => held.get(position) ?? []).map(({ id, name }) => [id, { id, name }])).values()]
}

export type Worker = { readonly id: string; readonly name: string; readonly away: Away | null }

export async function workersOn(reading: Reading, day: LocalDay): Promise<Worker[]> {
  const roster = await whoWorks(reading.tx, reading.by.storeId, day, day)
  return (await workersOf(reading)).map((person) => ({ ...person, away: awayOn(roster, person.id, day) }))
}

/** Refuses work for days on which who shall do it is absent; work without its time is today's. */
export async function refuseAbsent({ tx, by, now }: Deed, given: readonly { readonly personId: string; readonly name: string; readonly start: Date | null }[]): Promise<void> {
  const dayed = given.map((one) => ({ ...one, day: localDay(one.start ?? now, by.timeZone) }))
  const days = dayed.map(({ day }) => day).toSorted()
  const roster = await whoWorks(tx, by.storeId, found(days[0], 'day'), found(days.at(-1), 'day'))
  for (const { personId, name, day } of dayed) refuseIf(whyNotGiveTo({ name, away: awayOn(roster, personId, day) }))
}
