import { Refusal } from '../../../kernel/refusal.ts'
import type { BrokenRule } from './storage.ts'

/** Null means this move may stand: against a storage rule only with a reason (WHK-5.2). */
export const whyNotAgainstRule = ({ bin, broken, reason }: { readonly bin: string; readonly broken: BrokenRule | null; readonly reason: string }): Refusal | null =>
  (broken !== null && reason.trim() === '' ? new Refusal('bins.rule-needs-reason', { bin }) : null)

export const whyNotTakeBack = ({ takenBack, takesBack }: { readonly takenBack: boolean; readonly takesBack: string | null }): Refusal | null =>
  (takenBack || takesBack !== null ? new Refusal('bins.taken-back-already') : null)

/** A zone that goods only wait in is made for nothing else. */
export const whyNotZone = ({ staging, holds }: { readonly staging: boolean; readonly holds: readonly string[] }): Refusal | null =>
  (!staging && holds.length === 0 ? new Refusal('bins.zone-for-nothing') : null)
