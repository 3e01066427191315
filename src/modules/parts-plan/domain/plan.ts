import { mayFollow, onlyIn, type Life } from '../../../kernel/life.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { addDays, addMonths, type LocalDay } from '../../../kernel/time.ts'

/** From the maker, from outside, and what the front desk wants (FDS-5.4). */
export const planKinds = ['maker', 'outside', 'desk'] as const
export type PlanKind = (typeof planKinds)[number]

export const planStatuses = ['proposing', 'draft', 'submitted', 'approved', 'superseded', 'discarded'] as const
export type PlanStatus = (typeof planStatuses)[number]

export const planLife: Life<PlanStatus> = {
  proposing: ['draft', 'discarded'], // its lines are written step by step
  draft: ['submitted', 'discarded'],
  submitted: ['approved', 'draft'], // sent back
  approved: ['superseded'], // by its next edition, approved
  superseded: [],
  discarded: [],
}

const isDraft = onlyIn<PlanStatus>('draft')
const isSubmitted = onlyIn<PlanStatus>('submitted')
const isApproved = onlyIn<PlanStatus>('approved')
type Thing = { readonly status: PlanStatus }

/** The plan of a month is approved and uploaded by this day of the month before (PPL-1.3, PTS-1.4). */
export const dueDay = 13
/** So many months ahead one may plan. */
const monthsAhead = 3

export const monthOf = (day: LocalDay): string => day.slice(0, 7)
export const monthAfter = (month: string, months = 1): string => monthOf(addMonths(`${month}-01`, months))
/** When the plan of a month is due: the 13th of the month before; the desk's on its last day, the 30th at the latest (FDS-5.4). */
export function dueOf(kind: PlanKind, month: string): LocalDay {
  const before = monthAfter(month, -1)
  const last = addDays(`${month}-01`, -1)
  return kind === 'desk' ? (last < `${before}-30` ? last : `${before}-30`) : `${before}-${String(dueDay)}`
}
export const isLate = ({ kind, month, status }: Thing & { readonly kind: PlanKind; readonly month: string }, today: LocalDay): boolean =>
  (status === 'proposing' || status === 'draft' || (status === 'submitted' && kind !== 'desk')) && today > dueOf(kind, month)

export function whyNotPlanMonth(month: string, today: LocalDay): Refusal | null {
  if (month < monthOf(today)) return new Refusal('parts-plan.month-over', { month })
  return month > monthAfter(monthOf(today), monthsAhead) ? new Refusal('parts-plan.month-too-far', { months: monthsAhead }) : null
}

/** Stock is planned by the parts department; the desk plans its own. */
export const whyNotKind = (kind: PlanKind, mayPlanStock: boolean): Refusal | null => (kind === 'desk' || mayPlanStock ? null : new Refusal('parts-plan.not-your-kind'))

type Before = { readonly number: string; readonly status: PlanStatus } | null
/** One plan a month and kind: an open one is worked on, an approved one corrected. */
export function whyNotPropose(before: Before): Refusal | null {
  if (before === null) return null
  return new Refusal(before.status === 'approved' ? 'parts-plan.approved-already' : 'parts-plan.open-already', { number: before.number })
}

export const whyNotChange = (plan: Thing): Refusal | null => (isDraft(plan) ? null : new Refusal('parts-plan.not-a-draft'))

/** A proposal under way may be stopped for good. */
export const whyNotDiscard = ({ status }: Thing): Refusal | null => (mayFollow(planLife, status, 'discarded') ? null : new Refusal('parts-plan.not-a-draft'))

export function whyNotSubmit(plan: Thing, planned: number): Refusal | null {
  if (!isDraft(plan)) return new Refusal('parts-plan.not-a-draft')
  return planned === 0 ? new Refusal('parts-plan.nothing-planned') : null
}

/** Whoever proposed, submitted or changed a line does not approve (PTS-1.4: the supervisor checks what the planner made). */
export function whyNotApprove(plan: Thing, own: boolean): Refusal | null {
  if (!isSubmitted(plan)) return new Refusal('parts-plan.not-submitted')
  return own ? new Refusal('parts-plan.own-plan') : null
}
export const whyNotSendBack = (plan: Thing): Refusal | null => (isSubmitted(plan) ? null : new Refusal('parts-plan.not-submitted'))

export function whyNotUpload(plan: Thing & { readonly uploadedAt: unknown }): Refusal | null {
  if (!isApproved(plan)) return new Refusal('parts-plan.not-approved')
  return plan.uploadedAt === null ? null : new Refusal('parts-plan.uploaded-already')
}
export const whyNotCorrect = (plan: Thing): Refusal | null => (isApproved(plan) ? null : new Refusal('parts-plan.not-approved'))
export const whyNotDraw = whyNotCorrect

export type PlannedLine = { readonly pack: number; readonly proposed: number; readonly planned: number; readonly reason: string }

/** More than half away from what was proposed, and by more than one pack. */
export const differsMuch = ({ pack, proposed, planned }: Omit<PlannedLine, 'reason'>): boolean => Math.abs(planned - proposed) > Math.max(pack, proposed / 2)

export function whyNotPlan(line: PlannedLine): Refusal | null {
  if (line.planned % line.pack !== 0) return new Refusal('parts-plan.not-whole-packs', { pack: line.pack / 1_000 })
  return differsMuch(line) && line.reason === '' ? new Refusal('parts-plan.reason-missing') : null
}
