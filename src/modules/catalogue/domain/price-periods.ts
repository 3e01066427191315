import { Refusal } from '../../../kernel/refusal.ts'
import { addDays, type LocalDay } from '../../../kernel/time.ts'

/** Both days are included; null is 'until further notice'. */
export type Period = { readonly validFrom: LocalDay; readonly validUntil: LocalDay | null }

export const coversDay = ({ validFrom, validUntil }: Period, day: LocalDay): boolean => validFrom <= day && (validUntil === null || day <= validUntil)

/** Null means the period may stand beside the others once `closedBy` has ended the one before it. Refuses one that begins inside the new one. */
export function whyNotPeriod(others: readonly Period[], wish: Period): Refusal | null {
  if (wish.validUntil !== null && wish.validUntil < wish.validFrom) return new Refusal('catalogue.period-backwards', { from: wish.validFrom })
  const inside = others.find(({ validFrom }) => validFrom >= wish.validFrom && (wish.validUntil === null || validFrom <= wish.validUntil))
  return inside === undefined ? null : new Refusal('catalogue.price-overlaps', { from: inside.validFrom })
}

/** The period that the new one ends, with its last day: the day before the new one begins. */
export function closedBy(others: readonly Period[], wish: Period): { validFrom: LocalDay; validUntil: LocalDay } | null {
  const running = others.find((period) => period.validFrom < wish.validFrom && coversDay(period, wish.validFrom))
  return running === undefined ? null : { validFrom: running.validFrom, validUntil: addDays(wish.validFrom, -1) }
}
