import type { Actor } from '../../../kernel/actor.ts'
import { found, Refusal, RefusedError } from '../../../kernel/refusal.ts'
import type { Database } from '../../../platform/database.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import type { OpenContext } from '../../../platform/http/binding.ts'
import { sessionCookie, tokenOf } from '../../../platform/http/server.ts'
import type { SessionView } from '../contract.ts'
import { forgetPinFailures } from '../data/access.ts'
import * as sessions from '../data/sessions.ts'
import { isAlive, normalLogin, sightIsOld } from '../domain/sign-in.ts'
import { noteAttempt, withinLimits } from './attempts.ts'
import { actorFrom, beginSession, endToken, hashOf, membershipsOf, record, setCookie, viewOf } from './begin-session.ts'
import { passwordFits } from './passwords.ts'
import { codeFits, hasSecondFactor } from './second-factor.ts'

/** The person behind a token, or null when the session is over. One row by its key; the token itself is stored nowhere. */
export async function actorOfToken(database: Database, token: string, now: Date): Promise<Actor | null> {
  const row = await sessions.findSession(database.plain, hashOf(token))
  if (row === null || !isAlive(row, now)) return null
  if (sightIsOld(row, now)) await sessions.noteSight(database.plain, hashOf(token), now)
  return actorFrom(row)
}

export type SignInWish = { readonly login: string; readonly password: string; readonly code?: string | undefined }

export async function signIn(context: OpenContext, wish: SignInWish): Promise<SessionView> {
  const { database, clock } = context.tools
  const now = clock.now()
  const login = normalLogin(wish.login)
  const address = context.request.ip
  const credential = await withinLimits(database, { login, address }, now, async () => {
    const known = await sessions.findCredential(database.plain, login)
    const fits = await passwordFits(wish.password, known?.passwordHash ?? null)
    const dead = known !== null && known.validUntil !== null && known.validUntil <= now
    if (!fits || known === null || !known.active || dead) {
      await noteAttempt(database, { login, address, succeeded: false }, now)
      throw new RefusedError(new Refusal('organisation.wrong-login'), 401)
    }
    await secondStep(context, known, wish.code, now)
    return known
  })
  await noteAttempt(database, { login, address, succeeded: true }, now)
  await forgetPinFailures(database.plain, credential.personId)
  await sessions.sweepSessions(database.plain, now)
  return beginSession(context, { personId: credential.personId, name: credential.name, storeId: null, operation: 'POST /session' })
}

/** Asked for only when the password was right; a wrong code is a failure like a wrong password. */
async function secondStep({ tools: { database }, request }: OpenContext, { personId, login }: sessions.CredentialRow, code: string | undefined, now: Date): Promise<void> {
  if (!await hasSecondFactor(database.plain, personId)) return
  if (code === undefined || code === '') throw new RefusedError(new Refusal('organisation.code-needed'), 401)
  if (await codeFits(database.plain, personId, code, now)) return
  await noteAttempt(database, { login, address: request.ip, succeeded: false }, now)
  throw new RefusedError(new Refusal('organisation.wrong-code'), 401)
}

export async function switchStore(context: OpenContext, wish: { storeId: string }): Promise<SessionView> {
  const actor = await signedIn(context)
  if (actor.sessionId !== undefined && (await sessions.findSessionById(context.tools.database.plain, actor.sessionId))?.deviceId !== null) {
    throw new RefusedError(new Refusal('organisation.tablet-stays'))
  }
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
  const session = await sessions.findSessionById(database.plain, actor.sessionId ?? '')
  return viewOf(actor, memberships, found(session, 'session'))
}

export async function listOwnSessions({ tx, by, now }: Reading) {
  const rows = (await sessions.listSessions(tx, by.personId)).filter((row) => isAlive(row, now))
  return { rows: rows.map(({ beganAt, seenAt, id, storeCode, onTablet }) => ({ id, storeCode, onTablet, beganAt: beganAt.toISOString(), seenAt: seenAt.toISOString(), current: id === by.sessionId })) }
}

export async function endOwnSession({ tx, by, record: note }: Deed, sessionId: string): Promise<{ ended: boolean }> {
  const ended = await sessions.deleteSessionOf(tx, by.personId, sessionId)
  note({ subject: 'session', subjectId: by.personId, after: { ended: sessionId } })
  return { ended: ended > 0 }
}

async function signedIn({ tools, request, secure }: OpenContext): Promise<Actor> {
  const token = tokenOf(request, secure)
  const actor = token === null ? null : await actorOfToken(tools.database, token, tools.clock.now())
  if (actor === null) throw new RefusedError(new Refusal('platform.sign-in-first'), 401)
  return actor
}
