import { randomBytes } from 'node:crypto'
import { uuidv7 } from '../../../kernel/ids.ts'
import { RefusedError } from '../../../kernel/refusal.ts'
import type { Database } from '../../../platform/database.ts'
import * as sessions from '../data/sessions.ts'
import { attemptLimit, whyNotTry, type FailedAttempts } from '../domain/sign-in.ts'

type Attempt = { readonly login: string; readonly address: string }

/** Attempts whose outcome is not noted yet: guesses sent all at once must not pass before the first of them counts. Each process knows its own. */
const underWay = new Map<string, number>()

/** One attempt within the limits of its log-in and its address; the work notes a failure itself. */
export async function withinLimits<Result>(database: Database, { login, address }: Attempt, now: Date, work: () => Promise<Result>): Promise<Result> {
  const [ofLogin, ofAddress] = [`log-in ${login}`, `address ${address}`]
  const others = { byLogin: underWay.get(ofLogin) ?? 0, byAddress: underWay.get(ofAddress) ?? 0 }
  for (const key of [ofLogin, ofAddress]) underWay.set(key, (underWay.get(key) ?? 0) + 1)
  try {
    await refuseTooMany(database, login, address, now, others)
    return await work()
  } finally {
    for (const key of [ofLogin, ofAddress]) {
      const left = (underWay.get(key) ?? 1) - 1
      if (left === 0) underWay.delete(key)
      else underWay.set(key, left)
    }
  }
}

/** Refused when this log-in or this address failed too often; password, code and PIN count together. */
export async function refuseTooMany(database: Database, login: string, address: string, now: Date, others: FailedAttempts = { byLogin: 0, byAddress: 0 }): Promise<void> {
  const since = new Date(now.getTime() - attemptLimit.minutes * 60_000)
  const failed = await sessions.countFailures(database.plain, login, address, since)
  const refusal = whyNotTry({ byLogin: failed.byLogin + others.byLogin, byAddress: failed.byAddress + others.byAddress })
  if (refusal !== null) throw new RefusedError(refusal, 429)
}

export const noteAttempt = (database: Database, attempt: { login: string; address: string; succeeded: boolean }, now: Date): Promise<number> =>
  sessions.insertAttempt(database.plain, { ...attempt, id: uuidv7(now, randomBytes), at: now })
