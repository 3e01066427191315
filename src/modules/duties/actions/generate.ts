import { addDays, localDay } from '../../../kernel/time.ts'
import { invariant } from '../../../kernel/refusal.ts'
import type { Tx } from '../../../platform/database.ts'
import { listMembershipsBetween, type MembershipRow } from '../../organisation/public.ts'
import { listDuties, type DutyData } from '../data/duties.ts'
import { insertInstances, removeOfLeavers, type NewInstance } from '../data/instances.ts'
import { closesAt } from '../domain/instance.ts'
import { isInForce } from '../domain/own-duty.ts'
import { countsFrom, occurrencesOf, type Occurrence, type StoreCalendar } from '../domain/occurrences.ts'
import { isFault, parseWhen } from '../domain/when.ts'
import { letFollow, withDoers } from './follow-roster.ts'
import { owedWhen } from './proofs.ts'
import { calendarAround, type StoreOfDuties } from './store-of-duties.ts'

type Person = Pick<MembershipRow, 'id' | 'name' | 'since' | 'until'>
const [chunk, daysBack, daysOpen] = [2_000, 366, 400]

type Making = { readonly calendar: StoreCalendar; readonly now: Date; readonly until: string; readonly newId: () => string }

/** When a duty is owed in these days; periods that began before today are among them. */
export function timesOf(duty: DutyData, calendar: StoreCalendar, now: Date, until: string): (Occurrence & { closesAt: Date })[] {
  const when = parseWhen(owedWhen(duty))
  invariant(!isFault(when), `duty ${duty.id} has a deadline that cannot be read: ${duty.due}`)
  const today = localDay(now, calendar.timeZone)
  const from = when.kind === 'rule' ? addDays(today, -daysBack) : today
  return occurrencesOf(when, calendar, from, until, { move: duty.move, countsFrom }).filter(({ day }) => isInForce(duty, day)).map((time) => ({ ...time, closesAt: closesAt(time.dueAt, duty.graceMinutes, calendar.timeZone) }))
}

/** What opened before the duty was edited stays as it was. */
export const opensAfterEdit = ({ changedAt }: Pick<DutyData, 'changedAt'>, opensAt: Date): boolean => changedAt === null || opensAt > changedAt

/** Whether somebody holds the position on the day of a deadline: he joins and leaves in the middle of a month. */
const isThereOn = ({ since, until }: Person, day: string): boolean => since <= day && (until === null || day <= until)

/** As long as the deadline lies ahead. */
function instancesOf(duty: DutyData, people: readonly Person[], { calendar, now, until, newId }: Making): NewInstance[] {
  const holders: readonly (Person | null)[] = duty.holder === 'each' ? people : [null]
  return timesOf(duty, calendar, now, until).filter(({ opensAt, dueAt }) => dueAt >= now && opensAfterEdit(duty, opensAt)).flatMap(({ period, opensAt, dueAt, closesAt: closes }) => holders.filter((holder) => holder === null || isThereOn(holder, localDay(dueAt, calendar.timeZone))).map((holder) => ({
    id: newId(), dutyId: duty.id, position: duty.position, period, holderId: holder?.id ?? null, holderName: holder?.name ?? '', deputyId: null, deputyName: '', opensAt, dueAt, closesAt: closes,
    event: null, subjectId: null, subjectName: '',
  })))
}

/** How far, and for whom alone where the roster of a few changed. */
export type GeneratingWish = { readonly now: Date; readonly days: number; readonly newId: () => string; readonly personIds?: readonly string[] }

/**
 * Makes the instances of calendar duties that open within so many days, for whom the roster has there, and lets those that are open follow
 * it. It can be killed and run again, twice at once: what is there stays. Answers how many are new.
 */
export async function generateInstances(tx: Tx, store: StoreOfDuties, { now, days, newId, personIds }: GeneratingWish): Promise<number> {
  const today = localDay(now, store.timeZone)
  const members = await listMembershipsBetween(tx, store.id, today, addDays(today, days + daysOpen))
  const people = Map.groupBy(members, ({ position }) => position)
  const making = { calendar: await calendarAround(tx, store, now, days), now, until: addDays(today, days), newId }
  const duties = (await listDuties(tx, store.id)).filter(({ active, withdrawn, holder }) => active && withdrawn === null && (personIds === undefined || holder === 'each'))
  const owing = (position: string): readonly Person[] => (people.get(position) ?? []).filter(({ id }) => personIds === undefined || personIds.includes(id))
  const rows = await withDoers(tx, store, duties.flatMap((duty) => instancesOf(duty, owing(duty.position), making)), now)
  let made = 0
  for (let from = 0; from < rows.length; from += chunk) made += await insertInstances(tx, store.id, rows.slice(from, from + chunk))
  if (personIds === undefined) await removeOfLeavers(tx, store.id, store.timeZone, members, now)
  await letFollow(tx, store, personIds ?? null, now)
  return made
}
