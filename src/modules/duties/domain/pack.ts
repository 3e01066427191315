import type { Position } from '../../../kernel/permissions.ts'

/** What closes a duty: data, a filed record, a signed checklist; a photo goes with them. `zh` and `en` say what must be there, `code` which list or data of another duty. */
export type ProofPart =
  | { readonly kind: 'auto' | 'record' | 'check'; readonly zh: string; readonly en: string; readonly code?: string | undefined }
  | { readonly kind: 'photo' }

/** One line of the job manual. */
export type PackDuty = {
  /** Position, section, number; never changes. */
  readonly id: string
  readonly zh: string
  readonly en: string
  /** The grammar of `parseWhen`. */
  readonly when: string
  readonly proof: readonly ProofPart[]
  /** Positions whose work this duty supervises. */
  readonly watch: readonly Position[]
  /** The part of the business it belongs to. */
  readonly area: string
  /** `each`: everybody who holds the position owes it himself; `position`: one of them does it for all. */
  readonly holder: 'each' | 'position'
}

export type PackPosition = {
  readonly position: Position
  /** From the top down: the last is the nearest superior. */
  readonly reportsTo: readonly Position[]
  /** Positions, the manufacturer (OEM), suppliers. */
  readonly worksWith: readonly string[]
  readonly duties: readonly PackDuty[]
}

export type Pack = { readonly id: string; readonly version: number; readonly positions: readonly PackPosition[] }

/**
 * Who escalation goes to, nearest first: from the last to the first that the position reports to, then the general manager, who is above
 * all (duties/README, reports_to).
 */
export function superiorsOf(pack: Pack, position: Position): Position[] {
  const known = pack.positions.find((entry) => entry.position === position)?.reportsTo ?? []
  return [...new Set<Position>([...known.toReversed(), 'GM'])].filter((superior) => superior !== position)
}

/** A position nobody holds falls to its nearest superior that somebody holds; null when nobody at all is above it. */
export const actingFor = (pack: Pack, position: Position, held: ReadonlySet<string>): Position | null =>
  held.has(position) ? position : superiorsOf(pack, position).find((superior) => held.has(superior)) ?? null

/** Who supervises a position along the manual's own edges: every position with a duty that watches it. */
export const supervisorsOf = (duties: readonly { readonly position: Position; readonly watch: readonly Position[] }[], position: Position): Position[] =>
  [...new Set(duties.filter(({ watch }) => watch.includes(position)).map((duty) => duty.position))]
