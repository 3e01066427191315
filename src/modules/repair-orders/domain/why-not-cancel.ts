import { Refusal } from '../../../kernel/refusal.ts'
import { repairOrderCan, type Status } from './life.ts'

export type CancelFacts = { readonly status: Status; readonly reason: string }

/** Null means the visit may end as cancelled (rules.md: nothing issued, nothing clocked, no diagnosis authorised). */
export function whyNotCancel({ status, reason }: CancelFacts): Refusal | null {
  if (!repairOrderCan.become({ status }, 'cancelled')) return new Refusal('repair-orders.too-late-to-cancel')
  if (reason.trim() === '') return new Refusal('repair-orders.cancel-needs-reason')
  return null
}
