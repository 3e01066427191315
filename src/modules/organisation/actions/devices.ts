import { randomBytes } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { found, Refusal, RefusedError, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Database } from '../../../platform/database.ts'
import { perform, type Deed, type Reading } from '../../../platform/deed.ts'
import type { OpenContext } from '../../../platform/http/binding.ts'
import type { SessionView } from '../contract.ts'
import * as access from '../data/access.ts'
import * as devices from '../data/devices.ts'
import { deleteSessionsOnDevice } from '../data/sessions.ts'
import { storeIds } from '../data/staff.ts'
import { pinTries, whyNotPin } from '../domain/pin.ts'
import { deviceCode, plainCode } from '../domain/secrets.ts'
import { noteAttempt, refuseTooMany } from './attempts.ts'
import { beginSession, endToken, hashOf } from './begin-session.ts'
import { hashPassword, passwordFits } from './passwords.ts'
import { hasSecondFactor } from './second-factor.ts'

const codeMinutes = 15

export async function listDevices({ tx, by, now }: Reading) {
  const iso = (at: Date | null) => at?.toISOString() ?? null
  const rows = await devices.listDevices(tx, by.storeId)
  return {
    rows: rows.map(({ id, name, version, addedAt, claimedAt, revokedAt, codeUntil }) => ({
      id, name, version, addedAt: addedAt.toISOString(), claimedAt: iso(claimedAt), revokedAt: iso(revokedAt),
      state: revokedAt !== null ? 'revoked' as const : claimedAt !== null ? 'enrolled' as const : codeUntil !== null && codeUntil > now ? 'waiting' as const : 'expired' as const,
    })),
  }
}

/** The code is typed into the tablet within a quarter of an hour. */
export async function addDevice({ tx, by, now, newId, record, announce }: Deed, name: string): Promise<{ id: string; code: string; minutes: number }> {
  const id = newId()
  const code = deviceCode(randomBytes)
  await devices.insertDevice(tx, by.storeId, { id, name, codeHash: hashOf(plainCode(code)), codeUntil: new Date(now.getTime() + codeMinutes * 60_000), now })
  record({ subject: 'device', subjectId: id, after: { name } })
  announce({ event: 'device.changed', subjectId: id })
  return { id, code, minutes: codeMinutes }
}

/** Lost or given away: whoever is signed in on it is out at once. */
export async function revokeDevice({ tx, by, now, record, announce }: Deed, { deviceId, version, reason }: { deviceId: string; version: number; reason: string }): Promise<{ version: number }> {
  const device = found(await devices.lockDevice(tx, by.storeId, deviceId), 'device')
  refuseStale(device.version, version)
  refuseIf(device.revokedAt === null ? null : new Refusal('organisation.device-revoked'))
  await devices.revokeDevice(tx, by.storeId, deviceId, now)
  await deleteSessionsOnDevice(tx, deviceId)
  record({ subject: 'device', subjectId: deviceId, before: { name: device.name }, after: { revoked: true }, reason })
  announce({ event: 'device.changed', subjectId: deviceId })
  return { version: version + 1 }
}

const deviceCookie = (secure: boolean): string => (secure ? '__Host-gangwei-tablet' : 'gangwei-tablet')

function deviceTokenOf(request: FastifyRequest, secure: boolean): string | null {
  const wanted = `${deviceCookie(secure)}=`
  const cookie = (request.headers.cookie ?? '').split('; ').find((item) => item.startsWith(wanted))
  return cookie === undefined ? null : cookie.slice(wanted.length)
}

async function deviceOf(database: Database, request: FastifyRequest, secure: boolean): Promise<devices.Claimed | null> {
  const token = deviceTokenOf(request, secure)
  if (token === null || token === '') return null
  return database.reading(await storeIds(database.plain), (tx) => devices.findDevice(tx, hashOf(token)))
}

/** This browser becomes the tablet the administrator named. */
export async function claimDevice({ tools, request, reply, secure }: OpenContext, typed: string): Promise<{ name: string }> {
  const { database, clock } = tools
  const now = clock.now()
  await refuseTooMany(database, 'tablet', request.ip, now)
  const token = randomBytes(32).toString('base64url')
  const stores = await storeIds(database.plain)
  const device = await database.transaction(stores, (tx) => devices.claimDevice(tx, hashOf(plainCode(typed)), hashOf(token), now))
  if (device === null) {
    await noteAttempt(database, { login: 'tablet', address: request.ip, succeeded: false }, now)
    throw new RefusedError(new Refusal('organisation.wrong-device-code'))
  }
  const nobody = { personId: device.id, name: device.name, storeId: device.storeId, storeCode: device.storeCode, timeZone: device.timeZone, positions: [], permissions: new Set<string>() }
  await perform(tools, nobody, { operation: 'POST /session/tablet', key: `tablet-${request.id}`, body: null, requestId: request.id }, async ({ record }) => {
    record({ subject: 'device', subjectId: device.id, after: { claimed: true } })
    return null
  })
  void reply.header('set-cookie', `${deviceCookie(secure)}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=34560000${secure ? '; Secure' : ''}`)
  return { name: device.name }
}

/** What the sign-in page of a tablet shows; on any other browser nothing. */
export async function seeTablet({ tools, request, secure }: OpenContext) {
  const device = await deviceOf(tools.database, request, secure)
  if (device === null) return { tablet: null }
  const people = await tools.database.reading([device.storeId], (tx) => devices.listQuickPeople(tx, device.storeId, localDay(tools.clock.now(), device.timeZone)))
  return { tablet: { name: device.name, nameZh: device.nameZh, nameEn: device.nameEn, people } }
}

export type QuickWish = { readonly badge: string } | { readonly personId: string; readonly pin: string }

/** Badge or PIN, on an enrolled tablet alone. Whoever was signed in there is signed out. */
export async function switchQuickly(context: OpenContext, wish: QuickWish): Promise<SessionView> {
  const { tools: { database, clock }, request, secure } = context
  const now = clock.now()
  const device = await deviceOf(database, request, secure)
  if (device === null) throw new RefusedError(new Refusal('organisation.not-a-tablet'), 403)
  await refuseTooMany(database, `tablet ${device.id}`, 'tablet', now)
  const person = 'badge' in wish ? await personOfBadge(database, wish.badge) : await personOfPin(database, wish)
  if (person === null) {
    await noteAttempt(database, { login: `tablet ${device.id}`, address: 'tablet', succeeded: false }, now)
    throw new RefusedError('badge' in wish ? new Refusal('organisation.unknown-badge') : new Refusal('organisation.wrong-pin', { tries: pinTries }), 401)
  }
  const [policy] = await database.reading([device.storeId], (tx) => access.listPolicies(tx, [device.storeId]))
  refuseIf(await hasSecondFactor(database.plain, person.id) ? new Refusal('organisation.not-quickly') : null)
  await noteAttempt(database, { login: person.login, address: request.ip, succeeded: true }, now)
  const view = await beginSession(context, {
    personId: person.id, name: person.name, storeId: device.storeId, operation: 'POST /session/quick', device: { id: device.id, idleMinutes: policy?.tabletIdleMinutes ?? 10 },
  })
  await endToken(database, request, secure)
  return view
}

async function personOfBadge(database: Database, code: string) {
  const row = await access.findByBadge(database.plain, hashOf(code.trim().toUpperCase()))
  return row === null ? null : devices.findPerson(database.plain, row.personId)
}

async function personOfPin(database: Database, { personId, pin }: { personId: string; pin: string }) {
  const taken = await access.takePinTry(database.plain, personId, pinTries)
  const quick = await access.findQuickAccess(database.plain, personId) // read after the try: of many at once, those too late hear that the PIN is locked
  if (taken !== 1) {
    refuseIf(quick !== null && quick.pinFailures >= pinTries ? new Refusal('organisation.pin-locked', { tries: pinTries }) : null)
    return null
  }
  if (!await passwordFits(pin, quick?.pinHash ?? null)) return null
  await access.forgetPinFailures(database.plain, personId)
  return devices.findPerson(database.plain, personId)
}

/** One's own PIN; the password is asked, because a tablet left alone must not become somebody's door. */
export async function setPin({ tx, by, now, record, announce }: Deed, { password, pin }: { password: string; pin: string }, database: Database): Promise<{ set: boolean }> {
  const credential = await access.lockCredential(tx, by.personId)
  await refuseTooMany(database, credential.login, 'own', now)
  if (!await passwordFits(password, credential.passwordHash)) {
    await noteAttempt(database, { login: credential.login, address: 'own', succeeded: false }, now)
    throw new RefusedError(new Refusal('organisation.wrong-password'))
  }
  refuseIf(whyNotPin(pin))
  await access.putPin(tx, by.personId, await hashPassword(pin))
  record({ subject: 'pin', subjectId: by.personId, after: { set: true } })
  announce({ event: 'staff.changed', subjectId: by.personId })
  return { set: true }
}
