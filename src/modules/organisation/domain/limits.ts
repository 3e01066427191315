import type { Fen } from '../../../kernel/money.ts'

/** A discount on one labour line, an allowance on one statement, how far off its rule an approved price of a line may be, and the total of one parts order. */
export const limitKinds = ['discount', 'allowance', 'deviation', 'parts-order'] as const
export type LimitKind = (typeof limitKinds)[number]

/** Fen; null: without limit. Who is not named here may grant nothing until the store says how much. */
const presets: Readonly<Record<string, Readonly<Record<LimitKind, Fen | null>>>> = {
  GM: { discount: null, allowance: null, deviation: null, 'parts-order': null },
  STM: { discount: 200_000, allowance: 100_000, deviation: 200_000, 'parts-order': 5_000_000 },
  FDS: { discount: 50_000, allowance: 20_000, deviation: 50_000, 'parts-order': 0 },
  SAD: { discount: 10_000, allowance: 0, deviation: 0, 'parts-order': 0 },
  INS: { discount: 10_000, allowance: 0, deviation: 0, 'parts-order': 0 },
  WCL: { discount: 0, allowance: 0, deviation: 0, 'parts-order': 0 },
  PTS: { discount: 0, allowance: 0, deviation: 0, 'parts-order': 2_000_000 },
  PPL: { discount: 0, allowance: 0, deviation: 0, 'parts-order': 500_000 },
}

export const limitedPositions: readonly string[] = Object.keys(presets)

export type SetLimit = { readonly position: string; readonly kind: LimitKind; readonly mostFen: Fen | null }

/** What one position may grant: the store's own figure, else the preset, else nothing. */
export function limitOf(position: string, kind: LimitKind, set: readonly SetLimit[]): Fen | null {
  const own = set.find((limit) => limit.position === position && limit.kind === kind)
  if (own !== undefined) return own.mostFen
  const preset = presets[position]
  return preset === undefined ? 0 : preset[kind]
}

/** The highest of a person's positions counts. */
export function limitOfPositions(positions: readonly string[], kind: LimitKind, set: readonly SetLimit[]): Fen | null {
  const limits = positions.map((position) => limitOf(position, kind, set))
  return limits.includes(null) ? null : Math.max(0, ...limits.map((limit) => limit ?? 0))
}

export const isAbove = (fen: Fen, limit: Fen | null): boolean => limit !== null && fen > limit
