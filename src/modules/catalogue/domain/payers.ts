/** Who pays a line (rules.md, Price by payer). */
export const payers = ['customer', 'insurer', 'warranty', 'free-maintenance', 'goodwill', 'internal'] as const
export type Payer = (typeof payers)[number]

export const priceKinds = ['cap', 'retail', 'claim'] as const
export type PriceKind = (typeof priceKinds)[number]

export const lineKinds = ['labour', 'part', 'sublet'] as const
export type LineKind = (typeof lineKinds)[number]
