import { randomBytes } from 'node:crypto'
import { uuidv7 } from '../../../kernel/ids.ts'
import { RefusedError } from '../../../kernel/refusal.ts'
import type { Database } from '../../../platform/database.ts'
import * as sessions from '../data/sessions.ts'
import { attemptLimit, whyNotTry } from '../domain/sign-in.ts'

/** Refused when this log-in or this address failed too often; password, code and PIN count together. */
export async function refuseTooMany(database: Database, login: string, address: string, now: Date): Promise<void> {
  const since = new Date(now.getTime() - attemptLimit.minutes * 60_000)
  const refusal = whyNotTry(await sessions.countFailures(database.plain, login, address, since))
  if (refusal !== null) throw new RefusedError(refusal, 429)
}

export const noteAttempt = (database: Database, attempt: { login: string; address: string; succeeded: boolean }, now: Date): Promise<number> =>
  sessions.insertAttempt(database.plain, { ...attempt, id: uuidv7(now, randomBytes), at: now })
