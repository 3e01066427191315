import { Refusal } from '../../../kernel/refusal.ts'

export const ways = ['cash', 'wechat', 'alipay', 'card', 'transfer'] as const
export type Way = (typeof ways)[number]

export type TillDay = { readonly openedAt: Date; readonly closedAt: Date | null }

export const tillState = (till: TillDay | null): 'none' | 'open' | 'closed' => (till === null ? 'none' : till.closedAt === null ? 'open' : 'closed')

/** Money that comes in: how, how much, the number that the other side gave it, and what its channel keeps of it. */
export type Money = { readonly way: Way; readonly amountFen: number; readonly reference: string; readonly feeFen: number }

/** Null means the day takes this money. Cash needs an open till and has no fee; everything else needs the number that the other side gave it. */
export function whyNotTake({ way, amountFen, reference, feeFen, till }: Money & { readonly till: ReturnType<typeof tillState> }): Refusal | null {
  if (till === 'closed') return new Refusal('settlement.till-closed')
  if (way === 'cash') return till !== 'open' ? new Refusal('settlement.till-not-open') : feeFen > 0 ? new Refusal('settlement.no-fee-of-cash') : null
  if (reference.trim() === '') return new Refusal('settlement.reference-missing')
  return feeFen > amountFen ? new Refusal('settlement.fee-above-payment') : null
}

export type WayStated = { readonly way: Way; /** By the books. */ readonly takenFen: number; /** By the statement of the channel; null: nobody compared. */ readonly statedFen: number | null }
export type CloseFacts = { readonly expectedFen: number; readonly countedFen: number; readonly ways: readonly WayStated[]; readonly reason: string }

export const differsFrom = ({ takenFen, statedFen }: WayStated): number => (statedFen ?? takenFen) - takenFen

/** Null means the day may be closed: counted = float + cash of the day, each channel states what the books say, or the difference has its reason. */
export function whyNotCloseTill(till: TillDay | null, { expectedFen, countedFen, ways: stated, reason }: CloseFacts): Refusal | null {
  if (till === null) return new Refusal('settlement.till-not-open')
  if (till.closedAt !== null) return new Refusal('settlement.till-closed')
  if (stated.some(({ statedFen }) => statedFen === null)) return new Refusal('settlement.way-not-stated')
  if (reason.trim() !== '') return null
  if (expectedFen !== countedFen) return new Refusal('settlement.till-difference', { difference: (countedFen - expectedFen) / 100 })
  const off = stated.find((way) => differsFrom(way) !== 0)
  return off === undefined ? null : new Refusal('settlement.way-difference', { difference: differsFrom(off) / 100 })
}

export type RefundFacts = { readonly cash: boolean; readonly amountFen: number; readonly till: ReturnType<typeof tillState>; /** What the drawer should hold; asked for cash alone. */ readonly inTillFen: number }

/** Null means the money may go back today: never into a closed day, and cash only out of a drawer that holds it. */
export function whyNotRefund({ cash, amountFen, till, inTillFen }: RefundFacts): Refusal | null {
  if (till === 'closed') return new Refusal('settlement.till-closed')
  if (cash && till === 'none') return new Refusal('settlement.till-not-open')
  return cash && amountFen > inTillFen ? new Refusal('settlement.till-short', { cash: inTillFen / 100 }) : null
}
