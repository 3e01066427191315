/** Why a part left its shelf without its label being scanned. */
export const unscannedReasons = ['label-unreadable', 'no-label'] as const
export type UnscannedReason = (typeof unscannedReasons)[number]

/** Where it went. */
export const unscannedWays = ['job', 'counter', 'transfer'] as const
export type UnscannedWay = (typeof unscannedWays)[number]
