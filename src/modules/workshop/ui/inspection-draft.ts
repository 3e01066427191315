import { Refusal } from '../../../kernel/refusal.ts'
import type { WorkView } from '../contract.ts'
import { whyNotInspectYet, type Verdict } from '../domain/checks.ts'
import { inspectionPoints, whyNotInspect, type InspectionPoint } from '../domain/jobs.ts'

export type Draft = {
  readonly points: Readonly<Partial<Record<InspectionPoint, Verdict>>>
  readonly cleanliness: 'A' | 'B' | 'C' | null
  readonly roadTestKm: number | null
  readonly result: 'passed' | 'failed' | null
  readonly reason: string
}

/** All points with their verdicts; null while one is not chosen. */
export function pointsOf({ points }: Draft): Record<InspectionPoint, Verdict> | null {
  const chosen = inspectionPoints.flatMap((point) => (points[point] === undefined ? [] : [[point, points[point]] as const]))
  return chosen.length === inspectionPoints.length ? (Object.fromEntries(chosen) as Record<InspectionPoint, Verdict>) : null
}

const roadTestMost = 200

/** What the sheet still lacks, else what the rule says. Whose clock stands on this order is guessed from its jobs; the server knows. */
export function missingOf(draft: Draft, work: WorkView, inspectorId: string): Refusal | null {
  const clockedBy = work.labour.flatMap(({ job }) => (job !== null && (job.clockedMinutes > 0 || job.status === 'finished') ? [job.technicianId] : []))
  if (clockedBy.includes(inspectorId)) return new Refusal('workshop.own-work')
  const early = whyNotInspectYet(work.labour.flatMap(({ job }) => (job === null ? [] : [job])))
  if (early !== null) return early
  const open = inspectionPoints.length - Object.keys(draft.points).length
  if (open > 0) return new Refusal('workshop.points-not-chosen', { count: open })
  if (draft.cleanliness === null) return new Refusal('workshop.cleanliness-missing')
  if ((draft.roadTestKm ?? 0) > roadTestMost) return new Refusal('workshop.road-test-too-far')
  if (draft.result === null) return new Refusal('workshop.result-missing')
  const openPoints = Object.values(draft.points).filter((verdict) => verdict === 'faulty').length
  return whyNotInspect({ status: work.status, inspectorId, clockedBy, result: draft.result, openPoints, openAddedWork: work.openAddedWork, reason: draft.reason })
}
