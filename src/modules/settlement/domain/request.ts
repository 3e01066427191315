import { Refusal } from '../../../kernel/refusal.ts'

/** What somebody without the right may ask for. */
export const requestKinds = ['refund', 'reversal'] as const
export type RequestKind = (typeof requestKinds)[number]
export const requestStates = ['asked', 'approved', 'refused', 'withdrawn'] as const
export type RequestState = (typeof requestStates)[number]

type Facts = { readonly state: RequestState; readonly personId: string; readonly by: string }

/** Nobody decides on his own request, and each is decided once. */
export function whyNotDecide({ state, personId, by }: Facts): Refusal | null {
  if (state !== 'asked') return new Refusal('settlement.decided-already')
  return personId === by ? new Refusal('settlement.own-request') : null
}

/** Taken back by who asked, as long as nobody decided. */
export function whyNotWithdraw({ state, personId, by }: Facts): Refusal | null {
  if (state !== 'asked') return new Refusal('settlement.decided-already')
  return personId === by ? null : new Refusal('settlement.not-your-request')
}
