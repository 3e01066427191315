import type { Thousandths } from '../../../kernel/money.ts'

/** One number of a chain of supersession with what of it is on the shelves and reserved by nobody. */
export type ChainNumber = { readonly partId: string; readonly number: string; readonly free: Thousandths }

/**
 * The oldest number of the chain that can serve the whole line: old stock goes first (rules.md, Stock). Where none can, the newest,
 * as only that can still be ordered.
 * @param chain oldest first
 */
export const numberToUse = (chain: readonly ChainNumber[], wanted: Thousandths): ChainNumber | null =>
  chain.find(({ free }) => free >= wanted) ?? chain.at(-1) ?? null
