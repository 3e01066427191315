import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../../../kernel/actor.ts'
import { Refusal, refuse } from '../../../kernel/refusal.ts'
import { addDays, localDay, startOfDay } from '../../../kernel/time.ts'
import type { Database, Tx } from '../../../platform/database.ts'
import { perform, type DeedTools } from '../../../platform/deed.ts'
import type { OpenContext } from '../../../platform/http/binding.ts'
import { sessionCookie, tokenOf } from '../../../platform/http/server.ts'
import type { SessionView } from '../contract.ts'
import { findSecondFactor, listPolicies } from '../data/access.ts'
import * as sessions from '../data/sessions.ts'
import { storeIds } from '../data/staff.ts'
import { isOutdated, strictest } from '../domain/password-policy.ts'
import { owesOf, sessionLimit } from '../domain/sign-in.ts'

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url')

export const actorFrom = (row: Omit<sessions.SessionRow, 'seenAt' | 'endsAt'>): Actor => ({
  personId: row.personId, name: row.personName, storeId: row.atStoreId, storeCode: row.storeCode, timeZone: row.timeZone,
  positions: row.positions, permissions: new Set(row.permissions), sessionId: row.id,
})

export type Beginning = {
  readonly personId: string
  readonly name: string
  /** Where to work; null takes the first store. */
  readonly storeId: string | null
  readonly operation: string
  /** On a shared tablet, by badge or PIN. */
  readonly device?: { readonly id: string; readonly idleMinutes: number }
}

export async function beginSession(context: OpenContext, beginning: Beginning): Promise<SessionView> {
  const { tools, reply, request, secure } = context
  const now = tools.clock.now()
  const stores = await storeIds(tools.database.plain)
  const token = randomBytes(32).toString('base64url')
  const { row, memberships } = await tools.database.transaction(stores, (tx) => insertSession(tx, beginning, token, now))
  const actor = actorFrom(row)
  await record(tools, actor, beginning.operation, request.id)
  setCookie(reply, sessionCookie(secure), token, sessionLimit.absoluteHours * 3_600, secure)
  return viewOf(actor, memberships, row)
}

async function insertSession(tx: Tx, { personId, name, storeId, device }: Beginning, token: string, now: Date) {
  const { active } = await sessions.waitForPerson(tx, personId)
  const memberships = await sessions.findMemberships(tx, personId, localDay(now, 'Asia/Shanghai'), storeId)
  const here = memberships[0]
  if (!active || here === undefined || (storeId !== null && here.storeId !== storeId)) refuse(new Refusal('organisation.no-position'))
  const credential = await sessions.findCredentialOf(tx, personId)
  const policy = strictest(await listPolicies(tx, memberships.map((row) => row.storeId)))
  const factor = await findSecondFactor(tx, personId)
  const owes = owesOf({
    mustChange: credential.mustChange, outdated: isOutdated(credential.changedAt, policy, now), positions: memberships.flatMap((row) => row.positions),
    demandedOf: policy.secondFactorPositions, enrolled: factor !== null && factor.confirmedAt !== null,
  })
  const row = {
    id: randomUUID(), personId, personName: name, atStoreId: here.storeId, storeCode: here.code, timeZone: here.timeZone, positions: here.positions,
    permissions: owes === null ? here.permissions : [], endsAt: lastMoment(now, here.until, here.timeZone), idleMinutes: device?.idleMinutes ?? sessionLimit.idleMinutes, deviceId: device?.id ?? null, owes,
  }
  await sessions.insertSession(tx, { ...row, tokenHash: hashOf(token), now })
  return { row, memberships }
}

/** Fourteen hours, or the midnight after the last day here. */
function lastMoment(now: Date, until: string | null, timeZone: string): Date {
  const usual = new Date(now.getTime() + sessionLimit.absoluteHours * 3_600_000)
  if (until === null) return usual
  const midnight = startOfDay(addDays(until, 1), timeZone)
  return midnight < usual ? midnight : usual
}

/** Each store keeps its own day; a membership begins and ends on it. Asia/Shanghai decides for a person of several zones. */
export const membershipsOf = async (database: Database, personId: string, first: string | null, now: Date) => {
  const stores = await storeIds(database.plain)
  return database.reading(stores, (tx) => sessions.findMemberships(tx, personId, localDay(now, 'Asia/Shanghai'), first))
}

/** A log-in, a log-out and a change of store are on record like every deed. */
export const record = (tools: DeedTools, actor: Actor, operation: string, requestId: string): Promise<null> =>
  perform(tools, actor, { operation, key: `session-${requestId}`, body: null, requestId }, async (deed) => {
    deed.record({ subject: 'session', subjectId: actor.personId })
    return null
  })

export async function endToken(database: Database, request: FastifyRequest, secure: boolean): Promise<void> {
  const token = tokenOf(request, secure)
  if (token !== null) await sessions.deleteSession(database.plain, hashOf(token))
}

export function setCookie(reply: FastifyReply, name: string, value: string, seconds: number, secure: boolean): void {
  void reply.header('set-cookie', `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${String(seconds)}${secure ? '; Secure' : ''}`)
}

export function viewOf(actor: Actor, memberships: readonly sessions.MembershipRow[], session: Pick<sessions.SessionRow, 'owes' | 'idleMinutes' | 'deviceId'>): SessionView {
  const here = memberships.find((row) => row.storeId === actor.storeId)
  return {
    personId: actor.personId, name: actor.name, positions: [...actor.positions], permissions: [...actor.permissions],
    store: { id: actor.storeId, code: actor.storeCode, nameZh: here?.nameZh ?? '', nameEn: here?.nameEn ?? '', timeZone: actor.timeZone },
    stores: memberships.map(({ storeId: id, nameZh, nameEn }) => ({ id, nameZh, nameEn })),
    owes: session.owes, idleMinutes: session.idleMinutes, onTablet: session.deviceId !== null,
  }
}
