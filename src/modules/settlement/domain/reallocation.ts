import { allocate, netOf, sumOf, type Fen } from '../../../kernel/money.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Payer } from '../../catalogue/domain/payers.ts'

/** Who can refuse a claim; what moved to somebody else before can move on, or back. */
export const claimants = ['insurer', 'warranty', 'free-maintenance'] as const satisfies readonly Payer[]
export type Claimant = (typeof claimants)[number]
export const isClaimant = (payer: Payer): payer is Claimant => claimants.some((one) => one === payer)

export type ReallocationFacts = {
  readonly payer: Payer
  readonly to: Payer
  readonly reversed: boolean
  /** The statement is itself the upper one of a supplement pair. */
  readonly supplement: boolean
  readonly totalFen: Fen
  readonly dueFen: Fen
  readonly amountFen: Fen
  readonly reason: string
}

/** Null means so much of this statement may move to another payer: what was refused of a claim, up to what is still due (rules.md, Reversal). */
export function whyNotReallocate({ payer, to, reversed, supplement, totalFen, dueFen, amountFen, reason }: ReallocationFacts): Refusal | null {
  if (reversed) return new Refusal('settlement.reversed')
  if (totalFen < 0 || (!supplement && !isClaimant(payer))) return new Refusal('settlement.not-a-claim')
  if (to === payer) return new Refusal('settlement.same-payer')
  if (amountFen <= 0 || amountFen > dueFen) return new Refusal('settlement.refused-above-due', { due: dueFen / 100 })
  return reason.trim() === '' ? new Refusal('settlement.refusal-needs-reason') : null
}

/** Of a line: what of it the payer still bears, with its net and tax. */
export type BorneLine = { readonly lineId: string; readonly amountFen: Fen; readonly netFen: Fen; readonly taxFen: Fen; readonly vatPercent: number }

/**
 * What moves of each line when so much is refused: spread by largest remainder over what the payer bears of it. A line that moves whole takes
 * exactly its own net and tax, so that a claim refused whole leaves nothing behind.
 */
export function refusedLines(lines: readonly BorneLine[], amountFen: Fen): BorneLine[] {
  const spread = allocate(amountFen, lines.map((line) => line.amountFen))
  return lines.flatMap((line, index) => {
    const moved = spread[index] ?? 0
    if (moved === 0) return []
    const netFen = moved === line.amountFen ? line.netFen : netOf(moved, line.vatPercent)
    return [{ ...line, amountFen: moved, netFen, taxFen: moved - netFen }]
  })
}

type Sums = { readonly totalFen: Fen; readonly netFen: Fen; readonly taxFen: Fen }

/** Both statements of the pair: the same figures, below zero for who refused, above for who pays instead. */
export function supplementFigures(lines: readonly BorneLine[]): { readonly counter: Sums; readonly other: Sums } {
  const [totalFen, netFen, taxFen] = [sumOf(lines.map((line) => line.amountFen)), sumOf(lines.map((line) => line.netFen)), sumOf(lines.map((line) => line.taxFen))]
  return { counter: { totalFen: -totalFen, netFen: -netFen, taxFen: -taxFen }, other: { totalFen, netFen, taxFen } }
}

/** What a payer bears of each line: his own statement less what moved away by earlier counter statements. */
export function borneLines(own: readonly (BorneLine & { readonly allowanceFen: Fen })[], moved: readonly BorneLine[]): BorneLine[] {
  return own.map(({ allowanceFen, ...line }) => {
    const gone = moved.filter(({ lineId }) => lineId === line.lineId)
    const left = (key: 'amountFen' | 'netFen' | 'taxFen') => sumOf(gone.map((one) => one[key]))
    return { ...line, amountFen: line.amountFen - allowanceFen + left('amountFen'), netFen: line.netFen + left('netFen'), taxFen: line.taxFen + left('taxFen') }
  })
}
