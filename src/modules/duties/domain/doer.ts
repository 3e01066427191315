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
  return deputy !== null && isAwayAll(roster, holderId, opens < today ? today : opens, due) ? deputy : 'himself'
}

function isAwayAll(roster: Roster, personId: string, from: LocalDay, until: LocalDay): boolean {
  for (let day = from; day <= until; day = addDays(day, 1)) if (!roster.on(personId, day).absent) return false
  return true
}
