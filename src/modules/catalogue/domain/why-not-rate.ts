import { Refusal } from '../../../kernel/refusal.ts'
import type { LocalDay } from '../../../kernel/time.ts'

/** Null means a rate may begin on that day: past days are closed, their orders were written with the rate of then. */
export const whyNotRateFrom = (validFrom: LocalDay, today: LocalDay): Refusal | null =>
  (validFrom < today ? new Refusal('catalogue.rate-backdated', { today }) : null)
