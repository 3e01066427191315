import { Refusal } from '../../../kernel/refusal.ts'
import type { LocalDay } from '../../../kernel/time.ts'
import { isAtWork, type Roster } from '../../rosters/domain/roster.ts'

/** Why somebody does no work on a day: absent until a day, or, with none, off by the roster. */
export type Away = { readonly untilDay: LocalDay | null }

/** Null means he is there. A day on which the store is closed is nobody's day off. */
export function awayOn(roster: Roster, personId: string, day: LocalDay): Away | null {
  const work = roster.on(personId, day)
  if (work.absence !== null) return { untilDay: work.absence.untilDay }
  return isAtWork(work) || !roster.isOpen(day) ? null : { untilDay: null }
}

/** Null means work of this day may be given to him (WSS-2.1). Who has only a day off may have agreed to come. */
export const whyNotGiveTo = ({ name, away }: { readonly name: string; readonly away: Away | null }): Refusal | null =>
  away === null || away.untilDay === null ? null : new Refusal('workshop.technician-absent', { name, until: away.untilDay })
