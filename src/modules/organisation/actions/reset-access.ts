import { randomBytes } from 'node:crypto'
import { found, Refusal, refuseIf } from '../../../kernel/refusal.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import * as access from '../data/access.ts'
import * as accounts from '../data/accounts.ts'
import * as sessions from '../data/sessions.ts'
import { badgeCode, oneTimePassword } from '../domain/secrets.ts'
import { isAlive } from '../domain/sign-in.ts'
import { hashOf } from './begin-session.ts'
import { hashPassword } from './passwords.ts'
import { qrPicture } from './second-factor.ts'
import { oneTimeHours } from './staff-accounts.ts'

type Whose = { readonly personId: string; readonly reason: string }

const member = async ({ tx, by }: Deed, personId: string) => found(await accounts.lockMember(tx, by.storeId, personId), 'person')

/** A one-time password for three days, shown once; every session of the person ends. One's own is changed, not reset. */
export async function resetPassword(deed: Deed, { personId, reason }: Whose): Promise<{ password: string; login: string }> {
  const { tx, by, now } = deed
  refuseIf(personId === by.personId ? new Refusal('organisation.change-your-own') : null)
  await member(deed, personId)
  const password = oneTimePassword(randomBytes)
  const { login, passwordHash } = await access.lockCredential(tx, personId)
  await access.insertUsedPassword(tx, { personId, id: deed.newId(), passwordHash, at: now })
  await access.updatePassword(tx, { personId, passwordHash: await hashPassword(password), mustChange: true, validUntil: new Date(now.getTime() + oneTimeHours * 3_600_000), at: now })
  await access.putPin(tx, personId, null)
  await sessions.deleteSessionsOf(tx, personId, null)
  deed.record({ subject: 'password', subjectId: personId, after: { reset: true }, reason })
  deed.announce({ event: 'staff.changed', subjectId: personId })
  return { password, login }
}

/** The phone with the codes is lost. Where the policy demands a second factor, the next log-in enrols a new one. */
export async function resetSecondFactor(deed: Deed, { personId, reason }: Whose): Promise<{ removed: boolean }> {
  const { tx, by } = deed
  refuseIf(personId === by.personId ? new Refusal('organisation.change-your-own') : null)
  await member(deed, personId)
  const removed = await access.deleteSecondFactor(tx, personId)
  await access.deleteRecoveryCodes(tx, personId)
  await sessions.deleteSessionsOf(tx, personId, null)
  deed.record({ subject: 'second-factor', subjectId: personId, after: { reset: removed > 0 }, reason })
  deed.announce({ event: 'staff.changed', subjectId: personId })
  return { removed: removed > 0 }
}

/** A new badge; the one before opens nothing any more. */
export async function issueBadge(deed: Deed, personId: string): Promise<{ name: string; code: string; picture: string }> {
  const { tx, now } = deed
  const { name } = await member(deed, personId)
  const code = badgeCode(randomBytes)
  await access.putBadge(tx, personId, hashOf(code), now)
  deed.record({ subject: 'badge', subjectId: personId, after: { issued: true } })
  deed.announce({ event: 'staff.changed', subjectId: personId })
  return { name, code, picture: qrPicture(code) }
}

export async function revokeBadge(deed: Deed, { personId, reason }: Whose): Promise<{ revoked: boolean }> {
  const { tx, now } = deed
  await member(deed, personId)
  await access.putBadge(tx, personId, null, now)
  deed.record({ subject: 'badge', subjectId: personId, after: { revoked: true }, reason })
  deed.announce({ event: 'staff.changed', subjectId: personId })
  return { revoked: true }
}

export async function listSessionsOf({ tx, by, now }: Reading, personId: string) {
  found((await accounts.heldPositions(tx, by.storeId, personId))[0], 'person')
  const rows = (await sessions.listSessions(tx, personId)).filter((row) => isAlive(row, now))
  return { rows: rows.map(({ id, storeCode, onTablet, beganAt, seenAt }) => ({ id, storeCode, onTablet, beganAt: beganAt.toISOString(), seenAt: seenAt.toISOString(), current: id === by.sessionId })) }
}

export async function endSessionsOf(deed: Deed, { personId, reason }: Whose): Promise<{ ended: number }> {
  const { tx } = deed
  await member(deed, personId)
  const ended = await sessions.deleteSessionsOf(tx, personId, deed.by.sessionId ?? null)
  deed.record({ subject: 'session', subjectId: personId, after: { ended }, reason })
  deed.announce({ event: 'staff.changed', subjectId: personId })
  return { ended }
}
