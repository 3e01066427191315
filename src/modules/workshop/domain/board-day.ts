import type { Expected } from './plan.ts'
import type { Span } from './working-time.ts'

export type DayFrame = { /** From the day's first moment to the next one's. */ readonly day: Span; readonly open: Span | null }

export type Shown = { readonly shown: Span; readonly comesIn: boolean; readonly goesOn: boolean }

/** What of a job falls on a day; null when nothing does. Work that lasts overnight is drawn from opening or until closing, not through the night. */
export function shownOn({ day, open }: DayFrame, { pieces }: Pick<Expected, 'pieces'>, plannedStart: number): Shown | null {
  const here = pieces.filter(({ from, until }) => from < day.until && until > day.from)
  const [first, last] = [here[0], here.at(-1)]
  if (first === undefined || last === undefined) return null
  const until = last.until > day.until ? (open?.until ?? day.until) : last.until
  const from = first.from < day.from ? Math.min(open?.from ?? day.from, until) : first.from
  return {
    shown: { from, until: Math.max(from, until) },
    comesIn: pieces[0].from < day.from || plannedStart < day.from,
    goesOn: (pieces.at(-1)?.until ?? until) > day.until,
  }
}

const hour = 3_600_000

/** Earlier than this before opening the board does not begin; what began before is drawn from its edge. */
const earliest = 2 * hour

/** What the board shows of a day: the opening hours, wider by whole hours where open work lies outside them. A closed day without work shows the usual desk hours. */
export function windowOf({ day, open }: DayFrame, shown: readonly Span[]): Span {
  const usual = open ?? { from: day.from + 8 * hour, until: day.from + 18 * hour }
  const from = Math.max(usual.from - earliest, Math.min(usual.from, ...shown.map((span) => span.from)))
  const until = Math.max(usual.until, ...shown.map((span) => span.until))
  return { from: Math.max(day.from, day.from + Math.floor((from - day.from) / hour) * hour), until: Math.min(day.until, day.from + Math.ceil((until - day.from) / hour) * hour) }
}
