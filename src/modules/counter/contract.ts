import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { day, done, fen, file, filledText, id, languageShape, moment, pageOf, pageQuery, pdf, positiveFen, printQuery, text, thousandths, version } from '../../platform/shapes.ts'
import { takenAs } from '../picking/contract.ts'
import { scanRules } from '../picking/domain/scanning.ts'
import { requestStatuses, urgencies } from '../purchasing/domain/request.ts'
import { moneyRefusals, moneyTaken } from '../settlement/contract.ts'
import { ways } from '../settlement/domain/till.ts'
import { handWays, lostCauses, slipGroups, slipKinds, slipPriceRules, slipStatuses } from './domain/slip.ts'
import { counterPermissions } from './permissions.ts'

const whole = z.number().int()

export const slipRow = z.object({
  id, kind: z.enum(slipKinds), number: z.string(), status: z.enum(slipStatuses), name: z.string(), phone: z.string(), paperNumber: z.string(), orderId: id.nullable(), orderNumber: z.string(), plate: z.string(), dueOn: day.nullable(), overdue: z.boolean(),
  totalFen: fen, /** Still owed; below zero: to be given back. */ dueFen: fen, /** Cash on delivery: who owes it. */ outsideFen: fen, outsideBy: z.string(), openedAt: moment, openedByName: z.string(), version,
})
export type SlipRow = z.output<typeof slipRow>

export const slipLine = z.object({
  id, partId: id, partNumber: z.string(), nameZh: z.string(), nameEn: z.string(), unit: z.string(), thousandths: whole, unitPriceFen: fen, priceRule: z.enum(slipPriceRules).nullable(), /** Why it is off the rule, and who approved it. */ deviationReason: z.string().nullable(), approvedByName: z.string().nullable(), amountFen: fen, allowanceFen: fen,
  issued: whole, returned: whole, consumed: whole, reserved: whole, /** What no shelf has for it. */ short: whole, /** Null for who may not see cost. */ costFen: fen.nullable(),
  request: z.object({ number: z.string(), status: z.enum(requestStatuses), eta: day.nullable() }).nullable(),
  /** Oldest first: where to go, and which label to scan. */
  lots: z.array(z.object({ lotId: id, bin: z.string(), receivedOn: day, here: whole })),
})
export type SlipLine = z.output<typeof slipLine>

export const slipView = slipRow.extend({
  customerId: id.nullable(), note: z.string(), allowanceFen: fen, allowanceReason: z.string(), returnedFen: fen, paidFen: fen, /** Given for goods that are not picked yet. */ depositFen: fen, writtenOffFen: fen, /** A write-off waits for its yes. */ writeOffAsked: z.boolean(), /** What it takes before the short parts are ordered by these kinds. */ depositsFor: z.array(z.object({ kind: z.string(), depositFen: fen })), issuedAt: moment.nullable(), issuedByName: z.string().nullable(), handedAt: moment.nullable(), handedByName: z.string().nullable(),
  way: z.enum(handWays).nullable(), /** To be collected by who took the goods. */ codFen: fen.nullable(), carrier: z.string(), waybill: z.string(), address: z.string(), reason: z.string(), /** Whether goods must be scanned when they leave their shelf. */ scanning: z.enum(scanRules), lines: z.array(slipLine), costFen: fen.nullable(),
  /** What became of the request for prices below the floor, while they are not approved. */ priceRequest: z.object({ state: z.enum(['asked', 'refused', 'withdrawn']), name: z.string(), reason: z.string() }).nullable(),
  returns: z.array(z.object({ id, lineId: id, kind: z.enum(['back', 'consumed']), document: z.string(), thousandths: whole, amountFen: fen, reason: z.string(), at: moment, personName: z.string() })),
  /** With whom goods were sent before, the usual ones first; while they are to be handed over. */ carriers: z.array(z.object({ way: z.enum(handWays), carrier: z.string() })),
  writeOffs: z.array(z.object({ id, number: z.string(), amountFen: fen, reason: z.string(), at: moment, askedByName: z.string(), personName: z.string() })),
  payments: z.array(z.object({ id, number: z.string(), at: moment, way: z.enum(ways), amountFen: fen, reference: z.string(), feeFen: fen, personName: z.string(), reason: z.string(), prepaid: z.boolean() })),
})
export type SlipView = z.output<typeof slipView>

export const listSlips = route({
  does: 'List slips of the parts counter, newest first', method: 'GET', path: '/counter', needs: counterPermissions.see,
  query: z.strictObject({ ...pageQuery, kind: z.enum(slipKinds).default('sale'), group: z.enum(slipGroups).default('pending'), find: text(40).optional() }), gives: pageOf(slipRow),
})
export const listConsultants = route({ does: 'List whom an accessory slip may be for', method: 'GET', path: '/counter/consultants', needs: counterPermissions.write, gives: z.object({ names: z.array(z.string()) }) })
const slip = { params: z.strictObject({ slipId: id }) }
export const seeSlip = route({ does: 'See a slip of the parts counter', method: 'GET', path: '/counter/slips/:slipId', needs: counterPermissions.see, ...slip, gives: slipView })

const lines = z.array(z.strictObject({ partId: id, thousandths })).min(1).max(60)
const opened = z.object({ id, number: z.string(), version, /** Lines that are short. */ short: whole })

export const seePrice = route({
  does: 'See what the counter charges for a part today', method: 'GET', path: '/counter/prices/:partId', needs: counterPermissions.see, params: z.strictObject({ partId: id }), gives: z.object({ /** Null: it has no price. */ priceFen: fen.nullable() }),
})
export const openSale = route({
  does: 'Write a counter sale: what is free is reserved', method: 'POST', path: '/counter/sales', needs: counterPermissions.sell,
  body: z.strictObject({ customerId: id.nullable().default(null), name: text(60).default(''), phone: text(20).default(''), note: text(300).default(''), lines, allowanceFen: positiveFen.default(0), allowanceReason: text(300).default('') }), gives: opened,
  refuses: ['counter.part-twice', 'counter.allowance-too-large', 'counter.allowance-reason', 'counter.allowance-above-limit', 'catalogue.no-price', 'settlement.no-vat-rate'],
})
export const openSlip = route({
  does: 'Write a slip for accessories, consumables or a loan', method: 'POST', path: '/counter/slips', needs: counterPermissions.write,
  body: z.strictObject({
    kind: z.enum(['accessory', 'consumable', 'loan']), name: text(60), paperNumber: text(40).default(''), orderId: id.nullable().default(null), dueOn: day.nullable().default(null), note: text(300).default(''), lines,
  }), gives: opened,
  refuses: ['counter.part-twice', 'counter.who-missing', 'counter.not-a-consultant', 'counter.paper-missing', 'counter.paper-served', 'counter.due-missing', 'catalogue.no-price', 'settlement.no-vat-rate'],
})
export const pickSlip = route({
  does: 'Pick lines of a slip, oldest lot first', method: 'POST', path: '/counter/slips/:slipId/picking', needs: counterPermissions.pick, ...slip,
  body: z.strictObject({ version, lines: z.array(z.strictObject({ lineId: id, ...takenAs })).min(1).max(60) }), gives: done.extend({ number: z.string() }),
  refuses: ['counter.not-open', 'counter.nothing-to-pick', 'picking.scan-missing', 'repair-orders.deviation-not-approved', 'stock.not-enough', 'stock.reserved-elsewhere', 'stock.older-lot-first', 'stock.lot-not-here'],
})
export const cancelSlip = route({
  does: 'Cancel a slip of which nothing was picked', method: 'POST', path: '/counter/slips/:slipId/cancel', needs: counterPermissions.cancel, ...slip, body: z.strictObject({ version, reason: filledText(300) }), gives: done,
  refuses: ['counter.not-open', 'counter.bring-back-first'],
})
export const askPriceAgain = route({
  does: 'Ask again for the refused prices of a slip that lie below the floor', method: 'POST', path: '/counter/slips/:slipId/price-request', needs: counterPermissions.write, ...slip, body: z.strictObject({ version, reason: filledText(300) }), gives: done,
  refuses: ['counter.not-open', 'counter.price-stands', 'approvals.asked-already'],
})
export const askForSlip = route({
  does: 'Ask purchasing for what a sale is short of', method: 'POST', path: '/counter/slips/:slipId/request', needs: counterPermissions.sell, ...slip,
  body: z.strictObject({ version, lineId: id, thousandths, urgency: z.enum(urgencies), note: text(300).default('') }), gives: z.object({ number: z.string(), version }),
  refuses: ['counter.not-open', 'purchasing.nothing-short', 'purchasing.asked-already', 'purchasing.more-than-short'],
})
export const loseSale = route({
  does: 'Record that a part could not be sold, and why', method: 'POST', path: '/counter/slips/:slipId/lost-sale', needs: counterPermissions.sell, ...slip,
  body: z.strictObject({ version, lineId: id, cause: z.enum(lostCauses), words: text(300).default('') }), gives: done.extend({ cancelled: z.boolean() }), refuses: ['counter.not-open', 'counter.nothing-lost', 'purchasing.asked-already'],
})
export const takeMoney = route({
  does: 'Take money for a counter sale', method: 'POST', path: '/counter/slips/:slipId/payments', needs: counterPermissions.pay, ...slip,
  body: z.strictObject({ version, ...moneyTaken }), gives: done.extend({ number: z.string(), dueFen: fen }),
  refuses: ['counter.not-picked', 'settlement.more-than-due', ...moneyRefusals],
})
export const takeDeposit = route({
  does: 'Take a deposit for a counter sale whose goods are still to come', method: 'POST', path: '/counter/slips/:slipId/deposits', needs: counterPermissions.pay, ...slip,
  body: z.strictObject({ version, ...moneyTaken }), gives: done.extend({ number: z.string(), dueFen: fen }),
  refuses: ['counter.no-deposit-now', 'counter.nothing-short', 'settlement.more-than-due', ...moneyRefusals],
})
export const handOver = route({
  does: 'Hand the goods of a sale over, or send them', method: 'POST', path: '/counter/slips/:slipId/hand-over', needs: counterPermissions.pick, ...slip,
  body: z.strictObject({ version, way: z.enum(handWays), /** Who takes the goods collects what is due. */ cod: z.boolean().default(false), carrier: text(60).default(''), waybill: text(60).default(''), address: text(200).default('') }), gives: done,
  refuses: ['counter.not-picked', 'counter.unpaid', 'counter.waybill-missing', 'counter.driver-missing', 'counter.cod-without-bearer', 'counter.nothing-to-collect'],
})
export const handIn = route({
  does: 'Take the cash that was collected on delivery of a sale', method: 'POST', path: '/counter/slips/:slipId/cash-on-delivery', needs: counterPermissions.pay, ...slip,
  body: z.strictObject({ version, ...moneyTaken, reason: text(300).default('') }), gives: done.extend({ number: z.string(), dueFen: fen }),
  refuses: ['counter.no-cash-outside', 'counter.cod-difference', 'settlement.more-than-due', ...moneyRefusals],
})
export const askWriteOff = route({
  does: 'Ask that cash on delivery which nobody can hand in is written off', method: 'POST', path: '/counter/slips/:slipId/write-off', needs: counterPermissions.pay, ...slip, body: z.strictObject({ version, reason: filledText(300) }), gives: z.object({ id }),
  refuses: ['counter.no-cash-outside', 'approvals.asked-already'],
})
export const takeBackWriteOff = route({
  does: 'Take a write-off of cash on delivery back by a counter-entry', method: 'POST', path: '/counter/slips/:slipId/write-off/counter-entry', needs: counterPermissions.writeOff, ...slip, body: z.strictObject({ version, reason: filledText(300) }),
  gives: done.extend({ number: z.string() }), refuses: ['counter.nothing-written-off'],
})
const moved = z.array(z.strictObject({ lineId: id, thousandths })).min(1).max(60)
export const bringBack = route({
  does: 'Take goods of a slip back into their lots', method: 'POST', path: '/counter/slips/:slipId/return', needs: counterPermissions.takeBack, ...slip,
  body: z.strictObject({ version, lines: moved, reason: text(300) }), gives: done.extend({ number: z.string(), /** To be given back by somebody else. */ refundFen: fen }),
  refuses: ['counter.nothing-outside', 'counter.line-twice', 'counter.reason-missing', 'counter.more-than-outside', 'counter.too-late', 'counter.written-off'],
})
export const bookConsumed = route({
  does: 'Book what was lent as consumed', method: 'POST', path: '/counter/slips/:slipId/consumed', needs: counterPermissions.takeBack, ...slip,
  body: z.strictObject({ version, lines: moved, reason: text(300) }), gives: done.extend({ number: z.string() }),
  refuses: ['counter.nothing-outside', 'counter.line-twice', 'counter.not-a-loan', 'counter.reason-missing', 'counter.more-than-outside'],
})
export const refundSlip = route({
  does: 'Give back the money for what was returned', method: 'POST', path: '/counter/slips/:slipId/refund', needs: counterPermissions.refund, ...slip, body: z.strictObject({ version, reason: filledText(300) }),
  gives: done.extend({ numbers: z.array(z.string()) }),
  refuses: ['counter.nothing-to-refund', 'counter.own-return', 'settlement.own-payment', 'settlement.till-closed', 'settlement.till-not-open', 'settlement.till-short'],
})
export const lostRow = z.object({ id, slipId: id, slipNumber: z.string(), partNumber: z.string(), nameZh: z.string(), nameEn: z.string(), unit: z.string(), thousandths: whole, cause: z.enum(lostCauses), words: z.string(), at: moment, personName: z.string() })
export type LostRow = z.output<typeof lostRow>
export const listLost = route({ does: 'List lost sales, newest first', method: 'GET', path: '/counter/lost-sales', needs: counterPermissions.see, query: z.strictObject(pageQuery), gives: pageOf(lostRow) })

const monthQuery = { kind: z.enum(['accessory', 'consumable']).default('accessory'), month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }
export const monthRow = z.object({ key: z.string(), names: z.array(z.string()), orderId: id.nullable(), orderNumber: z.string(), plate: z.string(), slips: whole, amountFen: fen, costFen: fen.nullable(), numbers: z.array(z.string()) })
export type MonthRow = z.output<typeof monthRow>
export const seeMonth = route({
  does: 'See the month of accessories by consultant, or of consumables by job', method: 'GET', path: '/counter/months', needs: counterPermissions.see, query: z.strictObject(monthQuery),
  gives: z.object({ rows: z.array(monthRow), amountFen: fen, costFen: fen.nullable() }),
})
export const monthFile = route({
  does: 'Save the month of accessories or consumables as a workbook', method: 'GET', path: '/counter/months/file', needs: counterPermissions.see, query: z.strictObject({ ...monthQuery, language: languageShape.default('zh-CN') }), gives: file,
})
export const printSlip = route({ does: 'Print the packing list of a slip', method: 'GET', path: '/counter/slips/:slipId/packing-list.pdf', needs: counterPermissions.see, ...slip, query: printQuery, gives: pdf })
