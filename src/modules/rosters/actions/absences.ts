import { may } from '../../../kernel/actor.ts'
import { found, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import { addDays, localDay, type LocalDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import type { AbsenceRow, listAbsences as absencesRoute } from '../contract.ts'
import * as data from '../data/absences.ts'
import { waitForRoster } from '../data/rosters.ts'
import { whyNotAbsent, whyNotDeputy, whyNotEnd, whyNotTouch, type AbsenceChange, type AbsenceKind, type DutyNeeds } from '../domain/absence.ts'
import { daysFrom, uncovered } from '../domain/roster.ts'
import { rosterPermissions } from '../permissions.ts'
import { beyondDeputies } from './deputies.ts'
import { membersBetween, membersOf, whoWorks, type Member } from './who-works.ts'

const daysLookedAt = 62

export type AbsenceWish = { readonly personId: string; readonly from: LocalDay; readonly until: LocalDay; readonly kind: AbsenceKind; readonly reason: string; readonly deputyId: string | null }

/** Answers the positions that nobody covers on some day of it, and the duties that the deputy has no right for: allowed, and said. */
export async function recordAbsence(deed: Deed, { personId, from, until, kind, reason, deputyId }: AbsenceWish): Promise<{ id: string; version: number; uncovered: string[]; beyond: DutyName[] }> {
  const { tx, by, now } = deed
  await waitForRoster(tx, by.storeId)
  const { members, held } = await membersOf(tx, { id: by.storeId, timeZone: by.timeZone }, now)
  const person = found(members.get(personId) ?? (await membersBetween(tx, by.storeId, from, until)).members.get(personId), 'person') // who joins later may be away then
  const deputy = deputyId === null ? null : found(members.get(deputyId), 'person')
  const span = { fromDay: from, untilDay: until }
  refuseIf(whyNotAbsent({ personId, deputyId, ...span, today: localDay(now, by.timeZone), others: await data.listAway(tx, by.storeId, from, until) }))
  const absence = { id: deed.newId(), personId, personName: person.name, ...span, kind, reason, deputyId, deputyName: deputy?.name ?? '' }
  await data.insertAbsences(tx, by.storeId, [absence])
  const beyond = await beyondDeputy(deed, absence)
  await say(deed, { ...absence, cancelled: false }, 'recorded', { reason, beyond })
  return { id: absence.id, version: 1, uncovered: await uncoveredBy(deed, person, held, from, until), beyond }
}

/** Of the positions he holds; at most two months of it are looked at. */
async function uncoveredBy({ tx, by }: Deed, { positions }: Member, held: ReadonlyMap<string, { id: string }[]>, from: LocalDay, until: LocalDay): Promise<string[]> {
  const last = addDays(from, daysLookedAt) < until ? addDays(from, daysLookedAt) : until
  const roster = await whoWorks(tx, by.storeId, from, last)
  const own = new Map([...held].filter(([position]) => positions.includes(position)))
  const days = daysFrom(from, daysLookedAt + 1).filter((day) => day <= last && roster.isOpen(day))
  return [...new Set(days.flatMap((day) => uncovered(roster, own, day)))]
}

type DutyName = Omit<DutyNeeds, 'needs'>
const nameOfDuty = ({ id, zh, en }: DutyNeeds): DutyName => ({ id, zh, en })

const beyondDeputy = async (deed: Deed, absence: { personId: string; deputyId: string | null }): Promise<DutyName[]> => (await beyondDeputies(deed, [absence])).flat().map(nameOfDuty)

/** In its history, in the audit, and to whoever follows. */
async function say(deed: Deed, absence: Omit<data.AbsenceData, 'version'>, change: AbsenceChange, { reason = '', beyond = [], until = absence.untilDay }: { reason?: string; beyond?: readonly DutyName[]; until?: LocalDay }): Promise<void> {
  const { tx, by, now } = deed
  const { id, personId, fromDay, untilDay, deputyName } = absence
  await data.insertChanges(tx, by.storeId, [{ id: deed.newId(), absenceId: id, at: now, personId: by.personId, personName: by.name, change, untilDay, deputyName, reason }])
  deed.record({ subject: 'absence', subjectId: id, after: { change, ...absence, ...(beyond.length === 0 ? {} : { beyond: beyond.map((duty) => duty.id) }) }, ...(reason === '' ? {} : { reason }) })
  deed.announce({ event: 'roster.absence', subjectId: id, facts: { personIds: [personId], from: fromDay, until } })
}

type Seen = { readonly absenceId: string; readonly version: number }

async function lockSeen({ tx, by }: Deed, { absenceId, version }: Seen): Promise<data.AbsenceData> {
  await waitForRoster(tx, by.storeId)
  const absence = found(await data.lockAbsence(tx, by.storeId, absenceId), 'absence')
  refuseStale(absence.version, version)
  return absence
}

export async function endAbsence(deed: Deed, { until, reason, ...seen }: Seen & { readonly until: LocalDay | null; readonly reason: string }): Promise<{ version: number }> {
  const absence = await lockSeen(deed, seen)
  refuseIf(whyNotEnd({ ...absence, newUntil: until, today: localDay(deed.now, deed.by.timeZone), reason }))
  const after = { ...absence, untilDay: until ?? absence.untilDay, cancelled: until === null }
  await data.updateAbsence(deed.tx, deed.by.storeId, after)
  await say(deed, after, until === null ? 'cancelled' : 'ended', { reason, until: absence.untilDay })
  return { version: absence.version + 1 }
}

export async function nameDeputy(deed: Deed, { deputyId, ...seen }: Seen & { readonly deputyId: string | null }): Promise<{ version: number; beyond: DutyName[] }> {
  const { tx, by, now } = deed
  const absence = await lockSeen(deed, seen)
  const { members } = await membersOf(tx, { id: by.storeId, timeZone: by.timeZone }, now)
  const deputy = deputyId === null ? null : found(members.get(deputyId), 'person')
  const today = localDay(now, by.timeZone)
  refuseIf(whyNotTouch(absence, today))
  // Days that are over do not count: he may have been away then.
  const fromDay = absence.fromDay < today ? today : absence.fromDay
  const others = (await data.listAway(tx, by.storeId, fromDay, absence.untilDay)).filter(({ id }) => id !== absence.id)
  refuseIf(whyNotDeputy({ ...absence, fromDay, deputyId, others }))
  const after = { ...absence, deputyId, deputyName: deputy?.name ?? '' }
  await data.updateAbsence(tx, by.storeId, after)
  const beyond = await beyondDeputy(deed, after)
  await say(deed, after, 'deputy', { beyond })
  return { version: absence.version + 1, beyond }
}

function statusOf({ cancelled, fromDay, untilDay }: Pick<data.AbsenceData, 'cancelled' | 'fromDay' | 'untilDay'>, today: LocalDay): AbsenceRow['status'] {
  if (cancelled) return 'cancelled'
  if (untilDay < today) return 'over'
  return fromDay <= today ? 'running' : 'planned'
}

export function rowOf({ fromDay, untilDay, cancelled, ...absence }: data.AbsenceData, today: LocalDay): Omit<AbsenceRow, 'changes'> {
  return { ...absence, from: fromDay, until: untilDay, status: statusOf({ cancelled, fromDay, untilDay }, today) }
}

export async function listAbsences(reading: Reading, { group, after, limit }: { group: 'now' | 'all'; after?: string | undefined; limit: number }): Promise<AnswerOf<typeof absencesRoute>> {
  const { tx, by, now } = reading
  const today = localDay(now, by.timeZone)
  const rows = group === 'now' ? await data.listCurrent(tx, by.storeId, today) : await data.listAll(tx, by.storeId, { after: after ?? null, limit: limit + 1 })
  const shown = group === 'now' ? rows : rows.slice(0, limit)
  const changes = await data.changesOf(tx, by.storeId, shown.map(({ id }) => id))
  const stands = (row: data.AbsenceData): boolean => ['planned', 'running'].includes(statusOf(row, today))
  const beyond = await beyondDeputies(reading, shown.map((row) => ({ personId: row.personId, deputyId: stands(row) ? row.deputyId : null })))
  // Why somebody is away (an illness) is between him and those who plan.
  const told = (row: data.AbsenceData, words: string): string => (may(by, rosterPermissions.plan.permission) || row.personId === by.personId ? words : '')
  return {
    rows: shown.map((row, index) => ({
      ...rowOf(row, today), reason: told(row, row.reason), beyond: (beyond[index] ?? []).map(nameOfDuty),
      changes: changes.filter(({ absenceId }) => absenceId === row.id).map(({ at, personName, change, untilDay, deputyName, reason }) => ({ at: at.toISOString(), personName, change, until: untilDay, deputyName, reason: told(row, reason) })),
    })),
    next: group === 'all' && rows.length > limit ? rows[limit - 1]?.id ?? null : null,
  }
}
