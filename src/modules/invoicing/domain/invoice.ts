import type { Fen } from '../../../kernel/money.ts'
import { Refusal } from '../../../kernel/refusal.ts'

export type InvoiceFacts = {
  readonly reversed: boolean
  readonly totalFen: Fen
  readonly payer: string
  /** A blue invoice of this statement without its red one. */
  readonly standing: boolean
  readonly numberTaken: boolean
}

/** What the house bears itself is nobody's revenue. */
export const ownCost: readonly string[] = ['goodwill', 'internal']

/** Null means a (blue) invoice of this statement may be recorded, with the number the tax system gave it. */
export function whyNotInvoice({ reversed, totalFen, payer, standing, numberTaken }: InvoiceFacts): Refusal | null {
  if (reversed) return new Refusal('invoicing.statement-reversed')
  if (ownCost.includes(payer)) return new Refusal('invoicing.own-cost')
  if (totalFen <= 0) return new Refusal('invoicing.nothing-to-invoice')
  if (standing) return new Refusal('invoicing.invoiced-already')
  return numberTaken ? new Refusal('invoicing.number-taken') : null
}

/** Null means its red invoice may be recorded: of a blue one, once. */
export function whyNotRed({ isRed, taken, numberTaken }: { readonly isRed: boolean; /** It has a red one already. */ readonly taken: boolean; readonly numberTaken: boolean }): Refusal | null {
  if (isRed || taken) return new Refusal('invoicing.taken-back-already')
  return numberTaken ? new Refusal('invoicing.number-taken') : null
}

type Due = { readonly statementId: string; readonly dueFen: Fen }

/** How one payment goes over many statements: the first due first, each as far as it goes. What is left over is more than is due. */
export function spread(amountFen: Fen, dues: readonly Due[]): { readonly parts: readonly { readonly statementId: string; readonly amountFen: Fen }[]; readonly overFen: Fen } {
  let rest = amountFen
  const parts = dues.flatMap(({ statementId, dueFen }) => {
    const part = Math.min(rest, dueFen)
    rest -= part
    return part > 0 ? [{ statementId, amountFen: part }] : []
  })
  return { parts, overFen: rest }
}
