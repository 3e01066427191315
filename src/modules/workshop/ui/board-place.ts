import type { BayView, BoardJob, Unplaced, WorkshopBoard } from '../contract.ts'
import { overlaps, quarter, type Span } from '../domain/working-time.ts'

/** Where on the board: a bay, and a moment. */
export type Spot = { readonly bay: string; readonly from: number }

/** What is moved: a job with its place, or labour without one. */
export type Moved = { readonly kind: 'job'; readonly job: BoardJob } | { readonly kind: 'unplaced'; readonly line: Unplaced }

export const spanOf = ({ from, until }: { readonly from: string; readonly until: string }): Span => ({ from: Date.parse(from), until: Date.parse(until) })

export const isOver = ({ status }: Pick<BoardJob, 'status'>): boolean => status === 'finished' || status === 'stopped'
export const isBegun = ({ status }: Pick<BoardJob, 'status'>): boolean => status === 'running' || status === 'paused'

/** What is still to be done is drawn so wide that its plate can be read, a short job longer than it takes. */
const shortestDrawn = 30 * 60_000
export const drawnSpan = (job: BoardJob): Span => {
  const { from, until } = spanOf(job.shown)
  return { from, until: isOver(job) ? until : Math.max(until, from + shortestDrawn) }
}

/** Jobs of a bay side by side: what overlaps stands in another lane. */
export function lanesOf(jobs: readonly BoardJob[]): { readonly lane: ReadonlyMap<string, number>; readonly count: number } {
  const lanes: Span[][] = []
  const lane = new Map<string, number>()
  for (const job of jobs.toSorted((a, b) => a.shown.from.localeCompare(b.shown.from))) {
    const span = drawnSpan(job)
    const free = lanes.findIndex((taken) => taken.every((other) => !overlaps(other, span)))
    const index = free === -1 ? lanes.length : free
    lanes[index] = [...(lanes[index] ?? []), span]
    lane.set(job.id, index)
  }
  return { lane, count: Math.max(1, lanes.length) }
}

/** Another car that stands in the same bay at the same time; it can come to that when work begins early or lasts long. */
export const clashOf = (job: BoardJob, jobs: readonly BoardJob[]): BoardJob | null =>
  (isOver(job) ? null : (jobs.find((other) => other.orderId !== job.orderId && !isOver(other) && overlaps(spanOf(other.shown), spanOf(job.shown))) ?? null))

/** In percent of the window: where a moment stands. */
export const placeIn = (window: Span, at: number): number => (Math.min(Math.max(at, window.from), window.until) - window.from) / (window.until - window.from) * 100

/** A step by keys: a quarter of an hour, or the next bay of the list; it stays on the board. */
export function stepped({ window, bays }: { readonly window: Span; readonly bays: readonly BayView[] }, spot: Spot, key: string): Spot | null {
  const at = bays.findIndex(({ name }) => name === spot.bay)
  if (key === 'ArrowLeft') return { ...spot, from: Math.max(window.from, spot.from - quarter) }
  if (key === 'ArrowRight') return { ...spot, from: Math.min(window.until - quarter, spot.from + quarter) }
  const next = key === 'ArrowUp' ? bays[at - 1] : key === 'ArrowDown' ? bays[at + 1] : undefined
  return next === undefined ? null : { ...spot, bay: next.name }
}

export const hoursOf = (window: Span): readonly number[] => Array.from({ length: Math.round((window.until - window.from) / 3_600_000) }, (_, index) => window.from + index * 3_600_000)

export const boardWindow = ({ window }: WorkshopBoard): Span => spanOf(window)
