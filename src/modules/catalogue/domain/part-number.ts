import { Refusal } from '../../../kernel/refusal.ts'

/** As it is stored and compared: half-width capitals without spaces. ' 04e 115-561 h ' → '04E115-561H'. */
export const normalPartNumber = (typed: string): string => typed.normalize('NFKC').toUpperCase().replace(/[‐‑–—―]/g, '-').replace(/\s/g, '')

/** Null means it can be a part number: 1 to 40 capitals, digits and hyphens, not beginning with a hyphen. */
export const whyNotPartNumber = (number: string): Refusal | null =>
  (/^[A-Z0-9][A-Z0-9-]{0,39}$/.test(number) ? null : new Refusal('catalogue.not-a-part-number', { number: number.slice(0, 40) }))
