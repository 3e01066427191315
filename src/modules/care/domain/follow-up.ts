import { Refusal } from '../../../kernel/refusal.ts'
import type { ComplaintKind } from './complaint.ts'

export const questions = ['reception', 'quality', 'price', 'time', 'cleanliness'] as const
export type Question = (typeof questions)[number]

export const contactResults = ['reached', 'no-answer', 'refused'] as const
export type ContactResult = (typeof contactResults)[number]

export const followUpDays = 3
export const mostAttempts = 3

export type FollowUpFacts = { readonly attempts: number; readonly answered: boolean }

/** Waits until somebody was reached or wants no call, or three attempts were made. */
export const isWaiting = ({ attempts, answered }: FollowUpFacts): boolean => !answered && attempts < mostAttempts

/** By when the call is due: three days after the delivery. */
export const callDueAt = (deliveredAt: Date): Date => new Date(deliveredAt.getTime() + followUpDays * 86_400_000)

export type ContactFacts = {
  readonly result: ContactResult; readonly scores: Readonly<Partial<Record<Question, number>>>; readonly satisfied: boolean | null; readonly words: string
  /** What he complains about, where he is not satisfied. */ readonly complaint: ComplaintKind | null
}

/** FDS-2.9, WSS-2.8: an answered call has every score; whoever is not satisfied has a complaint with his words, whose clock runs from the call. */
export function whyNotRecord({ result, scores, satisfied, words, complaint }: ContactFacts): Refusal | null {
  if (result !== 'reached') return null
  if (satisfied === null || questions.some((question) => scores[question] === undefined)) return new Refusal('care.scores-missing')
  if (!satisfied && complaint === null) return new Refusal('care.complaint-missing')
  return complaint !== null && words.trim() === '' ? new Refusal('care.words-missing') : null
}
