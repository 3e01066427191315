import type { Fen } from '../../../kernel/money.ts'

export const valueClasses = ['A', 'B', 'C'] as const
export type ValueClass = (typeof valueClasses)[number]

/** After how many days a shelf of each class is due again, and how many a day. */
export type Intervals = { readonly linesADay: number; readonly daysA: number; readonly daysB: number; readonly daysC: number }

export type Shelf = {
  readonly partId: string; readonly placeId: string; readonly bin: string
  /** Of the part, over a year, net of what came back. */ readonly issuedFen: Fen
  /** Null: never counted. */ readonly daysSince: number | null
  /** Differences that past counts found here, within a year. */ readonly errors: number
}
export type Proposed = Shelf & { readonly valueClass: ValueClass }

/** ABC by the value of issues: the parts that make the first 80 % are A, up to 95 % B, the rest C; what nobody asks for is C. */
export function classesOf(parts: ReadonlyMap<string, Fen>): Map<string, ValueClass> {
  const total = [...parts.values()].reduce((sum, fen) => sum + Math.max(0, fen), 0)
  let before = 0
  return new Map([...parts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([partId, fen]): [string, ValueClass] => {
    const from = before
    before += Math.max(0, fen)
    return [partId, fen <= 0 ? 'C' : from * 100 < total * 80 ? 'A' : from * 100 < total * 95 ? 'B' : 'C']
  }))
}

const longestDays = 730

/** How far a shelf is past its day: 1 is due; each error found there counts like half its interval. */
function pressure({ daysSince, errors, valueClass }: Proposed, { daysA, daysB, daysC }: Intervals): number {
  const interval = { A: daysA, B: daysB, C: daysC }[valueClass]
  return (daysSince ?? longestDays) / interval + errors / 2
}

/** Each shelf with the value class of its part: it takes all of them to say. */
export function classed(shelves: readonly Shelf[]): Proposed[] {
  const classes = classesOf(new Map(shelves.map(({ partId, issuedFen }) => [partId, issuedFen])))
  return shelves.map((shelf) => ({ ...shelf, valueClass: classes.get(shelf.partId) ?? 'C' }))
}

/** The shelves of a rolling count: those most past their day by value class, time and past errors, so many a day (WHK-5.1, PTS-11.3). Counted today is not due again. */
export const proposeRolling = (shelves: readonly Proposed[], intervals: Intervals): Proposed[] =>
  shelves.filter(({ daysSince }) => daysSince !== 0)
    .map((shelf) => ({ shelf, weight: pressure(shelf, intervals) }))
    .toSorted((a, b) => b.weight - a.weight || b.shelf.issuedFen - a.shelf.issuedFen || (a.shelf.bin === b.shelf.bin ? (a.shelf.partId < b.shelf.partId ? -1 : 1) : a.shelf.bin < b.shelf.bin ? -1 : 1))
    .slice(0, intervals.linesADay).map(({ shelf }) => shelf)
