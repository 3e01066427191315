import { addDays, localDay, type LocalDay } from '../../../kernel/time.ts'
import { isAtWork, type Roster } from '../../rosters/domain/roster.ts'

export type Deputy = { readonly id: string; readonly name: string }

/** Whose duty, and when. */
export type OwedBy = { readonly holderId: string; readonly opensAt: Date; readonly dueAt: Date; /** Owed each day anew; else it may wait for another day. */ readonly daily: boolean }

export type Presence = { readonly roster: Roster; readonly now: Date; readonly timeZone: string; /** Who works in the store at all. */ readonly people: ReadonlySet<string> }

/**
 * Who does a holder's own duty: himself, his deputy, or nobody. A day of the duty calendar is a day on which he is rostered; while he is
 * absent the whole time of it, it is his deputy's (duty engine). What is not owed each day waits for him where nobody stands in.
 */
export function doerOf({ holderId, opensAt, dueAt, daily }: OwedBy, { roster, now, timeZone, people }: Presence): 'himself' | 'nobody' | Deputy {
  const [due, opens, today] = [dueAt, opensAt, now].map((at) => localDay(at, timeZone)) as [LocalDay, LocalDay, LocalDay]
  const work = roster.on(holderId, due)
  const { absence } = work
  if (daily && isAtWork(work)) return 'himself'
  if (daily && work.off) return 'nobody'
  const deputy = absence === null || absence.deputyId === null || !people.has(absence.deputyId) ? null : { id: absence.deputyId, name: absence.deputyName }
  if (daily) return deputy !== null && isAtWork(roster.on(deputy.id, due)) ? deputy : 'nobody'
  return deputy !== null && !roster.on(deputy.id, due).absent && isAwayAll(roster, holderId, opens < today ? today : opens, due) ? deputy : 'himself'
}

function isAwayAll(roster: Roster, personId: string, from: LocalDay, until: LocalDay): boolean {
  for (let day = from; day <= until; day = addDays(day, 1)) if (!roster.on(personId, day).absent) return false
  return true
}

/** A position today: whether somebody who holds it is there, who holds it with the deputy who is there for him, and the nearest superior that somebody is there for. */
export type PositionToday = { readonly isCovered: boolean; readonly holders: readonly { readonly name: string; readonly deputyId: string | null }[]; readonly superior: string | null }

/** Whose a position's own duties are today: mine, not mine, or mine in place of these people (nobody's where none holds it). Who is absent has none that another does. */
export function whoseToday({ isCovered, holders, superior }: PositionToday, me: { readonly personId: string; readonly positions: readonly string[]; readonly absent: boolean }, position: string): 'mine' | 'not-mine' | readonly string[] {
  const isHeld = me.positions.includes(position)
  const deputies = holders.filter(({ deputyId }) => deputyId !== null)
  if (isHeld) return me.absent && (isCovered || deputies.length > 0 || superior !== null) ? 'not-mine' : 'mine'
  if (isCovered) return 'not-mine'
  const mine = deputies.filter(({ deputyId }) => deputyId === me.personId)
  if (deputies.length > 0) return mine.length === 0 ? 'not-mine' : mine.map(({ name }) => name)
  return superior !== null && !me.absent && me.positions.includes(superior) ? holders.map(({ name }) => name) : 'not-mine'
}

/** A position on a day: its people, whether each is there, the deputy who is there for him, and who is there of the nearest superior that somebody is there for. */
export type PositionOnDay = { readonly holders: readonly { readonly id: string; readonly there: boolean; readonly deputyId: string | null }[]; readonly superiors: readonly string[] }

/** Who is told of what a position owes together, as `whoseToday` gives it to them: who is there; else the deputies; else the superior. Where nobody at all is there, all its people. */
export function whoIsTold({ holders, superiors }: PositionOnDay): string[] {
  const there = holders.filter((holder) => holder.there).map(({ id }) => id)
  const deputies = holders.flatMap(({ deputyId }) => deputyId ?? [])
  const first = [there, deputies, superiors].find((people) => people.length > 0) ?? holders.map(({ id }) => id)
  return [...new Set(first)]
}

export type Somebody = { readonly id: string; readonly name: string }
/** Whose work a record was; some keep the name alone. */
type Named = Partial<Pick<Somebody, 'id'>> & Pick<Somebody, 'name'>

/** Who did what data closed of a position: of those who were there the one whose work the records are, else who alone was there, for others may have done it for him. Null where it was several. */
export function whoDid(there: readonly Somebody[], doers: readonly Named[]): Somebody | null {
  const [did, another] = there.filter(({ id, name }) => doers.some((doer) => (doer.id === undefined ? doer.name === name : doer.id === id)))
  if (did !== undefined) return another === undefined ? did : null
  const [only, second] = there
  return only === undefined || second !== undefined ? null : only
}
