import { Refusal } from '../../../kernel/refusal.ts'
import { overlaps, type Span } from './working-time.ts'

export const bayKinds = ['mechanical', 'body', 'paint', 'alignment', 'wash'] as const
export type BayKind = (typeof bayKinds)[number]

export type Taken = Span & { readonly jobId: string; readonly orderId: string; readonly plate: string }
export type OutOfService = Span & { readonly reason: string }

/** A bay as somebody wants to use it, with everything that is in the way. */
export type HeldBay = { readonly name: string; readonly kind: BayKind; readonly active: boolean; readonly outOfService: readonly OutOfService[]; readonly taken: readonly Taken[] }

/** What somebody has in hand. */
export type InHand = Span & { readonly jobId: string; readonly technicianId: string }

export type Held = { readonly bays: readonly HeldBay[]; readonly people: readonly InHand[] }

/** What was begun is in the way now, however late it is; begun before its time, it is so for as long as it was planned. */
export const begunSpan = ({ from, until }: Span, now: number): Span => (from > now ? { from: now, until: now + until - from } : { from, until: Math.max(until, now + 1) })

/** The bay of that name. A store without bays takes every name, as before there were any; null is its answer. */
export function bayNamed(bays: readonly HeldBay[], name: string): HeldBay | Refusal | null {
  if (bays.length === 0) return null
  return bays.find((bay) => bay.name === name && bay.active) ?? new Refusal('workshop.bay-unknown', { bay: name })
}

/** Null means that a car of this order can stand in the bay for that span: it is in service, and no other order's car is there (a bay holds one car). */
export function whyNotStand(bay: HeldBay, span: Span, orderId: string): Refusal | null {
  const out = bay.outOfService.find((other) => overlaps(other, span))
  if (out !== undefined) return new Refusal('workshop.bay-out', { bay: bay.name, reason: out.reason })
  const other = bay.taken.find((one) => one.orderId !== orderId && overlaps(one, span))
  return other === undefined ? null : new Refusal('workshop.bay-taken', { bay: bay.name, plate: other.plate })
}

export type OutFacts = { readonly from: number; readonly until: number; readonly now: number }

/** Null means a bay may be taken out of service for that time: it ends after it begins, and ahead. */
export function whyNotTakeOut({ from, until, now }: OutFacts): Refusal | null {
  return until <= from || until <= now ? new Refusal('workshop.out-ends-early') : null
}
