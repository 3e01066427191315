import { localDay } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database.ts'
import { peopleByPosition } from '../../organisation/public.ts'
import { whoWorks } from '../../rosters/public.ts'
import { listDuties } from '../data/duties.ts'
import { dropInstances, owedInstances, setDeputies, type NewInstance } from '../data/instances.ts'
import { doerOf, type Deputy, type Presence } from '../domain/doer.ts'
import { isFault, parseWhen } from '../domain/when.ts'
import type { StoreOfDuties } from './store-of-duties.ts'

type Owed = Pick<NewInstance, 'dutyId' | 'holderId' | 'opensAt' | 'dueAt' | 'event'>
type Doer = (row: Owed) => 'himself' | 'nobody' | Deputy

/** Who does each of these, asked of the roster in one go. */
async function doersOf(tx: Tx, store: StoreOfDuties, rows: readonly Owed[], now: Date): Promise<Doer> {
  const last = rows.reduce((latest, { dueAt }) => (dueAt > latest ? dueAt : latest), now)
  const roster = await whoWorks(tx, store.id, localDay(now, store.timeZone), localDay(last, store.timeZone))
  const people = new Set([...(await peopleByPosition(tx, store, now)).values()].flat().map(({ id }) => id))
  const presence: Presence = { roster, now, timeZone: store.timeZone, people }
  const daily = new Set((await listDuties(tx, store.id)).filter(({ due }) => isDaily(due)).map(({ id }) => id))
  // What an event made is never dropped: the thing is there, whoever is not.
  return ({ dutyId, holderId, opensAt, dueAt, event }) => (holderId === null ? 'himself' : doerOf({ holderId, opensAt, dueAt, daily: event === null && daily.has(dutyId) }, presence))
}

function isDaily(due: string): boolean {
  const when = parseWhen(due)
  return !isFault(when) && when.kind === 'day'
}

/** New ones, without those that nobody owes, and with the deputy where one stands in. */
export async function withDoers(tx: Tx, store: StoreOfDuties, rows: readonly NewInstance[], now: Date): Promise<NewInstance[]> {
  if (rows.every(({ holderId }) => holderId === null)) return [...rows]
  const doer = await doersOf(tx, store, rows, now)
  return rows.flatMap((row) => {
    const who = doer(row)
    if (who === 'nobody') return []
    return who === 'himself' ? [row] : [{ ...row, deputyId: who.id, deputyName: who.name }]
  })
}

/** Those that are open and not yet due go to whoever the roster says now, or are owed no more. */
export async function letFollow(tx: Tx, store: StoreOfDuties, personIds: readonly string[] | null, now: Date): Promise<void> {
  const owed = await owedInstances(tx, store.id, personIds, now)
  if (owed.length === 0) return
  const doer = await doersOf(tx, store, owed, now)
  const said = owed.map((row) => ({ row, who: doer(row) }))
  await dropInstances(tx, store.id, said.filter(({ who }) => who === 'nobody').map(({ row }) => row.id))
  const deputies = said.flatMap(({ row, who }) => (who === 'nobody' ? [] : [{ id: row.id, before: row.deputyId, deputyId: who === 'himself' ? null : who.id, deputyName: who === 'himself' ? '' : who.name }]))
  await setDeputies(tx, store.id, deputies.filter(({ before, deputyId }) => before !== deputyId))
}
