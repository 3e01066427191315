import { mayFollow, onlyIn, type Life } from '../../../kernel/life.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Status } from './life.ts'

export const addedWorkStatuses = ['found', 'priced', 'agreed', 'refused', 'withdrawn'] as const
export type AddedWorkStatus = (typeof addedWorkStatuses)[number]

/** Found → priced → the customer's yes or no (SAD-1.7.3). A no stays as a recommendation until somebody withdraws it. */
export const addedWorkLife: Life<AddedWorkStatus> = {
  found: ['priced', 'withdrawn'],
  priced: ['found', 'agreed', 'refused', 'withdrawn'], // the last line removed: it has no price again
  agreed: [],
  refused: ['withdrawn'],
  withdrawn: [],
}

/** How soon it should be done, for the customer's decision. */
export const urgencies = ['safety', 'soon', 'later'] as const
export type Urgency = (typeof urgencies)[number]

/** How he said it; `link`: on his own phone, signed there. */
export const decisionWays = ['signature', 'call', 'link'] as const
export type DecisionWay = (typeof decisionWays)[number]

type Standing = { readonly status: AddedWorkStatus }

export const isUndecided = ({ status }: Standing): boolean => status === 'found' || status === 'priced'

const inShop = onlyIn<Status>('authorised', 'in_work', 'in_inspection')

/** Null means more work may be reported on this car: the customer authorised some, and the car is not finished. */
export const whyNotReportMore = (order: { readonly status: Status }): Refusal | null => (inShop(order) ? null : new Refusal('repair-orders.added-not-in-shop'))

export function whyNotPriceAdded(order: { readonly status: Status }, work: Standing): Refusal | null {
  return isUndecided(work) ? whyNotReportMore(order) : new Refusal('repair-orders.added-decided')
}

export const whyNotWithdraw = ({ status }: Standing): Refusal | null => (mayFollow(addedWorkLife, status, 'withdrawn') ? null : new Refusal('repair-orders.added-decided'))

export type DecisionFacts = {
  readonly order: { readonly status: Status }
  readonly work: Standing & { readonly lines: readonly { readonly kind: 'labour' | 'part' | 'sublet' }[] }
  readonly agreed: boolean
  readonly way: DecisionWay
  readonly customerName: string
  readonly customerPhone: string
  readonly words: string
  readonly signature: string | null
  /** Milliseconds since 1970 of the promise that goes with a yes, and of now. */
  readonly promisedAt: number
  readonly now: number
}

/**
 * Null means the customer's answer can be recorded: who, when, how (rules.md, Consent). A signature, or a call with number and words;
 * a yes also has a promise, and labour if the car is in inspection, as only labour brings it back to the bay.
 */
export function whyNotDecide({ order, work, agreed, way, customerName, customerPhone, words, signature, promisedAt, now }: DecisionFacts): Refusal | null {
  if (!isUndecided(work)) return new Refusal('repair-orders.added-decided')
  if (work.status !== 'priced') return new Refusal('repair-orders.added-not-priced')
  const gone = whyNotReportMore(order)
  if (agreed && gone !== null) return gone
  if (customerName.trim() === '') return new Refusal('repair-orders.added-who-missing')
  if (way !== 'call' && signature === null) return new Refusal('repair-orders.added-unsigned')
  if (way === 'call' && (customerPhone.trim() === '' || words.trim() === '')) return new Refusal('repair-orders.added-call-incomplete')
  if (agreed && promisedAt <= now) return new Refusal('repair-orders.promise-in-past')
  return agreed && order.status === 'in_inspection' && !work.lines.some(({ kind }) => kind === 'labour') ? new Refusal('repair-orders.added-needs-labour') : null
}
