import { Refusal } from '../../../kernel/refusal.ts'
import type { Status } from '../../repair-orders/domain/life.ts'

export type PickFacts = {
  readonly status: Status
  readonly part: string
  /** Thousandths: what the line asks for, what was handed out net, what is asked now. */
  readonly wanted: number
  readonly issued: number
  readonly asked: number
}

/** Null means so much may leave the store for this line: authorised, not finished, and not more than the customer said yes to (PPL-2, WHK-3). */
export function whyNotPick({ status, part, wanted, issued, asked }: PickFacts): Refusal | null {
  if (status !== 'authorised' && status !== 'in_work') return new Refusal('picking.not-in-work')
  if (issued + asked > wanted) return new Refusal('picking.more-than-authorised', { part, open: (wanted - issued) / 1000 })
  return null
}

/** Parts come back until the statement is made. */
export function whyNotTakeBack(status: Status): Refusal | null {
  return ['authorised', 'in_work', 'in_inspection', 'ready'].includes(status) ? null : new Refusal('picking.already-settled')
}
