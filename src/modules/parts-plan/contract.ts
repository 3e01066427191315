import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { day, done, file, filledText, id, languageShape, moment, pageOf, pageQuery, pageQueryByNumber, text, version } from '../../platform/shapes.ts'
import { valueClasses } from '../counts/domain/rolling.ts'
import { lineFilters, lineSorts } from './domain/lines.ts'
import { planKinds, planStatuses } from './domain/plan.ts'
import { partsPlanPermissions as may } from './permissions.ts'

const whole = z.number().int()
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const kind = z.enum(planKinds)

const head = z.object({
  id, number: z.string(), month, kind, edition: whole, status: z.enum(planStatuses), lines: whole, proposedFen: whole, plannedFen: whole, reason: z.string(), proposedAt: moment, proposedByName: z.string(), submittedAt: moment.nullable(), submittedByName: z.string().nullable(),
  returnedWords: z.string(), returnedByName: z.string().nullable(), approvedAt: moment.nullable(), approvedByName: z.string().nullable(), uploadedAt: moment.nullable(), uploadedByName: z.string().nullable(), uploadReference: z.string(), dueOn: day, late: z.boolean(), version,
})
export type PlanRow = z.output<typeof head>
export const listPlans = route({ does: 'List monthly plans, newest first', method: 'GET', path: '/parts-plans', needs: may.see, query: z.strictObject(pageQuery), gives: pageOf(head).extend({ /** The running month of the store. */ thisMonth: month }) })
export const proposePlan = route({
  does: 'Propose the plan of a month', method: 'POST', path: '/parts-plans', needs: may.plan, body: z.strictObject({ month, kind }), gives: z.object({ id, number: z.string(), lines: whole, version }),
  refuses: ['parts-plan.month-over', 'parts-plan.month-too-far', 'parts-plan.not-your-kind', 'parts-plan.open-already', 'parts-plan.approved-already'],
})

const plan = { params: z.strictObject({ planId: id }) }
const against = z.object({ number: z.string(), month, id, lastFen: whole, more: whole, less: whole, fresh: whole, dropped: whole })
const detail = head.extend({
  /** While its lines are written: how many parts were looked at. */ proposing: z.object({ done: whole, whole }).nullable(),
  /** Lines with a quantity; changed by hand; with emergency demand. */
  planned: whole, changed: whole, emergency: whole, /** Against the last plan, at the costs of this one. */ last: against.nullable(), /** This person made or changed it: somebody else approves. */ own: z.boolean(),
})
export type PlanDetail = z.output<typeof detail>
export const seePlan = route({ does: 'See a monthly plan', method: 'GET', path: '/parts-plans/:planId', needs: may.see, ...plan, gives: detail })

const line = z.object({
  partId: id, partNumber: z.string(), nameZh: z.string(), nameEn: z.string(), unit: z.string(), packThousandths: whole, valueClass: z.enum(valueClasses).nullable(), /** Twelve periods of thirty days, the oldest first. */ demand: z.array(whole),
  jobsThousandths: whole, counterThousandths: whole, lostThousandths: whole, lostOtherThousandths: whole, emergencyThousandths: whole, onHandThousandths: whole, reservedThousandths: whole, onOrderThousandths: whole, pendingThousandths: whole,
  lastThousandths: whole.nullable(), method: z.string(), levelThousandths: whole, proposedThousandths: whole, plannedThousandths: whole, /** On orders drawn from the plan. */ drawnThousandths: whole, unitCostFen: whole, plannedFen: whole, reason: z.string(), changedByName: z.string().nullable(), version,
})
export type PlanLine = z.output<typeof line>
export const listPlanLines = route({
  does: 'List the lines of a monthly plan', method: 'GET', path: '/parts-plans/:planId/lines', needs: may.see, ...plan,
  query: z.strictObject({ ...pageQueryByNumber, show: z.enum(lineFilters).default('planned'), sort: z.enum(lineSorts).default('value'), find: text(40).optional() }), gives: pageOf(line),
})
export const planPart = route({
  does: 'Plan the quantity of a part, or add the part', method: 'POST', path: '/parts-plans/:planId/parts/:partId', needs: may.plan, params: z.strictObject({ planId: id, partId: id }),
  body: z.strictObject({ /** Of the line; nought adds the part. */ version: whole.min(0).max(2_147_483_647), plannedThousandths: whole.min(0).max(100_000_000), reason: text(200).default('') }), gives: done,
  refuses: ['parts-plan.not-a-draft', 'parts-plan.not-your-kind', 'parts-plan.not-whole-packs', 'parts-plan.reason-missing', 'parts-plan.not-bought'],
})
export const planSheet = route({ does: 'Download a monthly plan as the sheet for the supplier', method: 'GET', path: '/parts-plans/:planId/plan.xlsx', needs: may.see, ...plan, query: z.strictObject({ language: languageShape.default('zh-CN') }), gives: file, refuses: ['parts-plan.nothing-planned'] })

const seen = z.strictObject({ version })
const withReason = z.strictObject({ version, reason: filledText(300) })
export const submitPlan = route({ does: 'Submit a monthly plan for approval', method: 'POST', path: '/parts-plans/:planId/submission', needs: may.plan, ...plan, body: seen, gives: done, refuses: ['parts-plan.not-a-draft', 'parts-plan.nothing-planned', 'parts-plan.not-your-kind'] })
export const approvePlan = route({ does: 'Approve a monthly plan', method: 'POST', path: '/parts-plans/:planId/approval', needs: may.approve, ...plan, body: seen, gives: done, refuses: ['parts-plan.not-submitted', 'parts-plan.own-plan'] })
export const sendBackPlan = route({ does: 'Send a monthly plan back', method: 'POST', path: '/parts-plans/:planId/return', needs: may.approve, ...plan, body: withReason, gives: done, refuses: ['parts-plan.not-submitted'] })
export const uploadPlan = route({
  does: 'Record that an approved plan was uploaded to the supplier', method: 'POST', path: '/parts-plans/:planId/upload', needs: may.upload, ...plan, body: z.strictObject({ version, reference: text(60).default('') }), gives: done,
  refuses: ['parts-plan.not-approved', 'parts-plan.uploaded-already'],
})
export const correctPlan = route({
  does: 'Correct an approved plan by its next edition', method: 'POST', path: '/parts-plans/:planId/correction', needs: may.plan, ...plan, body: withReason, gives: z.object({ id, number: z.string(), version }),
  refuses: ['parts-plan.not-approved', 'parts-plan.open-already', 'parts-plan.month-over', 'parts-plan.month-too-far', 'parts-plan.not-your-kind'],
})
export const discardPlan = route({ does: 'Discard the draft of a monthly plan', method: 'POST', path: '/parts-plans/:planId/discard', needs: may.plan, ...plan, body: withReason, gives: done, refuses: ['parts-plan.not-a-draft', 'parts-plan.not-your-kind'] })
export const drawOrder = route({
  does: 'Draw a parts order from an approved plan', method: 'POST', path: '/parts-plans/:planId/orders', needs: may.planStock, ...plan,
  body: z.strictObject({ version, supplierId: id, kind: z.string().trim().regex(/^[A-Z0-9]{1,10}$/), partIds: z.array(id).min(1).max(300) }), gives: z.object({ id, number: z.string(), version }),
  refuses: ['parts-plan.not-approved', 'parts-plan.drawn-already', 'parts-orders.not-in-use', 'parts-orders.kind-of-another-supplier'],
})

const rate = whole.nullable()
const monthRow = z.object({ planId: id, month, kind, parts: whole, planned: whole, kept: whole, /** Hundredths of a percent. */ ordered: rate, sold: rate, plannedFen: whole, orderedFen: whole, unplannedFen: whole, running: z.boolean() })
export type ConformityRow = z.output<typeof monthRow>
const booksRow = z.object({ month, lines: whole, right: whole, rate })
export type BooksRow = z.output<typeof booksRow>
export const seeConformity = route({
  does: 'See how far orders kept to the plans and the goods to the books, by month', method: 'GET', path: '/parts-plans/conformity', needs: may.see,
  gives: z.object({ plans: z.array(monthRow), books: z.array(booksRow), reviews: z.array(z.object({ id, at: moment, personName: z.string(), words: z.string() })) }),
})
const partRow = z.object({ partId: id, partNumber: z.string(), nameZh: z.string(), nameEn: z.string(), unit: z.string(), planned: whole, ordered: whole, sold: whole.nullable(), gapFen: whole })
export type PartRow = z.output<typeof partRow>
export const listConformity = route({ does: 'List what was planned, ordered and sold by part, the dearest gap first', method: 'GET', path: '/parts-plans/:planId/conformity', needs: may.see, ...plan, query: z.strictObject(pageQueryByNumber), gives: pageOf(partRow) })
export const reviewConformity = route({ does: 'Record what one concluded from the conformity rates', method: 'POST', path: '/parts-plans/conformity/reviews', needs: may.review, body: z.strictObject({ words: filledText(500) }), gives: z.object({ id }) })
