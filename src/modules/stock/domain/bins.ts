import { Refusal } from '../../../kernel/refusal.ts'
import type { Thousandths } from '../../../kernel/money.ts'
import { planTake, type LotInBin } from './lots.ts'

export type BinFacts = { readonly kind: string; readonly code: string; readonly active: boolean; readonly blocked: string }

/** Null means this bin may be so; it goes out of use only when nothing lies in it (WHK-5.2). */
export function whyNotChangeBin({ kind, code, filled }: Pick<BinFacts, 'kind' | 'code'> & { readonly filled: boolean }, active: boolean): Refusal | null {
  if (kind !== 'bin') return new Refusal('stock.not-a-bin', { bin: code })
  return !active && filled ? new Refusal('stock.bin-not-empty', { bin: code }) : null
}

/**
 * How much of a lot in a bin nobody is on the way to fetch. The lists of jobs that wait name the oldest lots and their bins: those
 * pieces stay where the list says until they are handed out (WHK-3.1).
 */
export function freeToMove(lots: readonly LotInBin[], reserved: Thousandths, from: { readonly lotId: string; readonly placeId: string }): Thousandths {
  const all = lots.reduce((sum, { here }) => sum + here, 0)
  const held = planTake(lots, Math.min(reserved, all)) ?? []
  const sum = (rows: readonly { lotId: string; placeId: string; here?: number; thousandths?: number }[]) =>
    rows.filter(({ lotId, placeId }) => lotId === from.lotId && placeId === from.placeId).reduce((total, { here = 0, thousandths = 0 }) => total + here + thousandths, 0)
  return sum(lots) - sum(held)
}

export type BinMoveFacts = {
  readonly from: BinFacts; readonly to: BinFacts; readonly part: string
  readonly asked: Thousandths; /** Of this lot in the bin it leaves. */ readonly here: Thousandths; readonly free: Thousandths
}

/** Null means so much may go from one bin into the other. */
export function whyNotMoveBin({ from, to, part, asked, here, free }: BinMoveFacts): Refusal | null {
  if (from.code === to.code) return new Refusal('stock.same-bin', { bin: to.code })
  const unfit = [from, to].find(({ kind }) => kind !== 'bin') ?? (to.active ? undefined : to)
  if (unfit !== undefined) return new Refusal('stock.not-a-bin', { bin: unfit.code })
  if (to.blocked !== '') return new Refusal('stock.bin-blocked', { bin: to.code, reason: to.blocked })
  if (asked > here) return new Refusal('stock.bin-has-less', { bin: from.code, part, here: here / 1000, asked: asked / 1000 })
  return asked > free ? new Refusal('stock.bin-reserved', { bin: from.code, part, free: free / 1000, reserved: (here - free) / 1000 }) : null
}
