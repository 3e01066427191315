import { Refusal } from '../../../kernel/refusal.ts'
import { noNewsMinutes } from '../../repair-orders/domain/outlook.ts'

/** Two days; the advisor makes another one. */
export const linkHours = 48
export const mostWrongTries = 5

/** Added work that was found, or the whole estimate before the first yes. */
export const linkSubjects = ['added-work', 'estimate'] as const
export type LinkSubject = (typeof linkSubjects)[number]

type Versioned = { readonly id: string; readonly version: number }

/** Everything asked still waits as it is shown; of an estimate also nothing was added. */
export function isCurrent(subject: LinkSubject, items: readonly Versioned[], waiting: readonly Versioned[]): boolean {
  const standing = new Map(waiting.map(({ id, version }) => [id, version]))
  return items.every(({ id, version }) => standing.get(id) === version) && (subject === 'added-work' || items.length === waiting.length)
}

export type LinkState = 'open' | 'answered' | 'void'

export type LinkFacts = {
  readonly answeredAt: Date | null; readonly voidAt: Date | null; readonly expiresAt: Date; readonly now: Date
  /** Every item is still priced in the version that the link shows. */ readonly current: boolean
}

export function stateOfLink({ answeredAt, voidAt, expiresAt, now, current }: LinkFacts): LinkState {
  if (answeredAt !== null) return 'answered'
  return voidAt !== null || expiresAt <= now || !current ? 'void' : 'open'
}

export type AnswerFacts = { readonly state: LinkState; readonly tail: string; readonly phone: string; readonly name: string; readonly signature: string | null; /** Items of the link without an answer. */ readonly unanswered: number
  /** Milliseconds since 1970 of the promise that the customer saw, and of the one that can be given now. */ readonly promisedAt: number; readonly promiseNow: number }

/** The last four digits that the customer types must be those of the phone that the car's sender left. */
export const isTailOf = (phone: string, tail: string): boolean => /^\d{4}$/.test(tail) && phone.replaceAll(/\D/g, '').endsWith(tail)

/** Null means the answer counts. */
export function whyNotAnswer({ state, tail, phone, name, signature, unanswered, promisedAt, promiseNow }: AnswerFacts): Refusal | null {
  if (state === 'answered') return new Refusal('answers.answered-already')
  if (state === 'void') return new Refusal('answers.void')
  if (!isTailOf(phone, tail)) return new Refusal('answers.wrong-tail')
  if (unanswered > 0) return new Refusal('answers.items-open', { count: unanswered })
  if (name.trim() === '') return new Refusal('answers.name-missing')
  if (signature === null) return new Refusal('answers.unsigned')
  return Math.abs(promiseNow - promisedAt) > noNewsMinutes * 60_000 ? new Refusal('answers.promise-moved') : null
}
