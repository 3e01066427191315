import type { Fen } from '../../../kernel/money.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { onlyIn } from '../../../kernel/life.ts'
import type { Status } from '../../repair-orders/domain/life.ts'
import { whyNotTake, type Money } from './till.ts'

/** Before the settlement: after it the customer pays his statement. */
const beforeSettlement = onlyIn<Status>('quoted', 'arrived', 'received', 'estimated', 'authorised', 'in_work', 'in_inspection', 'ready')

export type DepositFacts = Money & { readonly status: Status; readonly till: 'none' | 'open' | 'closed' }

/** Null means money may be taken for a visit that is not settled yet (rules.md, Deposit). */
export const whyNotDeposit = (facts: DepositFacts): Refusal | null => (beforeSettlement(facts) ? whyNotTake(facts) : new Refusal('settlement.no-deposit-now'))

/** What of a deposit goes into the customer's statement: all that is there, never more than he owes. */
export const usedOf = (heldFen: Fen, dueFen: Fen): Fen => Math.min(heldFen, dueFen)

/** Null means what was paid above what is due may be kept for the customer: his own statement, paid up by this payment. */
export function whyNotKeep({ payer, dueFen, amountFen, keepFen }: { readonly payer: string; readonly dueFen: Fen; readonly amountFen: Fen; readonly keepFen: Fen }): Refusal | null {
  if (keepFen === 0) return null
  return payer === 'customer' && amountFen === dueFen ? null : new Refusal('settlement.keep-only-above-due')
}
