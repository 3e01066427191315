import { randomBytes } from 'node:crypto'
import { found, invariant, Refusal, refuse, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import { addDays, localDay, startOfDay } from '../../../kernel/time.ts'
import type { Database } from '../../../platform/database.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { may } from '../../../kernel/actor.ts'
import * as accounts from '../data/accounts.ts'
import * as sessions from '../data/sessions.ts'
import { insertCredentials, insertPersons, storeIds } from '../data/staff.ts'
import { administratorPositions, whyNotGive, whyNotTogether } from '../domain/administrators.ts'
import { oneTimePassword } from '../domain/secrets.ts'
import { normalLogin } from '../domain/sign-in.ts'
import { organisationPermissions } from '../permissions.ts'
import { isAlone, keepingAdministrators } from './guard.ts'
import { hashPassword } from './passwords.ts'

export const oneTimeHours = 72

export async function listAccounts({ tx, by, now }: Reading, query: { find: string; state: 'working' | 'left' | 'all' }, database: Database) {
  const today = localDay(now, by.timeZone)
  const rows = await accounts.listAccounts(tx, by.storeId, { find: query.find.toLowerCase(), state: query.state, today })
  const stores = await storeIds(database.plain)
  const elsewhere = await database.reading(stores, (all) => accounts.storesOf(all, rows.map(({ id }) => id), today))
  return {
    rows: rows.map((row) => ({
      ...row, passwordAt: row.passwordAt.toISOString(), lastSignIn: row.lastSignIn?.toISOString() ?? null,
      otherStores: elsewhere.filter(({ personId, code }) => personId === row.id && code !== by.storeCode).map(({ code }) => code),
    })),
  }
}

export type NewcomerWish = { readonly name: string; readonly login: string; readonly positions: readonly string[]; readonly since: string; readonly until: string | null }

/** A new person with a log-in. The one-time password is told to the person and changed at the first log-in. */
export async function addPerson(deed: Deed, wish: NewcomerWish): Promise<{ id: string; password: string }> {
  const { tx, by, now } = deed
  const login = normalLogin(wish.login)
  const known = await accounts.findPersonByLogin(tx, login)
  refuseIf(known === null ? null : new Refusal('organisation.login-taken', { login }))
  await refusePositions(deed, { personId: null, before: [], after: wish.positions })
  refuseDays(wish.since, wish.until)
  const id = deed.newId()
  const password = oneTimePassword(randomBytes)
  await insertPersons(tx, [{ id, name: wish.name }])
  await insertCredentials(tx, [{ personId: id, login, passwordHash: await hashPassword(password) }], now, inHours(now, oneTimeHours))
  await accounts.givePositions(tx, by.storeId, id, wish.positions.map((position) => ({ position, since: wish.since, until: wish.until })))
  deed.record({ subject: 'staff', subjectId: id, after: { ...wish, login } })
  deed.announce({ event: 'staff.changed', subjectId: id })
  return { id, password }
}

export type MemberWish = Omit<NewcomerWish, 'name'>

/** Somebody of another store begins here too, with the log-in he has. */
export async function addMember(deed: Deed, wish: MemberWish): Promise<{ id: string }> {
  const { tx, by } = deed
  const person = await accounts.findPersonByLogin(tx, normalLogin(wish.login))
  if (person === null) refuse(new Refusal('organisation.login-unknown', { login: wish.login }))
  refuseIf((await accounts.heldPositions(tx, by.storeId, person.id)).length > 0 ? new Refusal('organisation.here-already', { name: person.name }) : null)
  await refusePositions(deed, { personId: person.id, before: [], after: wish.positions })
  refuseDays(wish.since, wish.until)
  await accounts.givePositions(tx, by.storeId, person.id, wish.positions.map((position) => ({ position, since: wish.since, until: wish.until })))
  deed.record({ subject: 'staff', subjectId: person.id, after: wish })
  deed.announce({ event: 'staff.changed', subjectId: person.id })
  return { id: person.id }
}

export async function renamePerson(deed: Deed, { personId, version, name }: { personId: string; version: number; name: string }): Promise<{ version: number }> {
  const { tx } = deed
  const person = await lockedMember(deed, personId, version)
  await accounts.updatePersonName(tx, personId, name)
  await sessions.renameInSessions(tx, personId, name)
  deed.record({ subject: 'staff', subjectId: personId, before: { name: person.name }, after: { name } })
  return changed(deed, personId, version)
}

export type PositionsWish = { readonly personId: string; readonly version: number; readonly positions: readonly string[]; readonly since: string; readonly until: string | null; readonly reason: string }

/** The positions held here from now on. Rights follow at once, in the sessions at work too. Also brings back somebody who left. */
export async function changePositions(deed: Deed, wish: PositionsWish): Promise<{ version: number }> {
  const { tx, by, now } = deed
  return keepingAdministrators(deed, async () => {
    await lockedMember(deed, wish.personId, wish.version)
    const today = localDay(now, by.timeZone)
    const rows = await accounts.heldPositions(tx, by.storeId, wish.personId)
    const held = rows.filter(({ ended, until }) => !ended && (until === null || until >= today))
    const before = held.map(({ position }) => position)
    await refusePositions(deed, { personId: wish.personId, before, after: wish.positions })
    refuseDays(wish.since, wish.until)
    await accounts.endPositions(tx, by.storeId, wish.personId, before.filter((position) => !wish.positions.includes(position)), now)
    const since = (position: string) => held.find((row) => row.position === position)?.since ?? wish.since
    await accounts.givePositions(tx, by.storeId, wish.personId, wish.positions.map((position) => ({ position, since: since(position), until: wish.until })))
    await accounts.raisePersonVersion(tx, wish.personId)
    await sessions.refreshSessions(tx, by.storeId, [wish.personId], today)
    const alone = wish.personId === by.personId
    deed.record({ subject: 'staff', subjectId: wish.personId, before: { positions: before }, after: { positions: wish.positions, until: wish.until, ...(alone ? { alone } : {}) }, reason: wish.reason })
    return changed(deed, wish.personId, wish.version)
  })
}

export type LeaveWish = { readonly personId: string; readonly version: number; readonly lastDay: string | null; readonly reason: string }

/** On a last day, or at once (no last day): then every session here ends in this very transaction. */
export async function leave(deed: Deed, { personId, version, lastDay, reason }: LeaveWish): Promise<{ version: number }> {
  const { tx, by, now } = deed
  return keepingAdministrators(deed, async () => {
    await lockedMember(deed, personId, version)
    const before = (await accounts.heldPositions(tx, by.storeId, personId)).filter(({ ended }) => !ended)
    refuseIf(before.length === 0 ? new Refusal('organisation.left-already') : null)
    refuseIf(lastDay !== null && lastDay < localDay(now, by.timeZone) ? new Refusal('organisation.last-day-past') : null)
    if (lastDay === null) {
      await accounts.endPositions(tx, by.storeId, personId, before.map(({ position }) => position), now)
      await sessions.deleteSessionsAt(tx, by.storeId, personId)
    } else {
      await accounts.setLastDay(tx, by.storeId, personId, lastDay)
      await sessions.shortenSessions(tx, by.storeId, personId, startOfDay(addDays(lastDay, 1), by.timeZone))
    }
    await accounts.raisePersonVersion(tx, personId)
    deed.record({ subject: 'staff', subjectId: personId, before: { positions: before }, after: { left: lastDay ?? now.toISOString() }, reason })
    return changed(deed, personId, version)
  })
}

async function lockedMember({ tx, by }: Deed, personId: string, version: number): Promise<accounts.LockedPerson> {
  const person = found(await accounts.lockMember(tx, by.storeId, personId), 'person')
  refuseStale(person.version, version)
  return person
}

function changed(deed: Deed, personId: string, version: number): { version: number } {
  deed.announce({ event: 'staff.changed', subjectId: personId })
  deed.announce({ event: 'session.changed', subjectId: personId })
  return { version: version + 1 }
}

const inHours = (now: Date, hours: number): Date => new Date(now.getTime() + hours * 3_600_000)

const refuseDays = (since: string, until: string | null): void =>
  refuseIf(until !== null && until < since ? new Refusal('organisation.until-before-since') : null)

async function refusePositions(deed: Deed, { personId, before, after }: { personId: string | null; before: readonly string[]; after: readonly string[] }): Promise<void> {
  const { tx, by, now } = deed
  const touched = [...new Set([...before, ...after])].filter((position) => before.includes(position) !== after.includes(position))
  const alone = await isAlone(deed, organisationPermissions.maintainStaff.permission)
  refuseIf(whyNotGive({ self: personId === by.personId, mayChangeRights: may(by, organisationPermissions.changeRights.permission), alone, touched }))
  const others = await accounts.othersHolding(tx, by.storeId, { personId, positions: administratorPositions, today: localDay(now, by.timeZone) })
  refuseIf(whyNotTogether(touched.length === 0 ? [] : after, others))
  invariant(after.length > 0, 'a member of the staff holds a position')
}
