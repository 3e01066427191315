import { Refusal } from '../../../kernel/refusal.ts'
import type { LocalDay } from '../../../kernel/time.ts'
import { whyNotBecome, type CountKind, type CountStatus } from './life.ts'

export type OtherCount = { readonly kind: CountKind; readonly status: CountStatus }

const atTheShelves = (status: CountStatus): boolean => status === 'planned' || status === 'counting' || status === 'recounting'
/** Between its start and its adjustment. */
const unfinished = (status: CountStatus): boolean => status !== 'planned'

export type PlanFacts = { readonly kind: CountKind; readonly day: LocalDay; readonly today: LocalDay; /** Those whose differences are not on the books yet. */ readonly others: readonly OtherCount[] }

/** Null means the count may be planned: not for yesterday, one of a kind at a time, and no rolling count beside a full one that goes on. */
export function whyNotPlan({ kind, day, today, others }: PlanFacts): Refusal | null {
  if (day < today) return new Refusal('counts.day-past')
  if (others.some((other) => other.kind === kind && atTheShelves(other.status))) return new Refusal('counts.planned-already')
  return kind === 'rolling' && others.some((other) => other.kind === 'full' && unfinished(other.status)) ? new Refusal('counts.full-under-way') : null
}

export type StartFacts = {
  readonly kind: CountKind; readonly status: CountStatus; readonly day: LocalDay; readonly today: LocalDay; readonly agreed: boolean; readonly prepared: boolean
  /** Those beside it whose differences are not on the books yet. */ readonly others: readonly OtherCount[]
}

/** Null means counting may begin: on its day, agreed with finance (PTS-8.1) and prepared (PPL-7.1); a rolling count is everyday work and needs neither. */
export function whyNotStart({ kind, status, day, today, agreed, prepared, others }: StartFacts): Refusal | null {
  const wrong = whyNotBecome(status, 'counting')
  if (wrong !== null) return wrong
  if (day > today) return new Refusal('counts.too-early', { day })
  if (kind === 'full' && !agreed) return new Refusal('counts.not-agreed')
  if (kind === 'full' && !prepared) return new Refusal('counts.not-prepared')
  if (kind === 'full' && others.some((other) => unfinished(other.status))) return new Refusal('counts.others-under-way')
  return kind === 'rolling' && others.some((other) => other.kind === 'full' && unfinished(other.status)) ? new Refusal('counts.full-under-way') : null
}

/** Finance says yes to the day, once, and not to its own plan (PTS-8.1). */
export function whyNotAgree({ kind, status, agreed, planner, by }: { readonly kind: CountKind; readonly status: CountStatus; readonly agreed: boolean; readonly planner: string; readonly by: string }): Refusal | null {
  if (kind === 'rolling' || status !== 'planned') return new Refusal('counts.not-now')
  if (agreed) return new Refusal('counts.agreed-already')
  return planner === by ? new Refusal('counts.own-plan') : null
}

/** Bins labelled, goods put away, receipts and returns booked (PPL-7.1); said once, before the start. */
export function whyNotPrepare({ kind, status, prepared }: { readonly kind: CountKind; readonly status: CountStatus; readonly prepared: boolean }): Refusal | null {
  if (kind === 'rolling' || status !== 'planned') return new Refusal('counts.not-now')
  return prepared ? new Refusal('counts.prepared-already') : null
}

/** Nothing happened to the books yet, and nobody decides on its differences. */
export const whyNotCancel = (status: CountStatus): Refusal | null => whyNotBecome(status, 'cancelled')
