import { randomBytes } from 'node:crypto'
import { byItself, type Actor } from '../../../kernel/actor.ts'
import { idMaker } from '../../../kernel/ids.ts'
import { fromWallTime, localDay, wallTime } from '../../../kernel/time.ts'
import type { Clock } from '../../../kernel/time.ts'
import type { Database, Tx } from '../../../platform/database.ts'
import { perform } from '../../../platform/deed.ts'
import { lastWeek } from '../../duties/domain/week.ts'
import { dutyPermissions } from '../../duties/permissions.ts'
import { dutiesOfDay, whoIsToldOfOverdue } from '../../duties/public.ts'
import { weekdayOf } from '../../organisation/domain/opening.ts'
import { findStore, listPositionNames, peopleByPosition, peopleWithRight, storeIds } from '../../organisation/public.ts'
import { transferPermissions } from '../../transfers/permissions.ts'
import * as data from '../data/notices.ts'
import { findStoreSetting } from '../data/settings.ts'
import { audiences } from '../domain/kinds.ts'
import { presetTimes } from '../domain/quiet.ts'
import { approvals } from './approvals.ts'
import { tell, type Telling } from './tell.ts'

const newIdAt = idMaker(randomBytes)

/** A promise is at risk that many minutes before it, as its colour on the board (design language: amber below 45 minutes). */
export const riskMinutes = 45
/** A complaint's clock is near its end. */
export const complaintHours = 4
const daysOfDuties = 2

type Look = { readonly tx: Tx; readonly store: { readonly id: string; readonly timeZone: string }; readonly now: Date }

/** What no deed tells because time alone makes it so: overdue duties, promises, complaints, the day's digest, Tuesday's page. Looked at again and again, said once. Answers how many notices are new. */
export async function lookRound(database: Database, clock: Clock): Promise<number> {
  let made = 0
  for (const storeId of await storeIds(database.plain)) {
    const now = clock.now()
    const { by, tellings } = await database.reading([storeId], async (tx) => {
      const { timeZone } = await findStore(tx, storeId)
      return { by: byItself({ storeId, storeCode: '', timeZone }), tellings: await whatIsNew({ tx, store: { id: storeId, timeZone }, now }) }
    })
    if (tellings.length > 0) made += await tellAll(database, by, now, tellings)
  }
  return made
}

async function tellAll(database: Database, by: Actor, now: Date, tellings: readonly Telling[]): Promise<number> {
  const call = { operation: 'tell what is due', key: `notices-${newIdAt(now)}`, body: null, requestId: 'upkeep' }
  return perform({ database, clock: { now: () => now }, onNews: () => {} }, by, call, async (deed) => {
    const made = await tell({ tx: deed.tx, store: { id: by.storeId, timeZone: by.timeZone }, now, newId: deed.newId }, tellings)
    deed.record({ subject: 'notices', subjectId: by.storeId, after: { made } })
    deed.announce({ event: 'notice.made', subjectId: by.storeId })
    return made
  })
}

async function whatIsNew(look: Look): Promise<Telling[]> {
  const all = [...await overdueDuties(look), ...await promises(look), ...await complaints(look), ...await approvals(look), ...await transfers(look), ...await dayDigest(look), ...await weekPage(look)].filter(({ to }) => to.length > 0)
  const known = new Set((await data.knownKeys(look.tx, look.store.id, all.map(({ key }) => key))).map(({ key }) => key))
  return all.filter(({ key }) => !known.has(key))
}

const shown = (at: Date, { store }: Look): string => wallTime(at, store.timeZone).replace('T', ' ')

async function overdueDuties(look: Look): Promise<Telling[]> {
  const positions = new Map((await listPositionNames(look.tx)).map(({ code, ...names }) => [code, names]))
  return (await whoIsToldOfOverdue(look.tx, look.store, look.now, daysOfDuties)).flatMap((duty): Telling[] => {
    const { zh: holderZh = duty.position, en: holderEn = duty.position } = duty.holderName === '' ? positions.get(duty.position) ?? {} : { zh: duty.holderName, en: duty.holderName }
    const facts = { dutyId: duty.dutyId, dutyZh: duty.zh, dutyEn: duty.en, holderZh, holderEn, time: shown(duty.dueAt, look), subject: duty.subjectName === '' ? '' : ` · ${duty.subjectName}` }
    return [
      { kind: 'duty-late', key: `late ${duty.id}`, facts, path: '/today', to: duty.owers },
      { kind: 'duty-climbed', key: `climbed ${duty.id} ${duty.status === 'missed' ? 'missed' : ''}${String(duty.level)}`, facts, path: '/supervision', to: duty.managers },
    ]
  })
}

/** Told anew when another promise is made; one that passed long ago was told then. */
async function promises(look: Look): Promise<Telling[]> {
  const { tx, store, now } = look
  const found = await data.promisesBetween(tx, store.id, new Date(now.getTime() - 86_400_000), new Date(now.getTime() + riskMinutes * 60_000))
  return found.map(({ id, number, plate, advisorId, promisedAt }) => {
    const kind = promisedAt < now ? 'promise-passed' : 'promise-at-risk'
    return { kind, key: `${kind} ${id} ${promisedAt.toISOString()}`, path: `/repair-orders/${id}`, to: [advisorId], facts: { number, plate, time: shown(promisedAt, look) } }
  })
}

/** The last hours go to whom it is assigned; when they are over the station manager hears of it as well (FDS-2.9, WSS-2.8). */
async function complaints(look: Look): Promise<Telling[]> {
  const { tx, store, now } = look
  const found = await data.complaintsBetween(tx, store.id, new Date(now.getTime() - 86_400_000), new Date(now.getTime() + complaintHours * 3_600_000))
  if (found.length === 0) return []
  const people = await peopleByPosition(tx, store, now)
  return found.map(({ id, number, plate, assignedTo, dueAt }) => {
    const over = dueAt < now
    const to = (over ? [assignedTo, 'STM'] : [assignedTo]).flatMap((position) => people.get(position) ?? []).map((person) => person.id)
    return { kind: 'complaint-runs', key: `complaint ${over ? 'over' : 'near'} ${id} ${dueAt.toISOString()}`, path: '/follow-ups', to, facts: { number, plate, time: shown(dueAt, look) } }
  })
}

/** So long before the digest's time the day's figures are made: they leave with it, as one. */
const minutesAhead = 5

const transferDays = 3

/** What another store did is its own deed; this store's people hear of it in a transaction of their own store. */
async function transfers({ tx, store, now }: Look): Promise<Telling[]> {
  const told = await data.transfersTold(tx, store.id, new Date(now.getTime() - transferDays * 86_400_000))
  if (told.length === 0) return []
  const [answerers, askers, receivers] = await Promise.all([transferPermissions.answer, transferPermissions.ask, transferPermissions.receive].map(({ permission }) => peopleWithRight(tx, store, permission, now)))
  const people = { answerers, askers, receivers: [...new Set([...receivers ?? [], ...askers ?? []])] }
  return told.map(({ kind, id, subjectId, number, storeZh, storeEn }) => ({ kind, key: `${kind} ${id}`, path: `/transfers/${subjectId}`, to: people[audiences[kind]] ?? [], facts: { number, storeZh, storeEn } }))
}

/** How the duties of the day stand at the digest's time, once. */
async function dayDigest({ tx, store, now }: Look): Promise<Telling[]> {
  const { digestAt } = await findStoreSetting(tx, store.id) ?? presetTimes
  const day = localDay(now, store.timeZone)
  const at = fromWallTime(`${day}T${digestAt}`, store.timeZone)
  if (at === null || now.getTime() < at.getTime() - minutesAhead * 60_000) return []
  const { done, late, missed, overdue } = await dutiesOfDay(tx, store, day, now)
  if (done + late + missed + overdue === 0) return []
  return [{ kind: 'day-digest', key: `digest ${day}`, path: '/supervision', to: await peopleWithRight(tx, store, dutyPermissions.supervise.permission, now), facts: { day, done, late, missed, overdue } }]
}

/** The one-page of last week, on Tuesday from seven on, before the meeting. */
async function weekPage({ tx, store, now }: Look): Promise<Telling[]> {
  const today = localDay(now, store.timeZone)
  const weekday = weekdayOf(today)
  if (weekday !== 2 || wallTime(now, store.timeZone).slice(11) < '07:00') return []
  const { from, to: until } = lastWeek(today)
  return [{ kind: 'week-page', key: `week ${from}`, path: '/one-page', to: await peopleWithRight(tx, store, dutyPermissions.supervise.permission, now), facts: { from, until } }]
}
