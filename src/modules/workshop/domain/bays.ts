import { Refusal } from '../../../kernel/refusal.ts'
import type { Trade } from '../../catalogue/domain/kinds.ts'
import { overlaps, type Span } from './working-time.ts'

export const bayKinds = ['mechanical', 'body', 'paint', 'alignment', 'wash'] as const
export type BayKind = (typeof bayKinds)[number]

/** What is done in a bay of each kind besides its own work: a car that is mended stays where it stands, but nothing is painted outside the paint bays, and those do nothing that makes dust or oil. */
const doneIn: Readonly<Record<BayKind, readonly Trade[]>> = {
  mechanical: ['diagnosis', 'mechanical', 'electrical', 'high-voltage', 'body', 'wash'],
  body: ['diagnosis', 'mechanical', 'electrical', 'high-voltage', 'body', 'wash'],
  paint: ['paint', 'body'],
  alignment: ['diagnosis', 'mechanical', 'electrical'],
  wash: ['wash'],
}
const wrongKind: Readonly<Record<BayKind, string>> = {
  mechanical: 'workshop.bay-is-mechanical', body: 'workshop.bay-is-body', paint: 'workshop.bay-is-paint', alignment: 'workshop.bay-is-alignment', wash: 'workshop.bay-is-wash',
}
export const wrongKindCodes: readonly string[] = Object.values(wrongKind)

/** In which bay a trade's work is reckoned. */
export const bayKindOf = (trade: string): BayKind => (trade === 'body' || trade === 'paint' || trade === 'wash' ? trade : 'mechanical')

type Kept = Pick<HeldBay, 'kind' | 'active'>

/**
 * Null means that work of this trade is done in such a bay. As with certificates, it binds from the first bay in use where that work is done:
 * a store without one works where it can. Work that says no trade is mechanics' work.
 */
export function whyNotWorkIn({ name, kind }: Pick<HeldBay, 'name' | 'kind'>, trade: string | null, bays: readonly Kept[]): Refusal | null {
  const does = (of: BayKind): boolean => doneIn[of].some((one) => one === (trade ?? 'mechanical'))
  return does(kind) || !bays.some((bay) => bay.active && does(bay.kind)) ? null : new Refusal(wrongKind[kind], { bay: name })
}

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
