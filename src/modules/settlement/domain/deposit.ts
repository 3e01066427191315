import type { Fen } from '../../../kernel/money.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { onlyIn } from '../../../kernel/life.ts'
import type { Status } from '../../repair-orders/domain/life.ts'

/** Before the settlement: after it the customer pays his statement. */
const beforeSettlement = onlyIn<Status>('quoted', 'arrived', 'received', 'estimated', 'authorised', 'in_work', 'in_inspection', 'ready')

export type DepositFacts = { readonly status: Status; readonly way: string; readonly reference: string; readonly till: 'none' | 'open' | 'closed' }

/** Null means money may be taken for a visit that is not settled yet (rules.md, Deposit). */
export function whyNotDeposit({ status, way, reference, till }: DepositFacts): Refusal | null {
  if (!beforeSettlement({ status })) return new Refusal('settlement.no-deposit-now')
  if (till === 'closed') return new Refusal('settlement.till-closed')
  if (way === 'cash' && till !== 'open') return new Refusal('settlement.till-not-open')
  return way !== 'cash' && reference.trim() === '' ? new Refusal('settlement.reference-missing') : null
}

/** What of a deposit goes into the customer's statement: all that is there, never more than he owes. */
export const usedOf = (heldFen: Fen, dueFen: Fen): Fen => Math.min(heldFen, dueFen)

/** Null means what was paid above what is due may be kept for the customer: his own statement, paid up by this payment. */
export function whyNotKeep({ payer, dueFen, amountFen, keepFen }: { readonly payer: string; readonly dueFen: Fen; readonly amountFen: Fen; readonly keepFen: Fen }): Refusal | null {
  if (keepFen === 0) return null
  return payer === 'customer' && amountFen === dueFen ? null : new Refusal('settlement.keep-only-above-due')
}
