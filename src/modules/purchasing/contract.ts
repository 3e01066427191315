import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { day, done, file, filledText, id, languageShape, moment, pageOf, pageQuery, text, thousandths, version } from '../../platform/shapes.ts'
import { adviceReasons } from './domain/advice.ts'
import { decisions, decisionWays, origins, requestStatuses, sources, urgencies } from './domain/request.ts'
import { purchasingPermissions } from './permissions.ts'

export const requestRow = z.object({
  id, number: z.string(), origin: z.enum(origins), status: z.enum(requestStatuses), orderId: id, lineId: id, orderNumber: z.string(), plate: z.string(), advisorName: z.string(), partId: id, partNumber: z.string(),
  nameZh: z.string(), nameEn: z.string(), unit: z.string(), thousandths: z.number().int(), comeThousandths: z.number().int(), urgency: z.enum(urgencies), note: z.string(), askedAt: moment, askedByName: z.string(),
  source: z.enum(sources).nullable(), supplier: z.string(), eta: day.nullable(), sourcedByName: z.string().nullable(), decision: z.enum(decisions).nullable(), decidedWay: z.enum(decisionWays).nullable(),
  customerName: z.string(), words: z.string(), toldEta: day.nullable(), toldAt: moment.nullable(), toldByName: z.string().nullable(), arrivedAt: moment.nullable(), reason: z.string(), version,
})
export type RequestRow = z.output<typeof requestRow>

export const requestGroups = ['open', 'urgent', 'to-source', 'to-tell', 'arrived', 'all'] as const

export const listRequests = route({
  does: 'List purchase requests: open ones by urgency and age, others newest first', method: 'GET', path: '/purchase-requests', needs: purchasingPermissions.see,
  query: z.strictObject({ ...pageQuery, group: z.enum(requestGroups).default('open'), find: text(40).optional() }),
  gives: pageOf(requestRow).extend({ counts: z.object({ open: z.number().int(), urgent: z.number().int(), toSource: z.number().int(), toTell: z.number().int(), arrived: z.number().int() }) }),
})
export const requestsFile = route({
  does: 'Take the list of purchase requests as a workbook', method: 'GET', path: '/purchase-requests/file', needs: purchasingPermissions.see,
  query: z.strictObject({ group: z.enum(requestGroups).default('open'), find: text(40).optional(), language: languageShape.default('zh-CN') }), gives: file,
})
const order = { params: z.strictObject({ orderId: id }) }

export const seeShortages = route({
  does: 'See what an order is short of, with its purchase requests', method: 'GET', path: '/purchase-requests/of-order/:orderId', needs: purchasingPermissions.see, ...order,
  gives: z.object({ lines: z.array(z.object({ lineId: id, code: z.string(), nameZh: z.string(), nameEn: z.string(), unit: z.string(), short: z.number().int(), request: requestRow.nullable() })) }),
})
export type Shortages = z.output<typeof seeShortages.gives>

export const askForPart = route({
  does: 'Ask for a part that an order is short of', method: 'POST', path: '/purchase-requests/of-order/:orderId', needs: purchasingPermissions.ask, ...order,
  body: z.strictObject({ lineId: id, thousandths, urgency: z.enum(urgencies), note: text(300).default('') }), gives: z.object({ id, number: z.string(), version }),
  refuses: ['purchasing.not-in-shop', 'purchasing.nothing-short', 'purchasing.asked-already', 'purchasing.more-than-short'],
})
export const askByHand = route({
  does: 'Ask for a part for the shelf, by hand', method: 'POST', path: '/purchase-requests/by-hand', needs: purchasingPermissions.askByHand,
  body: z.strictObject({ partId: id, thousandths, urgency: z.enum(urgencies), note: filledText(300) }), gives: z.object({ id, number: z.string(), version }),
})
const daysOfSource = z.number().int().min(0).max(180)
const sourceDays = z.strictObject({ days: z.strictObject({ transfer: daysOfSource, 'j-order': daysOfSource, 'e-order': daysOfSource, 'm-order': daysOfSource, outside: daysOfSource }), usual: z.enum(sources) })
export const seeSourceDays = route({
  does: 'See how long parts usually take from each source', method: 'GET', path: '/purchase-requests/source-days', needs: purchasingPermissions.see, gives: sourceDays.extend({ version: z.number().int() }),
})
export const setSourceDays = route({
  does: 'Set how long parts usually take from each source', method: 'POST', path: '/purchase-requests/source-days/set', needs: purchasingPermissions.setDays,
  body: sourceDays.extend({ version: z.number().int().min(0).max(2_147_483_647) }), gives: done,
})
const request = { params: z.strictObject({ requestId: id }) }

export const sourceOption = z.object({
  /** Within the answer. */ key: z.string(), source: z.enum(sources), /** Of its kind of order; null for a transfer, and where no kind of order comes from there. */ code: z.string().nullable(), /** Of the kind of order, or of the store that has it free. */ nameZh: z.string(), nameEn: z.string(),
  /** The outside supplier that an inquiry chose, or the other store. */ supplier: z.string(), /** In the other store; null where no store is asked. */ free: z.number().int().nullable(), /** Today, or the next day of the ordering calendar. */ orderOn: day,
  /** By the promised days of its kind of order or of the supplier, else by the source's usual days. */ eta: day, /** Net of VAT; null where unknown, and for who may not see cost. */ unitCostFen: z.number().int().nullable(), totalFen: z.number().int().nullable(),
  /** For a car, or a sale with its deposit held. */ needsJob: z.boolean(), /** Of the sale that it is for; null where none is asked for. */ deposit: z.object({ percent: z.number().int(), neededFen: z.number().int(), heldFen: z.number().int() }).nullable(), /** Serves the whole request as it stands. */ fits: z.boolean(),
})
export type SourceOption = z.output<typeof sourceOption>
export const adviseSources = route({
  does: 'See the sources of a part side by side with day, cost and what each needs, and which is advised', method: 'GET', path: '/purchase-requests/:requestId/source-advice', needs: purchasingPermissions.see, ...request,
  gives: z.object({ /** Still to come. */ thousandths: z.number().int(), reason: z.enum(adviceReasons).nullable(), rows: z.array(sourceOption.extend({ advised: z.boolean() })) }),
})
export type SourceAdvice = z.output<typeof adviseSources.gives>['rows'][number]

export const setSource = route({
  does: 'Set where a part comes from and when', method: 'POST', path: '/purchase-requests/:requestId/source', needs: purchasingPermissions.source, ...request,
  body: z.strictObject({ version, source: z.enum(sources), supplier: text(60).default(''), eta: day }), gives: done, refuses: ['purchasing.over', 'purchasing.eta-in-past', 'purchasing.supplier-missing', 'parts-orders.deposit-missing'],
})
export const tellCustomer = route({
  does: "Record that the customer was told, and what he decided", method: 'POST', path: '/purchase-requests/:requestId/decision', needs: purchasingPermissions.tell, ...request,
  body: z.strictObject({ version, decision: z.enum(decisions), way: z.enum(decisionWays), customerName: text(60), words: text(200).default('') }), gives: done, refuses: ['purchasing.over', 'purchasing.who-missing'],
})
export const cancelRequest = route({
  does: 'Cancel a purchase request with a reason', method: 'POST', path: '/purchase-requests/:requestId/cancel', needs: purchasingPermissions.cancel, ...request,
  body: z.strictObject({ version, reason: filledText(300) }), gives: done, refuses: ['purchasing.over'],
})
