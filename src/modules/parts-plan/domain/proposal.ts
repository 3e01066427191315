import { methodFor, methods, type MethodName } from '../../planning/domain/forecast.ts'
import { orderUpTo, type OrderRules } from '../../planning/domain/order-up-to.ts'

/** A plan stands for a whole month, and what it orders comes within one more; one part in twenty may be missing. */
export const planRules: OrderRules = { leadMonths: 1, reviewMonths: 1, service: 0.95 }

export type PartFacts = {
  /** Thousandths by period, the oldest first. */
  readonly demand: readonly number[]
  readonly onHand: number; readonly reserved: number; /** For the shelf. */ readonly onOrder: number; /** Of the running month's plan, still to be ordered. */ readonly pending: number; readonly pack: number
}
/** In thousandths. */
export type Proposal = { readonly method: MethodName; readonly level: number; readonly proposed: number }

/** Up to the level that covers the month and the way, less what is here, under way or already planned, in whole packs. */
export function proposalOf({ demand, onHand, reserved, onOrder, pending, pack }: PartFacts, rules: OrderRules = planRules): Proposal {
  const series = demand.map((thousandths) => Math.max(0, thousandths) / 1_000)
  const method = methodFor(series)
  const level = orderUpTo(methods[method](series), rules) * 1_000
  const missing = Math.max(0, level - (onHand - reserved + onOrder + pending))
  return { method, level, proposed: Math.ceil(missing / pack) * pack }
}
