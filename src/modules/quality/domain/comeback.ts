import { Refusal } from '../../../kernel/refusal.ts'
import type { Payer } from '../../catalogue/domain/payers.ts'
import type { Status } from '../../repair-orders/domain/life.ts'

export const comebackStatuses = ['proposed', 'decided', 'withdrawn'] as const
export type ComebackStatus = (typeof comebackStatuses)[number]

/** Who may be asked to pay for mending again (rules.md, Comeback). The customer alone needs a reason: it is not ours then. */
export const comebackPayers = ['internal', 'goodwill', 'warranty', 'customer'] as const satisfies readonly Payer[]
export type ComebackPayer = (typeof comebackPayers)[number]

export const causes = ['workmanship', 'part', 'other'] as const
export type Cause = (typeof causes)[number]

/** Between the reception and the customer's yes. */
const isOpen = (status: Status): boolean => status === 'received' || status === 'estimated'

export function whyNotPropose({ orderStatus, within, words }: { readonly orderStatus: Status; readonly within: boolean; readonly words: string }): Refusal | null {
  if (!isOpen(orderStatus)) return new Refusal('quality.estimate-closed')
  if (!within) return new Refusal('quality.guarantee-over')
  return words.trim() === '' ? new Refusal('quality.words-missing') : null
}

export function whyNotMark({ orderStatus, status }: { readonly orderStatus: Status; readonly status: ComebackStatus }): Refusal | null {
  if (status === 'withdrawn') return new Refusal('quality.not-open')
  return isOpen(orderStatus) ? null : new Refusal('quality.estimate-closed')
}

export type DecideFacts = {
  readonly orderStatus: Status; readonly status: ComebackStatus; readonly isProposer: boolean
  readonly payer: ComebackPayer; readonly cause: Cause; readonly technicianId: string | null; readonly reason: string
}

/** Null means the payer may be decided: by somebody else than who proposed it, before the customer's yes (rules.md, Comeback). */
export function whyNotDecide(facts: DecideFacts): Refusal | null {
  if (facts.status !== 'proposed') return new Refusal('quality.not-open')
  if (!isOpen(facts.orderStatus)) return new Refusal('quality.estimate-closed')
  if (facts.isProposer) return new Refusal('quality.own-proposal')
  if (facts.payer === 'customer' && facts.reason.trim() === '') return new Refusal('quality.reason-missing')
  return facts.cause === 'workmanship' && facts.technicianId === null ? new Refusal('quality.technician-missing') : null
}

export function whyNotWithdraw({ status, reason }: { readonly status: ComebackStatus; readonly reason: string }): Refusal | null {
  if (status !== 'proposed') return new Refusal('quality.not-open')
  return reason.trim() === '' ? new Refusal('quality.reason-missing') : null
}

export type OpenComeback = { readonly status: ComebackStatus; readonly payer: ComebackPayer | null; readonly linePayers: readonly Payer[] }

/** Null means the comebacks of an order stand not in the way of the customer's yes: each is decided and its lines carry its payer. */
export function whyNotAuthoriseWith(comebacks: readonly OpenComeback[]): Refusal | null {
  if (comebacks.some(({ status }) => status === 'proposed')) return new Refusal('quality.undecided')
  const decided = comebacks.filter(({ status }) => status === 'decided')
  if (decided.some(({ linePayers }) => linePayers.length === 0)) return new Refusal('quality.no-lines-marked')
  return decided.some(({ payer, linePayers }) => linePayers.some((line) => line !== payer)) ? new Refusal('quality.payer-changed') : null
}
