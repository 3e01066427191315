import { may } from '../../../kernel/actor.ts'
import { lineAmount } from '../../../kernel/money.ts'
import { found, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { changeLine, findLine, insertLines } from '../data/lines.ts'
import { addToPlan, lockPlan } from '../data/plans.ts'
import { whyNotChange, whyNotKind, whyNotPlan } from '../domain/plan.ts'
import { partsPlanPermissions } from '../permissions.ts'
import { addedLine } from './propose.ts'

type Wish = { readonly planId: string; readonly partId: string; /** Of the line; nought adds it. */ readonly version: number; readonly plannedThousandths: number; readonly reason: string }

/** Two who plan at once each lock the plan for a moment; the version is the line's, so they are in each other's way at one part alone. */
export async function planPart(deed: Deed, { planId, partId, version, plannedThousandths: planned, reason }: Wish): Promise<{ version: number }> {
  const { tx, by } = deed
  const plan = found(await lockPlan(tx, by.storeId, planId), 'monthly plan')
  refuseIf(whyNotKind(plan.kind, may(by, partsPlanPermissions.planStock.permission)))
  refuseIf(whyNotChange(plan))
  const before = await findLine(tx, by.storeId, planId, partId)
  refuseStale(before?.version ?? 0, version)
  const line = before ?? await addedLine(deed, plan, { partId, planned, reason })
  // What the desk wants needs no reason: nothing was proposed to it.
  refuseIf(whyNotPlan({ pack: line.packThousandths, proposed: plan.kind === 'desk' ? planned : line.proposedThousandths, planned, reason }))
  const plannedFen = lineAmount(line.unitCostFen, planned)
  if (before === null) await insertLines(tx, by.storeId, planId, [{ ...line, changedBy: by.personId }])
  else await changeLine(tx, by.storeId, planId, { partId, version, planned, plannedFen, reason, by: by.personId, byName: by.name })
  await addToPlan(tx, by.storeId, planId, { lines: before === null ? 1 : 0, proposedFen: 0, plannedFen: plannedFen - (before?.plannedFen ?? 0) })
  deed.record({ subject: 'parts-plan', subjectId: planId, before: { part: line.partNumber, planned: before?.plannedThousandths ?? null }, after: { part: line.partNumber, planned }, ...(reason === '' ? {} : { reason }) })
  deed.announce({ event: 'parts-plan.changed', subjectId: planId })
  return { version: version + 1 }
}
