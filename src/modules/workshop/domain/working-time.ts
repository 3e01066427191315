import { addDays, localDay, type LocalDay } from '../../../kernel/time.ts'

/** Milliseconds since 1970, the end not included. */
export type Span = { readonly from: number; readonly until: number }

/** When the house is open, day by day of the store. */
export type Calendar = { readonly timeZone: string; opening(day: LocalDay): Span | null }

const minute = 60_000
/** The board moves in quarters of an hour. */
export const quarter = 15 * minute

/** Further ahead nobody plans; a house that stays closed so long is not waited for. */
export const daysAhead = 90

export const snapUp = (at: number): number => Math.ceil(at / quarter) * quarter
export const snapDown = (at: number): number => Math.floor(at / quarter) * quarter

export const overlaps = (a: Span, b: Span): boolean => a.from < b.until && b.from < a.until

/** Work of so many minutes from this moment, within the opening hours: it breaks off at closing and goes on at the next opening. One piece at least. */
export function piecesOf(calendar: Calendar, start: number, minutes: number): readonly [Span, ...Span[]] {
  const pieces: Span[] = []
  let left = minutes * minute
  let day = localDay(new Date(start), calendar.timeZone)
  for (let ahead = 0; left > 0 && ahead <= daysAhead; ahead += 1) {
    const open = calendar.opening(day)
    const from = open === null ? 0 : Math.max(open.from, start)
    if (open !== null && from < open.until) {
      const until = Math.min(open.until, from + left)
      pieces.push({ from, until })
      left -= until - from
    }
    day = addDays(day, 1)
  }
  const from = pieces.at(-1)?.until ?? start
  const [first = { from, until: from + left }, ...rest] = pieces
  return left > 0 && pieces.length > 0 ? [first, ...rest, { from, until: from + left }] : [first, ...rest]
}

/** From the first minute of work to the last. */
export function workSpan(calendar: Calendar, start: number, minutes: number): Span {
  const pieces = piecesOf(calendar, start, minutes)
  return { from: pieces[0].from, until: pieces.at(-1)?.until ?? pieces[0].until }
}

/** The first span from then on, begun at a quarter of an hour, in which nothing is in the way. */
export function firstFree(calendar: Calendar, { earliest, minutes, inTheWay }: { readonly earliest: number; readonly minutes: number; readonly inTheWay: readonly Span[] }): Span {
  let start = snapUp(earliest)
  for (;;) {
    const span = workSpan(calendar, start, minutes)
    const met = inTheWay.filter((other) => overlaps(other, span))
    if (met.length === 0) return span
    start = snapUp(Math.min(...met.map(({ until }) => until))) // each step leaves one behind
  }
}

/** Minutes of work that fall into a window. */
export const minutesWithin = (spans: readonly Span[], window: Span): number =>
  spans.reduce((sum, { from, until }) => sum + Math.max(0, Math.min(until, window.until) - Math.max(from, window.from)), 0) / minute
