import { addDays, fromWallTime, localDay, type LocalDay } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database.ts'
import { expectedOn, type Expected } from '../../rosters/public.ts'
import { insertSpells, type FilledSpell } from '../data/fill-spells.ts'
import { isTechnician } from '../domain/attendance.ts'
import { attendancePermissions } from '../permissions.ts'

const minute = 60_000
const clocking: ReadonlySet<string> = new Set(attendancePermissions.clock.preset)

type Filling = { readonly now: Date; readonly days: number; readonly newId: () => string }

/**
 * A written history (the demo store): people come a little early, some late, and leave a little late. Yesterday one technician forgot to clock
 * out; today every fifth person has not clocked in.
 */
export async function fillAttendance(tx: Tx, store: { readonly id: string; readonly timeZone: string }, { now, days, newId }: Filling): Promise<void> {
  const today = localDay(now, store.timeZone)
  const spells: FilledSpell[] = []
  for (let back = days; back >= 0; back -= 1) {
    const day = addDays(today, -back)
    const people = (await expectedOn(tx, store, day, now)).filter(({ positions }) => positions.some((position) => clocking.has(position)))
    const forgetful = back === 1 ? people.find(({ positions, hours }) => hours !== null && isTechnician(positions))?.id : undefined
    people.forEach((person, index) => {
      const spell = spellOf(person, { day, timeZone: store.timeZone, turn: index + back })
      if (spell === null || (back === 0 && (index % 5 === 4 || spell.cameAt >= now))) return
      spells.push({ id: newId(), personId: person.id, personName: person.name, technician: isTechnician(person.positions), cameAt: spell.cameAt, leftAt: back === 0 ? null : spell.leftAt, forgotten: person.id === forgetful, version: 1 })
    })
  }
  await insertSpells(tx, store.id, spells)
}

function spellOf({ hours }: Expected, { day, timeZone, turn }: { readonly day: LocalDay; readonly timeZone: string; readonly turn: number }): { readonly cameAt: Date; readonly leftAt: Date } | null {
  const [from, until] = [hours?.from, hours?.until].map((wall) => (wall === undefined ? null : fromWallTime(`${day}T${wall}`, timeZone)))
  if (from === null || from === undefined || until === null || until === undefined) return null
  const early = turn % 11 === 0 ? -(turn % 23) : turn % 14
  return { cameAt: new Date(from.getTime() - early * minute), leftAt: new Date(until.getTime() + (turn % 9) * minute) }
}
