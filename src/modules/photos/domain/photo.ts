import { Refusal } from '../../../kernel/refusal.ts'

export const subjects = ['repair-order', 'duty', 'courtesy-loan', 'receipt', 'task', 'meeting', 'scrap', 'supplier-return', 'supplier-claim', 'expense', 'corrective-task'] as const
export type Subject = (typeof subjects)[number]

export const occasions = ['walk-around', 'added-work', 'work', 'delivery', 'duty', 'handed-out', 'taken-back', 'opened-box', 'damage', 'delivery-note', 'receipt', 'waybill', 'problem', 'remedy', 'minutes'] as const
export type Occasion = (typeof occasions)[number]

/** A phone sends about 150 kB; a camera's own JPEG may come too. */
export const mostPhotoBytes = 12 * 1_048_576
/** Of one record. */
export const mostPhotos = 200
/** Pixels; what unpacks to more is no photo but a trap for whoever opens it. */
export const mostPixels = 40_000_000

export type TakeFacts = { readonly subject: 'open' | 'closed'; readonly count: number; readonly width: number; readonly height: number }

/** Null means this picture may be kept with that record. */
export function whyNotTake({ subject, count, width, height }: TakeFacts): Refusal | null {
  if (subject === 'closed') return new Refusal('photos.subject-closed')
  if (width * height > mostPixels) return new Refusal('photos.picture-too-large', { width, height })
  return count >= mostPhotos ? new Refusal('photos.too-many', { most: mostPhotos }) : null
}

export const whyNotRemove = ({ removedAt }: { readonly removedAt: unknown }): Refusal | null => (removedAt === null ? null : new Refusal('photos.already-removed'))

/** What the device says, unless its clock runs ahead of ours. */
export const takenMoment = (said: Date, now: Date): Date => (said > now ? now : said)
