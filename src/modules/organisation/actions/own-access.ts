import { Refusal, RefusedError, refuseIf } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Database, Tx } from '../../../platform/database.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import * as access from '../data/access.ts'
import * as sessions from '../data/sessions.ts'
import { storeIds } from '../data/staff.ts'
import { isOutdated, strictest, whyNotPassword, type AccessPolicy } from '../domain/password-policy.ts'
import { owesOf } from '../domain/sign-in.ts'
import { hashPassword, passwordFits } from './passwords.ts'
import { noteAttempt, refuseTooMany } from './attempts.ts'

/** The rules of all stores the person works in; the strictest of each kind counts. */
export async function policyOf(database: Database, personId: string, now: Date): Promise<AccessPolicy> {
  const stores = await storeIds(database.plain)
  return database.reading(stores, async (tx) => {
    const memberships = await sessions.findMemberships(tx, personId, localDay(now, 'Asia/Shanghai'), null)
    return strictest(await access.listPolicies(tx, memberships.map(({ storeId }) => storeId)))
  })
}

export type PasswordWish = { readonly current: string; readonly next: string }

/** The present password is asked again, and guessing it counts like guessing at the door. Other sessions of the person end. */
export async function changeOwnPassword(deed: Deed, { current, next }: PasswordWish, { database, policy }: { database: Database; policy: AccessPolicy }): Promise<{ changed: boolean }> {
  const { tx, by, now } = deed
  const credential = await access.lockCredential(tx, by.personId)
  await refuseTooMany(database, credential.login, 'own', now)
  if (!await passwordFits(current, credential.passwordHash)) {
    await noteAttempt(database, { login: credential.login, address: 'own', succeeded: false }, now)
    throw new RefusedError(new Refusal('organisation.wrong-password'))
  }
  refuseIf(whyNotPassword(next, credential.login, policy))
  await refuseUsed(tx, by.personId, [credential.passwordHash], next, policy)
  await access.insertUsedPassword(tx, { personId: by.personId, id: deed.newId(), passwordHash: credential.passwordHash, at: now })
  await access.updatePassword(tx, { personId: by.personId, passwordHash: await hashPassword(next), mustChange: false, validUntil: null, at: now })
  await sessions.deleteSessionsOf(tx, by.personId, by.sessionId ?? null)
  await restoreRights(deed)
  deed.record({ subject: 'password', subjectId: by.personId, after: { changed: true } })
  deed.announce({ event: 'staff.changed', subjectId: by.personId })
  return { changed: true }
}

async function refuseUsed(tx: Tx, personId: string, present: readonly string[], next: string, policy: AccessPolicy): Promise<void> {
  const earlier = policy.passwordHistory === 0 ? [] : await access.listUsedPasswords(tx, personId, policy.passwordHistory)
  for (const hash of [...present, ...earlier]) {
    if (await passwordFits(next, hash)) throw new RefusedError(new Refusal('organisation.password-used', { count: policy.passwordHistory }))
  }
}

/** What was owed is done: the session gets its rights, unless something else is owed still. */
export async function restoreRights({ tx, by, now }: Deed): Promise<void> {
  const [policy] = await access.listPolicies(tx, [by.storeId])
  const factor = await access.findSecondFactor(tx, by.personId)
  const credential = await sessions.findCredentialOf(tx, by.personId)
  const owes = owesOf({
    mustChange: credential.mustChange, outdated: policy !== undefined && isOutdated(credential.changedAt, policy, now), positions: by.positions,
    demandedOf: policy?.secondFactorPositions ?? [], enrolled: factor !== null && factor.confirmedAt !== null,
  })
  await sessions.setOwes(tx, by.sessionId ?? '', owes)
  await sessions.refreshSessions(tx, by.storeId, [by.personId], localDay(now, by.timeZone))
}

export async function seeOwnAccess({ tx, by }: Reading, policy: AccessPolicy) {
  const credential = await sessions.findCredentialOf(tx, by.personId)
  const factor = await access.findSecondFactor(tx, by.personId)
  const quick = await access.findQuickAccess(tx, by.personId)
  const enrolled = factor !== null && factor.confirmedAt !== null
  return {
    login: credential.login, passwordAt: credential.changedAt.toISOString(), policy: { ...policy, secondFactorPositions: [...policy.secondFactorPositions] },
    secondFactor: enrolled, secondFactorDemanded: by.positions.some((position) => policy.secondFactorPositions.includes(position)),
    recoveryCodes: enrolled ? (await access.countRecoveryCodes(tx, by.personId)).left : 0,
    pin: quick !== null && quick.pinHash !== null, badge: quick !== null && quick.badgeHash !== null,
  }
}
