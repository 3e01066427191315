import { mayFollow, type Life } from '../../../kernel/life.ts'
import { Refusal } from '../../../kernel/refusal.ts'

export const receiptStatuses = ['counting', 'posted', 'reversed', 'discarded'] as const
export type ReceiptStatus = (typeof receiptStatuses)[number]

/** Posted is not edited: it is reversed, and counted anew. */
export const receiptLife: Life<ReceiptStatus> = { counting: ['posted', 'discarded'], posted: ['reversed'], reversed: [], discarded: [] }

export const faultKinds = ['short', 'over', 'damaged', 'wrong'] as const
export type FaultKind = (typeof faultKinds)[number]

/** In thousandths: what the note says, what lay in the box of it, how much of that is damaged, what lay there instead. */
export type Count = { readonly noted: number; readonly counted: number; readonly damaged: number; readonly wrong: number }

/**
 * What goes into stock: what is sound, noted and still ordered. What was not noted or not ordered is nobody's yet, and what is damaged goes back:
 * neither becomes stock before the supplier answers the fault.
 */
export const bookedOf = ({ noted, counted, damaged }: Count, open: number): number => Math.max(0, Math.min(counted - damaged, noted, open))

/** WHK-2.1, PPL-6.1: what the supplier has to answer for. */
export function faultsOf({ noted, counted, damaged, wrong }: Count, open: number): { readonly kind: FaultKind; readonly thousandths: number }[] {
  const faults = [
    { kind: 'short' as const, thousandths: noted - counted },
    { kind: 'over' as const, thousandths: counted - Math.min(noted, open) },
    { kind: 'damaged' as const, thousandths: damaged },
    { kind: 'wrong' as const, thousandths: wrong },
  ]
  return faults.filter(({ thousandths }) => thousandths > 0)
}

/** Null means this count may stand. What is found damaged or wrong is told in words. */
export function whyNotCount({ status, noted, counted, damaged, wrong, words }: Count & { readonly status: ReceiptStatus; readonly words: string }): Refusal | null {
  if (status !== 'counting') return new Refusal('receiving.not-counting')
  if (damaged > counted) return new Refusal('receiving.damaged-above-counted')
  if (noted === 0 && counted === 0 && wrong === 0) return new Refusal('receiving.nothing-counted')
  return (damaged > 0 || wrong > 0) && words.trim() === '' ? new Refusal('receiving.words-missing') : null
}

export type PostFacts = {
  readonly status: ReceiptStatus; /** Boxes opened in front of the carrier. */ readonly opened: number; /** What the photos taken with this receipt show. */ readonly photos: readonly string[]
  readonly lines: readonly (Count & { readonly partNumber: string; readonly open: number; readonly placeId: string | null })[]
}

/** Null means it may be posted: something was counted, what goes into stock has its bin (WHK-2.2), boxes opened on the spot (WHK-1.3) and damage have their photo. */
export function whyNotPost({ status, opened, photos, lines }: PostFacts): Refusal | null {
  if (!mayFollow(receiptLife, status, 'posted')) return new Refusal('receiving.not-counting')
  if (lines.length === 0) return new Refusal('receiving.nothing-counted')
  const binless = lines.find((line) => bookedOf(line, line.open) > 0 && line.placeId === null)
  if (binless !== undefined) return new Refusal('receiving.bin-missing', { part: binless.partNumber })
  if (opened > 0 && !photos.includes('opened-box')) return new Refusal('receiving.opened-photo-missing')
  const damaged = lines.find((line) => line.damaged > 0)
  return damaged !== undefined && !photos.includes('damage') ? new Refusal('receiving.damage-photo-missing', { part: damaged.partNumber }) : null
}

/** What was agreed with the supplier is paid by its statement: the receipt comes off it first. */
export function whyNotReverse({ status, agreedOn }: { readonly status: ReceiptStatus; /** The closed statement that it stands on. */ readonly agreedOn: string | null }): Refusal | null {
  if (!mayFollow(receiptLife, status, 'reversed')) return new Refusal('receiving.not-posted')
  return agreedOn === null ? null : new Refusal('receiving.on-statement', { number: agreedOn })
}

/** On paper it says what went into stock: nothing before it was posted, and no more once it was reversed. */
export const whyNotPrint = ({ status }: { readonly status: ReceiptStatus }): Refusal | null => (status === 'posted' ? null : new Refusal('receiving.not-posted'))

/** Delivery note, receipt and waybill, each photographed with its signature (PTS-5.2, WHK-2.3). */
export const papers = ['delivery-note', 'receipt', 'waybill'] as const

export function whyNotHandOver({ status, there }: { readonly status: ReceiptStatus; readonly there: readonly string[] }): Refusal | null {
  if (status !== 'posted') return new Refusal('receiving.not-posted')
  return papers.every((paper) => there.includes(paper)) ? null : new Refusal('receiving.papers-missing')
}
