import { Refusal } from '../../../kernel/refusal.ts'
import { bayNamed, whyNotStand, whyNotWorkIn, type HeldBay } from './bays.ts'
import type { JobStatus } from './jobs.ts'
import { piecesOf, snapDown, workSpan, type Calendar, type Span } from './working-time.ts'

/** A job's length on the board, from the standard hours of its line: whole quarters, one at least. */
export const presetMinutes = (hoursThousandths: number): number => Math.min(6_000, Math.max(15, Math.ceil((hoursThousandths * 60) / 1_000 / 15) * 15))

const begun = (status: JobStatus): boolean => status === 'running' || status === 'paused'
export const isOver = (status: JobStatus): boolean => status === 'finished' || status === 'stopped'

export type PlanFacts = {
  readonly job: { readonly orderId: string; readonly status: JobStatus; readonly plannedStart: number | null }
  readonly start: number
  /** Where it would stand. */
  readonly span: Span
  readonly bayName: string
  /** Of the work, where it is to stand in another bay; undefined where it stays: what stands there already may. */
  readonly trade: string | null | undefined
  readonly bays: readonly HeldBay[]
  readonly now: number
}

/** Null means the job may be planned so: it is not over, does not begin in the past, and its bay is there, made for the work, in service and free of other cars (WSS-2.1). */
export function whyNotPlan({ job, start, span, bayName, trade, bays, now }: PlanFacts): Refusal | null {
  if (isOver(job.status)) return new Refusal('workshop.plan-over')
  if (begun(job.status) && job.plannedStart !== null && start !== job.plannedStart) return new Refusal('workshop.begun-keeps-start')
  if (!begun(job.status) && start < snapDown(now)) return new Refusal('workshop.plan-in-past')
  const bay = bayNamed(bays, bayName)
  if (bay === null) return new Refusal('workshop.bay-unknown', { bay: bayName })
  if (bay instanceof Refusal) return bay
  return (trade === undefined ? null : whyNotWorkIn(bay, trade, bays)) ?? whyNotStand(bay, span, job.orderId)
}

/** What of a job is still to be stood for: all of it before it began, then what is left of it from now on, a quarter of an hour at least. */
export function spanToHold(calendar: Calendar, job: { readonly status: JobStatus; readonly clockedMinutes: number }, { start, minutes, now }: { readonly start: number; readonly minutes: number; readonly now: number }): Span {
  return begun(job.status) ? workSpan(calendar, now, Math.max(15, minutes - job.clockedMinutes)) : workSpan(calendar, start, minutes)
}

export type PlannedJob = {
  readonly id: string; readonly orderId: string; readonly bay: string; readonly status: JobStatus
  readonly plannedStart: number; readonly plannedEnd: number; readonly plannedMinutes: number
  readonly clockedMinutes: number; readonly firstClockAt: number | null; readonly finishedAt: number | null
}

/** When a job was or will be worked on; the pieces do not overlap and stand in order. */
export type Expected = { readonly pieces: readonly [Span, ...Span[]]; readonly until: number }

/**
 * What will really happen: what runs ends when its minutes are used up, and what stands behind it, in its bay or on its car, begins later
 * than planned. The same rule for one bay and for a whole shop.
 */
export function expectAll(calendar: Calendar, jobs: readonly PlannedJob[], now: number): ReadonlyMap<string, Expected> {
  const expected = new Map<string, Expected>()
  const ordered = jobs.toSorted((a, b) => Number(begun(b.status)) - Number(begun(a.status)) || a.plannedStart - b.plannedStart)
  const before: PlannedJob[] = []
  for (const job of ordered) {
    const ahead = before.filter((other) => (other.bay === job.bay || other.orderId === job.orderId) && other.plannedEnd <= job.plannedStart)
    const free = Math.max(0, ...ahead.map(({ id }) => expected.get(id)?.until ?? 0))
    expected.set(job.id, expect(calendar, job, { now, free }))
    if (!isOver(job.status)) before.push(job)
  }
  return expected
}

function expect(calendar: Calendar, job: PlannedJob, { now, free }: { readonly now: number; readonly free: number }): Expected {
  const from = job.firstClockAt ?? job.plannedStart
  if (isOver(job.status)) {
    const until = job.finishedAt ?? now
    const piece = { from: Math.min(from, until), until }
    return { pieces: [piece], until }
  }
  if (!begun(job.status)) {
    const pieces = piecesOf(calendar, Math.max(job.plannedStart, now, free), job.plannedMinutes)
    return { pieces, until: pieces.at(-1)?.until ?? now }
  }
  const rest = piecesOf(calendar, now, Math.max(0, job.plannedMinutes - job.clockedMinutes))
  return { pieces: [{ from: Math.min(from, now), until: now }, ...rest.filter(({ from: start, until }) => until > start)], until: rest.at(-1)?.until ?? now }
}

export const risks = ['on-time', 'tight', 'late'] as const
export type Risk = (typeof risks)[number]

/** Amber begins here (web.md, 7). */
export const tightMinutes = 45

/** Whether the car will be there when it was promised; null where nothing was promised. */
export function riskOf(until: number, promisedAt: number | null): Risk | null {
  if (promisedAt === null) return null
  if (until > promisedAt) return 'late'
  return promisedAt - until < tightMinutes * 60_000 ? 'tight' : 'on-time'
}

/** What is to be said of a promise in danger; one that is past is not "will be late" any more. */
export function warningOf(risk: Risk | null, promisedAt: string | null, now: number): 'over' | 'late' | 'tight' | null {
  if (promisedAt !== null && Date.parse(promisedAt) < now) return 'over'
  return risk === 'late' || risk === 'tight' ? risk : null
}
