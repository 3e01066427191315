import { localDay, type LocalDay } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database.ts'
import { listMembershipsBetween, openingTimes, peopleByPosition } from '../../organisation/public.ts'
import { listAway } from '../data/absences.ts'
import { listEntries, listPatterns } from '../data/rosters.ts'
import { rosterOf, type Roster, type RosterFacts } from '../domain/roster.ts'

export type StoreOfRoster = { readonly id: string; readonly timeZone: string }

export async function rosterFacts(tx: Tx, storeId: string, from: LocalDay, until: LocalDay): Promise<RosterFacts> {
  return {
    patterns: await listPatterns(tx, storeId, from, until), entries: await listEntries(tx, storeId, from, until), absences: await listAway(tx, storeId, from, until),
    opening: await openingTimes({ tx, by: { storeId } }, from, until),
  }
}

/**
 * For other modules: who works on the days of a span. Read once for everybody, in as many questions for a year as for a day; a person without
 * a week works whenever the store is open.
 */
export const whoWorks = async (tx: Tx, storeId: string, from: LocalDay, until: LocalDay): Promise<Roster> => rosterOf(await rosterFacts(tx, storeId, from, until))

/** For other modules: who stands in for somebody at a moment; null where he is not absent, or nobody does. */
export async function deputyOf(tx: Tx, store: StoreOfRoster, personId: string, at: Date): Promise<{ id: string; name: string } | null> {
  const day = localDay(at, store.timeZone)
  const absence = (await listAway(tx, store.id, day, day)).find((away) => away.personId === personId)
  return absence === undefined || absence.deputyId === null ? null : { id: absence.deputyId, name: absence.deputyName }
}

/** For other modules: everybody who is absent at a moment and has somebody who stands in. */
export async function deputiesOn(tx: Tx, store: StoreOfRoster, at: Date): Promise<{ personId: string; deputyId: string }[]> {
  const day = localDay(at, store.timeZone)
  return (await listAway(tx, store.id, day, day)).flatMap(({ personId, deputyId }) => (deputyId === null ? [] : [{ personId, deputyId }]))
}

/** For other modules: everybody for whom this person stands in at a moment. */
export async function standsInFor(tx: Tx, store: StoreOfRoster, personId: string, at: Date): Promise<string[]> {
  return (await deputiesOn(tx, store, at)).filter(({ deputyId }) => deputyId === personId).map((away) => away.personId)
}

export type Member = { readonly id: string; readonly name: string; readonly positions: readonly string[] }

/** Who holds a position on some day of a span, and whether he does on this one: somebody joins on a Wednesday, somebody has his last day. */
export type Rostered = Member & { isHere(day: LocalDay): boolean }

export async function membersBetween(tx: Tx, storeId: string, from: LocalDay, until: LocalDay): Promise<{ members: Map<string, Rostered>; heldOn: (day: LocalDay) => Map<string, { id: string }[]> }> {
  const rows = await listMembershipsBetween(tx, storeId, from, until)
  const covers = (day: LocalDay) => ({ since, until: last }: (typeof rows)[number]): boolean => since <= day && (last === null || day <= last)
  const byPosition = [...Map.groupBy(rows, ({ position }) => position).values()].flat()
  const members = new Map([...Map.groupBy(byPosition, ({ id }) => id)].map(([id, own]): [string, Rostered] => [id, { id, name: own[0]?.name ?? '', positions: [...new Set(own.map(({ position }) => position))], isHere: (day) => own.some(covers(day)) }]))
  return { members, heldOn: (day) => Map.groupBy(rows.filter(covers(day)), ({ position }) => position) }
}

/** Everybody of the store, once. */
export async function membersOf(tx: Tx, store: StoreOfRoster, now: Date): Promise<{ members: Map<string, Member>; held: Map<string, { id: string; name: string }[]> }> {
  const held = await peopleByPosition(tx, store, now)
  const members = new Map<string, Member>()
  for (const [position, people] of held) {
    for (const { id, name } of people) members.set(id, { id, name, positions: [...members.get(id)?.positions ?? [], position] })
  }
  return { members, held }
}
