import { addDays, fromWallTime, localDay } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database.ts'
import { hoursOf } from '../../organisation/domain/opening.ts'
import { insertAbsences, insertChanges } from '../data/absences.ts'
import { fillCheckIns, insertGreetings, type NewGreeting } from '../data/greeting.ts'
import { putPatterns } from '../data/rosters.ts'
import { presetSlotMinutes, slotsOfDay, takeTurns } from '../domain/greeting.ts'
import { daysFrom, rosterOf, type Roster } from '../domain/roster.ts'
import { presetShifts } from '../domain/shift.ts'
import { greetersOf } from './greeters.ts'
import { membersOf, rosterFacts, type StoreOfRoster } from './who-works.ts'

export type Filling = {
  readonly now: Date; readonly days: number; readonly newId: () => string
  /** Who holds what, each position's first in front. */
  readonly people: readonly { readonly id: string; readonly name: string; readonly position: string }[]
}

/**
 * A written history (the demo store). Who is alone in his position is there every day; of several the first is too, the others have a day off
 * a week, spread over Monday to Friday. The third team leader is ill until the day after tomorrow, and the second stands in.
 */
export async function fillRoster(tx: Tx, store: StoreOfRoster, filling: Filling): Promise<void> {
  const { now, days, people } = filling
  const today = localDay(now, store.timeZone)
  const since = addDays(today, -days - 31)
  const placeOf = ({ position, id }: Filling['people'][number]): number => people.filter((other) => other.position === position).findIndex((other) => other.id === id)
  await putPatterns(tx, store.id, people.map((person) => ({ personId: person.id, since, days: weekOf(placeOf(person)), version: 1 })))
  await fillAbsence(tx, store, filling)
  await fillGreeting(tx, store, filling)
}

/** The first of a position works the whole week, the next ones rest in turn on Monday to Friday. */
const weekOf = (place: number): string[] => Array.from({ length: 7 }, (_, weekday) => (place === 0 ? 'whole' : weekday === (place - 1) % 5 ? 'off' : (place + Math.floor(weekday / 3)) % 2 === 0 ? 'early' : 'late'))

async function fillAbsence(tx: Tx, store: StoreOfRoster, { now, newId, people }: Filling): Promise<void> {
  const today = localDay(now, store.timeZone)
  const planner = people.find(({ position }) => position === 'STM')
  const [, deputy, person] = people.filter(({ position }) => position === 'MTL')
  if (planner === undefined || person === undefined || deputy === undefined) return
  const absence = { id: newId(), personId: person.id, personName: person.name, fromDay: addDays(today, -1), untilDay: addDays(today, 2), kind: 'sick' as const, reason: '发烧，医院休假单', deputyId: deputy.id, deputyName: deputy.name }
  await insertAbsences(tx, store.id, [absence])
  await insertChanges(tx, store.id, [{ id: newId(), absenceId: absence.id, at: new Date(now.getTime() - 86_400_000), personId: planner.id, personName: planner.name, change: 'recorded', untilDay: absence.untilDay, deputyName: deputy.name, reason: absence.reason }])
}

/** Turns at the door from the first day until tomorrow. */
async function fillGreeting(tx: Tx, store: StoreOfRoster, { now, days }: Filling): Promise<void> {
  const today = localDay(now, store.timeZone)
  const [from, until] = [addDays(today, -days), addDays(today, 1)]
  const { members } = await membersOf(tx, store, now)
  const facts = await rosterFacts(tx, store.id, from, until)
  const roster: Roster = rosterOf(facts)
  const stood = new Map<string, number>()
  const rows = daysFrom(from, days + 2).flatMap((day): NewGreeting[] => {
    const there = greetersOf({ members: [...members.values()], roster, shifts: presetShifts, opening: facts.opening }, day)
    return takeTurns(slotsOfDay(hoursOf(facts.opening, day), presetSlotMinutes, []), there.map((person) => ({ ...person, slots: stood.get(person.id) ?? 0 }))).flatMap(({ slot, personId }) => {
      stood.set(personId, (stood.get(personId) ?? 0) + 1)
      const [startsAt, endsAt] = [fromWallTime(`${day}T${slot.starts}`, store.timeZone), fromWallTime(`${day}T${slot.ends}`, store.timeZone)]
      return startsAt === null || endsAt === null ? [] : [{ day, starts: slot.starts, ends: slot.ends, personId, personName: members.get(personId)?.name ?? '', startsAt, endsAt }]
    })
  })
  await insertGreetings(tx, store.id, rows)
  await fillCheckIns(tx, store.id, now)
}
