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
