import { onlyIn, type Life } from '../../../kernel/life.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { LocalDay } from '../../../kernel/time.ts'
import type { Status } from '../../repair-orders/domain/life.ts'

export const requestStatuses = ['asked', 'sourced', 'arrived', 'cancelled'] as const
export type RequestStatus = (typeof requestStatuses)[number]

export const requestLife: Life<RequestStatus> = {
  asked: ['sourced', 'arrived', 'cancelled'], // somebody else's delivery may bring it before a source was set
  sourced: ['sourced', 'asked', 'arrived', 'cancelled'], // another source, another day; or its order will not bring it
  arrived: ['sourced', 'asked'], // its receipt was reversed: it waits again as it did
  cancelled: [],
}

/** The most urgent first: what arrives goes to them in this order. */
export const urgencies = ['off-road', 'waiting', 'normal'] as const
export type PartUrgency = (typeof urgencies)[number]

/** A job of a car, a sale over the counter, or somebody's own thought for the shelf. */
export const origins = ['job', 'sale', 'hand'] as const
export type Origin = (typeof origins)[number]

export const sources = ['transfer', 'j-order', 'e-order', 'm-order', 'outside'] as const
export type Source = (typeof sources)[number]

export const decisions = ['order', 'wait', 'decline'] as const
export type Decision = (typeof decisions)[number]
export const decisionWays = ['present', 'call', 'message'] as const
export type DecisionWay = (typeof decisionWays)[number]

export const isOpen = onlyIn<RequestStatus>('asked', 'sourced')
/** Only then a job takes parts: what comes in later is free for others. */
export const inShop = onlyIn<Status>('authorised', 'in_work', 'in_inspection')

export type AskFacts = { readonly order: { readonly status: Status }; readonly isPart: boolean; /** Thousandths that no shelf has for this line. */ readonly short: number; readonly asked: number; readonly alreadyAsked: boolean }

/** Null means this part may be asked for: authorised work, no more than is short, once at a time (SAD-1.7.4). */
export function whyNotAsk({ order, isPart, short, asked, alreadyAsked }: AskFacts): Refusal | null {
  if (!inShop(order)) return new Refusal('purchasing.not-in-shop')
  return isPart ? whyNotAskFor({ short, asked, alreadyAsked }) : new Refusal('purchasing.nothing-short')
}

/** Null means so much of what is short may be asked for, once at a time: for a job, or for a customer at the counter. */
export function whyNotAskFor({ short, asked, alreadyAsked }: Pick<AskFacts, 'short' | 'asked' | 'alreadyAsked'>): Refusal | null {
  if (short <= 0) return new Refusal('purchasing.nothing-short')
  if (alreadyAsked) return new Refusal('purchasing.asked-already')
  return asked > short ? new Refusal('purchasing.more-than-short', { short: short / 1_000 }) : null
}

export type SourceFacts = { readonly status: RequestStatus; readonly source: Source; readonly supplier: string; readonly eta: LocalDay; readonly today: LocalDay }

export function whyNotSource({ status, source, supplier, eta, today }: SourceFacts): Refusal | null {
  if (!isOpen({ status })) return new Refusal('purchasing.over')
  if (eta < today) return new Refusal('purchasing.eta-in-past')
  return source === 'outside' && supplier.trim() === '' ? new Refusal('purchasing.supplier-missing') : null
}

export const whyNotTell = ({ status, customerName }: { readonly status: RequestStatus; readonly customerName: string }): Refusal | null =>
  (isOpen({ status }) ? (customerName.trim() === '' ? new Refusal('purchasing.who-missing') : null) : new Refusal('purchasing.over'))

export const whyNotCancel = ({ status }: { readonly status: RequestStatus }): Refusal | null => (isOpen({ status }) ? null : new Refusal('purchasing.over'))

/** The customer knows another day, or none; or one that holds no more. */
export const isNewsForCustomer = ({ eta, toldEta, decision }: { readonly eta: LocalDay | null; readonly toldEta: LocalDay | null; readonly decision: Decision | null }): boolean =>
  decision === null || eta !== toldEta

type Waiting = { readonly urgency: PartUrgency; readonly askedAt: Date }

/** Who gets what arrived first. */
export const byTurn = (a: Waiting, b: Waiting): number => urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency) || a.askedAt.getTime() - b.askedAt.getTime()
