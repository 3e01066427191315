import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../../../kernel/actor.ts'
import { uuidv7 } from '../../../kernel/ids.ts'
import { Refusal, RefusedError, refuseIf } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Database } from '../../../platform/database.ts'
import { perform, type DeedTools } from '../../../platform/deed.ts'
import type { OpenContext } from '../../../platform/http/binding.ts'
import { sessionCookie, tokenOf } from '../../../platform/http/server.ts'
import type { SessionView } from '../contract.ts'
import * as sessions from '../data/sessions.ts'
import { storeIds } from '../data/staff.ts'
import { attemptLimit, isAlive, normalLogin, sessionLimit, sightIsOld, whyNotTry } from '../domain/sign-in.ts'
import { passwordFits } from './passwords.ts'

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url')

const actorFrom = (row: sessions.SessionRow): Actor => ({
  personId: row.personId, name: row.personName, storeId: row.atStoreId, storeCode: row.storeCode, timeZone: row.timeZone,
  positions: row.positions, permissions: new Set(row.permissions),
})

/** The person behind a token, or null when the session is over. One row by its key; the token itself is stored nowhere. */
export async function actorOfToken(database: Database, token: string, now: Date): Promise<Actor | null> {
  const row = await sessions.findSession(database.plain, hashOf(token))
  if (row === null || !isAlive(row, now)) return null
  if (sightIsOld(row, now)) await sessions.noteSight(database.plain, hashOf(token), now)
  return actorFrom(row)
}

export async function signIn(context: OpenContext, wish: { login: string; password: string }): Promise<SessionView> {
  const { database, clock } = context.tools
  const now = clock.now()
  const login = normalLogin(wish.login)
  const address = context.request.ip
  const since = new Date(now.getTime() - attemptLimit.minutes * 60_000)
  const refusal = whyNotTry(await sessions.countFailures(database.plain, login, address, since))
  if (refusal !== null) throw new RefusedError(refusal, 429)
  const credential = await sessions.findCredential(database.plain, login)
  const fits = await passwordFits(wish.password, credential?.passwordHash ?? null)
  const welcome = fits && credential !== null && credential.active
  await sessions.insertAttempt(database.plain, { id: uuidv7(now, randomBytes), login, address, at: now, succeeded: welcome })
  if (!welcome) throw new RefusedError(new Refusal('organisation.wrong-login'), 401)
  await sessions.sweepSessions(database.plain, now)
  return beginSession(context, { personId: credential.personId, name: credential.name, storeId: null, operation: 'POST /session' })
}

export async function switchStore(context: OpenContext, wish: { storeId: string }): Promise<SessionView> {
  const actor = await signedIn(context)
  const view = await beginSession(context, { personId: actor.personId, name: actor.name, storeId: wish.storeId, operation: 'POST /session/store' })
  await endToken(context.tools.database, context.request, context.secure)
  return view
}

export async function signOut(context: OpenContext): Promise<{ ended: boolean }> {
  const actor = await signedIn(context).catch(() => null) // without a session there is nothing to end
  if (actor === null) return { ended: false }
  await record(context.tools, actor, 'POST /session/end', context.request.id)
  await endToken(context.tools.database, context.request, context.secure)
  setCookie(context.reply, sessionCookie(context.secure), '', 0, context.secure)
  return { ended: true }
}

export async function seeSession(database: Database, actor: Actor, now: Date): Promise<SessionView> {
  const memberships = await membershipsOf(database, actor.personId, actor.storeId, now)
  return viewOf(actor, memberships)
}

async function signedIn({ tools, request, secure }: OpenContext): Promise<Actor> {
  const token = tokenOf(request, secure)
  const actor = token === null ? null : await actorOfToken(tools.database, token, tools.clock.now())
  if (actor === null) throw new RefusedError(new Refusal('platform.sign-in-first'), 401)
  return actor
}

async function endToken(database: Database, request: FastifyRequest, secure: boolean): Promise<void> {
  const token = tokenOf(request, secure)
  if (token !== null) await sessions.deleteSession(database.plain, hashOf(token))
}

/** Each store keeps its own day; a membership begins and ends on it. Asia/Shanghai decides for a person of several zones. */
const membershipsOf = async (database: Database, personId: string, first: string | null, now: Date) => {
  const stores = await storeIds(database.plain)
  return database.reading(stores, (tx) => sessions.findMemberships(tx, personId, localDay(now, 'Asia/Shanghai'), first))
}

type Beginning = { readonly personId: string; readonly name: string; readonly storeId: string | null; readonly operation: string }

async function beginSession(context: OpenContext, { personId, name, storeId, operation }: Beginning): Promise<SessionView> {
  const { tools, reply, request, secure } = context
  const now = tools.clock.now()
  const memberships = await membershipsOf(tools.database, personId, storeId, now)
  const here = memberships[0]
  refuseIf(here === undefined || (storeId !== null && here.storeId !== storeId) ? new Refusal('organisation.no-position') : null)
  if (here === undefined) throw new RefusedError(new Refusal('organisation.no-position'))
  const token = randomBytes(32).toString('base64url')
  const row = {
    personId, personName: name, atStoreId: here.storeId, storeCode: here.code, timeZone: here.timeZone,
    positions: here.positions, permissions: here.permissions, endsAt: new Date(now.getTime() + sessionLimit.absoluteHours * 3_600_000),
  }
  await sessions.insertSession(tools.database.plain, { ...row, tokenHash: hashOf(token), now })
  const actor = actorFrom({ ...row, seenAt: now })
  await record(tools, actor, operation, request.id)
  setCookie(reply, sessionCookie(secure), token, sessionLimit.absoluteHours * 3_600, secure)
  return viewOf(actor, memberships)
}

/** A log-in, a log-out and a change of store are on record like every deed. */
const record = (tools: DeedTools, actor: Actor, operation: string, requestId: string): Promise<null> =>
  perform(tools, actor, { operation, key: `session-${requestId}`, body: null, requestId }, async (deed) => {
    deed.record({ subject: 'session', subjectId: actor.personId })
    return null
  })

function setCookie(reply: FastifyReply, name: string, value: string, seconds: number, secure: boolean): void {
  void reply.header('set-cookie', `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${String(seconds)}${secure ? '; Secure' : ''}`)
}

function viewOf(actor: Actor, memberships: readonly sessions.MembershipRow[]): SessionView {
  const here = memberships.find((row) => row.storeId === actor.storeId)
  return {
    personId: actor.personId, name: actor.name, positions: [...actor.positions], permissions: [...actor.permissions],
    store: { id: actor.storeId, code: actor.storeCode, nameZh: here?.nameZh ?? '', nameEn: here?.nameEn ?? '', timeZone: actor.timeZone },
    stores: memberships.map(({ storeId: id, nameZh, nameEn }) => ({ id, nameZh, nameEn })),
  }
}
