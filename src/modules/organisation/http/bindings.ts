import { invariant } from '../../../kernel/refusal.ts'
import type { PermissionEntry } from '../../../kernel/permissions.ts'
import { localDay } from '../../../kernel/time.ts'
import { makePresence, type Presence } from '../../../platform/presence.ts'
import { bindDeed, bindOpen, bindReading, bindShowing, type Binding } from '../../../platform/http/binding.ts'
import type { Database } from '../../../platform/database.ts'
import { seePolicy, setPolicy } from '../actions/access-policy.ts'
import * as calendar from '../actions/calendar.ts'
import * as devices from '../actions/devices.ts'
import { firstRun, seeFirstRun } from '../actions/first-run.ts'
import { openWorkOf } from '../actions/open-work.ts'
import { changeOwnPassword, policyOf, seeOwnAccess } from '../actions/own-access.ts'
import * as reset from '../actions/reset-access.ts'
import * as limits from '../actions/limits.ts'
import * as rights from '../actions/rights.ts'
import { beginSecondFactor, confirmSecondFactor, removeSecondFactor } from '../actions/second-factor.ts'
import * as sessions from '../actions/sessions.ts'
import * as staff from '../actions/staff-accounts.ts'
import * as contract from '../contract.ts'
import { listPositionNames, listStaffOf } from '../data/staff.ts'

export type OrganisationParts = {
  /** All rights there are, for the roles page and a new store. */
  readonly permissions?: readonly PermissionEntry[]
  /** Printed at the start of a server without a store; without it nobody can create the first one. */
  readonly firstRunCode?: string
  /** Who looks at what; serve() gives the one that tells the open screens. */
  readonly presence?: Presence
}

/** Takes the database itself: a person's session spans the stores he works in. */
export const organisationBindings = (database: Database, { permissions = [], firstRunCode, presence = makePresence(() => {}) }: OrganisationParts = {}): Binding[] => [
  bindOpen(contract.signIn, (context, { body }) => sessions.signIn(context, body)),
  bindOpen(contract.signOut, (context) => sessions.signOut(context)),
  bindOpen(contract.switchStore, (context, { body }) => sessions.switchStore(context, body)),
  bindReading(contract.seeSession, ({ by, now }) => sessions.seeSession(database, by, now)),
  bindReading(contract.lookAt, async ({ by, now }, { params, query }) =>
    ({ others: await presence({ storeId: by.storeId, recordId: params.recordId, at: now.getTime(), person: by, leaving: query.leaving === 'yes' }) })),
  bindReading(contract.listStaff, async ({ tx, by, now }, { query }) =>
    ({ rows: await listStaffOf(tx, by.storeId, query.position ?? null, localDay(now, by.timeZone)) })),
  bindReading(contract.listPositions, async ({ tx }) => ({ rows: await listPositionNames(tx) })),
  bindOpen(contract.seeFirstRun, () => seeFirstRun(database)),
  bindOpen(contract.firstRun, (context, { body }) => {
    invariant(permissions.length > 0, 'a store needs the list of rights')
    return firstRun(context, body, { permissions, firstRunCode: firstRunCode ?? null })
  }),
  ...ownAccess(database), ...tablets, ...staffOfStore(database), ...rightsOfStore(permissions), ...houseRules,
]

const ownAccess = (database: Database): Binding[] => [
  bindReading(contract.seeOwnAccess, async (reading) => seeOwnAccess(reading, await policyOf(database, reading.by.personId, reading.now))),
  bindDeed(contract.changeOwnPassword, async (deed, { body }) => changeOwnPassword(deed, body, { database, policy: await policyOf(database, deed.by.personId, deed.now) })),
  bindReading(contract.listOwnSessions, (reading) => sessions.listOwnSessions(reading)),
  bindDeed(contract.endOwnSession, (deed, { body }) => sessions.endOwnSession(deed, body.sessionId)),
  bindShowing(contract.beginSecondFactor, (deed) => beginSecondFactor(deed)),
  bindShowing(contract.confirmSecondFactor, (deed, { body }) => confirmSecondFactor(deed, body.code)),
  bindDeed(contract.removeSecondFactor, (deed, { body }) => removeSecondFactor(deed, body.code)),
  bindDeed(contract.setPin, (deed, { body }) => devices.setPin(deed, body, database)),
]

const tablets: readonly Binding[] = [
  bindOpen(contract.seeTablet, (context) => devices.seeTablet(context)),
  bindOpen(contract.claimDevice, (context, { body }) => devices.claimDevice(context, body.code)),
  bindOpen(contract.switchQuickly, (context, { body }) => devices.switchQuickly(context, body)),
  bindReading(contract.listDevices, (reading) => devices.listDevices(reading)),
  bindShowing(contract.addDevice, (deed, { body }) => devices.addDevice(deed, body.name)),
  bindDeed(contract.revokeDevice, (deed, { params, body }) => devices.revokeDevice(deed, { ...params, ...body })),
]

const staffOfStore = (database: Database): Binding[] => [
  bindReading(contract.listAccounts, (reading, { query }) => staff.listAccounts(reading, query, database)),
  bindShowing(contract.addPerson, (deed, { body }) => staff.addPerson(deed, body)),
  bindDeed(contract.addMember, (deed, { body }) => staff.addMember(deed, body)),
  bindDeed(contract.renamePerson, (deed, { params, body }) => staff.renamePerson(deed, { ...params, ...body })),
  bindDeed(contract.changePositions, (deed, { params, body }) => staff.changePositions(deed, { ...params, ...body })),
  bindDeed(contract.leave, (deed, { params, body }) => staff.leave(deed, { ...params, ...body })),
  bindReading(contract.seeOpenWork, (reading, { params }) => openWorkOf(reading, params.personId)),
  bindShowing(contract.resetPassword, (deed, { params, body }) => reset.resetPassword(deed, { ...params, ...body })),
  bindDeed(contract.resetSecondFactor, (deed, { params, body }) => reset.resetSecondFactor(deed, { ...params, ...body })),
  bindShowing(contract.issueBadge, (deed, { params }) => reset.issueBadge(deed, params.personId)),
  bindDeed(contract.revokeBadge, (deed, { params, body }) => reset.revokeBadge(deed, { ...params, ...body })),
  bindReading(contract.listSessionsOf, (reading, { params }) => reset.listSessionsOf(reading, params.personId)),
  bindDeed(contract.endSessionsOf, (deed, { params, body }) => reset.endSessionsOf(deed, { ...params, ...body })),
]

const rightsOfStore = (permissions: readonly PermissionEntry[]): Binding[] => [
  bindReading(contract.seeRights, (reading) => rights.seeRights(reading, permissions)),
  bindReading(contract.seeLimits, (reading) => limits.seeLimits(reading)),
  bindDeed(contract.setLimit, (deed, { body }) => limits.setLimit(deed, body)),
  bindReading(contract.listRightChanges, (reading) => rights.listRightChanges(reading)),
  bindDeed(contract.askForRights, (deed, { body }) => rights.askForRights(deed, body, permissions)),
  bindDeed(contract.decideRights, (deed, { params, body }) => rights.decideRights(deed, { ...params, ...body })),
  bindDeed(contract.withdrawRights, (deed, { params, body }) => rights.withdrawRights(deed, { ...params, ...body })),
  bindDeed(contract.noteRights, (deed, { params, body }) => rights.noteRights(deed, { ...params, ...body })),
]

const houseRules: readonly Binding[] = [
  bindReading(contract.seePolicy, (reading) => seePolicy(reading)),
  bindDeed(contract.setPolicy, (deed, { body }) => setPolicy(deed, body)),
  bindReading(contract.seeCalendar, (reading, { query }) => calendar.seeCalendar(reading, query.year)),
  bindDeed(contract.setWeekdays, (deed, { body }) => calendar.setWeekdays(deed, body)),
  bindDeed(contract.setDay, (deed, { body }) => calendar.setDay(deed, body)),
  bindDeed(contract.loadYear, (deed, { body }) => calendar.loadYear(deed, body.year)),
]
