/** Why a part left its shelf without its label being scanned. */
export const unscannedReasons = ['label-unreadable', 'no-label'] as const
export type UnscannedReason = (typeof unscannedReasons)[number]
