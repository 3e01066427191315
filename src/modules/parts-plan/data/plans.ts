import { empty, sql, type Tx } from '../../../platform/database.ts'
import type { KeptActor } from '../../../platform/long-work.ts'
import type { PlanKind, PlanStatus } from '../domain/plan.ts'

/** In whose name its lines are written, the part up to which they stand there, how many of how many parts were looked at; `periods`: how far back demand is known; `copies`: the edition whose lines it takes over. */
export type Proposing = { by: KeptActor; after: string | null; done: number; whole: number; periods: number; copies: string | null }
export type PlanData = {
  id: string; number: string; month: string; kind: PlanKind; edition: number; status: PlanStatus; lastPlanId: string | null; lines: number; proposedFen: number; plannedFen: number; reason: string
  proposedAt: Date; proposedBy: string; proposedByName: string; submittedAt: Date | null; submittedBy: string | null; submittedByName: string | null; returnedWords: string; returnedByName: string | null
  approvedAt: Date | null; approvedByName: string | null; uploadedAt: Date | null; uploadedByName: string | null; uploadReference: string; proposing: Proposing | null; version: number
}

const columns = sql`p.id, p.number, p.month, p.kind, p.edition, p.status, p.last_plan_id, p.lines, p.proposed_fen, p.planned_fen, p.reason, p.proposed_at, p.proposed_by, p.proposed_by_name, p.submitted_at, p.submitted_by, p.submitted_by_name,
  p.returned_words, p.returned_by_name, p.approved_at, p.approved_by_name, p.uploaded_at, p.uploaded_by_name, p.upload_reference, p.proposing, p.version`

/** Newest first: a handful a month. */
export const listPlans = (tx: Tx, storeId: string, after: string | null, limit: number) => tx.all<PlanData>`
  select ${columns} from parts_plan.plan p where p.store_id = ${storeId} ${after === null ? empty : sql`and p.id < ${after}`} order by p.id desc limit ${limit}`

export const findPlan = (tx: Tx, storeId: string, planId: string) => tx.maybe<PlanData>`select ${columns} from parts_plan.plan p where p.store_id = ${storeId} and p.id = ${planId}`

/** Locked until the deed ends; whoever comes second sees the new version. */
export const lockPlan = (tx: Tx, storeId: string, planId: string) => tx.maybe<PlanData>`select ${columns} from parts_plan.plan p where p.store_id = ${storeId} and p.id = ${planId} for update`

/** The plans of a month are made one after the other: a first one has no row to lock. */
export async function lockMonth(tx: Tx, storeId: string, month: string, kind: PlanKind): Promise<PlanData[]> {
  await tx.run`select pg_advisory_xact_lock(hashtext('parts plan ' || ${month} || ${kind} || ${storeId}::text))`
  return tx.all<PlanData>`select ${columns} from parts_plan.plan p where p.store_id = ${storeId} and p.month = ${month} and p.kind = ${kind} order by p.edition desc`
}

/** The approved plan of the latest month before this one. */
export const lastPlan = (tx: Tx, storeId: string, month: string, kind: PlanKind) => tx.maybe<{ id: string; month: string }>`
  select id, month from parts_plan.plan where store_id = ${storeId} and kind = ${kind} and status = 'approved' and month < ${month} order by month desc limit 1`

export const plansUnderWay = (tx: Tx, storeId: string) => tx.all<{ id: string }>`select id from parts_plan.plan where store_id = ${storeId} and status = 'proposing'`

export type NewPlan = Pick<PlanData, 'proposing' | 'id' | 'number' | 'month' | 'kind' | 'edition' | 'lastPlanId' | 'reason' | 'proposedAt' | 'proposedBy' | 'proposedByName'>
export const insertPlan = (tx: Tx, storeId: string, p: NewPlan) => tx.run`
  insert into parts_plan.plan (store_id, id, number, month, kind, edition, status, last_plan_id, reason, proposed_at, proposed_by, proposed_by_name, proposing)
  values (${storeId}, ${p.id}, ${p.number}, ${p.month}, ${p.kind}, ${p.edition}, 'proposing', ${p.lastPlanId}, ${p.reason}, ${p.proposedAt}, ${p.proposedBy}, ${p.proposedByName}, ${JSON.stringify(p.proposing)}::jsonb)`

/** What the lines come to; a line was changed or added. */
export const addToPlan = (tx: Tx, storeId: string, planId: string, by: { lines: number; proposedFen: number; plannedFen: number }) => tx.run`
  update parts_plan.plan set lines = lines + ${by.lines}, proposed_fen = proposed_fen + ${by.proposedFen}, planned_fen = planned_fen + ${by.plannedFen} where store_id = ${storeId} and id = ${planId}`

export const setProposing = (tx: Tx, storeId: string, planId: string, proposing: Proposing) => tx.run`
  update parts_plan.plan set proposing = ${JSON.stringify(proposing)}::jsonb where store_id = ${storeId} and id = ${planId}`
/** Its last line is written: whoever looked at it before saw another version. */
export const setDraft = (tx: Tx, storeId: string, planId: string) => tx.run`
  update parts_plan.plan set status = 'draft', proposing = null, version = version + 1 where store_id = ${storeId} and id = ${planId}`

type Signed = { readonly id: string; readonly at: Date; readonly by: string; readonly byName: string }
export const submitPlan = (tx: Tx, storeId: string, s: Signed) => tx.run`
  update parts_plan.plan set status = 'submitted', submitted_at = ${s.at}, submitted_by = ${s.by}, submitted_by_name = ${s.byName}, returned_words = '', returned_by_name = null, version = version + 1 where store_id = ${storeId} and id = ${s.id}`

export const sendBackPlan = (tx: Tx, storeId: string, id: string, words: string, byName: string) => tx.run`
  update parts_plan.plan set status = 'draft', submitted_at = null, submitted_by = null, submitted_by_name = null, returned_words = ${words}, returned_by_name = ${byName}, version = version + 1 where store_id = ${storeId} and id = ${id}`

/** The edition that was in force gives way. */
export const supersede = (tx: Tx, storeId: string, month: string, kind: PlanKind) => tx.run`
  update parts_plan.plan set status = 'superseded', version = version + 1 where store_id = ${storeId} and month = ${month} and kind = ${kind} and status = 'approved'`

export const approvePlan = (tx: Tx, storeId: string, s: Signed) => tx.run`
  update parts_plan.plan set status = 'approved', approved_at = ${s.at}, approved_by = ${s.by}, approved_by_name = ${s.byName}, version = version + 1 where store_id = ${storeId} and id = ${s.id}`

export const uploadPlan = (tx: Tx, storeId: string, u: Omit<Signed, 'by'> & { reference: string }) => tx.run`
  update parts_plan.plan set uploaded_at = ${u.at}, uploaded_by_name = ${u.byName}, upload_reference = ${u.reference}, version = version + 1 where store_id = ${storeId} and id = ${u.id}`

export const discardPlan = (tx: Tx, storeId: string, id: string) => tx.run`
  update parts_plan.plan set status = 'discarded', proposing = null, submitted_at = null, submitted_by = null, submitted_by_name = null, version = version + 1 where store_id = ${storeId} and id = ${id}`
