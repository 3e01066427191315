import type { Refusal } from '../../../kernel/refusal.ts'
import type { LocalDay } from '../../../kernel/time.ts'
import type { PriceKind } from './payers.ts'
import { closedBy, coversDay, whyNotPeriod, type Period } from './price-periods.ts'

export type KnownPrice = Period & { readonly kind: PriceKind; readonly priceFen: number }

export type PricePlan = { readonly kind: PriceKind; readonly priceFen: number; readonly validFrom: LocalDay; readonly ends: { readonly validFrom: LocalDay; readonly validUntil: LocalDay } | null }

/** Null: this price counts on that day already, and nothing is written. Refuses what stands before a price that begins later. */
export function planPrice(known: readonly KnownPrice[], kind: PriceKind, priceFen: number, validFrom: LocalDay): PricePlan | Refusal | null {
  const others = known.filter((price) => price.kind === kind)
  if (others.find((price) => coversDay(price, validFrom))?.priceFen === priceFen) return null
  return whyNotPeriod(others, { validFrom, validUntil: null }) ?? { kind, priceFen, validFrom, ends: closedBy(others, { validFrom, validUntil: null }) }
}
