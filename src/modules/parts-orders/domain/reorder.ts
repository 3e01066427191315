import { methodFor, methods } from '../../planning/domain/forecast.ts'
import { orderUpTo, over, quantile, type OrderRules } from '../../planning/domain/order-up-to.ts'

/** As the forecast command has them: three M orders a month, one part in twenty may be missing. */
export const presetRules: OrderRules = { leadMonths: 1, reviewMonths: 1 / 3, service: 0.95 }

export type PartDemand = {
  /** Units by month, oldest first. */
  readonly series: readonly number[]
  /** In thousandths; on its way for the shelf, what is ordered for a job left out. */
  readonly onHand: number; readonly reserved: number; readonly onOrder: number; readonly pack: number
}
/** In thousandths. */
export type Proposal = { readonly point: number; readonly upTo: number; readonly position: number; readonly proposed: number }

/**
 * The position (on hand − reserved + on order) at or below the reorder point is brought up to the level that covers lead time and review period, in whole packs.
 * The point covers the lead time alone: what is asked for while the order is under way.
 */
export function proposalFor({ series, onHand, reserved, onOrder, pack }: PartDemand, rules: OrderRules = presetRules): Proposal {
  const demand = methods[methodFor(series)](series)
  const point = quantile(over(demand, rules.leadMonths), rules.service) * 1_000
  const upTo = orderUpTo(demand, rules) * 1_000
  const position = onHand - reserved + onOrder
  const missing = demand.mean > 0 && position <= point ? Math.max(0, upTo - position) : Math.max(0, -position)
  return { point, upTo, position, proposed: Math.ceil(missing / Math.max(1, pack)) * pack }
}

/** A month as demand is counted: a calendar month under way would look like a fall. */
export const periodDays = 30

/** So many periods of thirty days up to today, the oldest first, without a use as zero; what came back more than went out counts as nothing. */
export const seriesOf = (uses: readonly { readonly back: number; readonly thousandths: number }[], periods: number): number[] =>
  Array.from({ length: periods }, (_, index) => Math.max(0, (uses.find(({ back }) => back === periods - 1 - index)?.thousandths ?? 0) / 1_000))
