import type { Actor } from '../../../kernel/actor.ts'
import type { Position } from '../../../kernel/permissions.ts'
import { found } from '../../../kernel/refusal.ts'
import { addDays, localDay, startOfDay, type LocalDay } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Reading } from '../../../platform/deed.ts'
import type { ProofAnswer } from '../../../platform/proof.ts'
import { peopleByPosition, positionsWithRight, type OpeningTimes } from '../../organisation/public.ts'
import { isAtWork, whoWorks } from '../../rosters/public.ts'
import type { DutyRow, InstanceRow, Today } from '../contract.ts'
import { acknowledgementsOf, type SpokenData } from '../data/acknowledgements.ts'
import { openFindings } from '../data/audits.ts'
import { changesOf, dutiesOf, edgesOf, listDuties } from '../data/duties.ts'
import * as data from '../data/instances.ts'
import { openTasksOf } from '../data/tasks.ts'
import { askedPoints, checklistOf, isSigned, type Checklist } from '../domain/checklists.ts'
import { defaultPack } from '../domain/default-pack.ts'
import { whoIsTold, whoseToday } from '../domain/doer.ts'
import { climbed, isOwn } from '../domain/instance.ts'
import { isInForce } from '../domain/own-duty.ts'
import { actingFor, superiorsOf, supervisorsOf, type ProofPart } from '../domain/pack.ts'
import { isStanding } from '../domain/standing.ts'
import { dutyPermissions } from '../permissions.ts'
import { proofOf } from './proofs.ts'
import { storeChecklists } from './store-checklists.ts'
import { calendarAround } from './store-of-duties.ts'

const iso = (at: Date | null): string | null => at?.toISOString() ?? null
const daysMissed = 7
const mostMissed = 100
const daysSupervised = 14
const daysOfFindings = 60

type PersonNamed = { readonly id: string; readonly name: string }
/** How a position stood on a day: who holds it, who of them is there, each with the deputy who is there for him, and the nearest superior that somebody is there for. */
type PositionOn = { readonly isCovered: boolean; readonly holders: readonly (PersonNamed & { readonly deputyId: string | null; readonly deputyName: string; readonly absent: boolean })[]; readonly superior: Position | null }
type PositionsOn = (day: LocalDay) => { readonly at: ReadonlyMap<Position, PositionOn>; isAbsent(personId: string): boolean; /** Who is told of what a position owes together. */ toldOf(position: string): string[]; nameOf(personId: string): string }
type Where = { readonly tx: Tx; readonly by: Pick<Actor, 'storeId' | 'timeZone'>; readonly now: Date }

/** How every position stood on these days, by the roster of each. */
export async function positionsBetween({ tx, by, now }: Where, from: LocalDay, until: LocalDay): Promise<PositionsOn> {
  const [people, roster] = await Promise.all([peopleByPosition(tx, { id: by.storeId, timeZone: by.timeZone }, now), whoWorks(tx, by.storeId, from, until)])
  const names = new Map([...people.values()].flat().map(({ id, name }) => [id, name]))
  const on = (day: LocalDay): ReturnType<PositionsOn> => {
    const isThere = (personId: string): boolean => !roster.isOpen(day) || isAtWork(roster.on(personId, day))
    const isAbsent = (personId: string): boolean => roster.isOpen(day) && roster.on(personId, day).absent
    const there = new Set([...people].filter(([, holders]) => holders.some(({ id }) => isThere(id))).map(([position]) => position))
    const holdersOf = (position: string): PositionOn['holders'] => (people.get(position) ?? []).map(({ id, name }) => {
      const { absence } = roster.on(id, day)
      const deputyId = absence !== null && absence.deputyId !== null && isThere(absence.deputyId) ? absence.deputyId : null
      return { id, name, deputyId, deputyName: deputyId === null ? '' : absence?.deputyName ?? '', absent: isAbsent(id) }
    })
    const at = new Map(defaultPack.positions.map(({ position }): [Position, PositionOn] => [position, {
      isCovered: there.has(position), superior: actingFor(defaultPack, position, there), holders: holdersOf(position),
    }]))
    const toldOf = (position: string): string[] => {
      const superior = actingFor(defaultPack, position as Position, there)
      return whoIsTold({ holders: holdersOf(position).map((holder) => ({ ...holder, there: isThere(holder.id) })), superiors: (people.get(superior ?? '') ?? []).map(({ id }) => id).filter(isThere) })
    }
    return { at, isAbsent, toldOf, nameOf: (personId) => names.get(personId) ?? '' }
  }
  const known = new Map<LocalDay, ReturnType<PositionsOn>>()
  return (day) => {
    const one = known.get(day) ?? on(day)
    known.set(day, one)
    return one
  }
}

/**
 * Positions whose duties are mine to do on a day, each with the names of those for whom I stand in: null where it is my own, none where nobody holds it. Those I hold, unless
 * I am absent and somebody else does them; those whose people are away and for one of whom I stand in; those nobody is there for that fall to me.
 */
function actingOn({ by }: Pick<Reading, 'by'>, { at, isAbsent }: ReturnType<PositionsOn>): Map<string, readonly string[] | null> {
  const facts = { personId: by.personId, positions: by.positions, absent: isAbsent(by.personId) }
  return new Map([...at].flatMap(([position, how]): [string, readonly string[] | null][] => {
    const whose = whoseToday(how, facts, position)
    return whose === 'not-mine' ? [] : [[position, whose === 'mine' ? null : whose]]
  }))
}

export async function actingPositions(reading: Reading): Promise<Map<string, readonly string[] | null>> {
  const today = localDay(reading.now, reading.by.timeZone)
  return actingOn(reading, (await positionsBetween(reading, today, today))(today))
}

/** Those, and the positions I hold: what is over there stays mine to see while I am absent. */
const answeredFor = ({ by }: Pick<Reading, 'by'>, acting: ReadonlyMap<string, unknown>): string[] => [...new Set([...by.positions, ...acting.keys()])]

/** Positions of which I may say why this one was missed: mine now, and those I did on its day. */
export async function explainedBy(reading: Reading, { dueAt }: Pick<data.InstanceData, 'dueAt'>): Promise<string[]> {
  const day = localDay(dueAt, reading.by.timeZone)
  const then = actingOn(reading, (await positionsBetween(reading, day, day))(day))
  return [...answeredFor(reading, await actingPositions(reading)), ...then.keys()]
}

/** What was missed of late and is mine to explain: of what a whole position owes, who stood there on its day is asked, and a superior where all its people were absent or nobody holds it. */
async function missedByMe(reading: Reading, since: LocalDay, positionsOn: PositionsOn): Promise<data.InstanceWithDuty[]> {
  const { tx, by } = reading
  const days = Array.from({ length: daysMissed + 1 }, (_, index) => addDays(since, index))
  const positions = [...new Set([...by.positions, ...days.flatMap((day) => [...actingOn(reading, positionsOn(day)).keys()])])]
  const missed = await data.unexplainedInstances(tx, by.storeId, positions, by.personId, startOfDay(since, by.timeZone))
  return missed.filter(({ holderId, position, dueAt }) => {
    if (holderId !== null) return true
    const on = positionsOn(localDay(dueAt, by.timeZone))
    const holders = on.at.get(position as Position)?.holders ?? []
    return actingOn(reading, on).has(position) && (by.positions.includes(position) || holders.every(({ absent }) => absent))
  }).slice(0, mostMissed)
}

/** Who did on its day what a whole position owes, while all of its people were absent: the deputies who were there, with those for whom. Empty where its people owed it themselves. */
export async function standInsOf(reading: Pick<Reading, 'tx' | 'by' | 'now'>, instances: readonly Pick<data.InstanceData, 'position' | 'holderId' | 'dueAt'>[]): Promise<(instance: Pick<data.InstanceData, 'position' | 'holderId' | 'dueAt'>) => { deputyName: string; holderName: string } | null> {
  const days = instances.filter(({ holderId }) => holderId === null).map(({ dueAt }) => localDay(dueAt, reading.by.timeZone)).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return () => null
  const positionsOn = await positionsBetween(reading, first, last)
  return ({ position, holderId, dueAt }) => {
    const how = holderId === null ? positionsOn(localDay(dueAt, reading.by.timeZone)).at.get(position as Position) : undefined
    const stoodFor = (how?.holders ?? []).filter(({ deputyId }) => deputyId !== null)
    if (how === undefined || how.isCovered || stoodFor.length === 0) return null
    return { deputyName: [...new Set(stoodFor.map(({ deputyName }) => deputyName))].join(' · '), holderName: stoodFor.map(({ name }) => name).join(' · ') }
  }
}

/** What its data says at this moment; null where no data does, or it is not open. */
export async function figureOf({ tx, by, now }: Reading, instance: data.InstanceWithDuty): Promise<ProofAnswer | null> {
  const proof = proofOf(instance)
  if (proof === null || instance.status !== 'open' || instance.opensAt > now) return null
  return proof.evaluate(tx, { storeId: by.storeId, from: instance.opensAt, until: instance.dueAt < now ? instance.closesAt : instance.dueAt, holderId: instance.deputyId ?? instance.holderId, subjectId: instance.subjectId, subjectName: instance.subjectName })
}

/** One duty for the screen, with what its proof says at this moment. */
export async function rowOf(reading: Reading, i: data.InstanceWithDuty, lists: readonly Checklist[]): Promise<InstanceRow> {
  const said = await figureOf(reading, i)
  return {
    id: i.id, dutyId: i.dutyId, zh: i.zh, en: i.en, area: i.area, position: i.position, period: i.period, opensAt: i.opensAt.toISOString(), dueAt: i.dueAt.toISOString(), status: i.status,
    holderName: i.holderName, deputyName: i.deputyName, standsInFor: null, subjectName: i.subjectName, proof: i.proof, photoNeeded: i.proof.some(({ kind }) => kind === 'photo'), checklist: checklistForScreen(i, lists),
    page: proofOf(i)?.page ?? null, figure: said === null ? null : { figure: said.figure, target: said.target, met: said.met, nothing: said.nothing === true },
    closedAt: iso(i.closedAt), closedByName: i.closedByName, evidence: i.evidence as InstanceRow['evidence'], explanation: i.explanation, version: i.version,
  }
}

function checklistForScreen(i: data.InstanceWithDuty, lists: readonly Checklist[]): InstanceRow['checklist'] {
  const list = checklistOf(i.proof, lists)
  return list === null ? null : { code: list.code, zh: list.zh, en: list.en, points: askedPoints(list) }
}

/** Their proofs are asked at once, so that they leave in one packet. */
const rowsOf = (reading: Reading, acting: Awaited<ReturnType<typeof actingPositions>>, lists: readonly Checklist[], instances: readonly data.InstanceWithDuty[]): Promise<InstanceRow[]> =>
  Promise.all(instances.map(async (instance) => {
    const standsInFor = instance.deputyId === reading.by.personId ? [instance.holderName] : instance.holderId === null ? acting.get(instance.position) ?? null : null
    return { ...await rowOf(reading, instance, lists), standsInFor: standsInFor === null ? null : [...standsInFor] }
  }))

/** Duties that have no instance: standards and steps, with the figure of the day where data has one. */
async function standingFigures({ tx, by, now }: Reading, positions: readonly string[]): Promise<Today['standing']> {
  const from = startOfDay(localDay(now, by.timeZone), by.timeZone)
  const standing = await Promise.all((await dutiesOf(tx, by.storeId, positions)).map(async (duty) => {
    const proof = proofOf({ dutyId: duty.id, provedBy: duty.provedBy })
    if (proof === null || !isStanding(duty.due) || isSigned(duty.proof)) return []
    const { figure, target, met, nothing = false } = await proof.evaluate(tx, { storeId: by.storeId, from, until: new Date(now.getTime() + 1), holderId: duty.holder === 'each' ? by.personId : null, subjectId: null })
    return [{ dutyId: duty.id, zh: duty.zh, en: duty.en, position: duty.position, page: proof.page, proof: duty.proof, figure, target, met, nothing }]
  }))
  return standing.flat()
}

export async function seeToday(reading: Reading): Promise<Today> {
  const { tx, by, now } = reading
  const today = localDay(now, by.timeZone)
  const since = addDays(today, -daysMissed)
  const positionsOn = await positionsBetween(reading, since, today)
  const acting = actingOn(reading, positionsOn(today))
  const [positions, answered] = [[...acting.keys()], answeredFor(reading, acting)]
  const [from, tomorrow, after] = [today, addDays(today, 1), addDays(today, 2)].map((day) => startOfDay(day, by.timeZone)) as [Date, Date, Date]
  const [lists, opened, closed, left] = await Promise.all([
    storeChecklists(reading), data.openInstances(tx, by.storeId, positions, by.personId, after), data.closedInstances(tx, by.storeId, answered, by.personId, from, tomorrow), missedByMe(reading, since, positionsOn),
  ])
  const rows = (instances: readonly data.InstanceWithDuty[]) => rowsOf(reading, acting, lists, instances)
  const [open, over, missed, standing, tasks, findings] = await Promise.all([
    rows(opened), rows(closed), rows(left), standingFigures(reading, positions), tasksOf(reading, positions, lists), openFindings(tx, by.storeId, by.personId, new Date(now.getTime() - daysOfFindings * 86_400_000)),
  ])
  const is = { late: (row: InstanceRow) => new Date(row.dueAt) < now, open: (row: InstanceRow) => new Date(row.opensAt) <= now }
  return {
    day: today, late: open.filter(is.late), now: open.filter((row) => !is.late(row) && is.open(row)), next: open.filter((row) => !is.open(row)),
    over, missed, standing, tasks, findings: findings.map(({ point, zh, en, note, plate, at }) => ({ point, zh, en, note, plate, at: at.toISOString() })),
  }
}

async function tasksOf({ tx, by }: Reading, positions: readonly string[], checklists: readonly Checklist[]): Promise<Today['tasks']> {
  return (await openTasksOf(tx, by.storeId, positions)).map(({ id, checklist: code, point: pointId, note, openedAt, openedByName, dueAt }) => {
    const list = checklists.find((known) => known.code === code)
    const point = list?.points.find((known) => known.id === pointId)
    return {
      id, checklist: code, point: pointId, photo: point?.photo === true, zh: point?.zh ?? pointId, en: point?.en ?? pointId, checklistZh: list?.zh ?? code, checklistEn: list?.en ?? code,
      note, openedAt: openedAt.toISOString(), openedByName, dueAt: dueAt.toISOString(),
    }
  })
}

export async function seeInstance(reading: Reading, instanceId: string): Promise<InstanceRow> {
  const { tx, by } = reading
  const instance = found(await data.findInstance(tx, by.storeId, instanceId), 'duty')
  const watched = isOwn(instance, await explainedBy(reading, instance), by.personId) || (await supervisedBy(reading)).has(instance)
  return rowOf(reading, found(watched ? instance : null, 'duty'), await storeChecklists(reading))
}

/** What somebody supervises. */
export type Supervised = {
  /** Positions, along the manual's edges, and how far up an overdue duty of each must have climbed before he sees it (0: at once). */ readonly levels: ReadonlyMap<string, number>
  /** Duties for which the store named him as a supervisor, with the position that owes them. */ readonly named: ReadonlyMap<string, string>
  has(instance: Pick<data.InstanceData, 'position' | 'dutyId'>): boolean
}

export async function supervisedBy({ tx, by, now }: Pick<Reading, 'tx' | 'by' | 'now'>): Promise<Supervised> {
  const edges = await edgesOf(tx, by.storeId)
  const isMine = (position: Position): boolean => by.positions.includes(position)
  const inForce = edges.filter((duty) => duty.withdrawn === null && isInForce(duty, localDay(now, by.timeZone)))
  const levels = new Map<string, number>()
  for (const { position } of defaultPack.positions) {
    const up = superiorsOf(defaultPack, position).findIndex(isMine)
    if (isMine(position)) continue
    if (supervisorsOf(inForce, position).some(isMine)) levels.set(position, 0)
    else if (up >= 0) levels.set(position, up + 1)
  }
  const named = new Map(edges.filter(({ supervisors, position }) => !isMine(position) && supervisors.some(isMine)).map(({ id, position }) => [id, position]))
  return { levels, named, has: ({ position, dutyId }) => levels.has(position) || named.has(dutyId) }
}

/** How far up it has climbed, at most to the general manager; what was done late has stopped climbing then. */
export function levelOf(instance: Pick<data.InstanceWithDuty, 'status' | 'closedAt' | 'position' | 'dueAt' | 'graceMinutes'>, opening: OpeningTimes, timeZone: string, now: Date): number {
  const until = instance.status === 'late' ? instance.closedAt ?? now : now
  return climbed(opening, timeZone, { ...instance, until, steps: superiorsOf(defaultPack, instance.position as Position).length })
}

/** Overdue and missed duties of what one supervises that have climbed up to him, with what supervisors said of them. */
export async function watchedOverdue({ tx, by, now }: Reading, { levels, named }: Supervised): Promise<{ instance: data.InstanceWithDuty; level: number; acknowledgements: SpokenData[] }[]> {
  const since = startOfDay(addDays(localDay(now, by.timeZone), -daysSupervised), by.timeZone)
  const [{ opening }, instances] = await Promise.all([
    calendarAround(tx, { id: by.storeId, timeZone: by.timeZone }, now, 1), data.overdueInstances(tx, by.storeId, [...new Set([...levels.keys(), ...named.values()])], since, now),
  ])
  const overdue = instances.map((instance) => ({ instance, level: levelOf(instance, opening, by.timeZone, now) }))
    .filter(({ instance, level }) => named.has(instance.dutyId) || level >= (levels.get(instance.position) ?? Infinity))
  const acknowledged = Map.groupBy(await acknowledgementsOf(tx, by.storeId, overdue.map(({ instance }) => instance.id)), ({ instanceId }) => instanceId)
  return overdue.map((each) => ({ ...each, acknowledgements: acknowledged.get(each.instance.id) ?? [] }))
}

/** Supervision debt: what is late or missed and this manager has not acknowledged; what was done late or excused is none. */
export const isDebtOf = (personId: string, { instance, acknowledgements }: { instance: Pick<data.InstanceData, 'status'>; acknowledgements: readonly Pick<SpokenData, 'personId' | 'takenBackAt'>[] }): boolean =>
  instance.status !== 'late' && instance.status !== 'excused' && !acknowledgements.some((own) => own.personId === personId && own.takenBackAt === null)

/** By data where a proof is registered, with a signed checklist where the manual names one too; else by a record or a checklist. */
export function closedBy({ id, provedBy = null, proof }: { readonly id: string; readonly provedBy?: string | null; readonly proof: readonly ProofPart[] }): DutyRow['closedBy'] {
  if (proofOf({ dutyId: id, provedBy }) === null) return 'record'
  return isSigned(proof) ? 'both' : 'data'
}

/** With the positions that may be named as supervisors of a duty. */
export async function seeManual({ tx, by }: Reading): Promise<{ rows: DutyRow[]; maySupervise: string[] }> {
  return { maySupervise: await positionsWithRight(tx, by.storeId, dutyPermissions.supervise.permission), rows: (await listDuties(tx, by.storeId)).map(({ place: _, changedAt: __, provedBy, ...duty }) => ({ ...duty, closedBy: closedBy({ ...duty, provedBy }) })) }
}

export async function listDutyChanges({ tx, by }: Reading, dutyId: string) {
  return { rows: (await changesOf(tx, by.storeId, dutyId)).map((change) => ({ ...change, at: change.at.toISOString() })) }
}
