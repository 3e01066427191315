import type { LocalDay } from '../../../kernel/time.ts'
import { hoursOf, type OpeningTimes } from '../../organisation/domain/opening.ts'
import { greeters } from '../domain/greeting.ts'
import { isAtWork, type Roster } from '../domain/roster.ts'
import type { Shift } from '../domain/shift.ts'
import type { Member } from './who-works.ts'

export type GreetersDay = { readonly members: readonly Member[]; readonly roster: Roster; readonly shifts: readonly Shift[]; readonly opening: OpeningTimes }

/** Who may stand at the door on a day, and when: during his shift, or as long as the store is open. */
export function greetersOf({ members, roster, shifts, opening }: GreetersDay, day: LocalDay): { id: string; name: string; from: string; until: string }[] {
  const hours = hoursOf(opening, day)
  return members.filter(({ positions }) => positions.some((position) => greeters.includes(position))).flatMap(({ id, name }) => {
    const work = roster.on(id, day)
    const shift = shifts.find(({ code }) => code === work.shift)
    const [from, until] = [shift?.starts ?? hours?.opens, shift?.ends ?? hours?.closes]
    return isAtWork(work) && from !== undefined && until !== undefined ? [{ id, name, from, until }] : []
  })
}
