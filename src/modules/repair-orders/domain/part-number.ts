import { Refusal } from '../../../kernel/refusal.ts'
import type { Status } from './life.ts'
import { whyNotEditLines } from './lines.ts'

export type UnclearLine = { readonly unclear: string | null; readonly confirmedByName: string | null }

/** Somebody has yet to say which part it is. */
export const waitsForNumber = ({ unclear, confirmedByName }: UnclearLine): boolean => unclear !== null && confirmedByName === null

type Facts = { readonly order: { readonly status: Status }; readonly line: UnclearLine & { readonly kind: 'labour' | 'part' | 'sublet' } }

/** Null means the number of this line may be asked for: a part of an open estimate, asked for once at a time. */
export function whyNotAskNumber({ order, line }: Facts): Refusal | null {
  const edit = whyNotEditLines(order)
  if (edit !== null) return edit
  if (line.kind !== 'part') return new Refusal('repair-orders.number-of-parts-only')
  return waitsForNumber(line) ? new Refusal('repair-orders.number-asked-already') : null
}

/** Null means the number may be confirmed (PPL-4.3). */
export function whyNotConfirmNumber({ order, line }: Facts): Refusal | null {
  return whyNotEditLines(order) ?? (waitsForNumber(line) ? null : new Refusal('repair-orders.number-not-asked'))
}

/** Null means every part is sure. */
export function whyNotSure(lines: readonly (UnclearLine & { readonly code: string })[]): Refusal | null {
  const open = lines.find(waitsForNumber)
  return open === undefined ? null : new Refusal('repair-orders.number-not-confirmed', { code: open.code })
}
