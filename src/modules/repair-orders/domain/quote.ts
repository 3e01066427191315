import { Refusal } from '../../../kernel/refusal.ts'
import { addDays, type LocalDay } from '../../../kernel/time.ts'
import { repairOrderCan, type Status } from './life.ts'

/** So long the prices of a quote hold, counted from the day it is made. */
export const quoteDays = 15

export const quotedUntil = (today: LocalDay): LocalDay => addDays(today, quoteDays)

export const isExpired = (until: LocalDay, today: LocalDay): boolean => today > until

/** Null means the car of this quote may be registered as arrived; `openVisit` is the number of a visit that the car has already. */
export function whyNotArrive({ status }: { readonly status: Status }, openVisit: string | null): Refusal | null {
  if (!repairOrderCan.arriveWithItsQuote({ status })) return new Refusal('repair-orders.not-a-quote')
  return openVisit === null ? null : new Refusal('repair-orders.already-in-shop', { number: openVisit })
}
