import type { LocalDay } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database.ts'
import { hoursOf } from '../../organisation/domain/opening.ts'
import { listShifts } from '../data/rosters.ts'
import { isAtWork, rosterOf } from '../domain/roster.ts'
import { shiftsOf } from '../domain/shift.ts'
import { membersOf, rosterFacts, type Member, type StoreOfRoster } from './who-works.ts'

export type Expected = Member & { readonly absent: boolean; /** From when until when he should be there, on the wall; null where he is off or absent. */ readonly hours: { readonly from: string; readonly until: string } | null }

/** For other modules: everybody of the store, and when each should be there on a day. */
export async function expectedOn(tx: Tx, store: StoreOfRoster, day: LocalDay, now: Date): Promise<Expected[]> {
  const { members } = await membersOf(tx, store, now)
  const facts = await rosterFacts(tx, store.id, day, day)
  const roster = rosterOf(facts)
  const shifts = new Map(shiftsOf(await listShifts(tx, store.id)).map((shift) => [shift.code, shift]))
  const open = hoursOf(facts.opening, day)
  return [...members.values()].map((member) => {
    const work = roster.on(member.id, day)
    const shift = work.shift === null ? undefined : shifts.get(work.shift)
    const hours = shift === undefined ? (open === null ? null : { from: open.opens, until: open.closes }) : { from: shift.starts, until: shift.ends }
    return { ...member, absent: work.absent, hours: isAtWork(work) ? hours : null }
  })
}
