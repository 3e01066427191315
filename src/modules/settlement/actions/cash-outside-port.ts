import type { Fen } from '../../../kernel/money.ts'
import type { Reading } from '../../../platform/deed.ts'

export type CashOutside = { readonly saleId: string; readonly number: string; /** The carrier or the driver who owes it. */ readonly by: string; readonly handedAt: Date; readonly owedFen: Fen }
/** Cash on delivery that was not handed in yet; a later module knows. */
export type CashOutsidePort = (reading: Reading) => Promise<readonly CashOutside[]>

let port: CashOutsidePort | null = null

/** The app registers the module that sends goods. */
export function registerCashOutside(answers: CashOutsidePort): void {
  port = answers
}

export const cashOutside: CashOutsidePort = async (reading) => port?.(reading) ?? []
