import { mayFollow, type Life } from '../../../kernel/life.ts'
import { Refusal } from '../../../kernel/refusal.ts'

export const claimStatuses = ['open', 'accepted', 'refused', 'closed', 'withdrawn'] as const
export type ClaimStatus = (typeof claimStatuses)[number]

export const remedies = ['replacement', 'credit', 'money'] as const
export type Remedy = (typeof remedies)[number]

/** Answered by the supplier, then closed when what he promised is there (PTS-2.3); an answer that does not hold opens it again. */
export const claimLife: Life<ClaimStatus> = {
  open: ['accepted', 'refused', 'withdrawn'],
  accepted: ['closed', 'open'],
  refused: ['closed', 'open'],
  closed: ['open'],
  withdrawn: [],
}

/** Days a supplier has for his answer where nothing else is agreed (PTS-2.3). */
export const presetDays = 3

export type OpenFacts = { readonly dueDay: string; readonly today: string; readonly basis: string; readonly known: boolean; readonly part: string; readonly onPaper: boolean }

/** A repair order or a receipt stands behind every claim, and the part stands on it. */
export function whyNotOpen({ dueDay, today, basis, known, part, onPaper }: OpenFacts): Refusal | null {
  if (dueDay < today) return new Refusal('supplier-returns.due-in-past')
  if (!known) return new Refusal('supplier-returns.no-such-paper', { number: basis })
  return onPaper ? null : new Refusal('supplier-returns.part-not-on-paper', { number: basis, part })
}

export type AnswerFacts = { readonly status: ClaimStatus; readonly remedy: Remedy | null; readonly grantedFen: number; readonly claimedFen: number }

/** Refused, or accepted with what he gives: never more than was claimed. */
export function whyNotAnswer({ status, remedy, grantedFen, claimedFen }: AnswerFacts): Refusal | null {
  if (!mayFollow(claimLife, status, 'accepted')) return new Refusal('supplier-returns.claim-not-open')
  if (remedy === null) return null
  if (remedy !== 'replacement' && grantedFen <= 0) return new Refusal('supplier-returns.granted-missing')
  return grantedFen > claimedFen ? new Refusal('supplier-returns.granted-too-much', { claimed: (claimedFen / 100).toFixed(2) }) : null
}

type EndFacts = { readonly status: ClaimStatus; readonly remedy: Remedy | null; readonly statement: string | null }

/** A credit counts when it stood in a closed statement. */
export function whyNotClose({ status, remedy, statement }: EndFacts): Refusal | null {
  if (!mayFollow(claimLife, status, 'closed')) return new Refusal('supplier-returns.claim-not-answered')
  return remedy === 'credit' && statement === null ? new Refusal('supplier-returns.claim-not-credited') : null
}

export function whyNotReopen({ status, statement }: EndFacts): Refusal | null {
  if (statement !== null) return new Refusal('supplier-returns.credited-already', { statement })
  return mayFollow(claimLife, status, 'open') ? null : new Refusal('supplier-returns.claim-not-answered')
}

export const whyNotWithdrawClaim = (status: ClaimStatus): Refusal | null => (mayFollow(claimLife, status, 'withdrawn') ? null : new Refusal('supplier-returns.claim-not-open'))
