import { methodFor, methods } from '../../planning/domain/forecast.ts'
import { orderUpTo, over, quantile, type OrderRules } from '../../planning/domain/order-up-to.ts'

/** As the forecast command has them: three M orders a month, one part in twenty may be missing. */
export const presetRules: OrderRules = { leadMonths: 1, reviewMonths: 1 / 3, service: 0.95 }

/** In thousandths. A part is ordered where its position is at or below `orderAt`: the point, or below nothing where nobody uses it but it is promised. */
export type Levels = { readonly point: number; readonly upTo: number; readonly orderAt: number }

/** The point covers the lead time alone: what is asked for while the order is under way. The level covers the review period too. Units by month, the oldest first. */
export function levelsFor(series: readonly number[], rules: OrderRules = presetRules): Levels {
  const demand = methods[methodFor(series)](series)
  const point = quantile(over(demand, rules.leadMonths), rules.service) * 1_000
  return demand.mean > 0 ? { point, upTo: orderUpTo(demand, rules) * 1_000, orderAt: point } : { point: 0, upTo: 0, orderAt: -1 }
}

/** In thousandths; on its way for the shelf, what is ordered for a job left out. */
export type Position = { readonly onHand: number; readonly reserved: number; readonly onOrder: number }

/** The position (on hand − reserved + on order) at or below the reorder point is brought up to the level, in whole packs. */
export function proposedFor({ upTo, orderAt }: Levels, { onHand, reserved, onOrder }: Position, pack: number): number {
  const position = onHand - reserved + onOrder
  return position <= orderAt ? Math.ceil(Math.max(0, upTo - position) / Math.max(1, pack)) * pack : 0
}

/** A month as demand is counted: a calendar month under way would look like a fall. */
export const periodDays = 30

/** Units by period, the oldest first; what came back more than went out counts as nothing. */
export const seriesOf = (demand: readonly number[], periods: number): number[] => demand.slice(-periods).map((thousandths) => Math.max(0, thousandths / 1_000))

/** A young store knows nothing of the periods before its first demand: they are not zero, they are not there. */
export const knownPeriods = (demands: readonly (readonly number[])[]): number =>
  demands.reduce((most, demand) => {
    const first = demand.findIndex((thousandths) => thousandths > 0)
    return first < 0 ? most : Math.max(most, demand.length - first)
  }, 1)
