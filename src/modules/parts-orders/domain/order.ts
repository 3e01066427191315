import { mayFollow, onlyIn, type Life } from '../../../kernel/life.ts'
import { lineAmount, sumOf, type Fen } from '../../../kernel/money.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { LocalDay } from '../../../kernel/time.ts'
import type { OrderKind } from './kinds.ts'

export const orderStatuses = ['draft', 'submitted', 'confirmed', 'closed', 'cancelled'] as const
export type OrderStatus = (typeof orderStatuses)[number]
export const orderGroups = ['open', 'draft', 'under-way', 'late', 'over', 'all'] as const

export const orderLife: Life<OrderStatus> = {
  draft: ['submitted', 'cancelled'],
  submitted: ['confirmed', 'closed', 'cancelled'],
  confirmed: ['confirmed', 'closed', 'cancelled'], // the supplier may say another day
  closed: ['confirmed'], // a receipt was reversed: what it had brought is open again
  cancelled: [],
}

/** With the supplier, and not all of it here. */
export const isUnderWay = onlyIn<OrderStatus>('submitted', 'confirmed')

type Line = { readonly thousandths: number; readonly unitCostFen: Fen }
export const totalOf = (lines: readonly Line[]): Fen => sumOf(lines.map(({ thousandths, unitCostFen }) => lineAmount(unitCostFen, thousandths)))

export const whyNotChange = ({ status }: { readonly status: OrderStatus }): Refusal | null => (status === 'draft' ? null : new Refusal('parts-orders.not-a-draft'))

export type SubmitFacts = {
  readonly status: OrderStatus; readonly kind: Pick<OrderKind, 'code' | 'needsJob'>; readonly totalFen: Fen; /** What this person may order alone; null: anything. */ readonly limitFen: Fen | null; /** Up to this total somebody else said yes. */ readonly approvedFen: Fen | null
  readonly lines: readonly { readonly partNumber: string; /** A car or a counter sale waits for it, not the shelf. */ readonly forCustomer: boolean; readonly warranty: boolean; readonly checked: boolean; /** Zero: nobody knows what it costs. */ readonly unitCostFen: Fen }[]
}

/** Null means this order may go to the supplier. Every line has its price, warranty parts their maker and number confirmed (PPL-1.4); above the limit only with somebody else's yes. */
export function whyNotSubmit({ status, kind, totalFen, limitFen, approvedFen, lines }: SubmitFacts): Refusal | null {
  if (!mayFollow(orderLife, status, 'submitted')) return new Refusal('parts-orders.not-a-draft')
  const jobless = kind.needsJob ? lines.find(({ forCustomer }) => !forCustomer) : undefined
  if (jobless !== undefined) return new Refusal('parts-orders.line-without-job', { part: jobless.partNumber, kind: kind.code })
  return whyNotOrderLines(lines) ?? whyNotWithin({ totalFen, limitFen, approvedFen })
}

/** What the lines alone say, for the screen as well: something is ordered, at a price, and warranty parts were asked about. */
export function whyNotOrderLines(lines: readonly Omit<SubmitFacts['lines'][number], 'forCustomer'>[]): Refusal | null {
  if (lines.length === 0) return new Refusal('parts-orders.no-lines')
  const unpriced = lines.find(({ unitCostFen }) => unitCostFen === 0)
  if (unpriced !== undefined) return new Refusal('parts-orders.price-missing', { part: unpriced.partNumber })
  const unchecked = lines.find(({ warranty, checked }) => warranty && !checked)
  return unchecked === undefined ? null : new Refusal('parts-orders.warranty-unchecked', { part: unchecked.partNumber })
}

function whyNotWithin({ totalFen, limitFen, approvedFen }: Pick<SubmitFacts, 'totalFen' | 'limitFen' | 'approvedFen'>): Refusal | null {
  return limitFen === null || totalFen <= limitFen || (approvedFen !== null && totalFen <= approvedFen) ? null : new Refusal('parts-orders.above-limit', { limit: limitFen / 100 })
}

/** Asked for when it is a draft with lines that nobody approved up to this total yet. */
export function whyNotAskApproval({ status, totalFen, approvedFen, lines }: Pick<SubmitFacts, 'status' | 'totalFen' | 'approvedFen'> & { readonly lines: number }): Refusal | null {
  if (status !== 'draft') return new Refusal('parts-orders.not-a-draft')
  if (lines === 0) return new Refusal('parts-orders.no-lines')
  return approvedFen !== null && totalFen <= approvedFen ? new Refusal('parts-orders.approved-already') : null
}

export type ConfirmFacts = { readonly status: OrderStatus; readonly ordered: number; readonly received: number; readonly confirmed: number; readonly eta: LocalDay | null; readonly today: LocalDay }

/** What the supplier says about a line: no more than was ordered, no day that is past; what is confirmed has its day. */
export function whyNotConfirm({ status, ordered, received, confirmed, eta, today }: ConfirmFacts): Refusal | null {
  if (!isUnderWay({ status })) return new Refusal('parts-orders.not-under-way')
  if (confirmed > ordered) return new Refusal('parts-orders.more-than-ordered')
  if (confirmed > received && eta === null) return new Refusal('parts-orders.day-missing')
  return eta !== null && eta < today ? new Refusal('parts-orders.eta-in-past') : null
}

export type CancelLineFacts = { readonly status: OrderStatus; readonly open: number; readonly quantity: number }

/** What is open of a line may be cancelled, not what came. */
export function whyNotCancelLine({ status, open, quantity }: CancelLineFacts): Refusal | null {
  if (!isUnderWay({ status })) return new Refusal('parts-orders.not-under-way')
  return quantity > open ? new Refusal('parts-orders.more-than-open', { open: open / 1_000 }) : null
}

/** Only while nothing has come. */
export function whyNotCancelOrder({ status, received }: { readonly status: OrderStatus; readonly received: number }): Refusal | null {
  if (!mayFollow(orderLife, status, 'cancelled')) return new Refusal('parts-orders.over')
  return received > 0 ? new Refusal('parts-orders.something-came') : null
}

/** The first day on which something of it may come: what the supplier said of a line counts before what the kind promises. */
export function expectedOn(promisedOn: LocalDay | null, lines: readonly { readonly open: number; readonly confirmed: number | null; readonly eta: LocalDay | null }[]): LocalDay | null {
  const coming = lines.filter(({ open, confirmed }) => open > 0 && confirmed !== 0)
  if (coming.length === 0 && lines.some(({ open }) => open > 0)) return null
  return coming.flatMap(({ eta }) => eta ?? []).toSorted()[0] ?? promisedOn
}

/** What the supplier does not confirm at all has no day, whatever stood there before. */
export const dayOfConfirmed = (confirmed: number, eta: LocalDay | null): LocalDay | null => (confirmed === 0 ? null : eta)

/** Everything came or was cancelled. */
export const isAllHere = (lines: readonly { readonly open: number }[]): boolean => lines.every(({ open }) => open === 0)
