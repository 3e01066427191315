import { mayFollow, type Life } from '../../../kernel/life.ts'
import { Refusal } from '../../../kernel/refusal.ts'

export const claimStatuses = ['asked', 'signed', 'approved', 'settled', 'sent-back', 'withdrawn', 'reversed'] as const
export type ClaimStatus = (typeof claimStatuses)[number]

/** The station manager signs, the finance manager approves (PTS-6.1), the cashier pays or settles the IOU with it (PTS-6.2). */
export const claimLife: Life<ClaimStatus> = {
  asked: ['signed', 'sent-back'],
  signed: ['approved', 'sent-back'],
  approved: ['settled'],
  settled: ['reversed'],
  'sent-back': ['asked', 'withdrawn'],
  withdrawn: [],
  reversed: [],
}

export const steps = ['signature', 'approval'] as const
export type Step = (typeof steps)[number]
export const stepLeadsTo: Readonly<Record<Step, ClaimStatus>> = { signature: 'signed', approval: 'approved' }

/** Whose yes is awaited; null where none is. */
export const nextStep = (status: ClaimStatus): Step | null => steps.find((step) => mayFollow(claimLife, status, stepLeadsTo[step])) ?? null

export type SignFacts = { readonly status: ClaimStatus; readonly step: Step; readonly personId: string; readonly signedBy: string | null; readonly by: string }

/** Two people, in this order, and neither of them for himself. */
export function whyNotSign({ status, step, personId, signedBy, by }: SignFacts): Refusal | null {
  if (nextStep(status) !== step) return new Refusal('expenses.not-its-turn')
  if (personId === by) return new Refusal('expenses.own-claim')
  return step === 'approval' && signedBy === by ? new Refusal('expenses.signed-already') : null
}

export function whyNotClaim({ spentOn, today }: { readonly spentOn: string; readonly today: string }): Refusal | null {
  return spentOn > today ? new Refusal('expenses.spent-in-future') : null
}

export const whyNotAgain = (status: ClaimStatus): Refusal | null => (mayFollow(claimLife, status, 'asked') ? null : new Refusal('expenses.not-sent-back'))

export type SettleFacts = { readonly status: ClaimStatus; readonly personId: string; readonly by: string; /** Its kind asks for a picture of the invoice, and there is none. */ readonly receiptMissing: boolean }

/** Nobody pays himself, and nothing without its invoice where the kind asks for it (PTS-6.1). */
export function whyNotSettle({ status, personId, by, receiptMissing }: SettleFacts): Refusal | null {
  if (!mayFollow(claimLife, status, 'settled')) return new Refusal('expenses.not-approved')
  if (personId === by) return new Refusal('expenses.own-claim')
  return receiptMissing ? new Refusal('expenses.receipt-missing') : null
}

/** A picture may come until the till has paid, and with what was sent back. */
export const takesReceipts = (status: ClaimStatus): boolean => mayFollow(claimLife, status, 'settled') || nextStep(status) !== null || whyNotAgain(status) === null

/** Out of the till; below zero what was left of the advance comes back into it. */
export const paidAtSettling = (amountFen: number, advanceFen: number | null): number => amountFen - (advanceFen ?? 0)

/** By a counter-entry, once, by somebody else than who paid. */
export function whyNotReverse({ status, settledBy, by }: { readonly status: ClaimStatus; readonly settledBy: string | null; readonly by: string }): Refusal | null {
  if (!mayFollow(claimLife, status, 'reversed')) return new Refusal('expenses.nothing-settled')
  return settledBy === by ? new Refusal('expenses.own-settlement') : null
}
