import type { Refusal } from '../kernel/refusal.ts'

/** What becomes of one line of an import; `field` names the column that a refusal is about. */
export type ImportOutcome =
  | { readonly line: number; readonly result: 'new' | 'changed' | 'unchanged' }
  | { readonly line: number; readonly result: 'refused'; readonly field: string; readonly refusal: Refusal }

export const refusedLine = (line: number, field: string, refusal: Refusal): ImportOutcome => ({ line, result: 'refused', field, refusal })

export const countOf = (outcomes: readonly ImportOutcome[], result: ImportOutcome['result']): number => outcomes.filter((outcome) => outcome.result === result).length
