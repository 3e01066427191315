import { Refusal } from '../../../kernel/refusal.ts'

/** Asked: what is not scanned leaves all the same and is recorded as such. Required: it leaves with a reason only. */
export const scanRules = ['asked', 'required'] as const
export type ScanRule = (typeof scanRules)[number]

/** Until a store decides. */
export const presetScanRule: ScanRule = 'asked'

export type Taken = { readonly scannedLotId: string | null; readonly unscannedWhy: string | null }

/** Taken unseen nobody knows that it was the right part (WHK-3.1); a label that is torn or missing does not stop the job, but it is said. */
export function whyNotUnscanned(rule: ScanRule, part: string, { scannedLotId, unscannedWhy }: Taken): Refusal | null {
  return rule === 'asked' || scannedLotId !== null || unscannedWhy !== null ? null : new Refusal('picking.scan-missing', { part })
}
