import { onlyIn } from '../../../kernel/life.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Status } from './life.ts'
import { whyNotEditLines, type PriceRule } from './lines.ts'

const notSettled = onlyIn<Status>('quoted', 'received', 'estimated', 'authorised', 'in_work', 'in_inspection', 'ready')

type Facts = { readonly order: { readonly status: Status }; readonly line: { readonly priceRule: PriceRule }; /** Who said yes, how and when. */ readonly words: string }

/** Null means a line whose price was to follow the diagnosis may have it now (SAD-1.4.5): what the customer signed without a price needs his yes to it. */
export function whyNotPriceDiagnosis({ order, line, words }: Facts): Refusal | null {
  if (line.priceRule !== 'follows') return new Refusal('repair-orders.price-known')
  if (!notSettled(order)) return new Refusal('repair-orders.price-too-late')
  return whyNotEditLines(order) !== null && words.trim() === '' ? new Refusal('repair-orders.price-needs-yes') : null
}
