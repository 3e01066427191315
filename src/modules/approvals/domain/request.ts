import { Refusal } from '../../../kernel/refusal.ts'

/** What somebody who may not do it himself asks for; each is carried out by the module that owns it. */
export const requestKinds = ['refund', 'reversal', 'allowance', 'credit', 'reallocation', 'count-differences', 'parts-order', 'scrap-check', 'scrap-approval', 'scrap-signature', 'scrap-reversal', 'supplier-payment', 'price-list', 'expense-signature', 'expense-approval', 'erasure', 'counter-price', 'cod-write-off'] as const
export type RequestKind = (typeof requestKinds)[number]
/** The page on which what a kind is about is seen in full, where it is about no car. */
export const requestPages: Readonly<Partial<Record<RequestKind, string>>> = {
  'count-differences': '/counts', 'parts-order': '/parts-orders', 'counter-price': '/counter', 'cod-write-off': '/counter', 'scrap-check': '/scraps', 'scrap-approval': '/scraps', 'scrap-signature': '/scraps', 'scrap-reversal': '/scraps',
  'supplier-payment': '/supplier-statements', 'price-list': '/price-lists', 'expense-signature': '/expenses', 'expense-approval': '/expenses', 'erasure': '/personal-data-erasures',
}
export const requestStates = ['asked', 'approved', 'refused', 'withdrawn'] as const
export type RequestState = (typeof requestStates)[number]

type Facts = { readonly state: RequestState; readonly personId: string; readonly by: string }

/** Nobody decides on his own request, and each is decided once. */
export function whyNotDecide({ state, personId, by }: Facts): Refusal | null {
  if (state !== 'asked') return new Refusal('approvals.decided-already')
  return personId === by ? new Refusal('approvals.own-request') : null
}

/** Taken back by who asked, as long as nobody decided. */
export function whyNotWithdraw({ state, personId, by }: Facts): Refusal | null {
  if (state !== 'asked') return new Refusal('approvals.decided-already')
  return personId === by ? null : new Refusal('approvals.not-your-request')
}
