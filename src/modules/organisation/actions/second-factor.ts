import { createHash, randomBytes } from 'node:crypto'
import { toSVG } from 'bwip-js/node'
import { Secret, TOTP } from 'otpauth'
import { Refusal, refuse, refuseIf } from '../../../kernel/refusal.ts'
import type { Queries } from '../../../platform/database.ts'
import type { Deed } from '../../../platform/deed.ts'
import { sealWith, type Seal } from '../../../platform/seal.ts'
import * as access from '../data/access.ts'
import { deleteSessionsOf } from '../data/sessions.ts'
import { plainCode, recoveryCodes } from '../domain/secrets.ts'
import { restoreRights } from './own-access.ts'

/** Until the server brings the kept key, secrets open in this process alone. */
let seal: Seal = sealWith(randomBytes(32))

/** At the start: whoever serves has the key that lies beside the database. */
export const sealSecondFactorsWith = (key: Buffer): void => { seal = sealWith(key) }

export async function hasSecondFactor(plain: Queries, personId: string): Promise<boolean> {
  const factor = await access.findSecondFactor(plain, personId)
  return factor !== null && factor.confirmedAt !== null
}

const hashOfCode = (personId: string, code: string): string => createHash('sha256').update(`${personId} ${plainCode(code)}`).digest('base64url')

const totpOf = (secret: string, label = ''): TOTP => new TOTP({ issuer: 'Gangwei', label, secret: Secret.fromBase32(secret), digits: 6, period: 30 })

/** The step a code belongs to: this half minute, the one before or the one after. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime()
  const delta = totpOf(secret).validate({ token: plainCode(code), timestamp, window: 1 })
  return delta === null ? null : TOTP.counter({ period: 30, timestamp }) + delta
}

/** The app's code, or one of the codes on paper; either works once. */
export async function codeFits(plain: Queries, personId: string, code: string, now: Date): Promise<boolean> {
  const factor = await access.findSecondFactor(plain, personId)
  if (factor === null || factor.confirmedAt === null) return false
  if (!/^\d{6}$/.test(plainCode(code))) return await access.useRecoveryCode(plain, personId, hashOfCode(personId, code), now) === 1
  const step = stepOf(seal.open(factor.secret, personId), code, now)
  return step !== null && await access.useStep(plain, personId, step) === 1
}

/** Step one: a new secret to scan. Nothing is demanded before the first code proves that it arrived. */
export async function beginSecondFactor({ tx, by, now, record }: Deed): Promise<{ secret: string; address: string; picture: string }> {
  refuseIf(await hasSecondFactor(tx, by.personId) ? new Refusal('organisation.second-factor-there') : null)
  const secret = new Secret({ buffer: new Uint8Array(randomBytes(20)).buffer }).base32
  await access.beginSecondFactor(tx, by.personId, seal.close(secret, by.personId), now)
  record({ subject: 'second-factor', subjectId: by.personId, after: { begun: true } })
  const address = totpOf(secret, by.name).toString()
  return { secret, address, picture: qrPicture(address) }
}

/** Step two. The ten codes are shown this once. */
export async function confirmSecondFactor(deed: Deed, code: string): Promise<{ codes: string[] }> {
  const { tx, by, now } = deed
  const factor = await access.findSecondFactor(tx, by.personId)
  if (factor === null || factor.confirmedAt !== null) refuse(new Refusal('organisation.second-factor-not-begun'))
  const step = stepOf(seal.open(factor.secret, by.personId), code, now)
  if (step === null || await access.useStep(tx, by.personId, step) !== 1) refuse(new Refusal('organisation.wrong-code'))
  await access.confirmSecondFactor(tx, by.personId, now)
  const codes = await newRecoveryCodes(tx, by.personId)
  await restoreRights(deed)
  deed.record({ subject: 'second-factor', subjectId: by.personId, after: { enrolled: true } })
  deed.announce({ event: 'staff.changed', subjectId: by.personId })
  return { codes }
}

/** Given up by the person himself with a last code; where the policy demands it, the next log-in asks for a new one. */
export async function removeSecondFactor({ tx, by, now, record }: Deed, code: string): Promise<{ removed: boolean }> {
  refuseIf(await codeFits(tx, by.personId, code, now) ? null : new Refusal('organisation.wrong-code'))
  await access.deleteSecondFactor(tx, by.personId)
  await access.deleteRecoveryCodes(tx, by.personId)
  await deleteSessionsOf(tx, by.personId, by.sessionId ?? null)
  record({ subject: 'second-factor', subjectId: by.personId, after: { removed: true } })
  return { removed: true }
}

async function newRecoveryCodes(tx: Queries, personId: string): Promise<string[]> {
  const codes = recoveryCodes(randomBytes)
  await access.deleteRecoveryCodes(tx, personId)
  await access.insertRecoveryCodes(tx, personId, codes.map((code) => hashOfCode(personId, code)))
  return codes
}

/** As the address of a picture, so that the page needs no markup of ours. */
export const qrPicture = (text: string): string =>
  `data:image/svg+xml;base64,${Buffer.from(toSVG({ bcid: 'qrcode', text, scale: 4, padding: 8, backgroundcolor: 'FFFFFF' })).toString('base64')}`
