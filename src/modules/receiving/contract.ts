import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { day, done, fen, file, filledText, id, languageShape, moment, pageOf, pageQuery, pdf, printQuery, text, version } from '../../platform/shapes.ts'
import { faultStatuses, outcomes } from './domain/fault.ts'
import { faultKinds, receiptStatuses } from './domain/receipt.ts'
import { receivingPermissions as may } from './permissions.ts'

const whole = z.number().int()
const quantity = whole.min(0).max(100_000_000)

const expected = z.object({ id, number: z.string(), supplierName: z.string(), kind: z.string(), lines: whole, eta: day.nullable(), /** By the carrier's word, else by the expected day. */ late: z.boolean(), /** What the carrier said last. */ word: z.object({ at: moment, personName: z.string(), arrivesOn: day, dueFen: fen, words: z.string() }).nullable() })
export type Expected = z.output<typeof expected>
const receiptHead = z.object({
  id, number: z.string(), status: z.enum(receiptStatuses), orderId: id, orderNumber: z.string(), supplierName: z.string(), deliveryNote: z.string(), waybill: z.string(), pieces: whole, opened: whole, waybillWords: z.string(), driver: z.string(), begunAt: moment, begunByName: z.string(),
  postedAt: moment.nullable(), postedByName: z.string().nullable(), stockNumber: z.string(), papersAt: moment.nullable(), papersByName: z.string().nullable(), /** Reversed or discarded. */ endedAt: moment.nullable(), endedByName: z.string().nullable(), reason: z.string(), version,
})
export type ReceiptHead = z.output<typeof receiptHead>
export const listReceipts = route({
  does: 'List receipts against orders, newest first', method: 'GET', path: '/receipts', needs: may.see, query: z.strictObject({ ...pageQuery, group: z.enum(['counting', 'posted', 'all']).default('all') }), gives: pageOf(receiptHead),
})
export const listExpected = route({ does: 'List the orders of which something may come, earliest day first', method: 'GET', path: '/receipts/expected', needs: may.see, gives: z.object({ rows: z.array(expected), /** Who fetched deliveries before, the usual ones first. */ drivers: z.array(z.string()) }) })

const receiptLine = z.object({
  lineId: id, partId: id, partNumber: z.string(), nameZh: z.string(), nameEn: z.string(), unit: z.string(), barcodes: z.array(z.string()), open: whole, count: z.object({ noted: whole, counted: whole, damaged: whole, wrong: whole, words: z.string(), placeId: id.nullable(), booked: whole }).nullable(),
  /** Where it lies already. */ usualPlaceId: id.nullable(), forCar: z.boolean(),
})
export type ReceiptLine = z.output<typeof receiptLine>
const faultRow = z.object({
  id, number: z.string(), status: z.enum(faultStatuses), kind: z.enum(faultKinds), receiptId: id, receiptNumber: z.string(), orderId: id, orderNumber: z.string(), supplierName: z.string(), partNumber: z.string(), nameZh: z.string(), nameEn: z.string(), unit: z.string(),
  thousandths: whole, words: z.string(), foundAt: moment, foundByName: z.string(), reportedAt: moment.nullable(), reportedByName: z.string().nullable(), reports: whole, answer: z.string(), outcome: z.enum(outcomes).nullable(), closedAt: moment.nullable(),
  closedByName: z.string().nullable(), due: z.boolean(), version,
})
export type FaultRow = z.output<typeof faultRow>
const receipt = { params: z.strictObject({ receiptId: id }) }
const receiptDetail = receiptHead.extend({ /** The closed supplier statement that it stands on. */ agreedOn: z.string().nullable(), lines: z.array(receiptLine), faults: z.array(faultRow) })
export type ReceiptDetail = z.output<typeof receiptDetail>
export const seeReceipt = route({ does: 'See a receipt with what was counted', method: 'GET', path: '/receipts/:receiptId', needs: may.see, ...receipt, gives: receiptDetail })

const takeOver = { deliveryNote: filledText(60), waybill: text(60).default(''), pieces: whole.min(0).max(10_000), opened: whole.min(0).max(10_000).default(0), waybillWords: text(300).default(''), /** Who drove to the carrier's; empty where it was brought. */ driver: text(60).default('') }
export const beginReceipt = route({
  does: 'Take over a delivery and begin to count it against its order', method: 'POST', path: '/receipts', needs: may.count, body: z.strictObject({ orderId: id, ...takeOver }), gives: z.object({ id, number: z.string(), version }),
  refuses: ['parts-orders.not-under-way', 'receiving.counted-already', 'receiving.opened-above-pieces'],
})
export const countLine = route({
  does: 'Record what lay in the box of an order line', method: 'POST', path: '/receipts/:receiptId/lines/:lineId', needs: may.count, params: z.strictObject({ receiptId: id, lineId: id }),
  body: z.strictObject({ version, noted: quantity, counted: quantity, damaged: quantity.default(0), wrong: quantity.default(0), words: text(300).default(''), placeId: id.nullable().default(null) }), gives: done,
  refuses: ['receiving.not-counting', 'receiving.damaged-above-counted', 'receiving.nothing-counted', 'receiving.words-missing', 'stock.not-a-bin'],
})
export const postReceipt = route({
  does: 'Post a receipt: what is sound goes into stock, the rest becomes arrival faults', method: 'POST', path: '/receipts/:receiptId/posting', needs: may.post, ...receipt, body: z.strictObject({ version }), gives: z.object({ version, stockNumber: z.string(), faults: whole }),
  refuses: ['receiving.not-counting', 'receiving.nothing-counted', 'receiving.bin-missing', 'receiving.opened-photo-missing', 'receiving.damage-photo-missing', 'parts-orders.not-under-way'],
})
export const printReceipt = route({
  does: 'Print a posted receipt, to be signed', method: 'GET', path: '/receipts/:receiptId/receipt.pdf', needs: may.see, ...receipt, query: printQuery, gives: pdf, refuses: ['receiving.not-posted'],
})
export const discardReceipt = route({
  does: 'Discard a count that was not posted, with the reason', method: 'POST', path: '/receipts/:receiptId/discard', needs: may.count, ...receipt, body: z.strictObject({ version, reason: filledText(300) }), gives: done, refuses: ['receiving.not-counting'],
})
export const reverseReceipt = route({
  does: 'Reverse a posted receipt, with the reason', method: 'POST', path: '/receipts/:receiptId/reversal', needs: may.reverse, ...receipt, body: z.strictObject({ version, reason: filledText(300) }), gives: done,
  refuses: ['receiving.not-posted', 'receiving.on-statement', 'stock.lot-already-used', 'stock.already-taken-back'],
})
export const handOverPapers = route({
  does: 'Hand over the three signed documents of a receipt', method: 'POST', path: '/receipts/:receiptId/papers', needs: may.handOver, ...receipt, body: z.strictObject({ version }), gives: done, refuses: ['receiving.not-posted', 'receiving.papers-missing', 'receiving.papers-handed-over'],
})

export const listFaults = route({
  does: 'List arrival faults, newest first', method: 'GET', path: '/arrival-faults', needs: may.see, query: z.strictObject({ ...pageQuery, group: z.enum(['open', 'all']).default('open') }), gives: pageOf(faultRow),
})
export const faultsFile = route({
  does: 'Take the list of arrival faults as a workbook', method: 'GET', path: '/arrival-faults/file', needs: may.see, query: z.strictObject({ group: z.enum(['open', 'all']).default('open'), language: languageShape.default('zh-CN') }), gives: file,
})
const fault = { params: z.strictObject({ faultId: id }) }
export const reportFault = route({
  does: 'Report an arrival fault to the supplier, or press for the answer', method: 'POST', path: '/arrival-faults/:faultId/report', needs: may.report, ...fault, body: z.strictObject({ version, words: filledText(300) }), gives: done, refuses: ['receiving.fault-closed'],
})
export const closeFault = route({
  does: "Close an arrival fault with the supplier's answer", method: 'POST', path: '/arrival-faults/:faultId/close', needs: may.close, ...fault, body: z.strictObject({ version, outcome: z.enum(outcomes), answer: text(300) }), gives: done,
  refuses: ['receiving.fault-closed', 'receiving.answer-missing', 'receiving.not-reported'],
})
