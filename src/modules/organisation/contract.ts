import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { day, done, fen, filledText, id, moment, positiveFen, text, version } from '../../platform/shapes.ts'
import { limitKinds } from './domain/limits.ts'
import { openWorkKinds } from './domain/open-work.ts'
import { organisationPermissions } from './permissions.ts'

export const sessionView = z.object({
  personId: id, name: z.string(), positions: z.array(z.string()), permissions: z.array(z.string()),
  store: z.object({ id, code: z.string(), nameZh: z.string(), nameEn: z.string(), timeZone: z.string() }),
  stores: z.array(z.object({ id, nameZh: z.string(), nameEn: z.string() })),
  /** What must be done before any right counts. */
  owes: z.enum(['password', 'second-factor']).nullable(), idleMinutes: z.number(), onTablet: z.boolean(),
})
export type SessionView = z.output<typeof sessionView>

export const signIn = route({
  does: 'Sign in with login and password, and a code where a second factor is set up', method: 'POST', path: '/session', needs: 'anyone',
  body: z.strictObject({ login: filledText(60), password: z.string().min(1).max(200), code: text(40).optional() }),
  gives: sessionView, refuses: ['organisation.wrong-login', 'organisation.too-many-attempts', 'organisation.no-position', 'organisation.code-needed', 'organisation.wrong-code'],
})

export const signOut = route({
  does: 'End the own session', method: 'POST', path: '/session/end', needs: 'anyone', gives: z.object({ ended: z.boolean() }),
})

export const seeSession = route({
  does: 'Who am I, where, with which rights', method: 'GET', path: '/session', needs: 'signed-in', gives: sessionView,
})

export const lookAt = route({
  does: 'Say that this record is on the screen, or no longer, and learn who else has it there', method: 'GET', path: '/presence/:recordId', needs: 'signed-in',
  params: z.strictObject({ recordId: id }), query: z.strictObject({ leaving: z.enum(['yes', 'no']).default('no') }), gives: z.object({ others: z.array(z.object({ personId: id, name: z.string() })) }),
})

export const switchStore = route({
  does: 'Work in another of the own stores', method: 'POST', path: '/session/store', needs: 'anyone',
  body: z.strictObject({ storeId: id }), gives: sessionView, refuses: ['organisation.no-position', 'organisation.tablet-stays'],
})

export const listStaff = route({
  does: 'List the staff of the store', method: 'GET', path: '/staff', needs: organisationPermissions.seeStaff,
  query: z.strictObject({ position: z.string().max(3).optional() }),
  gives: z.object({ rows: z.array(z.object({ id, name: z.string(), positions: z.array(z.string()) })) }),
})

export const listPositions = route({
  does: 'List the positions with their names', method: 'GET', path: '/positions', needs: 'signed-in',
  gives: z.object({ rows: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })) }),
})

const secretText = z.string().min(1).max(200)
const reason = filledText(500)
const personParams = z.strictObject({ personId: id })
const positionCode = z.string().regex(/^[A-Z]{2,3}$/)
const sessionRow = z.object({ id, storeCode: z.string(), onTablet: z.boolean(), beganAt: moment, seenAt: moment, current: z.boolean() })
export type SessionLine = z.output<typeof sessionRow>

// One's own access.
const policyShape = {
  passwordLength: z.number().int().min(8).max(64), passwordKinds: z.number().int().min(1).max(4), passwordDays: z.number().int().min(0).max(730), passwordHistory: z.number().int().min(0).max(24),
  secondFactorPositions: z.array(positionCode).max(40), tabletIdleMinutes: z.number().int().min(1).max(120),
}
export const seeOwnAccess = route({
  does: 'See how one signs in oneself', method: 'GET', path: '/session/access', needs: 'signed-in',
  gives: z.object({
    login: z.string(), passwordAt: moment, policy: z.object(policyShape), secondFactor: z.boolean(), secondFactorDemanded: z.boolean(), recoveryCodes: z.number(), pin: z.boolean(), badge: z.boolean(),
  }),
})
export const changeOwnPassword = route({
  does: 'Change the own password; the other own sessions end', method: 'POST', path: '/session/password', needs: 'signed-in', body: z.strictObject({ current: secretText, next: secretText }), gives: z.object({ changed: z.boolean() }),
  refuses: ['organisation.wrong-password', 'organisation.password-too-short', 'organisation.password-too-simple', 'organisation.password-common', 'organisation.password-used', 'organisation.too-many-attempts'],
})
export const listOwnSessions = route({ does: 'List the own sessions', method: 'GET', path: '/session/all', needs: 'signed-in', gives: z.object({ rows: z.array(sessionRow) }) })
export const endOwnSession = route({
  does: 'End one of the own sessions', method: 'POST', path: '/session/all/end', needs: 'signed-in', body: z.strictObject({ sessionId: id }), gives: z.object({ ended: z.boolean() }),
})
export const beginSecondFactor = route({
  does: 'Begin to set up a second factor: a secret to scan', method: 'POST', path: '/session/second-factor', needs: 'signed-in', body: z.strictObject({}),
  gives: z.object({ secret: z.string(), address: z.string(), picture: z.string() }), refuses: ['organisation.second-factor-there'],
})
export const confirmSecondFactor = route({
  does: 'Confirm the second factor with its first code; ten recovery codes are shown once', method: 'POST', path: '/session/second-factor/confirm', needs: 'signed-in',
  body: z.strictObject({ code: filledText(40) }), gives: z.object({ codes: z.array(z.string()) }), refuses: ['organisation.wrong-code', 'organisation.second-factor-not-begun'],
})
export const removeSecondFactor = route({
  does: 'Give up the own second factor with a last code', method: 'POST', path: '/session/second-factor/remove', needs: 'signed-in', body: z.strictObject({ code: filledText(40) }),
  gives: z.object({ removed: z.boolean() }), refuses: ['organisation.wrong-code'],
})
export const setPin = route({
  does: 'Set the own PIN for shared tablets', method: 'POST', path: '/session/pin', needs: 'signed-in', body: z.strictObject({ password: secretText, pin: filledText(6) }), gives: z.object({ set: z.boolean() }),
  refuses: ['organisation.wrong-password', 'organisation.not-a-pin', 'organisation.pin-too-easy', 'organisation.too-many-attempts'],
})

// Shared tablets, before anybody is signed in.
export const seeTablet = route({
  does: 'Is this browser a shared tablet, and who may switch on it', method: 'GET', path: '/session/tablet', needs: 'anyone',
  gives: z.object({ tablet: z.object({ name: z.string(), nameZh: z.string(), nameEn: z.string(), people: z.array(z.object({ id, name: z.string(), positions: z.array(z.string()) })) }).nullable() }),
})
export const claimDevice = route({
  does: 'Make this browser the shared tablet of a code', method: 'POST', path: '/session/tablet', needs: 'anyone', body: z.strictObject({ code: filledText(40) }), gives: z.object({ name: z.string() }),
  refuses: ['organisation.wrong-device-code', 'organisation.too-many-attempts'],
})
export const switchQuickly = route({
  does: 'Sign in on a shared tablet by badge or PIN', method: 'POST', path: '/session/quick', needs: 'anyone',
  body: z.union([z.strictObject({ badge: filledText(60) }), z.strictObject({ personId: id, pin: filledText(6) })]), gives: sessionView,
  refuses: ['organisation.not-a-tablet', 'organisation.unknown-badge', 'organisation.wrong-pin', 'organisation.pin-locked', 'organisation.not-quickly', 'organisation.too-many-attempts', 'organisation.no-position'],
})

// The staff.
const accountRow = z.object({
  id, name: z.string(), login: z.string(), version, working: z.boolean(), mustChange: z.boolean(), passwordAt: moment, secondFactor: z.boolean(), pin: z.boolean(), badge: z.boolean(),
  sessions: z.number(), lastSignIn: moment.nullable(), otherStores: z.array(z.string()),
  positions: z.array(z.object({ position: z.string(), since: day, until: day.nullable(), ended: z.boolean() })),
})
export type AccountRow = z.output<typeof accountRow>
export const listAccounts = route({
  does: 'List everybody who works or worked in the store, with their log-ins', method: 'GET', path: '/staff/accounts', needs: organisationPermissions.seeAccounts,
  query: z.strictObject({ find: text(60).default(''), state: z.enum(['working', 'left', 'all']).default('working') }), gives: z.object({ rows: z.array(accountRow) }),
})
const membership = { positions: z.array(positionCode).min(1).max(12), since: day, until: day.nullable() }
const givingRefusals = ['organisation.not-your-own-positions', 'organisation.administrators-by-security', 'organisation.administrators-apart', 'organisation.until-before-since'] as const
export const addPerson = route({
  does: 'Add a person with a log-in; the one-time password is shown once', method: 'POST', path: '/staff', needs: organisationPermissions.maintainStaff,
  body: z.strictObject({ name: filledText(60), login: z.string().trim().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{1,59}$/), ...membership }), gives: z.object({ id, password: z.string() }),
  refuses: ['organisation.login-taken', ...givingRefusals],
})
export const addMember = route({
  does: 'Let somebody of another store work here too', method: 'POST', path: '/staff/members', needs: organisationPermissions.maintainStaff,
  body: z.strictObject({ login: filledText(60), ...membership }), gives: z.object({ id }), refuses: ['organisation.login-unknown', 'organisation.here-already', ...givingRefusals],
})
export const renamePerson = route({
  does: 'Correct the name of a person', method: 'POST', path: '/staff/:personId/rename', needs: organisationPermissions.maintainStaff, params: personParams, body: z.strictObject({ version, name: filledText(60) }), gives: done,
})
export const changePositions = route({
  does: 'Change the positions a person holds here, or bring back one who left', method: 'POST', path: '/staff/:personId/positions', needs: organisationPermissions.maintainStaff, params: personParams,
  body: z.strictObject({ version, ...membership, reason }), gives: done, refuses: ['organisation.last-administrator', ...givingRefusals],
})
export const leave = route({
  does: 'Record that a person leaves, on a last day or at once', method: 'POST', path: '/staff/:personId/leave', needs: organisationPermissions.maintainStaff, params: personParams,
  body: z.strictObject({ version, lastDay: day.nullable(), reason }), gives: done, refuses: ['organisation.last-administrator', 'organisation.left-already', 'organisation.last-day-past'],
})
export const seeOpenWork = route({
  does: 'What is still in the hands of a person: the numbers of the orders, kind by kind', method: 'GET', path: '/staff/:personId/open-work', needs: organisationPermissions.maintainStaff, params: personParams,
  gives: z.object({ kinds: z.array(z.object({ kind: z.enum(openWorkKinds), numbers: z.array(z.string()) })) }),
})
export const resetPassword = route({
  does: 'Reset a password; the one-time password is shown once', method: 'POST', path: '/staff/:personId/reset-password', needs: organisationPermissions.resetAccess, params: personParams, body: z.strictObject({ reason }),
  gives: z.object({ password: z.string(), login: z.string() }), refuses: ['organisation.change-your-own'],
})
export const resetSecondFactor = route({
  does: 'Take away a lost second factor', method: 'POST', path: '/staff/:personId/reset-second-factor', needs: organisationPermissions.resetAccess, params: personParams, body: z.strictObject({ reason }),
  gives: z.object({ removed: z.boolean() }), refuses: ['organisation.change-your-own'],
})
export const issueBadge = route({
  does: 'Issue a badge for shared tablets; the one before ends', method: 'POST', path: '/staff/:personId/badge', needs: organisationPermissions.resetAccess, params: personParams, body: z.strictObject({}),
  gives: z.object({ name: z.string(), code: z.string(), picture: z.string() }),
})
export const revokeBadge = route({
  does: 'Revoke a badge', method: 'POST', path: '/staff/:personId/badge/revoke', needs: organisationPermissions.resetAccess, params: personParams, body: z.strictObject({ reason }), gives: z.object({ revoked: z.boolean() }),
})
export const listSessionsOf = route({
  does: 'List the sessions of a person', method: 'GET', path: '/staff/:personId/sessions', needs: organisationPermissions.seeAccounts, params: personParams, gives: z.object({ rows: z.array(sessionRow) }),
})
export const endSessionsOf = route({
  does: 'End every session of a person', method: 'POST', path: '/staff/:personId/end-sessions', needs: organisationPermissions.endSessions, params: personParams, body: z.strictObject({ reason }), gives: z.object({ ended: z.number() }),
})

// Rights.
const permissionName = z.string().min(3).max(100)
const changeParams = z.strictObject({ changeId: id })
export const seeRights = route({
  does: 'See which position holds which rights', method: 'GET', path: '/rights', needs: organisationPermissions.seeRights,
  gives: z.object({
    permissions: z.array(z.object({ permission: z.string(), zh: z.string(), en: z.string(), preset: z.array(z.string()) })),
    positions: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string(), people: z.number() })),
    held: z.array(z.object({ position: z.string(), permission: z.string() })),
  }),
})
const limitKind = z.enum(limitKinds)
export const seeLimits = route({
  does: 'See how much each position may grant or approve', method: 'GET', path: '/position-limits', needs: organisationPermissions.seeRights,
  gives: z.object({ rows: z.array(z.object({ position: z.string(), zh: z.string(), en: z.string(), kind: limitKind, mostFen: fen.nullable(), version: z.number().int() })) }),
})
export const setLimit = route({
  does: 'Set how much a position may grant or approve', method: 'POST', path: '/position-limits', needs: organisationPermissions.maintainLimits,
  body: z.strictObject({ position: positionCode, kind: limitKind, mostFen: positiveFen.nullable(), version: z.number().int().min(0), reason }), gives: done,
  refuses: ['organisation.nothing-changes', 'organisation.limit-set-meanwhile'],
})
const rightChange = z.object({
  id, position: z.string(), grants: z.array(z.string()), revokes: z.array(z.string()), reason: z.string(), state: z.enum(['asked', 'approved', 'refused', 'withdrawn', 'alone']), own: z.boolean(),
  askedByName: z.string(), askedAt: moment, decidedByName: z.string().nullable(), decidedAt: moment.nullable(), notedByName: z.string().nullable(), notedAt: moment.nullable(), version,
})
export type RightChangeRow = z.output<typeof rightChange>
export const listRightChanges = route({ does: 'List changes of rights, open ones first', method: 'GET', path: '/rights/changes', needs: organisationPermissions.seeRights, gives: z.object({ rows: z.array(rightChange) }) })
export const askForRights = route({
  does: 'Ask for a change of the rights of a position; a single administrator changes at once', method: 'POST', path: '/rights/changes', needs: organisationPermissions.changeRights,
  body: z.strictObject({ position: positionCode, grants: z.array(permissionName).max(300), revokes: z.array(permissionName).max(300), reason }), gives: z.object({ id, alone: z.boolean() }),
  refuses: ['organisation.nothing-changes', 'organisation.asked-already', 'organisation.administrators-keep-apart', 'organisation.last-administrator'],
})
export const decideRights = route({
  does: 'Approve or refuse a change of rights that another asked for', method: 'POST', path: '/rights/changes/:changeId/decide', needs: organisationPermissions.approveRights, params: changeParams,
  body: z.strictObject({ version, approve: z.boolean() }), gives: done, refuses: ['organisation.decided-already', 'organisation.not-your-own-request', 'organisation.last-administrator'],
})
export const withdrawRights = route({
  does: 'Take back one\'s own question', method: 'POST', path: '/rights/changes/:changeId/withdraw', needs: organisationPermissions.changeRights, params: changeParams, body: z.strictObject({ version }), gives: done,
  refuses: ['organisation.decided-already', 'organisation.another-asked'],
})
export const noteRights = route({
  does: 'Take note of a change of rights that one person made alone', method: 'POST', path: '/rights/changes/:changeId/note', needs: organisationPermissions.noteRights, params: changeParams, body: z.strictObject({ version }), gives: done,
  refuses: ['organisation.nothing-to-note'],
})

// How one signs in, and on what.
export const seePolicy = route({
  does: 'See the sign-in policy', method: 'GET', path: '/access-policy', needs: organisationPermissions.seePolicy, gives: z.object({ ...policyShape, version }),
})
export const setPolicy = route({
  does: 'Set the sign-in policy', method: 'POST', path: '/access-policy', needs: organisationPermissions.maintainPolicy, body: z.strictObject({ ...policyShape, version, reason }), gives: done,
})
const deviceRow = z.object({
  id, name: z.string(), version, addedAt: moment, claimedAt: moment.nullable(), revokedAt: moment.nullable(), state: z.enum(['waiting', 'expired', 'enrolled', 'revoked']),
})
export type DeviceLine = z.output<typeof deviceRow>
export const listDevices = route({ does: 'List the shared tablets', method: 'GET', path: '/devices', needs: organisationPermissions.seePolicy, gives: z.object({ rows: z.array(deviceRow) }) })
export const addDevice = route({
  does: 'Add a shared tablet; its code is typed into it within minutes', method: 'POST', path: '/devices', needs: organisationPermissions.maintainDevices, body: z.strictObject({ name: filledText(40) }),
  gives: z.object({ id, code: z.string(), minutes: z.number() }),
})
export const revokeDevice = route({
  does: 'Revoke a shared tablet; whoever is signed in on it is out', method: 'POST', path: '/devices/:deviceId/revoke', needs: organisationPermissions.maintainDevices, params: z.strictObject({ deviceId: id }),
  body: z.strictObject({ version, reason }), gives: done, refuses: ['organisation.device-revoked'],
})

// When the house is open.
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const hours = z.strictObject({ opens: clockTime, closes: clockTime })
const weekdayRow = z.strictObject({ weekday: z.number().int().min(1).max(7), opens: clockTime, closes: clockTime })
const publicKind = z.enum(['holiday', 'workday'])
export const seeCalendar = route({
  does: 'See opening hours and public calendar of a year', method: 'GET', path: '/calendar', needs: organisationPermissions.seeCalendar, query: z.strictObject({ year: z.coerce.number().int().min(2000).max(2100) }),
  gives: z.object({
    weekdays: z.array(weekdayRow), /** Of the week's hours. */ version, exceptions: z.array(z.object({ day, opens: clockTime.nullable(), closes: clockTime.nullable(), note: z.string() })),
    publicDays: z.array(z.object({ day, kind: publicKind, nameZh: z.string(), nameEn: z.string() })), announced: z.number(),
    /** The year whose public days are not entered though they are announced by now, how many days of it the product knows, and the positions that keep them. */
    missing: z.object({ year: z.number(), announced: z.number(), keepers: z.array(z.string()) }).nullable(),
  }),
})
export const setWeekdays = route({
  does: 'Set the opening hours of the week; a weekday left out is closed', method: 'POST', path: '/calendar/weekdays', needs: organisationPermissions.maintainCalendar, body: z.strictObject({ version, weekdays: z.array(weekdayRow).max(7) }),
  gives: done.extend({ set: z.number() }), refuses: ['organisation.closes-before-opens', 'organisation.never-open'],
})
export const setDay = route({
  does: 'Set one day: opening hours of its own, public holiday or worked weekend day', method: 'POST', path: '/calendar/days', needs: organisationPermissions.maintainCalendar,
  body: z.strictObject({ day, opening: z.union([z.enum(['usual', 'closed']), hours]), note: text(100), publicDay: z.strictObject({ kind: publicKind, nameZh: filledText(40), nameEn: filledText(60) }).nullable() }),
  gives: z.object({ set: z.boolean() }), refuses: ['organisation.closes-before-opens'],
})
export const loadYear = route({
  does: 'Load the announced holidays of a year', method: 'POST', path: '/calendar/years', needs: organisationPermissions.maintainCalendar, body: z.strictObject({ year: z.number().int().min(2000).max(2100) }), gives: z.object({ added: z.number() }),
  refuses: ['organisation.year-not-announced'],
})

// The first store.
export const seeFirstRun = route({ does: 'Is there no store yet, or one for demonstration', method: 'GET', path: '/first-run', needs: 'anyone', gives: z.object({ needed: z.boolean(), demo: z.boolean() }) })
export const firstRun = route({
  does: 'Create the first store and its administrator, with the code that the server printed', method: 'POST', path: '/first-run', needs: 'anyone',
  body: z.strictObject({
    setupCode: filledText(40),
    store: z.strictObject({ code: z.string().regex(/^[A-Z0-9]{2,6}$/), nameZh: filledText(60), nameEn: filledText(60), timeZone: filledText(60), address: text(200), phone: text(30) }),
    /** Opening hours of an ordinary week; a weekday left out is closed. */
    weekdays: z.array(weekdayRow).max(7),
    person: z.strictObject({ name: filledText(60), login: z.string().trim().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{1,59}$/), password: secretText }),
  }),
  gives: z.object({ storeId: id, login: z.string() }),
  refuses: ['organisation.store-there', 'organisation.wrong-setup-code', 'organisation.not-a-time-zone', 'organisation.closes-before-opens', 'organisation.never-open', 'organisation.password-too-short', 'organisation.password-too-simple', 'organisation.password-common', 'organisation.too-many-attempts'],
})
