import { addDays, localDay } from '../../../kernel/time.ts'
import type { Deed } from '../../../platform/deed.ts'
import { photographedSubjects } from '../../photos/public.ts'
import { listDuties, type DutyData } from '../data/duties.ts'
import { aheadInstances, dropInstances, setMoments, type AheadData } from '../data/instances.ts'
import { closesAt } from '../domain/instance.ts'
import type { StoreCalendar } from '../domain/occurrences.ts'
import { dueOfEvent } from './events.ts'
import { generateInstances, opensAfterEdit, timesOf } from './generate.ts'
import { calendarAround } from './store-of-duties.ts'
import { daysAhead } from './upkeep.ts'

type Moments = Pick<AheadData, 'opensAt' | 'dueAt' | 'closesAt'>

/**
 * What is open, not yet due and not begun is owed as the calendar says now: at other moments, or not at all where its day is closed. What would be due before this
 * moment keeps its deadline, and so does what opened before its duty was edited. Then what a day owes that was opened is made.
 */
export async function letFollowCalendar({ tx, by, now, newId }: Deed): Promise<void> {
  const store = { id: by.storeId, timeZone: by.timeZone }
  const ahead = await aheadInstances(tx, by.storeId, now)
  const last = ahead.reduce((latest, { opensAt }) => (opensAt > latest ? opensAt : latest), now)
  const until = [addDays(localDay(now, by.timeZone), daysAhead), localDay(last, by.timeZone)].toSorted().at(-1) ?? ''
  const calendar = await calendarAround(tx, store, now, Math.ceil((last.getTime() - now.getTime()) / 86_400_000) + daysAhead)
  const duties = new Map((await listDuties(tx, by.storeId)).filter(({ active, withdrawn }) => active && withdrawn === null).map((duty) => [duty.id, { duty, times: new Map(timesOf(duty, calendar, now, until).map((time) => [time.period, time])) }]))
  const differing = ahead.flatMap((row) => {
    const known = duties.get(row.dutyId)
    if (known === undefined || !opensAfterEdit(known.duty, row.opensAt)) return []
    const said = row.event === null ? known.times.get(row.period) ?? null : eventMoments(row, known.duty, calendar)
    return isSame(row, said) || (said !== null && said.dueAt <= now) ? [] : [{ row, said }]
  })
  const begun = await photographedSubjects(tx, by.storeId, 'duty', differing.map(({ row }) => row.id))
  const changed = differing.filter(({ row }) => !begun.has(row.id))
  await dropInstances(tx, by.storeId, changed.filter(({ said }) => said === null).map(({ row }) => row.id))
  await setMoments(tx, by.storeId, changed.flatMap(({ row, said }) => (said === null ? [] : [{ id: row.id, opensAt: said.opensAt, dueAt: said.dueAt, closesAt: said.closesAt }])))
  await generateInstances(tx, store, { now, days: daysAhead, newId })
}

/** What an event made opened with it. */
function eventMoments(row: AheadData, duty: DutyData, calendar: StoreCalendar): Moments {
  const dueAt = dueOfEvent(duty, calendar, row.opensAt)
  return dueAt === null ? row : { opensAt: row.opensAt, dueAt, closesAt: closesAt(dueAt, duty.graceMinutes, calendar.timeZone) }
}

const isSame = (row: Moments, said: Moments | null): boolean => said !== null && row.opensAt.getTime() === said.opensAt.getTime() && row.dueAt.getTime() === said.dueAt.getTime() && row.closesAt.getTime() === said.closesAt.getTime()
