import { may } from '../../../kernel/actor.ts'
import { found, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { lockPlan, type PlanData } from '../data/plans.ts'
import { whyNotKind } from '../domain/plan.ts'
import { partsPlanPermissions } from '../permissions.ts'

export type Seen = { readonly planId: string; readonly version: number }

export async function lockSeen({ tx, by }: Deed, { planId, version }: Seen): Promise<PlanData> {
  const plan = found(await lockPlan(tx, by.storeId, planId), 'monthly plan')
  refuseStale(plan.version, version)
  return plan
}

/** Locked, as it was seen, and of a kind that this person plans. */
export async function lockOwnKind(deed: Deed, seen: Seen): Promise<PlanData> {
  const plan = await lockSeen(deed, seen)
  refuseIf(whyNotKind(plan.kind, may(deed.by, partsPlanPermissions.planStock.permission)))
  return plan
}

export function done(deed: Deed, plan: PlanData, event: string, after: object, reason?: string): { version: number } {
  deed.record({ subject: 'parts-plan', subjectId: plan.id, before: { status: plan.status, plannedFen: plan.plannedFen }, after, ...(reason === undefined ? {} : { reason }) })
  deed.announce({ event: `parts-plan.${event}`, subjectId: plan.id, facts: { number: plan.number } })
  return { version: plan.version + 1 }
}
