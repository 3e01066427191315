import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { draftOrder } from '../../parts-orders/public.ts'
import { drawnOf, hasChanged, insertDrawn, plannedLines, sumsOf } from '../data/lines.ts'
import * as data from '../data/plans.ts'
import { whyNotApprove, whyNotDiscard, whyNotDraw, whyNotSendBack, whyNotSubmit, whyNotUpload } from '../domain/plan.ts'
import { done, lockOwnKind, lockSeen, type Seen } from './plan-deed.ts'

const signed = ({ by, now }: Deed, id: string) => ({ id, at: now, by: by.personId, byName: by.name })

export async function submitPlan(deed: Deed, seen: Seen): Promise<{ version: number }> {
  const { tx, by } = deed
  const plan = await lockOwnKind(deed, seen)
  const { planned } = await sumsOf(tx, by.storeId, plan.id)
  refuseIf(whyNotSubmit(plan, planned))
  await data.submitPlan(tx, by.storeId, signed(deed, plan.id))
  return done(deed, plan, 'submitted', { status: 'submitted', planned })
}

/** The edition that was in force gives way in the same moment. */
export async function approvePlan(deed: Deed, seen: Seen): Promise<{ version: number }> {
  const { tx, by } = deed
  const plan = await lockSeen(deed, seen)
  refuseIf(whyNotApprove(plan, await isOwn(deed, plan)))
  await data.supersede(tx, by.storeId, plan.month, plan.kind)
  await data.approvePlan(tx, by.storeId, signed(deed, plan.id))
  return done(deed, plan, 'approved', { status: 'approved' })
}

export const isOwn = async ({ tx, by }: Pick<Deed, 'tx' | 'by'>, plan: data.PlanData): Promise<boolean> =>
  plan.proposedBy === by.personId || plan.submittedBy === by.personId || await hasChanged(tx, by.storeId, plan.id, by.personId)

export async function sendBackPlan(deed: Deed, { reason, ...seen }: Seen & { readonly reason: string }): Promise<{ version: number }> {
  const plan = await lockSeen(deed, seen)
  refuseIf(whyNotSendBack(plan))
  await data.sendBackPlan(deed.tx, deed.by.storeId, plan.id, reason, deed.by.name)
  return done(deed, plan, 'sent-back', { status: 'draft' }, reason)
}

export async function uploadPlan(deed: Deed, { reference, ...seen }: Seen & { readonly reference: string }): Promise<{ version: number }> {
  const plan = await lockSeen(deed, seen)
  refuseIf(whyNotUpload(plan))
  await data.uploadPlan(deed.tx, deed.by.storeId, { ...signed(deed, plan.id), reference })
  return done(deed, plan, 'uploaded', { reference })
}

export async function discardPlan(deed: Deed, { reason, ...seen }: Seen & { readonly reason: string }): Promise<{ version: number }> {
  const plan = await lockOwnKind(deed, seen)
  refuseIf(whyNotDiscard(plan))
  await data.discardPlan(deed.tx, deed.by.storeId, plan.id)
  return done(deed, plan, 'discarded', { status: 'discarded' }, reason)
}

type Draw = Seen & { readonly supplierId: string; readonly kind: string; readonly partIds: readonly string[] }

/** What is planned of these parts and stands on no order yet becomes the draft of one. */
export async function drawOrder(deed: Deed, { supplierId, kind, partIds, ...seen }: Draw): Promise<{ id: string; number: string; version: number }> {
  const { tx, by, now } = deed
  const plan = await lockSeen(deed, seen)
  refuseIf(whyNotDraw(plan))
  const drawn = new Map((await drawnOf(tx, by.storeId, plan, partIds)).map(({ partId, thousandths }) => [partId, thousandths]))
  const wanted = new Set(partIds)
  const lines = (await plannedLines(tx, by.storeId, plan.id)).flatMap(({ partId, plannedThousandths }) => {
    const left = plannedThousandths - (drawn.get(partId) ?? 0)
    return wanted.has(partId) && left > 0 ? [{ partId, thousandths: left, unitCostFen: null, requestId: null }] : []
  })
  refuseIf(lines.length === 0 ? new Refusal('parts-plan.drawn-already') : null)
  const order = await draftOrder(deed, { supplierId, kind, note: plan.number, lines })
  await insertDrawn(tx, by.storeId, { planId: plan.id, orderId: order.id, partIds: lines.map(({ partId }) => partId), at: now, byName: by.name })
  deed.record({ subject: 'parts-plan', subjectId: plan.id, after: { order: order.number, lines: lines.length } })
  deed.announce({ event: 'parts-plan.drawn', subjectId: plan.id, facts: { number: order.number } })
  return order
}
