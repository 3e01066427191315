import type { Position } from '../../../kernel/permissions.ts'
import { addDays, localDay, startOfDay } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database.ts'
import { boardOf, wallOf } from '../data/board.ts'
import { listDuties } from '../data/duties.ts'
import { openUntil, overdueInstances, type InstanceWithDuty } from '../data/instances.ts'
import type { Ended } from '../domain/board.ts'
import { defaultPack } from '../domain/default-pack.ts'
import { superiorsOf, supervisorsOf } from '../domain/pack.ts'
import { levelOf, positionsBetween } from './read-duties.ts'
import { calendarAround, type StoreOfDuties } from './store-of-duties.ts'

/** An overdue duty with who owes it and to whom it has climbed, by the manual's own edges. */
export type ToldDuty = Pick<InstanceWithDuty, 'id' | 'dutyId' | 'zh' | 'en' | 'position' | 'dueAt' | 'status' | 'subjectName' | 'holderName'> & { readonly level: number; readonly owers: readonly string[]; readonly managers: readonly string[] }

const positions = defaultPack.positions.map(({ position }) => position)

/**
 * What became overdue or missed in the last days: its holder (or the one who stands in, or those of the position who are there), and the managers it has reached: those whose duties
 * watch the position once it is missed or has climbed, and one superior more each further step. A position that nobody is there for is its deputies', or its superior's.
 */
export async function whoIsToldOfOverdue(tx: Tx, store: StoreOfDuties, now: Date, days: number): Promise<ToldDuty[]> {
  const since = startOfDay(addDays(localDay(now, store.timeZone), -days), store.timeZone)
  const overdue = (await overdueInstances(tx, store.id, positions, since, now)).filter(({ status }) => status === 'open' || status === 'missed')
  if (overdue.length === 0) return []
  const { opening } = await calendarAround(tx, store, now, 1)
  const duties = (await listDuties(tx, store.id)).filter(({ withdrawn }) => withdrawn === null)
  const named = new Map(duties.map(({ id, supervisors }) => [id, supervisors]))
  const toldOf = await whoIsThere(tx, store, now)
  return overdue.map((instance) => {
    const { id, dutyId, zh, en, position, dueAt, status, subjectName, holderName } = instance
    const level = levelOf(instance, opening, store.timeZone, now)
    const owers = owersOf(instance, toldOf)
    const above = status === 'missed' || level > 0 ? [...supervisorsOf(duties, position as Position), ...named.get(dutyId) ?? [], ...superiorsOf(defaultPack, position as Position).slice(0, level)] : []
    const managers = [...new Set(above.flatMap(toldOf))].filter((personId) => !owers.includes(personId))
    return { id, dutyId, zh, en, position, dueAt, status, subjectName, holderName, level, owers, managers }
  })
}

type ToldOf = (position: string) => string[]

/** Who is told of what a position owes together, by the roster of the day. */
async function whoIsThere(tx: Tx, store: StoreOfDuties, now: Date): Promise<ToldOf> {
  const today = localDay(now, store.timeZone)
  return (await positionsBetween({ tx, by: { storeId: store.id, timeZone: store.timeZone }, now }, today, today))(today).toldOf
}

const owersOf = ({ position, holderId, deputyId }: Pick<InstanceWithDuty, 'position' | 'holderId' | 'deputyId'>, toldOf: ToldOf): string[] =>
  (deputyId !== null || holderId !== null ? [deputyId ?? holderId ?? ''] : toldOf(position))

/** How many duties each person still has to do today. */
export async function dueToday(tx: Tx, store: StoreOfDuties, now: Date): Promise<Map<string, number>> {
  const open = await openUntil(tx, store.id, positions, now, startOfDay(addDays(localDay(now, store.timeZone), 1), store.timeZone))
  const toldOf = await whoIsThere(tx, store, now)
  const counts = new Map<string, number>()
  for (const personId of open.flatMap((instance) => owersOf(instance, toldOf))) counts.set(personId, (counts.get(personId) ?? 0) + 1)
  return counts
}

/** How the duties of a store ended that were due on a day. */
export async function dutiesOfDay(tx: Tx, store: StoreOfDuties, day: string, now: Date): Promise<Ended & { readonly overdue: number }> {
  const scope = { storeId: store.id, timeZone: store.timeZone, from: startOfDay(day, store.timeZone), until: startOfDay(addDays(day, 1), store.timeZone), positions }
  const rows = await boardOf(tx, scope, 'position')
  const sum = (count: keyof Ended): number => rows.reduce((all, row) => all + row[count], 0)
  return { done: sum('done'), late: sum('late'), missed: sum('missed'), excused: sum('excused'), byData: sum('byData'), overdue: (await wallOf(tx, scope, now)).reduce((all, { late }) => all + late, 0) }
}
