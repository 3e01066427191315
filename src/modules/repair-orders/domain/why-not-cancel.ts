import { Refusal } from '../../../kernel/refusal.ts'
import { repairOrderCan, type Status } from './life.ts'

export type CancelFacts = {
  readonly status: Status
  readonly reason: string
  /** Net thousandths of parts handed out, minutes clocked, and whether a diagnosis was authorised. */
  readonly issued: number
  readonly clockedMinutes: number
  readonly diagnosisAuthorised: boolean
}

/** Null means the visit may end as cancelled (rules.md: nothing issued, nothing clocked, no diagnosis authorised). */
export function whyNotCancel({ status, reason, issued, clockedMinutes, diagnosisAuthorised }: CancelFacts): Refusal | null {
  if (!repairOrderCan.become({ status }, 'cancelled')) return new Refusal('repair-orders.too-late-to-cancel')
  if (issued > 0) return new Refusal('repair-orders.parts-still-out')
  if (clockedMinutes > 0) return new Refusal('repair-orders.work-done')
  if (diagnosisAuthorised) return new Refusal('repair-orders.diagnosis-authorised')
  if (reason.trim() === '') return new Refusal('repair-orders.cancel-needs-reason')
  return null
}
