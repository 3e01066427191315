import { halfUp, netOf, toFen, type Fen } from '../../../kernel/money.ts'

/** The least price with VAT whose net stands so far above the cost; percent in hundredths, 0 covers the cost alone. Rounded up: of one fen less the net would fall below. */
export function leastPrice(unitCostFen: Fen, percent: number, vatPercent: number): Fen {
  const exact = BigInt(unitCostFen) * BigInt(10_000 + percent) * BigInt(100 + vatPercent)
  return toFen((exact + 999_999n) / 1_000_000n)
}

/** Percent above cost of a price with VAT, in hundredths; null where nothing is known of the cost. */
export function aboveCost(priceFen: Fen, unitCostFen: Fen | null, vatPercent: number): number | null {
  if (unitCostFen === null || unitCostFen === 0) return null
  return Number(halfUp(BigInt(netOf(priceFen, vatPercent) - unitCostFen) * 10_000n, BigInt(unitCostFen)))
}
