import { Refusal } from '../../../kernel/refusal.ts'
import type { Status } from './life.ts'

/** Positions that look after a customer's car. */
const advising: readonly string[] = ['SAD', 'FDS', 'INS', 'WCL']

export type PassOnFacts = { readonly status: Status; readonly advisorId: string; readonly colleague: { readonly id: string; readonly positions: readonly string[] } | null; readonly reason: string }

/** Null means a colleague may take the order over (SAD-1.8): while the car is in the house, with the reason for who looks at it later. */
export function whyNotPassOn({ status, advisorId, colleague, reason }: PassOnFacts): Refusal | null {
  if (status === 'delivered' || status === 'cancelled') return new Refusal('repair-orders.closed-already')
  if (colleague === null || !colleague.positions.some((position) => advising.includes(position))) return new Refusal('repair-orders.not-an-advisor')
  if (colleague.id === advisorId) return new Refusal('repair-orders.his-already')
  return reason.trim() === '' ? new Refusal('repair-orders.pass-on-needs-reason') : null
}
