import type { Fen } from '../../../kernel/money.ts'
import type { LocalDay } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Payer } from '../../catalogue/domain/payers.ts'

/** What later modules know of prices: promotions that run, and how far above cost a store sells at least. */
export type PricingPort = {
  /** The lowest offer of each part on the day. */
  offersOn(tx: Tx, storeId: string, partIds: readonly string[], day: LocalDay): Promise<readonly { readonly partId: string; readonly priceFen: Fen }[]>
  /** Percent above cost in hundredths, of the payers that have a floor. */
  floorsOf(tx: Tx, storeId: string): Promise<readonly { readonly payer: Payer; readonly percent: number }[]>
}

let port: PricingPort | null = null

/** The app registers the modules that know it. */
export function registerPricing(answers: PricingPort): void {
  port = answers
}

export const offersOn: PricingPort['offersOn'] = async (tx, storeId, partIds, day) => port?.offersOn(tx, storeId, partIds, day) ?? []
export const floorsOf: PricingPort['floorsOf'] = async (tx, storeId) => port?.floorsOf(tx, storeId) ?? []
