import { Refusal } from '../../../kernel/refusal.ts'

export const ways = ['cash', 'wechat', 'alipay', 'card', 'transfer'] as const
export type Way = (typeof ways)[number]

export type TillDay = { readonly openedAt: Date; readonly closedAt: Date | null }

export const tillState = (till: TillDay | null): 'none' | 'open' | 'closed' => (till === null ? 'none' : till.closedAt === null ? 'open' : 'closed')

/** Null means the day may be closed: counted = float + cash of the day, or the difference has its reason. */
export function whyNotCloseTill(till: TillDay | null, expectedFen: number, countedFen: number, reason: string): Refusal | null {
  if (till === null) return new Refusal('settlement.till-not-open')
  if (till.closedAt !== null) return new Refusal('settlement.till-closed')
  if (expectedFen !== countedFen && reason.trim() === '') return new Refusal('settlement.till-difference', { difference: (countedFen - expectedFen) / 100 })
  return null
}

export type RefundFacts = { readonly cash: boolean; readonly amountFen: number; readonly till: ReturnType<typeof tillState>; /** What the drawer should hold; asked for cash alone. */ readonly inTillFen: number }

/** Null means the money may go back today: never into a closed day, and cash only out of a drawer that holds it. */
export function whyNotRefund({ cash, amountFen, till, inTillFen }: RefundFacts): Refusal | null {
  if (till === 'closed') return new Refusal('settlement.till-closed')
  if (cash && till === 'none') return new Refusal('settlement.till-not-open')
  return cash && amountFen > inTillFen ? new Refusal('settlement.till-short', { cash: inTillFen / 100 }) : null
}
