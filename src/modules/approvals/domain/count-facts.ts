import type { Fen } from '../../../kernel/money.ts'

/** What a count found, as its request carries it: figures, since each reader has his own language. */
export type CountFacts = { readonly different: number; readonly lines: number; /** Differences added up without their sign. */ readonly absoluteFen: Fen }

export const writeCountFacts = ({ different, lines, absoluteFen }: CountFacts): string => `${String(different)}/${String(lines)}/${String(absoluteFen)}`

/** Null where it carries none. */
export function readCountFacts(detail: string): CountFacts | null {
  const [, different, lines, absoluteFen] = /^(\d+)\/(\d+)\/(\d+)$/.exec(detail) ?? []
  return different === undefined ? null : { different: Number(different), lines: Number(lines), absoluteFen: Number(absoluteFen) }
}
