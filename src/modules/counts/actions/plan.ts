import { found, Refusal, refuse, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import { localDay, startOfDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import { findParts } from '../../catalogue/public.ts'
import { peopleByPosition } from '../../organisation/public.ts'
import type { listCounters as countersRoute, proposeCount as proposalRoute } from '../contract.ts'
import * as data from '../data/counts.ts'
import * as lines from '../data/lines.ts'
import { findRanked, nextShelves, shelvesToCount } from '../data/rolling.ts'
import type { CountKind } from '../domain/life.ts'
import { whyNotAgree, whyNotPlan, whyNotPrepare, whyNotStart } from '../domain/plan.ts'
import { classed, proposeRolling, type Proposed } from '../domain/rolling.ts'
import { settingsOf } from './settings.ts'

export type Seen = { readonly countId: string; readonly version: number }

/** For a deed on a count that somebody saw: locked, and as he saw it. */
export async function lockSeen({ tx, by }: Deed, { countId, version }: Seen): Promise<data.CountData> {
  const count = found(await data.lockCount(tx, by.storeId, countId), 'count')
  refuseStale(count.version, version)
  return count
}

export function said(deed: Deed, count: Pick<data.CountData, 'id' | 'number' | 'kind' | 'version' | 'status'>, event: string, after: unknown, reason?: string): { version: number } {
  deed.record({ subject: 'count', subjectId: count.id, before: { status: count.status }, after, ...(reason === undefined ? {} : { reason }) })
  deed.announce({ event: `count.${event}`, subjectId: count.id, facts: { number: count.number, kind: count.kind } })
  return { version: count.version + 1 }
}

const counting = ['WHK', 'PPL', 'PTS'] as const

/** Storekeepers first, then planners and the supervisor. */
export async function listCounters({ tx, by, now }: Reading): Promise<AnswerOf<typeof countersRoute>> {
  const held = await peopleByPosition(tx, { id: by.storeId, timeZone: by.timeZone }, now)
  return { rows: counting.flatMap((position) => (held.get(position) ?? []).map((person) => ({ ...person, position }))) }
}

/** The shelves that are due, by the rule of the rolling count: of those that were ranked today, and of all where none were, where the settings changed since, or where most of them were taken up. */
async function dueShelves({ tx, by, now }: Reading): Promise<Proposed[]> {
  const settings = await settingsOf(tx, by.storeId)
  const ranked = await findRanked(tx, by.storeId)
  if (ranked?.day === localDay(now, by.timeZone) && ranked.settingsVersion === settings.version) {
    const due = proposeRolling(await nextShelves(tx, by.storeId, now, by.timeZone), settings)
    if (due.length === settings.linesADay) return due
  }
  return proposeRolling(classed(await shelvesToCount(tx, by.storeId, now, by.timeZone)), settings)
}

export async function proposeCount(reading: Reading): Promise<AnswerOf<typeof proposalRoute>> {
  const shelves = await dueShelves(reading)
  const parts = new Map((await findParts(reading.tx, shelves.map(({ partId }) => partId))).map((part) => [part.id, part]))
  return {
    rows: shelves.map(({ partId, placeId, bin, valueClass, daysSince, errors }) => {
      const { number, nameZh, nameEn } = found(parts.get(partId), 'part')
      return { partId, placeId, bin, valueClass, daysSince, errors, number, nameZh, nameEn }
    }),
  }
}

async function insert(deed: Deed, { kind, day, briefing }: { kind: CountKind; day: string; briefing: string }): Promise<{ id: string; number: string; version: number }> {
  const { tx, by, now } = deed
  refuseIf(whyNotPlan({ kind, day, today: localDay(now, by.timeZone), others: await data.othersUnderWay(tx, by.storeId, null) }))
  const count = { id: deed.newId(), number: await nextNumber(deed, 'SC'), kind, day, briefing, plannedAt: now, plannedBy: by.personId, plannedByName: by.name }
  const added = await data.insertCount(tx, by.storeId, count)
  refuseIf(added === 0 ? new Refusal('counts.planned-already') : null)
  return { id: count.id, number: count.number, version: 1 }
}

export type FullPlan = { readonly day: string; readonly briefing: string; readonly counterIds: readonly string[] }

/** The day is then agreed with finance (PTS-8.1); the briefing says how to count (PTS-8.2). */
export async function planCount(deed: Deed, { day, briefing, counterIds }: FullPlan): Promise<{ id: string; number: string; version: number }> {
  const people = new Map((await listCounters(deed)).rows.map((person) => [person.id, person]))
  const counters = [...new Set(counterIds)].map((id) => people.get(id) ?? refuse(new Refusal('counts.not-a-counter')))
  const count = await insert(deed, { kind: 'full', day, briefing })
  await data.insertCounters(deed.tx, deed.by.storeId, count.id, counters)
  deed.record({ subject: 'count', subjectId: count.id, after: { number: count.number, kind: 'full', day, briefing, counters: counters.map(({ name }) => name) } })
  deed.announce({ event: 'count.planned', subjectId: count.id, facts: { number: count.number, kind: 'full', at: startOfDay(day, deed.by.timeZone).toISOString() } })
  return count
}

export async function planRolling(deed: Deed, { day }: { readonly day: string }): Promise<{ id: string; number: string; version: number }> {
  const count = await insert(deed, { kind: 'rolling', day, briefing: '' })
  const shelves = await dueShelves(deed)
  refuseIf(shelves.length === 0 ? new Refusal('counts.nothing-due') : null)
  await lines.insertShelves(deed.tx, deed.by.storeId, count.id, shelves.map(({ partId, placeId, bin, valueClass, daysSince, errors }) => ({ partId, placeId, bin, why: { valueClass, daysSince, errors } })))
  deed.record({ subject: 'count', subjectId: count.id, after: { number: count.number, kind: 'rolling', day, lines: shelves.length } })
  deed.announce({ event: 'count.proposed', subjectId: count.id, facts: { number: count.number, kind: 'rolling' } })
  return count
}

export async function agreeCount(deed: Deed, seen: Seen): Promise<{ version: number }> {
  const count = await lockSeen(deed, seen)
  refuseIf(whyNotAgree({ ...count, agreed: count.agreedAt !== null, planner: count.plannedBy, by: deed.by.personId }))
  await data.writeAgreed(deed.tx, deed.by.storeId, { id: count.id, at: deed.now, byName: deed.by.name })
  return said(deed, count, 'agreed', { day: count.day })
}

export async function readBriefing(deed: Deed, { countId }: { readonly countId: string }): Promise<{ id: string }> {
  const { tx, by, now } = deed
  const count = found(await data.findCount(tx, by.storeId, countId), 'count')
  refuseIf(count.kind === 'full' && count.endedAt === null ? null : new Refusal('counts.not-now'))
  const first = await data.writeReading(tx, by.storeId, { countId, personId: by.personId, name: by.name, at: now })
  refuseIf(first === 0 ? new Refusal('counts.read-already') : null)
  said(deed, count, 'briefing-read', { reader: by.name })
  return { id: countId }
}

export async function prepareCount(deed: Deed, seen: Seen): Promise<{ version: number }> {
  const count = await lockSeen(deed, seen)
  refuseIf(whyNotPrepare({ ...count, prepared: count.preparedAt !== null }))
  await data.writePrepared(deed.tx, deed.by.storeId, { id: count.id, at: deed.now, byName: deed.by.name })
  return said(deed, count, 'prepared', { preparedBy: deed.by.name })
}

/** What the books say now is kept with each shelf; nothing is locked, and parts are handed out meanwhile. */
export async function startCount(deed: Deed, seen: Seen): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const count = await lockSeen(deed, seen)
  const others = await data.othersUnderWay(tx, by.storeId, count.id)
  refuseIf(whyNotStart({ ...count, today: localDay(now, by.timeZone), agreed: count.agreedAt !== null, prepared: count.preparedAt !== null, others }))
  if (count.kind === 'full') await lines.insertWholeStore(tx, by.storeId, count.id)
  else await lines.dropTaken(tx, by.storeId, count.id)
  if (count.kind === 'rolling') await lines.freezeBooks(tx, by.storeId, count.id)
  const { lines: listed } = await lines.sumsOf(tx, by.storeId, count.id)
  refuseIf(count.kind === 'rolling' && listed === 0 ? new Refusal('counts.nothing-due') : null)
  await data.writeStarted(tx, by.storeId, { id: count.id, at: now })
  return said(deed, count, 'started', { lines: listed })
}
