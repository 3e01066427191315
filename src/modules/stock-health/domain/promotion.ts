import type { Fen } from '../../../kernel/money.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { LocalDay } from '../../../kernel/time.ts'
import { leastPrice } from '../../catalogue/domain/margin.ts'

export type PromotedPart = { readonly partId: string; readonly number: string; readonly priceFen: Fen; readonly unitCostFen: Fen; readonly here: number; readonly underCostReason: string }
export type PromotionFacts = { readonly fromDay: LocalDay; readonly untilDay: LocalDay; readonly today: LocalDay; readonly parts: readonly PromotedPart[]; /** By the right of a station manager. */ readonly mayUnderCost: boolean; readonly vatPercent: number }

/** Null means the promotion may be planned: in the future, of parts that are here, once each, and under cost only with the right and a reason (STM-5.1). */
export function whyNotPromote({ fromDay, untilDay, today, parts, mayUnderCost, vatPercent }: PromotionFacts): Refusal | null {
  if (untilDay < today || untilDay < fromDay) return new Refusal('stock-health.promotion-days')
  if (new Set(parts.map(({ partId }) => partId)).size < parts.length) return new Refusal('stock-health.part-twice')
  for (const { number, priceFen, unitCostFen, here, underCostReason } of parts) {
    if (here <= 0) return new Refusal('stock-health.none-here', { part: number })
    if (priceFen >= leastPrice(unitCostFen, 0, vatPercent)) continue
    if (!mayUnderCost) return new Refusal('stock-health.under-cost', { part: number })
    if (underCostReason.trim() === '') return new Refusal('stock-health.under-cost-reason', { part: number })
  }
  return null
}

export const promotionStates = ['planned', 'running', 'over', 'ended'] as const
export type PromotionState = (typeof promotionStates)[number]
export function stateOfPromotion({ fromDay, untilDay, ended }: { readonly fromDay: LocalDay; readonly untilDay: LocalDay; readonly ended: boolean }, today: LocalDay): PromotionState {
  if (ended) return 'ended'
  return today < fromDay ? 'planned' : today <= untilDay ? 'running' : 'over'
}

export const whyNotEnd = (state: PromotionState): Refusal | null => (state === 'planned' || state === 'running' ? null : new Refusal('stock-health.promotion-over'))
