import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { day, done, file, filledText, id, languageShape, moment, pageOf, pageQuery, pdf, positiveFen, printQuery, text, version } from '../../platform/shapes.ts'
import { claimStatuses, steps } from './domain/claim.ts'
import { iouStatuses } from './domain/iou.ts'
import { accountShape, usualAccount } from './domain/rule.ts'
import { expensePermissions as may } from './permissions.ts'

const whole = z.number().int()
const reason = filledText(300)
const amountFen = positiveFen.min(1).max(1_000_000_000)
const kindCode = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)

const claimRow = z.object({
  id, number: z.string(), status: z.enum(claimStatuses), personName: z.string(), kind: z.string(), amountFen: whole, spentOn: day, purpose: z.string(), askedAt: moment, iouNumber: z.string().nullable(), /** Drawn before. */ advanceFen: whole.nullable(),
  /** Out of the till at settling; below zero: it came back. */ paidFen: whole.nullable(), version,
})
export type ClaimRow = z.output<typeof claimRow>
const claimView = claimRow.extend({
  signedAt: moment.nullable(), signedByName: z.string().nullable(), approvedAt: moment.nullable(), approvedByName: z.string().nullable(), settledAt: moment.nullable(), settledByName: z.string().nullable(), iouId: id.nullable(), words: z.string(),
  /** Of who asks. */ own: z.boolean(), /** Its kind asks for a picture of the invoice, and there is none. */ receiptMissing: z.boolean(), /** Whose yes is awaited. */ next: z.enum(steps).nullable(), /** What of it waits for who asks. */ request: z.object({ id, version }).nullable(),
})
export type ClaimView = z.output<typeof claimView>

export const claimGroups = ['open', 'to-settle', 'all'] as const
const filter = { group: z.enum(claimGroups).default('open'), find: text(40).default(''), kind: kindCode.optional(), /** Claimed from this day to that one. */ from: day.optional(), until: day.optional() }
export const listClaims = route({
  does: 'List expense claims, the own or for who may see them all', method: 'GET', path: '/expenses', needs: may.claim, query: z.strictObject({ ...pageQuery, ...filter }), gives: pageOf(claimRow),
})
export const claimsFile = route({ does: 'Take the list of expense claims as a workbook', method: 'GET', path: '/expenses/file', needs: may.see, query: z.strictObject({ ...filter, language: languageShape.default('zh-CN') }), gives: file })
const kind = z.strictObject({ code: kindCode, zh: filledText(30), en: filledText(40), active: z.boolean(), /** On which the journal books it. */ account: z.string().regex(accountShape).default(usualAccount), /** Settled only with a picture of its invoice. */ receipt: z.boolean().default(true) })
export const seeRule = route({
  does: 'See the kinds of expense and how many open IOUs a person may have', method: 'GET', path: '/expenses/rule', needs: may.claim,
  gives: z.object({ mostOpen: whole, kinds: z.array(kind), /** The edition that counts; nought: the preset. */ version: whole, history: z.array(z.object({ edition: whole, mostOpen: whole, reason: z.string(), at: moment, personName: z.string() })) }),
})
export const keepRule = route({
  does: 'Keep the kinds of expense and the limit of IOUs', method: 'POST', path: '/expenses/rule', needs: may.keepRule,
  body: z.strictObject({ version: whole.min(0), mostOpen: whole.min(1).max(20), kinds: z.array(kind).min(1).max(40), reason }), gives: done, refuses: ['expenses.kind-twice', 'expenses.kind-gone', 'expenses.no-kind'],
})
const one = { params: z.strictObject({ claimId: id }) }
export const seeClaim = route({ does: 'See an expense claim', method: 'GET', path: '/expenses/:claimId', needs: may.claim, ...one, gives: claimView })
const wish = { kind: kindCode, amountFen, spentOn: day, purpose: reason, /** The IOU it was drawn on. */ iouId: id.nullable() }
const unfit = ['expenses.kind-unknown', 'expenses.spent-in-future', 'expenses.iou-of-another', 'expenses.iou-over', 'expenses.iou-used']
export const claimExpense = route({ does: 'Claim an expense', method: 'POST', path: '/expenses', needs: may.claim, body: z.strictObject(wish), gives: z.object({ id, number: z.string(), version }), refuses: unfit })
export const claimAgain = route({
  does: 'Put right an expense claim that was sent back', method: 'POST', path: '/expenses/:claimId/again', needs: may.claim, ...one, body: z.strictObject({ version, ...wish }), gives: done, refuses: ['expenses.not-your-claim', 'expenses.not-sent-back', ...unfit],
})
export const withdrawClaim = route({
  does: 'Withdraw an expense claim that was sent back', method: 'POST', path: '/expenses/:claimId/withdrawal', needs: may.claim, ...one, body: z.strictObject({ version, reason }), gives: done, refuses: ['expenses.not-your-claim', 'expenses.not-sent-back'],
})
const tillRefusals = ['settlement.till-not-open', 'settlement.till-closed', 'settlement.till-short']
export const settleClaim = route({
  does: 'Settle an approved expense claim at the till', method: 'POST', path: '/expenses/:claimId/settlement', needs: may.pay, ...one, body: z.strictObject({ version }), gives: z.object({ version, paidFen: whole, movement: z.string().nullable() }),
  refuses: ['expenses.not-approved', 'expenses.own-claim', 'expenses.receipt-missing', ...tillRefusals],
})
export const reverseClaim = route({
  does: 'Reverse a settled expense claim by a counter-entry', method: 'POST', path: '/expenses/:claimId/reversal', needs: may.reverse, ...one, body: z.strictObject({ version, reason }), gives: done,
  refuses: ['expenses.nothing-settled', 'expenses.own-settlement', ...tillRefusals],
})

const iou = z.object({
  id, number: z.string(), status: z.enum(iouStatuses), personId: id, personName: z.string(), kind: z.string(), amountFen: whole, purpose: z.string(), drawnAt: moment, drawnByName: z.string(), endedAt: moment.nullable(), endedByName: z.string().nullable(), words: z.string(),
  /** The incoming shipment it was drawn for, and what its carrier said is due on delivery. */ shipmentNumber: z.string().nullable(), shipmentDueFen: whole.nullable(), /** The claim it is used by. */ usedBy: z.string().nullable(), claimId: id.nullable(), version,
})
export type Iou = z.output<typeof iou>
export const iouGroups = ['open', 'all'] as const
export const listIous = route({
  does: 'List IOUs, the own or for who may see them all', method: 'GET', path: '/ious', needs: may.claim,
  query: z.strictObject({ ...pageQuery, group: z.enum(iouGroups).default('open'), find: text(40).default(''), /** Only the own. */ own: z.stringbool().optional() }), gives: pageOf(iou),
})
export const listPeople = route({ does: 'List whom the cashier may hand an advance', method: 'GET', path: '/ious/people', needs: may.pay, gives: z.object({ rows: z.array(z.object({ id, name: z.string(), positions: z.array(z.string()) })) }) })
export const listShipments = route({
  does: 'List incoming shipments that cash on delivery may be drawn for', method: 'GET', path: '/ious/shipments', needs: may.pay,
  gives: z.object({ rows: z.array(z.object({ id, number: z.string(), fromZh: z.string(), fromEn: z.string(), dueFen: whole.nullable() })) }),
})
export const drawIou = route({
  does: 'Hand out an advance against an IOU', method: 'POST', path: '/ious', needs: may.pay, body: z.strictObject({ personId: id, kind: kindCode, amountFen, purpose: reason, /** The incoming shipment whose cash on delivery it pays. */ shipmentId: id.nullable().default(null) }), gives: z.object({ id, number: z.string(), version }),
  refuses: ['expenses.kind-unknown', 'expenses.own-advance', 'expenses.too-many-ious', 'expenses.shipment-drawn', ...tillRefusals],
})
export const printIou = route({ does: 'Print an IOU, the own or for who may see them all', method: 'GET', path: '/ious/:iouId/iou.pdf', needs: may.claim, params: z.strictObject({ iouId: id }), query: printQuery, gives: pdf })
export const returnIou = route({
  does: 'Take an advance back of which nothing was spent', method: 'POST', path: '/ious/:iouId/return', needs: may.pay, params: z.strictObject({ iouId: id }), body: z.strictObject({ version, words: text(300).default('') }), gives: done,
  refuses: ['expenses.iou-over', 'expenses.iou-used', ...tillRefusals],
})
