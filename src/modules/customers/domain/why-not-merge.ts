import { Refusal } from '../../../kernel/refusal.ts'

export type MergeSide = { readonly id: string; readonly name: string; readonly mergedInto: string | null; readonly erasedAt: Date | null }

/** Null means `from` may become a part of `into`. A chain of merges would have no end to look for. */
export function whyNotMerge(from: MergeSide, into: MergeSide): Refusal | null {
  if (from.id === into.id) return new Refusal('customers.merge-into-itself')
  if (from.mergedInto !== null) return new Refusal('customers.merged-already', { name: from.name })
  if (into.mergedInto !== null) return new Refusal('customers.merged-already', { name: into.name })
  return from.erasedAt === null && into.erasedAt === null ? null : new Refusal('customers.erased')
}
