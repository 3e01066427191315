import { mayFollow, type Life } from '../../../kernel/life.ts'
import { Refusal } from '../../../kernel/refusal.ts'

export const returnStatuses = ['asked', 'agreed', 'sent', 'arrived', 'credited', 'withdrawn', 'reversed'] as const
export type ReturnStatus = (typeof returnStatuses)[number]

export const causes = ['wrong', 'damaged', 'unfitted', 'quality', 'overstock'] as const
export type Cause = (typeof causes)[number]

/** Applied for, agreed by phone, sent on its slip, confirmed by phone (PPL-9.2), credited in the statement of the month; a statement opened again takes the credit back. */
export const returnLife: Life<ReturnStatus> = {
  asked: ['agreed', 'withdrawn'],
  agreed: ['agreed', 'sent', 'withdrawn'],
  sent: ['arrived', 'credited', 'reversed'],
  arrived: ['credited', 'reversed'],
  credited: ['sent', 'arrived'],
  withdrawn: [],
  reversed: [],
}

/** On their way or owed to us: what the list of open returns and its ages count. */
export const openStatuses = ['asked', 'agreed', 'sent', 'arrived'] as const satisfies readonly ReturnStatus[]

/** So many days after it was applied for, a return that the supplier does not have yet is overdue (STM-5.4). */
export const overdueDays = 14

/** Ages of open returns, in days: from each to the day before the next. */
export const ageBounds = [0, 8, 15, 31] as const

/** A part that was not fitted belongs to a car: its plate or repair order stands on the slip (PTS-2.4). */
export function whyNotAsk({ about, causes: named }: { readonly about: string; readonly causes: readonly Cause[] }): Refusal | null {
  return named.includes('unfitted') && about.trim() === '' ? new Refusal('supplier-returns.unfitted-names-car') : null
}

/** Each line once; what the supplier credits is said for all of them. */
export function whyNotAgree({ status, lines, credits }: { readonly status: ReturnStatus; readonly lines: readonly string[]; readonly credits: readonly string[] }): Refusal | null {
  if (!mayFollow(returnLife, status, 'agreed')) return new Refusal('supplier-returns.not-to-agree')
  return lines.length === credits.length && lines.every((id) => credits.includes(id)) ? null : new Refusal('supplier-returns.credit-missing')
}

/** Nothing leaves before the supplier said yes. */
export const whyNotSend = (status: ReturnStatus): Refusal | null => (mayFollow(returnLife, status, 'sent') && status === 'agreed' ? null : new Refusal('supplier-returns.not-agreed'))

export function whyNotTakeSlip({ status, slipTaken }: { readonly status: ReturnStatus; readonly slipTaken: boolean }): Refusal | null {
  if (slipTaken) return new Refusal('supplier-returns.slip-taken')
  return status === 'sent' || status === 'arrived' || status === 'credited' ? null : new Refusal('supplier-returns.not-sent')
}

export function whyNotConfirm({ status, arrived }: { readonly status: ReturnStatus; readonly arrived: boolean }): Refusal | null {
  if (arrived) return new Refusal('supplier-returns.arrived-already')
  return status === 'sent' || status === 'credited' ? null : new Refusal('supplier-returns.not-sent')
}

export const whyNotWithdraw = (status: ReturnStatus): Refusal | null => (mayFollow(returnLife, status, 'withdrawn') ? null : new Refusal('supplier-returns.sent-already'))

/** By counter moves, once, and before the supplier credited it. */
export function whyNotReverse({ status, statement }: { readonly status: ReturnStatus; readonly statement: string | null }): Refusal | null {
  if (statement !== null) return new Refusal('supplier-returns.credited-already', { statement })
  return mayFollow(returnLife, status, 'reversed') ? null : new Refusal('supplier-returns.nothing-to-reverse')
}
