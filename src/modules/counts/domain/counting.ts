import type { Fen, Thousandths } from '../../../kernel/money.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { costByLatest } from '../../stock/domain/lots.ts'
import { whyNotBecome, type CountStatus } from './life.ts'

/** One time that somebody counted a line: what the books said at that moment, and what lay there. */
export type Entry = { readonly personId: string; readonly expected: Thousandths; readonly counted: Thousandths }

export const differenceOf = ({ expected, counted }: Entry): Thousandths => counted - expected

/** A difference from so much on is counted again by somebody else: quantity or value, whichever is reached first; zero means each difference. */
export type Threshold = { readonly recountThousandths: Thousandths; readonly recountFen: Fen }

/** What a difference is worth by the latest receipt of its part. */
export const valueOf = (difference: Thousandths, latest: { readonly received: Thousandths; readonly cost: Fen } | undefined): Fen => Math.sign(difference) * costByLatest(latest, Math.abs(difference))

export const isBeyond = (difference: Thousandths, valueFen: Fen, { recountThousandths, recountFen }: Threshold): boolean =>
  difference !== 0 && (Math.abs(difference) >= recountThousandths || Math.abs(valueFen) >= recountFen)

/**
 * Whether somebody else must go to the shelf. Two different people who find the same difference settle it; two who find different ones need a third
 * time, and that one stands.
 */
export function needsRecount(entries: readonly Entry[], valueFen: Fen, threshold: Threshold): boolean {
  const [last, before] = [entries.at(-1), entries.at(-2)]
  if (last === undefined) return false
  if (before === undefined) return isBeyond(differenceOf(last), valueFen, threshold)
  return differenceOf(last) !== differenceOf(before) && entries.length < 3
}

export type EnterFacts = {
  readonly status: CountStatus; readonly by: string; readonly lastBy: string | null; readonly recount: boolean
  /** He read the briefing; a rolling count has none. */ readonly briefed: boolean
}

/** Null means this person may say what lies there. In a recount only the lines that want it, and never by who counted them last. */
export function whyNotEnter({ status, by, lastBy, recount, briefed }: EnterFacts): Refusal | null {
  if (status !== 'counting' && status !== 'recounting') return new Refusal('counts.not-counting')
  if (!briefed) return new Refusal('counts.read-first')
  if (lastBy === by) return new Refusal('counts.counted-by-you')
  return status === 'recounting' && !recount ? new Refusal('counts.no-recount-here') : null
}

/** A part that lies where the list has none comes onto it while everybody counts; later it is a new count's. */
export function whyNotFind(status: CountStatus, thousandths: Thousandths, inAnotherCount: boolean): Refusal | null {
  if (status !== 'counting') return new Refusal('counts.not-counting')
  if (thousandths === 0) return new Refusal('counts.nothing-found')
  return inAnotherCount ? new Refusal('counts.in-another-count') : null
}

export type Progress = { readonly lines: number; readonly uncounted: number; readonly toRecount: number; readonly different: number }

/** Where a count goes when the counters say that they are done: to a recount, to the explanations, or to its end where the books are right. */
export function afterCounting(status: CountStatus, { lines, uncounted, toRecount, different }: Progress): CountStatus | Refusal {
  if (status !== 'counting' && status !== 'recounting') return new Refusal('counts.not-counting')
  if (lines === 0) return new Refusal('counts.nothing-counted')
  if (uncounted > 0) return new Refusal('counts.uncounted', { count: uncounted })
  if (toRecount > 0) return status === 'counting' ? 'recounting' : new Refusal('counts.to-recount', { count: toRecount })
  return different > 0 ? 'explaining' : 'closed'
}

/** Null means the shelf may be looked at once more: nothing is adjusted yet. */
export const whyNotCountAgain = (status: CountStatus): Refusal | null => whyNotBecome(status, 'recounting') ?? (status === 'counting' ? new Refusal('counts.not-now') : null)
