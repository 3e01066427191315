import { Refusal } from '../../../kernel/refusal.ts'

type Hold = { readonly code: string; readonly about: string; readonly until: string | null }

type Facts = {
  readonly erased: boolean
  readonly mergedAway: boolean
  /** Somebody has asked for it already and waits for the second yes. */
  readonly asked: boolean
  readonly holds: readonly Hold[]
}

/** The first reason, with what it is about and until when it stands (个人信息保护法 47: not before the law's period is over). */
export function whyNotErase({ erased, mergedAway, asked, holds }: Facts): Refusal | null {
  if (erased) return new Refusal('privacy.erased-already')
  if (mergedAway) return new Refusal('privacy.merged-away')
  if (asked) return new Refusal('privacy.asked-already')
  const [first] = holds
  return first === undefined ? null : new Refusal(first.code, { about: first.about, until: first.until ?? '' })
}

/** What can be settled by people stands first; of what only time settles, the longest. */
export const inOrder = (holds: readonly Hold[]): Hold[] =>
  holds.toSorted((a, b) => (a.until === null ? 0 : 1) - (b.until === null ? 0 : 1) || (b.until ?? '').localeCompare(a.until ?? '') || a.code.localeCompare(b.code))

/** A name of which two signs are enough to recognise it in an inbox. */
export const maskName = (name: string): string => `${name.slice(0, 1)}${'*'.repeat(Math.min(3, Math.max(1, name.length - 1)))}`
