import { Refusal } from '../../../kernel/refusal.ts'

/** Who pays a price of his own; goodwill and internal work pay the cost, free maintenance pays nothing by the piece. */
export const flooredPayers = ['customer', 'insurer', 'warranty'] as const
export type FlooredPayer = (typeof flooredPayers)[number]

export type Floor = { readonly payer: FlooredPayer; /** Hundredths of a percent above cost; null: none is kept. */ readonly percent: number | null }

/** A floor that is the same as before says nothing, and nobody sets one that another has just changed. */
export const whyNotSetFloor = (before: Floor['percent'] | undefined, wish: Floor['percent']): Refusal | null =>
  ((before ?? null) === wish ? new Refusal('prices.floor-same') : null)
