import type { Fen } from '../../../kernel/money.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Payer } from '../../catalogue/domain/payers.ts'

export type CreditFacts = {
  readonly payer: Payer
  readonly reversed: boolean
  readonly onCredit: boolean
  /** The owner of the car owes it; a visit without a known owner has no debtor. */
  readonly debtorKnown: boolean
  readonly dueFen: Fen
  /** Null: no credit was agreed with this customer. */
  readonly limitFen: Fen | null
  /** What he owes on credit already. */
  readonly usedFen: Fen
  readonly mayOverride: boolean
  readonly reason: string
}

/** Null means the customer may owe what is due until his due day (STM-4.13; rules.md, Delivery). Above the limit only by who may override it, with a reason. */
export function whyNotGrantCredit({ payer, reversed, onCredit, debtorKnown, dueFen, limitFen, usedFen, mayOverride, reason }: CreditFacts): Refusal | null {
  if (reversed) return new Refusal('settlement.reversed')
  if (payer !== 'customer') return new Refusal('settlement.credit-customer-only')
  if (onCredit) return new Refusal('settlement.on-credit-already')
  if (dueFen <= 0) return new Refusal('settlement.nothing-to-owe')
  if (!debtorKnown) return new Refusal('settlement.credit-needs-owner')
  if (limitFen === null) return new Refusal('settlement.no-credit-account')
  if (usedFen + dueFen <= limitFen) return null
  if (!mayOverride) return new Refusal('settlement.credit-over-limit', { limit: limitFen / 100, used: usedFen / 100 })
  return reason.trim() === '' ? new Refusal('settlement.override-needs-reason', { limit: limitFen / 100, used: usedFen / 100 }) : null
}
