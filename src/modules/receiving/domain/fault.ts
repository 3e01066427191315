import { mayFollow, type Life } from '../../../kernel/life.ts'
import { Refusal } from '../../../kernel/refusal.ts'

export const faultStatuses = ['open', 'reported', 'closed'] as const
export type FaultStatus = (typeof faultStatuses)[number]

export const faultLife: Life<FaultStatus> = {
  open: ['reported', 'closed'],
  reported: ['reported', 'closed'], // pressed for again
  closed: [],
}

/** What the supplier does about it; withdrawn: its receipt was reversed, or it was a mistake. */
export const outcomes = ['sent-after', 'credited', 'sent-back', 'kept', 'withdrawn'] as const
export type Outcome = (typeof outcomes)[number]

/** PPL-6.2: pressed for when the supplier has not answered for so long. */
export const chaseAfterDays = 3

export const whyNotReport = ({ status }: { readonly status: FaultStatus }): Refusal | null => (mayFollow(faultLife, status, 'reported') ? null : new Refusal('receiving.fault-closed'))

/** Closed with the supplier's answer; only what was reported has one. */
export function whyNotClose({ status, answer, outcome }: { readonly status: FaultStatus; readonly answer: string; readonly outcome: Outcome }): Refusal | null {
  if (!mayFollow(faultLife, status, 'closed')) return new Refusal('receiving.fault-closed')
  if (answer.trim() === '') return new Refusal('receiving.answer-missing')
  return status === 'open' && outcome !== 'withdrawn' && outcome !== 'kept' ? new Refusal('receiving.not-reported') : null
}

/** Still waiting for an answer, and nobody has said a word to the supplier for days. */
export const waitsForWord = ({ status, foundAt, reportedAt }: { readonly status: FaultStatus; readonly foundAt: Date; readonly reportedAt: Date | null }, now: Date): boolean =>
  status === 'open' || (status === 'reported' && now.getTime() - (reportedAt ?? foundAt).getTime() > chaseAfterDays * 86_400_000)
