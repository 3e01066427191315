import type { Fen } from '../../../kernel/money.ts'
import type { Tx } from '../../../platform/database.ts'

export type SourcePrice = { readonly supplierId: string; readonly partNumber: string; /** The kind of repair it was quoted for. */ readonly kind: 'insurance' | 'customer' | 'warranty'; readonly unitFen: Fen; /** Until it is here, as was said. */ readonly days: number }
/** What these suppliers were last chosen at in an inquiry; a later module knows. */
export type SourcePricesPort = (tx: Tx, storeId: string, supplierIds: readonly string[], partNumbers: readonly string[]) => Promise<readonly SourcePrice[]>

let port: SourcePricesPort | null = null

/** The app registers the module that knows it. */
export function registerSourcePrices(answers: SourcePricesPort): void {
  port = answers
}

export const sourcePricesOf: SourcePricesPort = async (tx, storeId, supplierIds, partNumbers) => port?.(tx, storeId, supplierIds, partNumbers) ?? []

/** Of one supplier: for a job the price of its kind of repair; else, and for the shelf, the customer's, or the one there is. */
export function sourcePriceFor(prices: readonly SourcePrice[], partNumber: string, payer: string | undefined): SourcePrice | null {
  const own = prices.filter((price) => price.partNumber === partNumber)
  const kind = payer === 'insurer' ? 'insurance' : payer === 'warranty' ? 'warranty' : 'customer'
  return (own.find((price) => price.kind === kind) ?? own[0]) ?? null
}
