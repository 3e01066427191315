import { Refusal } from '../../../kernel/refusal.ts'

const values: Readonly<Record<string, number>> = {
  A: 1, B: 2, C: 3, D: 4, E: 5, F: 6, G: 7, H: 8, J: 1, K: 2, L: 3, M: 4, N: 5, P: 7, R: 9, S: 2, T: 3, U: 4, V: 5, W: 6, X: 7, Y: 8, Z: 9,
}
const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
const checkPlace = 8

/** As it is stored: half-width capitals without spaces or hyphens. */
export const normalVin = (typed: string): string => typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')

/** Null means it can be a VIN: 17 places without I, O and Q (ISO 3779). The check digit is another question. */
export const whyNotVin = (vin: string): Refusal | null =>
  (/^[A-HJ-NPR-Z0-9]{17}$/.test(vin) ? null : new Refusal('vehicles.not-a-vin', { length: vin.length }))

/** The ninth place as the other sixteen give it (GB 16735): '0' to '9' or 'X'. */
export function vinCheckDigit(vin: string): string {
  const sum = [...vin].reduce((total, place, index) => total + (values[place] ?? Number(place)) * (weights[index] ?? 0), 0)
  return sum % 11 === 10 ? 'X' : String(sum % 11)
}

/** False is a reason to look again, never to refuse: grey imports carry none. */
export const hasValidCheckDigit = (vin: string): boolean => whyNotVin(vin) === null && vin[checkPlace] === vinCheckDigit(vin)
