import { mayFollow, type Life } from '../../../kernel/life.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Status } from '../../repair-orders/domain/life.ts'

export const jobStatuses = ['dispatched', 'running', 'paused', 'finished', 'stopped'] as const
export type JobStatus = (typeof jobStatuses)[number]

/** The life of a job; rework opens a finished one again. */
export const jobLife: Life<JobStatus> = {
  dispatched: ['running', 'stopped'],
  running: ['paused', 'finished', 'stopped'],
  paused: ['running', 'finished', 'stopped'],
  finished: ['dispatched'],
  stopped: ['dispatched'], // when the inspection fails, stopped work may be given out again
}

export const pauseReasons = ['parts', 'customer', 'technical', 'insurer', 'bay', 'break'] as const
export type PauseReason = (typeof pauseReasons)[number]

/** Why a job stands: what its technician said, or that his clock ran past closing and stopped by itself. */
export const waitReasons = [...pauseReasons, 'forgotten'] as const
export type WaitReason = (typeof waitReasons)[number]

const inShop: readonly Status[] = ['authorised', 'in_work']

/** Null means labour of this order may be given to somebody (WSS-2.1). Work is dispatched only when the customer said yes. */
export function whyNotDispatch(order: { readonly status: Status }, job: { readonly status: JobStatus } | null): Refusal | null {
  if (!inShop.includes(order.status)) return new Refusal('workshop.not-authorised')
  if (job !== null && job.status !== 'dispatched' && job.status !== 'stopped') return new Refusal('workshop.job-begun')
  return null
}

type OfJob = { readonly status: JobStatus; readonly technicianId: string; readonly helpers?: readonly { readonly id: string }[] }

/** His own job, or one on which he helps. */
export const worksOn = ({ technicianId, helpers = [] }: OfJob, personId: string): boolean => technicianId === personId || helpers.some(({ id }) => id === personId)

export type ClockFacts = {
  readonly job: OfJob
  readonly personId: string
  /** The plate of the car on which this person's clock runs, if any. */
  readonly runningOn: string | null
}

/** Null means this person's clock may start: his job, not running, and no other clock of his (one running clock per person). */
export function whyNotClockOn({ job, personId, runningOn }: ClockFacts): Refusal | null {
  if (!worksOn(job, personId)) return new Refusal('workshop.not-your-job')
  if (runningOn !== null) return new Refusal('workshop.clock-runs', { plate: runningOn })
  // Where it runs already, the clock is another's: two work on it.
  return job.status === 'running' || mayFollow(jobLife, job.status, 'running') ? null : new Refusal('workshop.job-over')
}

/** `clockRuns`: his own clock on this job. */
export function whyNotPause(job: OfJob, personId: string, clockRuns = job.status === 'running'): Refusal | null {
  if (!worksOn(job, personId)) return new Refusal('workshop.not-your-job')
  return clockRuns ? null : new Refusal('workshop.clock-stands')
}

/** Whoever helps does not finish: the job's technician does, for both. */
export function whyNotFinish(job: OfJob, personId: string): Refusal | null {
  if (job.technicianId !== personId) return new Refusal('workshop.not-your-job')
  return mayFollow(jobLife, job.status, 'finished') ? null : new Refusal('workshop.never-begun')
}

/** Null means unfinished work may be ended; what is over stays as it is. */
export function whyNotStop(job: { readonly status: JobStatus }): Refusal | null {
  return job.status === 'finished' || job.status === 'stopped' ? new Refusal('workshop.stop-over') : null
}

/** A phone may be without network for a shift, not longer. */
const longestWaitHours = 12

/**
 * When a deed of the clock counts. One that waited on a phone counts from when it was done there, if that can be: not in the future, not
 * before what came before it, not longer ago than a shift. Else from now.
 */
export function momentThatCounts(now: Date, said: Date | null, notBefore: Date): Date {
  const canBe = said !== null && said <= now && said >= notBefore && now.getTime() - said.getTime() <= longestWaitHours * 3_600_000
  return canBe ? said : now
}

export type InspectFacts = {
  readonly status: Status
  readonly inspectorId: string
  readonly clockedBy: readonly string[]
  readonly result: 'passed' | 'failed'
  readonly openPoints: number
  /** Added work that nobody priced, or the customer did not answer yet. */
  readonly openAddedWork: number
  readonly reason: string
}

/** Null means the final inspection may be signed: by somebody with no clock on this order; a pass has no open point (WSS-2.3). */
export function whyNotInspect(facts: InspectFacts): Refusal | null {
  if (facts.status !== 'in_inspection') return new Refusal('workshop.not-in-inspection')
  if (facts.clockedBy.includes(facts.inspectorId)) return new Refusal('workshop.own-work')
  if (facts.result === 'passed' && facts.openPoints > 0) return new Refusal('workshop.points-open', { count: facts.openPoints })
  if (facts.result === 'passed' && facts.openAddedWork > 0) return new Refusal('workshop.added-work-open', { count: facts.openAddedWork })
  if (facts.result === 'failed' && facts.reason.trim() === '') return new Refusal('workshop.failure-needs-reason')
  return null
}

/** The points of a final inspection (practice.md, 5.2, 质检单). */
export const inspectionPoints = ['work-complete', 'safety-parts', 'torque', 'leaks', 'fluids', 'fault-memory', 'old-parts', 'clean-inside'] as const
export type InspectionPoint = (typeof inspectionPoints)[number]
