import { Refusal } from '../../../kernel/refusal.ts'
import { whyNotBecome, type CountStatus } from './life.ts'

export const differenceReasons = ['misplaced', 'not-booked', 'wrong-part', 'damaged', 'unit', 'lost', 'unknown'] as const
export type DifferenceReason = (typeof differenceReasons)[number]

/** Each difference gets a reason and words (PTS-8.3); where there is none, there is nothing to explain. */
export function whyNotExplain({ status, difference, words }: { readonly status: CountStatus; readonly difference: number; readonly words: string }): Refusal | null {
  if (status !== 'explaining') return new Refusal('counts.not-now')
  if (difference === 0) return new Refusal('counts.no-difference')
  return words.trim() === '' ? new Refusal('counts.words-missing') : null
}

/** The supervisor sends it to finance once every difference is explained (PTS-8.4). */
export const whyNotSubmit = (status: CountStatus, unexplained: number): Refusal | null =>
  whyNotBecome(status, 'explained') ?? (unexplained > 0 ? new Refusal('counts.unexplained', { count: unexplained }) : null)

/** Finance decides, and nobody who stood at the shelves (PTS-8.4). That who asked does not decide is the inbox's own rule. */
export const whyNotApprove = (status: CountStatus, counted: boolean): Refusal | null =>
  whyNotBecome(status, 'approved') ?? (counted ? new Refusal('counts.counted-himself') : null)

/** The planner adjusts after the yes (PPL-7.2), and not by his own yes. */
export const whyNotAdjust = (status: CountStatus): Refusal | null => (status === 'approved' ? null : new Refusal('counts.not-approved'))

/** By counter moves, once: a reversed count is over. */
export function whyNotReverse(status: CountStatus, adjusted: boolean): Refusal | null {
  if (status === 'reversed') return new Refusal('counts.reversed-already')
  return adjusted ? whyNotBecome(status, 'reversed') : new Refusal('counts.nothing-to-reverse')
}

export const whyNotClose = (status: CountStatus): Refusal | null => (status === 'adjusted' ? null : new Refusal('counts.not-adjusted'))

/** Lines whose books were right, of those counted, in hundredths of a percent; of nothing there is none. */
export const accuracyOf = (right: number, lines: number): number | null => (lines === 0 ? null : Math.floor((right * 10_000) / lines))
