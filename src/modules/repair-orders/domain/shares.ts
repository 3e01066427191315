import type { Fen } from '../../../kernel/money.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Payer } from '../../catalogue/domain/payers.ts'

export const shareKinds = ['share', 'amount', 'deductible'] as const
export type ShareKind = (typeof shareKinds)[number]

/** What another payer takes of a line. `value`: hundredths of a percent for a share (10,000 is all of it), fen for an amount or a deductible. */
export type Share = { readonly payer: Payer; readonly kind: ShareKind; readonly value: number }
export type Portion = { readonly payer: Payer; readonly amountFen: Fen }

type SharedLine = { readonly payer: Payer; readonly amountFen: Fen; readonly shares?: readonly Share[] }

export const wholeShare = 10_000

const takenBy = ({ kind, value }: Share, amountFen: Fen): Fen => (kind === 'share' ? Number((BigInt(amountFen) * BigInt(value)) / BigInt(wholeShare)) : value)

/**
 * Who pays how much of a line: the others what they take, as far as it goes, the main payer the rest and with it the odd fen (rules.md, Split line).
 * The portions always sum to the line; who pays nothing of it is left out, the main payer of an undivided line never.
 */
export function portionsOf({ payer, amountFen, shares = [] }: SharedLine): Portion[] {
  let rest = amountFen
  const others = shares.map((share) => {
    const taken = Math.min(rest, takenBy(share, amountFen))
    rest -= taken
    return { payer: share.payer, amountFen: taken }
  })
  return [{ payer, amountFen: rest }, ...others].filter((portion) => portion.amountFen > 0 || shares.length === 0)
}

/** Null means a line of this amount may be shared so. */
export function whyNotShare({ payer, amountFen, shares = [] }: SharedLine): Refusal | null {
  const payers = [payer, ...shares.map((share) => share.payer)]
  if (new Set(payers).size < payers.length) return new Refusal('repair-orders.share-payer-twice')
  if (shares.some(({ value }) => value <= 0)) return new Refusal('repair-orders.share-missing')
  if (shares.some((share) => share.kind === 'deductible' && (payer !== 'insurer' || share.payer !== 'customer'))) return new Refusal('repair-orders.deductible-of-insurer')
  const asked = shares.filter(({ kind }) => kind !== 'deductible').reduce((sum, share) => sum + takenBy(share, amountFen), 0)
  return asked > amountFen || shares.some(({ kind, value }) => kind === 'share' && value > wholeShare) ? new Refusal('repair-orders.shares-above-line', { whole: amountFen / 100 }) : null
}
