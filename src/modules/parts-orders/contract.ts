import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { day, done, file, filledText, id, languageShape, moment, pageOf, pageQuery, positiveFen, text, thousandths, version } from '../../platform/shapes.ts'
import { sourceOption } from '../purchasing/contract.ts'
import { origins, sources, urgencies } from '../purchasing/domain/request.ts'
import { orderGroups, orderStatuses } from './domain/order.ts'
import { promiseGroups } from './domain/promises.ts'
import { sheetFields } from './domain/sheet.ts'
import { directions, promiseSorts, reorderSorts } from './domain/sorts.ts'
import { partsOrderPermissions as may } from './permissions.ts'

const whole = z.number().int()
const code = z.string().trim().regex(/^[A-Z0-9]{1,10}$/)
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

const supplierFields = { name: filledText(60), contact: text(60).default(''), phone: text(20).default(''), note: text(300).default('') }
const supplier = z.object({ id, name: z.string(), kind: z.enum(['maker', 'outside']), contact: z.string(), phone: z.string(), note: z.string(), active: z.boolean(), version })
export type Supplier = z.output<typeof supplier>
export const listSuppliers = route({ does: 'List suppliers of parts', method: 'GET', path: '/parts-suppliers', needs: may.see, gives: z.object({ rows: z.array(supplier) }) })
export const addSupplier = route({
  does: 'Add a supplier of parts', method: 'POST', path: '/parts-suppliers', needs: may.keepSuppliers, body: z.strictObject({ ...supplierFields, kind: z.enum(['maker', 'outside']) }), gives: z.object({ id, version }),
  refuses: ['parts-orders.supplier-known'],
})
export const changeSupplier = route({
  does: 'Change a supplier of parts', method: 'POST', path: '/parts-suppliers/:supplierId', needs: may.keepSuppliers, params: z.strictObject({ supplierId: id }), body: z.strictObject({ version, ...supplierFields, active: z.boolean() }), gives: done,
  refuses: ['parts-orders.supplier-known'],
})

const kindFields = { nameZh: filledText(30), nameEn: filledText(30), source: z.enum(sources), calendarBound: z.boolean(), pricePercent: whole.min(1).max(500), promisedDays: whole.min(0).max(180), needsJob: z.boolean(), depositPercent: whole.min(0).max(100).default(0), active: z.boolean() }
const kind = z.object({ code: z.string(), ...kindFields, version: whole })
export type Kind = z.output<typeof kind>
export const listKinds = route({ does: 'List the kinds of parts orders', method: 'GET', path: '/parts-order-kinds', needs: may.see, gives: z.object({ rows: z.array(kind) }) })
export const setKind = route({
  does: 'Set a kind of parts order', method: 'POST', path: '/parts-order-kinds/:code', needs: may.keepKinds, params: z.strictObject({ code }), body: z.strictObject({ version: whole.min(0).max(2_147_483_647), ...kindFields }), gives: done,
})

const layout = z.object({ titled: z.boolean(), columns: z.array(z.strictObject({ field: z.enum(sheetFields), header: text(40) })).min(1).max(sheetFields.length) })
const sheet = z.object({ supplierId: id, supplierName: z.string(), active: z.boolean(), /** Null: the preset. */ layout: layout.nullable(), version: whole })
export type Sheet = z.output<typeof sheet>
export const listSheets = route({ does: 'List the order sheets of the makers', method: 'GET', path: '/parts-order-sheets', needs: may.see, gives: z.object({ rows: z.array(sheet) }) })
export const keepSheet = route({
  does: "Set the columns of a maker's order sheet", method: 'POST', path: '/parts-order-sheets/:supplierId', needs: may.keepKinds, params: z.strictObject({ supplierId: id }),
  body: z.strictObject({ version: whole.min(0).max(2_147_483_647), ...layout.shape }), gives: done, refuses: ['parts-orders.sheet-of-maker', 'parts-orders.sheet-lacks', 'parts-orders.sheet-header-missing', 'parts-orders.sheet-twice'],
})

const orderDay = z.strictObject({ day, kind: code })
export const seeCalendar = route({
  does: 'See the order days of a month', method: 'GET', path: '/order-calendar', needs: may.see, query: z.strictObject({ month }),
  gives: z.object({ days: z.array(z.object({ day, kind: z.string() })), loadedAt: moment.nullable(), loadedByName: z.string().nullable(), announcedAt: moment.nullable(), announcedByName: z.string().nullable(), version: whole }),
})
const ofMonth = { params: z.strictObject({ month }) }
const monthVersion = { version: whole.min(0).max(2_147_483_647) }
export const setCalendar = route({
  does: 'Set the order days of a month', method: 'POST', path: '/order-calendar/:month', needs: may.keepCalendar, ...ofMonth, body: z.strictObject({ ...monthVersion, days: z.array(orderDay).max(200) }), gives: done,
  refuses: ['parts-orders.day-of-another-month', 'parts-orders.kind-without-calendar'],
})
export const announceCalendar = route({
  does: 'Announce the order days of a month to the desk', method: 'POST', path: '/order-calendar/:month/announcement', needs: may.announce, ...ofMonth, body: z.strictObject(monthVersion), gives: done,
  refuses: ['parts-orders.month-empty', 'parts-orders.announced-already'],
})

const waiting = z.object({
  id, number: z.string(), origin: z.enum(origins), orderId: id, orderNumber: z.string(), plate: z.string(), /** Of the car; empty where the shelf or the counter waits. */ ownerName: z.string(), advisorName: z.string(), partId: id, partNumber: z.string(), nameZh: z.string(), nameEn: z.string(), unit: z.string(), thousandths: whole, urgency: z.enum(urgencies), askedAt: moment,
  accident: z.boolean(), warranty: z.boolean(), status: z.string(), eta: day.nullable(), decision: z.string().nullable(), toldEta: day.nullable(), customerName: z.string(), source: z.enum(sources).nullable(), supplier: z.string(), /** Why it lost its source. */ reason: z.string(),
  overdue: z.boolean(), news: z.boolean(), onOrder: z.object({ id, number: z.string(), status: z.enum(orderStatuses), supplierName: z.string(), kind: z.string(), /** Its supplier confirmed nought of it: cancel the line there before it is ordered elsewhere. */ nought: z.boolean() }).nullable(), /** It comes from another store. */ onTransfer: z.object({ id, number: z.string() }).nullable(), /** Where neither order nor transfer nor source is set. */ advice: sourceOption.nullable(),
})
export type Waiting = z.output<typeof waiting>
/** Left out: overdue first. */
const promiseOrder = { sort: z.enum(promiseSorts).optional(), direction: z.enum(directions).default('ascending') }
export const seePromises = route({
  does: 'See every open purchase request with its order, day and whether the customer knows; overdue first', method: 'GET', path: '/parts-promises', needs: may.see, query: z.strictObject(promiseOrder), gives: z.object({ rows: z.array(waiting), today: day }),
})
export const promisesFile = route({
  does: 'Take a tab of the board of promises as a workbook', method: 'GET', path: '/parts-promises/file', needs: may.see, query: z.strictObject({ group: z.enum(promiseGroups).default('all'), find: text(40).default(''), ...promiseOrder, language: languageShape.default('zh-CN') }), gives: file,
})
const proposed = z.object({ partId: id, number: z.string(), nameZh: z.string(), nameEn: z.string(), unit: z.string(), onHand: whole, reserved: whole, onOrder: whole, onOrderForJobs: whole, monthly: z.array(whole), point: whole, upTo: whole, proposed: whole, unitCostFen: whole })
export type Proposed = z.output<typeof proposed>
/** Left out: the largest value first. */
const reorderOrder = { /** Of a part: its number or its name. */ find: text(40).optional(),  sort: z.enum(reorderSorts).optional(), direction: z.enum(directions).default('ascending') }
export const seeReorder = route({
  does: 'See the parts whose stock is at or below their reorder point, with what to order', method: 'GET', path: '/parts-reorder', needs: may.draft, query: z.strictObject(reorderOrder),
  gives: z.object({ rows: z.array(proposed), all: whole, /** When points and levels were reckoned; null: not yet. */ reckonedAt: moment.nullable() }),
})
export const reorderFile = route({ does: 'Take the reorder list as a workbook', method: 'GET', path: '/parts-reorder/file', needs: may.draft, query: z.strictObject({ ...reorderOrder, language: languageShape.default('zh-CN') }), gives: file })

const line = z.object({
  id, partId: id, partNumber: z.string(), nameZh: z.string(), nameEn: z.string(), unit: z.string(), thousandths: whole, unitCostFen: whole, requestId: id.nullable(), requestNumber: z.string().nullable(), plate: z.string().nullable(), warranty: z.boolean(),
  checkedWords: z.string(), checkedAt: moment.nullable(), checkedByName: z.string().nullable(), confirmedThousandths: whole.nullable(), eta: day.nullable(), answer: z.string(), receivedThousandths: whole, cancelledThousandths: whole, cancelReason: z.string(), openThousandths: whole,
})
export type OrderLine = z.output<typeof line>
const head = z.object({
  id, number: z.string(), status: z.enum(orderStatuses), supplierId: id, supplierName: z.string(), kind: z.string(), note: z.string(), totalFen: whole, draftedAt: moment, draftedByName: z.string(), approvedFen: whole.nullable(), approvedByName: z.string().nullable(),
  dayReason: z.string(), submittedAt: moment.nullable(), submittedByName: z.string().nullable(), promisedOn: day.nullable(), confirmedAt: moment.nullable(), confirmedByName: z.string().nullable(), closedAt: moment.nullable(), reason: z.string(), version,
})
const listed = head.extend({ lines: whole, openLines: whole, nextEta: day.nullable(), late: z.boolean() })
export type ListedOrder = z.output<typeof listed>
export const listOrders = route({
  does: 'List parts orders, newest first', method: 'GET', path: '/parts-orders', needs: may.see, query: z.strictObject({ ...pageQuery, group: z.enum(orderGroups).default('open'), find: text(40).optional() }), gives: pageOf(listed),
})
const order = { params: z.strictObject({ orderId: id }) }
const detail = head.extend({ lines: z.array(line), /** What this person may order alone; null: anything. */ limitFen: whole.nullable(), asked: z.boolean(), /** Who said no to what was asked for last, and why. */ refused: z.object({ name: z.string(), reason: z.string() }).nullable(), /** Whether orders of its kind may be placed today without a reason. */ orderDay: z.boolean() })
export type OrderDetail = z.output<typeof detail>
export const seeOrder = route({ does: 'See a parts order', method: 'GET', path: '/parts-orders/:orderId', needs: may.see, ...order, gives: detail })
export const orderSheet = route({ does: 'Download a parts order as the sheet for the supplier', method: 'GET', path: '/parts-orders/:orderId/order.xlsx', needs: may.see, ...order, query: z.strictObject({ language: languageShape.default('zh-CN') }), gives: file })

const wishedLine = z.strictObject({ partId: id, thousandths, unitCostFen: positiveFen.nullable().default(null), requestId: id.nullable().default(null) })
const draftFields = { supplierId: id, kind: code, note: text(300).default(''), lines: z.array(wishedLine).max(300) }
const draftRefusals = ['parts-orders.not-in-use', 'parts-orders.kind-of-another-supplier', 'parts-orders.request-over', 'parts-orders.request-in-transfer', 'parts-orders.request-of-another-part', 'parts-orders.ordered-already', 'parts-orders.cancel-line-first', 'parts-orders.part-twice']
export const draftOrder = route({ does: 'Draft a parts order', method: 'POST', path: '/parts-orders', needs: may.draft, body: z.strictObject(draftFields), gives: z.object({ id, number: z.string(), version }), refuses: draftRefusals })
export const changeDraft = route({
  does: 'Change a draft of a parts order', method: 'POST', path: '/parts-orders/:orderId', needs: may.draft, ...order, body: z.strictObject({ version, ...draftFields }), gives: done, refuses: ['parts-orders.not-a-draft', ...draftRefusals],
})
export const checkWarranty = route({
  does: 'Confirm maker and number of a warranty part', method: 'POST', path: '/parts-orders/:orderId/lines/:lineId/check', needs: may.check, params: z.strictObject({ orderId: id, lineId: id }), body: z.strictObject({ version, words: filledText(200) }), gives: done,
  refuses: ['parts-orders.not-a-draft', 'parts-orders.not-warranty'],
})
export const askOrderApproval = route({
  does: 'Ask for approval of a parts order above the limit', method: 'POST', path: '/parts-orders/:orderId/approval', needs: may.submit, ...order, body: z.strictObject({ version, reason: filledText(300) }), gives: z.object({ id }),
  refuses: ['parts-orders.not-a-draft', 'parts-orders.no-lines', 'parts-orders.approved-already', 'approvals.asked-already'],
})
export const submitOrder = route({
  does: 'Submit a parts order to the supplier', method: 'POST', path: '/parts-orders/:orderId/submission', needs: may.submit, ...order, body: z.strictObject({ version, dayReason: text(300).default('') }), gives: done,
  refuses: ['parts-orders.not-a-draft', 'parts-orders.no-lines', 'parts-orders.line-without-job', 'parts-orders.deposit-missing', 'parts-orders.price-missing', 'parts-orders.request-in-transfer', 'parts-orders.warranty-unchecked', 'parts-orders.above-limit', 'parts-orders.not-an-order-day', 'parts-orders.no-order-day-known'],
})
export const confirmOrder = route({
  does: 'Record what the supplier confirmed', method: 'POST', path: '/parts-orders/:orderId/confirmation', needs: may.draft, ...order,
  body: z.strictObject({ version, lines: z.array(z.strictObject({ lineId: id, confirmedThousandths: whole.min(0).max(100_000_000), eta: day.nullable(), answer: text(200).default('') })).min(1).max(300) }), gives: done,
  refuses: ['parts-orders.not-under-way', 'parts-orders.more-than-ordered', 'parts-orders.day-missing', 'parts-orders.eta-in-past'],
})
export const cancelLine = route({
  does: 'Cancel what is open of an order line, with the reason', method: 'POST', path: '/parts-orders/:orderId/lines/:lineId/cancel', needs: may.cancel, params: z.strictObject({ orderId: id, lineId: id }),
  body: z.strictObject({ version, thousandths, reason: filledText(300) }), gives: done, refuses: ['parts-orders.not-under-way', 'parts-orders.more-than-open'],
})
export const cancelOrder = route({
  does: 'Cancel a parts order, with the reason', method: 'POST', path: '/parts-orders/:orderId/cancel', needs: may.cancel, ...order, body: z.strictObject({ version, reason: filledText(300) }), gives: done,
  refuses: ['parts-orders.over', 'parts-orders.something-came'],
})
