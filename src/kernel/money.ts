/** Money in fen (1/100 yuan), always a safe integer. The database holds it as bigint. ADR 0002. */
export type Fen = number

/** Quantity or standard hours in thousandths (1.2 h = 1200), always a safe integer. */
export type Thousandths = number

/** numerator / denominator, rounded half away from zero, so that a counter-entry mirrors its original exactly. */
export function halfUp(numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n) throw new RangeError('halfUp needs a denominator above zero')
  const size = numerator < 0n ? -numerator : numerator
  const quotient = size / denominator + ((size % denominator) * 2n >= denominator ? 1n : 0n)
  return numerator < 0n ? -quotient : quotient
}

/** From the exact world back to fen; an amount beyond 90 trillion yuan is a mistake, not money. */
export function toFen(exact: bigint): Fen {
  const fen = Number(exact)
  if (!Number.isSafeInteger(fen)) throw new RangeError('amount is outside what money can be')
  return fen
}

/** Line amount: the unit price is already in fen; rounded once. 12.33 × 1.2 = 14.80 (rules of money). */
export const lineAmount = (unitPrice: Fen, quantity: Thousandths): Fen =>
  toFen(halfUp(BigInt(unitPrice) * BigInt(quantity), 1000n))

/** Net of VAT of a gross amount; rate in whole percent. Tax is gross − net, so net + tax = gross always. */
export const netOf = (gross: Fen, ratePercent: number): Fen => toFen(halfUp(BigInt(gross) * 100n, 100n + BigInt(ratePercent)))

/** A percentage of an amount, rounded once; percent in hundredths of a percent (20 % = 2000). */
export const shareOf = (amount: Fen, percentHundredths: number): Fen =>
  toFen(halfUp(BigInt(amount) * BigInt(percentHundredths), 10_000n))

export const sumOf = (amounts: readonly Fen[]): Fen => toFen(amounts.reduce((sum, amount) => sum + BigInt(amount), 0n))

/**
 * Splits a total over weights so that the parts add up to it exactly (largest remainder; ties to the earlier part).
 * Weights are not negative; all zero counts as equal weights.
 */
export function allocate(total: Fen, weights: readonly number[]): Fen[] {
  if (weights.length === 0) return []
  const sum = weights.reduce((a, b) => a + BigInt(b), 0n)
  const shares = sum === 0n ? weights.map(() => 1n) : weights.map((w) => BigInt(w))
  const whole = sum === 0n ? BigInt(weights.length) : sum
  const size = total < 0 ? -BigInt(total) : BigInt(total)
  const floors = shares.map((share) => (size * share) / whole)
  let left = size - floors.reduce((a, b) => a + b, 0n)
  const order = shares.map((share, index) => ({ index, rest: (size * share) % whole }))
    .sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))
  for (const { index } of order) {
    if (left === 0n) break
    floors[index] = (floors[index] ?? 0n) + 1n
    left -= 1n
  }
  return floors.map((part) => toFen(total < 0 ? -part : part))
}

/** 139020 → "1390.20"; the currency sign and grouping belong to the screen. */
export function formatFen(amount: Fen): string {
  const digits = String(Math.abs(amount)).padStart(3, '0')
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** 1200 → "1.2", 4000 → "4". */
export function formatThousandths(quantity: Thousandths): string {
  const digits = String(Math.abs(quantity)).padStart(4, '0')
  const fraction = digits.slice(-3).replace(/0+$/, '')
  return `${quantity < 0 ? '-' : ''}${digits.slice(0, -3)}${fraction === '' ? '' : `.${fraction}`}`
}
