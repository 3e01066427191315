import { ZodError } from 'zod'
import { BrokenInvariant, Refusal, RefusedError, type Facts } from '../../kernel/refusal.ts'
import type { Language } from '../../kernel/texts.ts'

/** RFC 9457 plus a stable code, the request's id, facts, and the fields that were wrong. */
export type Problem = {
  readonly type: 'about:blank'
  readonly title: string
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly requestId: string
  readonly facts?: Facts
  readonly fields?: readonly { readonly path: string; readonly message: string }[]
}

export type SentenceOf = (language: Language, code: string, facts: Facts) => string

type Answer = { readonly status: number; readonly refusal: Refusal; readonly fields?: Problem['fields'] }

/** SQLSTATE → what the caller may know; the database's own words stay in the log. */
const fromDatabase: Readonly<Record<string, readonly [status: number, code: string]>> = {
  '23505': [409, 'platform.already-exists'], '23503': [422, 'platform.unknown-reference'], '23514': [422, 'platform.out-of-bounds'],
  '22001': [422, 'platform.out-of-bounds'], '40001': [409, 'platform.busy'], '40P01': [409, 'platform.busy'], '55P03': [409, 'platform.busy'],
  '53100': [503, 'platform.disk-full'], '58030': [503, 'platform.disk-full'],
  '57014': [503, 'platform.overloaded'], '53300': [503, 'platform.overloaded'], '57P01': [503, 'platform.database-away'],
  '57P03': [503, 'platform.database-away'], '08006': [503, 'platform.database-away'], '08P01': [503, 'platform.database-away'], // the last is what pgbouncer says when it has no server
  '42501': [404, 'platform.not-found'],
}

const awayWords = /ECONNREFUSED|ENOENT|ECONNRESET|EPIPE|Connection terminated|not queryable/
/** No connection became free in time: too many at once, or a database that does not answer. */
const queueWords = /timeout exceeded when trying to connect/

export function answerTo(cause: unknown): Answer {
  if (cause instanceof RefusedError) return { status: cause.status, refusal: cause.refusal }
  if (cause instanceof ZodError) {
    const fields = cause.issues.slice(0, 50).map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
    return { status: 400, refusal: new Refusal('platform.bad-input', { field: fields[0]?.path ?? '' }), fields }
  }
  if (cause instanceof BrokenInvariant) return { status: 500, refusal: new Refusal('platform.our-mistake') }
  const { code, statusCode, message } = cause as { code?: string; statusCode?: number; message?: string }
  const known = code === undefined ? undefined : fromDatabase[code]
  if (known !== undefined) return { status: known[0], refusal: new Refusal(known[1]) }
  if (queueWords.test(message ?? '')) return { status: 503, refusal: new Refusal('platform.overloaded') }
  if (awayWords.test(message ?? '')) return { status: 503, refusal: new Refusal('platform.database-away') }
  if (statusCode === 413) return { status: 413, refusal: new Refusal('platform.too-large') }
  if (statusCode === 415) return { status: 415, refusal: new Refusal('platform.json-only') }
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return { status: statusCode, refusal: new Refusal('platform.not-understood') }
  return { status: 500, refusal: new Refusal('platform.our-mistake') }
}

export function problemOf({ status, refusal, fields }: Answer, language: Language, requestId: string, sentence: SentenceOf): Problem {
  return {
    type: 'about:blank', title: refusal.code, status, code: refusal.code, requestId,
    detail: sentence(language, refusal.code, refusal.facts), facts: refusal.facts, ...(fields === undefined ? {} : { fields }),
  }
}
