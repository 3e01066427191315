import type { Thousandths } from '../../../kernel/money.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Status } from '../../repair-orders/domain/life.ts'
import { worksOn, type JobStatus } from './jobs.ts'

/** Who answers a point: the technician himself (level 1), whoever checks the job for the team (level 2), or both. */
export const pointsFor = ['self', 'team', 'both'] as const
export type PointFor = (typeof pointsFor)[number]

/** What is measured at a point and within which limits, such as 100 to 120 N·m. */
export type Limits = { readonly unit: string; readonly least: Thousandths | null; readonly most: Thousandths | null }

export type CheckPoint = {
  readonly key: string; readonly nameZh: string; readonly nameEn: string; readonly by: PointFor
  readonly value: Limits | null
  /** A photo of it must be with the order. */
  readonly photo: boolean
}

/** What is looked at on a kind of work, and by whom. */
export type CheckSheet = { readonly nameZh: string; readonly nameEn: string; readonly selfCheck: boolean; readonly teamCheck: boolean; readonly points: readonly CheckPoint[] }

export const verdicts = ['good', 'faulty', 'none'] as const
export type Verdict = (typeof verdicts)[number]

export type PointResult = { readonly key: string; readonly verdict: Verdict; readonly value: Thousandths | null }

export type Level = 'self' | 'team'

/** The points of one level; a sheet on which the level is switched off has none. */
export function pointsOfLevel(sheet: CheckSheet | null, level: Level): readonly CheckPoint[] {
  if (sheet === null || !(level === 'self' ? sheet.selfCheck : sheet.teamCheck)) return []
  return sheet.points.filter(({ by }) => by === 'both' || by === level)
}

/** What a finished job owes: without a sheet its technician's own word is enough, and nobody else need look. */
export const checksAfter = (sheet: CheckSheet | null): { readonly self: boolean; readonly team: boolean } => ({ self: sheet?.selfCheck ?? true, team: sheet?.teamCheck ?? false })

export const isOutside = ({ least, most }: Limits, value: Thousandths): boolean => (least !== null && value < least) || (most !== null && value > most)

const inWords = (value: Thousandths): string => String(value / 1_000)

/** "100–120 N·m", as it stands beside the field and on paper. */
export function limitsInWords({ least, most, unit }: Limits): string {
  if (least !== null && most !== null) return `${inWords(least)}–${inWords(most)} ${unit}`
  return least === null ? `≤ ${inWords(most ?? 0)} ${unit}` : `≥ ${inWords(least)} ${unit}`
}

/** A photo of a point carries this as its detail, so that it is told apart among those of the order. */
export const photoDetail = (jobId: string, key: string): string => `${jobId} ${key}`

export type ResultFacts = { readonly points: readonly CheckPoint[]; readonly results: readonly PointResult[]; /** Keys of the points of which there is a photo. */ readonly photos: ReadonlySet<string> }

function whyNotPoint({ key, nameZh, nameEn, value: limits, photo }: CheckPoint, { results, photos }: ResultFacts): Refusal | null {
  const result = results.find((one) => one.key === key)
  const point = { nameZh, nameEn }
  if (result === undefined) return new Refusal('workshop.check-point-open', point)
  if (result.verdict === 'faulty') return new Refusal('workshop.check-point-faulty', point)
  if (result.verdict === 'none') return null
  if (limits !== null && result.value === null) return new Refusal('workshop.check-value-missing', { ...point, unit: limits.unit })
  if (limits !== null && result.value !== null && isOutside(limits, result.value)) return new Refusal('workshop.check-value-outside', { ...point, value: inWords(result.value), unit: limits.unit, limits: limitsInWords(limits) })
  return photo && !photos.has(key) ? new Refusal('workshop.check-photo-missing', point) : null
}

/** Null means every point of the level is answered, good and within its limits: torque is a figure, not a tick (practice.md, 5.2). */
export function whyNotPassPoints(facts: ResultFacts): Refusal | null {
  for (const point of facts.points) {
    const why = whyNotPoint(point, facts)
    if (why !== null) return why
  }
  return null
}

/** Positions that lead a team or the workshop. */
const leaders: readonly string[] = ['MTL', 'BTL', 'WSS', 'TSU']
export const leads = (positions: readonly string[]): boolean => positions.some((position) => leaders.includes(position))

export type TeamCheckFacts = {
  readonly orderStatus: Status
  readonly job: { readonly status: JobStatus; readonly teamCheck: 'due' | 'passed' | null; readonly technicianId: string; readonly helpers: readonly { readonly id: string }[] }
  readonly personId: string
  readonly positions: readonly string[]
  /** Who leads the teams of those who did it, whatever their positions are. */
  readonly leaderIds: readonly string[]
  /** Whose clock ran on this job. */
  readonly clockedBy: readonly string[]
  /** Whether one of those who did the work leads a team himself. */
  readonly leaderDidIt: boolean
}

/** Null means this person may look at the job for the team: never one who did it; the leader, or another technician where the leader did it himself (WSS-2.3). */
export function whyNotTeamCheck({ orderStatus, job, personId, positions, leaderIds, clockedBy, leaderDidIt }: TeamCheckFacts): Refusal | null {
  if (job.status !== 'finished' || job.teamCheck !== 'due' || (orderStatus !== 'in_work' && orderStatus !== 'in_inspection')) return new Refusal('workshop.nothing-to-check')
  if (worksOn(job, personId) || clockedBy.includes(personId)) return new Refusal('workshop.own-check')
  return leads(positions) || leaderIds.includes(personId) || leaderDidIt ? null : new Refusal('workshop.leader-checks')
}

export type TeamVerdict = ResultFacts & { readonly result: 'passed' | 'failed'; readonly reason: string }

/** A pass has every point good; a failure sends the job back and says why. */
export function whyNotSignCheck({ result, reason, ...facts }: TeamVerdict): Refusal | null {
  if (result === 'passed') return whyNotPassPoints(facts)
  return reason.trim() === '' ? new Refusal('workshop.failure-needs-reason') : null
}

export type CheckedJob = { readonly nameZh: string; readonly nameEn: string; readonly status: JobStatus; readonly selfCheck: 'due' | 'passed' | null; readonly teamCheck: 'due' | 'passed' | null }

/** Null means levels 1 and 2 of every job are behind it: only then the final inspector looks (practice.md, 5.2; WSS-2.3). Stopped work owes no check. */
export function whyNotInspectYet(jobs: readonly CheckedJob[]): Refusal | null {
  const finished = jobs.filter(({ status }) => status === 'finished')
  const self = finished.find(({ selfCheck }) => selfCheck === 'due')
  if (self !== undefined) return new Refusal('workshop.self-check-missing', { nameZh: self.nameZh, nameEn: self.nameEn })
  const team = finished.find(({ teamCheck }) => teamCheck === 'due')
  return team === undefined ? null : new Refusal('workshop.team-check-missing', { nameZh: team.nameZh, nameEn: team.nameEn })
}

export type SheetWish = { readonly points: readonly Pick<CheckPoint, 'key' | 'nameZh' | 'nameEn' | 'value' | 'by'>[]; readonly selfCheck: boolean; readonly teamCheck: boolean }

/** Null means the sheet may be kept: each point once, limits the right way round, and no point for a level that is switched off. */
export function whyNotKeepSheet({ points, selfCheck, teamCheck }: SheetWish): Refusal | null {
  if (new Set(points.map(({ key }) => key)).size < points.length) return new Refusal('workshop.sheet-point-twice')
  for (const { nameZh, nameEn, value, by } of points) {
    if (value !== null && (value.unit.trim() === '' || (value.least === null && value.most === null))) return new Refusal('workshop.sheet-limits-missing', { nameZh, nameEn })
    if (value !== null && value.least !== null && value.most !== null && value.least > value.most) return new Refusal('workshop.sheet-limits-crossed', { nameZh, nameEn })
    if ((by === 'self' && !selfCheck) || (by === 'team' && !teamCheck) || (!selfCheck && !teamCheck)) return new Refusal('workshop.sheet-level-off', { nameZh, nameEn })
  }
  return null
}
