import { addDays, type LocalDay } from '../../../kernel/time.ts'
import type { Origin, PartUrgency, Source } from './request.ts'

/** By a kind of order at its share of the usual purchase price. */
export const costBy = (unitCostFen: number, { pricePercent }: { readonly pricePercent: number }): number => Math.round((unitCostFen * pricePercent) / 100)

/** A kind that is for a job or a sale is not for the shelf; another store gives only what it has. */
export const fitsRequest = ({ origin, thousandths }: { readonly origin: Origin; readonly thousandths: number }, { needsJob, free }: { readonly needsJob: boolean; /** Null: nobody's shelf is asked. */ readonly free: number | null }): boolean =>
  (!needsJob || origin !== 'hand') && (free === null || free >= thousandths)

/** Where a part may come from. */
export type SourceOption = {
  readonly source: Source; readonly eta: LocalDay; /** Serves the whole request as it stands. */ readonly fits: boolean
  /** Of a unit, to compare by. Where nobody knows what a unit costs, the factors of the kinds still tell the cheaper one. */ readonly comparedFen: number
}

export const adviceReasons = ['earliest', 'cheapest-in-time', 'cheapest'] as const
export type AdviceReason = (typeof adviceReasons)[number]
const reasonOf: Readonly<Record<PartUrgency, AdviceReason>> = { 'off-road': 'earliest', waiting: 'cheapest-in-time', normal: 'cheapest' }

/** What lies in the group goes before what is bought, where day and cost are the same. */
const groupFirst = (a: SourceOption, b: SourceOption): number => Number(a.source !== 'transfer') - Number(b.source !== 'transfer')
const byCost = (a: SourceOption, b: SourceOption): number => a.comparedFen - b.comparedFen
export const byDay = (a: SourceOption, b: SourceOption): number => a.eta.localeCompare(b.eta) || byCost(a, b) || groupFirst(a, b)

/**
 * The one advice, for the board of promises and for who sets the source (PTS-1.3): who stands on the road takes the earliest, the cheaper of two that come on one day;
 * who waits takes the cheapest that comes at most two days after the earliest; nobody in a hurry takes the cheapest, the earlier of two at one cost. Null: nothing fits.
 */
export function adviseSource<Option extends SourceOption>(options: readonly Option[], urgency: PartUrgency): { readonly option: Option; readonly reason: AdviceReason } | null {
  const fitting = options.filter(({ fits }) => fits).toSorted(byDay)
  const [earliest] = fitting
  if (earliest === undefined) return null
  const latest = addDays(earliest.eta, 2)
  const [cheapest = earliest] = fitting.filter(({ eta }) => urgency === 'normal' || eta <= latest).toSorted((a, b) => byCost(a, b) || byDay(a, b))
  return { option: urgency === 'off-road' ? earliest : cheapest, reason: reasonOf[urgency] }
}
