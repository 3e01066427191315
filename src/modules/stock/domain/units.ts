import { halfUp, type Thousandths } from '../../../kernel/money.ts'

/** A drum of 200 litres: so many thousandths of the part's own unit in one of this. */
export type PurchaseUnit = { readonly unit: string; readonly factorThousandths: Thousandths }

/** 1.5 drums of 200 litres are 300 litres. Cost is of the whole line, so it stays as it is and nothing is lost by rounding. */
export const inOwnUnit = (thousandths: Thousandths, factorThousandths: Thousandths): Thousandths =>
  Number(halfUp(BigInt(thousandths) * BigInt(factorThousandths), 1_000n))
