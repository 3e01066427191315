export const marginGroupings = ['order', 'payer', 'advisor'] as const
export type MarginGrouping = (typeof marginGroupings)[number]

/** Margin of the revenue in hundredths of a percent; of nothing there is none. */
export const marginShare = (revenueFen: number, costFen: number): number | null => (revenueFen === 0 ? null : Math.round(((revenueFen - costFen) * 10_000) / revenueFen))

/** What was given away: on a labour line, off a whole statement, or by a price beside its rule that somebody approved. */
export const giftKinds = ['line', 'allowance', 'deviation'] as const
export type GiftKind = (typeof giftKinds)[number]
