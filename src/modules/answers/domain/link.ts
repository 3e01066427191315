import { Refusal } from '../../../kernel/refusal.ts'

/** Two days; the advisor makes another one. */
export const linkHours = 48
export const mostWrongTries = 5

export type LinkState = 'open' | 'answered' | 'void'

export type LinkFacts = {
  readonly answeredAt: Date | null; readonly voidAt: Date | null; readonly expiresAt: Date; readonly now: Date
  /** Every item is still priced in the version that the link shows. */ readonly current: boolean
}

export function stateOfLink({ answeredAt, voidAt, expiresAt, now, current }: LinkFacts): LinkState {
  if (answeredAt !== null) return 'answered'
  return voidAt !== null || expiresAt <= now || !current ? 'void' : 'open'
}

export type AnswerFacts = { readonly state: LinkState; readonly tail: string; readonly phone: string; readonly name: string; readonly signature: string | null; /** Items of the link without an answer. */ readonly unanswered: number }

/** The last four digits that the customer types must be those of the phone that the car's sender left. */
export const isTailOf = (phone: string, tail: string): boolean => /^\d{4}$/.test(tail) && phone.replaceAll(/\D/g, '').endsWith(tail)

/** Null means the answer counts. */
export function whyNotAnswer({ state, tail, phone, name, signature, unanswered }: AnswerFacts): Refusal | null {
  if (state === 'answered') return new Refusal('answers.answered-already')
  if (state === 'void') return new Refusal('answers.void')
  if (!isTailOf(phone, tail)) return new Refusal('answers.wrong-tail')
  if (unanswered > 0) return new Refusal('answers.items-open', { count: unanswered })
  if (name.trim() === '') return new Refusal('answers.name-missing')
  return signature === null ? new Refusal('answers.unsigned') : null
}
