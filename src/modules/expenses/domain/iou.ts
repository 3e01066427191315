import { Refusal } from '../../../kernel/refusal.ts'

export const iouStatuses = ['open', 'settled', 'returned'] as const
export type IouStatus = (typeof iouStatuses)[number]

/** The cashier hands out, never to himself, and never more open IOUs per person than the store allows. `open` counts this one too. */
export function whyNotDraw({ open, most, personId, personName, by, drawnFor }: { readonly open: number; readonly most: number; readonly personId: string; readonly personName: string; readonly by: string; /** The open IOU that its shipment has already. */ readonly drawnFor: string | null }): Refusal | null {
  if (personId === by) return new Refusal('expenses.own-advance')
  if (drawnFor !== null) return new Refusal('expenses.shipment-drawn', { number: drawnFor })
  return open > most ? new Refusal('expenses.too-many-ious', { person: personName, most }) : null
}

export type UseFacts = { readonly status: IouStatus; readonly owner: string; readonly personId: string; readonly usedBy: string | null }

/** A claim is settled with an open IOU of the same person, and an IOU with one claim. */
export function whyNotUse({ status, owner, personId, usedBy }: UseFacts): Refusal | null {
  if (owner !== personId) return new Refusal('expenses.iou-of-another')
  if (status !== 'open') return new Refusal('expenses.iou-over')
  return usedBy === null ? null : new Refusal('expenses.iou-used', { number: usedBy })
}

/** The whole advance comes back where nothing was spent of it. */
export function whyNotReturn({ status, usedBy }: { readonly status: IouStatus; readonly usedBy: string | null }): Refusal | null {
  if (status !== 'open') return new Refusal('expenses.iou-over')
  return usedBy === null ? null : new Refusal('expenses.iou-used', { number: usedBy })
}
