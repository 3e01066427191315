import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { day, done, fen, filledText, id, moment, pageOf, pageQuery, pdf, positiveFen, printQuery, text, thousandths, version } from '../../platform/shapes.ts'
import { normalPartNumber, whyNotPartNumber } from '../catalogue/domain/part-number.ts'
import { inquiryStatuses, repairKinds } from './domain/inquiry.ts'
import { lineKinds } from './domain/matching.ts'
import { lineStates, mostLines, outcomes, statementStatuses } from './domain/statement.ts'
import { supplierPermissions as may } from './permissions.ts'

const whole = z.number().int()
const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/)
const partNumber = z.string().max(60).transform(normalPartNumber).refine((number) => whyNotPartNumber(number) === null)
const reason = filledText(300)

const statementRow = z.object({
  id, number: z.string(), status: z.enum(statementStatuses), supplierName: z.string(), maker: z.boolean(), month, /** Net of VAT. */ agreedFen: whole.nullable(), taxFen: whole.nullable(), /** Differences still open. */ left: whole, version,
})
export type StatementRow = z.output<typeof statementRow>

const statementLine = z.object({
  id, kind: z.enum(lineKinds), state: z.enum(lineStates), document: z.string(), partNumber: z.string(), theirThousandths: whole.nullable(), theirFen: whole.nullable(), receiptId: id.nullable(), receiptNumber: z.string(), ourDocument: z.string(),
  ourThousandths: whole.nullable(), ourFen: whole.nullable(), outcome: z.enum(outcomes).nullable(), words: z.string(), saidAt: moment.nullable(), saidByName: z.string().nullable(), agreedFen: whole.nullable(),
})
export type StatementLine = z.output<typeof statementLine>
const payment = z.object({ id, number: z.string(), fen: whole, at: moment, personName: z.string(), reference: z.string(), takesBack: id.nullable(), reason: z.string() })
const statementView = statementRow.extend({
  supplierId: id, openedAt: moment, openedByName: z.string(), closedAt: moment.nullable(), closedByName: z.string().nullable(), invoiceNumber: z.string().nullable(), invoiceDay: day.nullable(), askedAt: moment.nullable(), askedByName: z.string().nullable(),
  signedAt: moment.nullable(), signedByName: z.string().nullable(), words: z.string(), lines: z.array(statementLine), payments: z.array(payment),
  /** The receipt or return that was reversed since it was agreed here. */ reversed: z.string().nullable(),
  /** Signed by whoever asks now: somebody else pays. */ ownSignature: z.boolean(),
  /** What waits: to be signed by whoever asks now, or asked by himself. */ request: z.object({ id, version, own: z.boolean() }).nullable(),
})
export type StatementView = z.output<typeof statementView>

export const statementGroups = ['open', 'unpaid', 'all'] as const
export const listStatements = route({
  does: "List suppliers' statements", method: 'GET', path: '/supplier-statements', needs: may.see, query: z.strictObject({ ...pageQuery, group: z.enum(statementGroups).default('open'), find: text(40).default('') }), gives: pageOf(statementRow),
})
const one = { params: z.strictObject({ statementId: id }) }
const oneLine = { params: z.strictObject({ statementId: id, lineId: id }) }
export const seeStatement = route({ does: "See a supplier's statement line by line", method: 'GET', path: '/supplier-statements/:statementId', needs: may.see, ...one, gives: statementView })

export const beginStatement = route({
  does: "Begin a supplier's statement of the month", method: 'POST', path: '/supplier-statements', needs: may.reconcile, body: z.strictObject({ supplierId: id, month }), gives: z.object({ id, number: z.string(), version }),
  refuses: ['suppliers.month-to-come', 'suppliers.month-agreed', 'suppliers.month-before-open'],
})
const theirLine = z.strictObject({ document: text(60).default(''), partNumber, thousandths: whole.min(-100_000_000).max(100_000_000).refine((quantity) => quantity !== 0), fen })
export const enterLines = route({
  does: "Enter lines of a supplier's statement", method: 'POST', path: '/supplier-statements/:statementId/lines', needs: may.reconcile, ...one, body: z.strictObject({ version, lines: z.array(theirLine).min(1).max(mostLines) }), gives: done,
  refuses: ['suppliers.not-open', 'suppliers.too-many-lines'],
})
export const removeLine = route({
  does: "Take a wrong line off a supplier's statement", method: 'POST', path: '/supplier-statements/:statementId/lines/:lineId/removal', needs: may.reconcile, ...oneLine, body: z.strictObject({ version }), gives: done, refuses: ['suppliers.not-open'],
})
export const matchAgain = route({
  does: "Match a supplier's statement with the receipts again", method: 'POST', path: '/supplier-statements/:statementId/matching', needs: may.reconcile, ...one, body: z.strictObject({ version }), gives: done, refuses: ['suppliers.not-open'],
})
export const takeUp = route({
  does: 'Take a difference up with the supplier', method: 'POST', path: '/supplier-statements/:statementId/lines/:lineId/take-up', needs: may.reconcile, ...oneLine, body: z.strictObject({ version, words: text(300) }), gives: done,
  refuses: ['suppliers.not-open', 'suppliers.no-difference', 'suppliers.words-missing'],
})
export const settleLine = route({
  does: 'Settle a difference with the supplier', method: 'POST', path: '/supplier-statements/:statementId/lines/:lineId/settlement', needs: may.reconcile, ...oneLine, body: z.strictObject({ version, words: text(300), outcome: z.enum(outcomes) }),
  gives: done, refuses: ['suppliers.not-open', 'suppliers.no-difference', 'suppliers.words-missing', 'suppliers.only-missing-next-month'],
})
export const closeStatement = route({
  does: "Close a supplier's statement and fix the invoice amount", method: 'POST', path: '/supplier-statements/:statementId/closing', needs: may.close, ...one, body: z.strictObject({ version }), gives: z.object({ version, agreedFen: whole }),
  refuses: ['suppliers.not-open', 'suppliers.no-lines', 'suppliers.match-again', 'suppliers.differences-left'],
})
export const reopenStatement = route({
  does: "Open a closed supplier's statement again", method: 'POST', path: '/supplier-statements/:statementId/reopening', needs: may.close, ...one, body: z.strictObject({ version, reason }), gives: done,
  refuses: ['suppliers.not-reopened', 'suppliers.later-month-begun'],
})
export const discardStatement = route({
  does: "Discard a supplier's statement begun by mistake", method: 'POST', path: '/supplier-statements/:statementId/discard', needs: may.reconcile, ...one, body: z.strictObject({ version, reason }), gives: done, refuses: ['suppliers.not-open'],
})
export const requestPayment = route({
  does: 'Request the payment of an invoice to a supplier', method: 'POST', path: '/supplier-statements/:statementId/payment-request', needs: may.requestPayment, ...one,
  body: z.strictObject({ version, invoiceNumber: filledText(40), invoiceDay: day, netFen: positiveFen, taxFen: positiveFen }), gives: done,
  refuses: ['suppliers.not-closed', 'suppliers.nothing-to-pay', 'suppliers.invoice-differs', 'suppliers.invoice-in-future', 'suppliers.receipt-reversed', 'suppliers.invoice-known'],
})
export const printRequest = route({
  does: 'Print the payment request of a supplier’s statement', method: 'GET', path: '/supplier-statements/:statementId/payment-request.pdf', needs: may.see, ...one, query: printQuery, gives: pdf, refuses: ['suppliers.nothing-requested'],
})
export const callOffPayment = route({
  does: 'Call a signed payment to a supplier off', method: 'POST', path: '/supplier-statements/:statementId/calling-off', needs: may.requestPayment, ...one, body: z.strictObject({ version, reason }), gives: done, refuses: ['suppliers.not-signed'],
})
export const paySupplier = route({
  does: 'Pay a supplier what was signed', method: 'POST', path: '/supplier-statements/:statementId/payment', needs: may.pay, ...one, body: z.strictObject({ version, reference: filledText(60) }), gives: z.object({ version, number: z.string() }),
  refuses: ['suppliers.not-signed', 'suppliers.own-signature', 'suppliers.receipt-reversed'],
})
export const takeBackPayment = route({
  does: 'Take a payment to a supplier back by a counter-entry', method: 'POST', path: '/supplier-statements/:statementId/counter-entry', needs: may.takeBackPayment, ...one, body: z.strictObject({ version, reason }),
  gives: z.object({ version, number: z.string() }), refuses: ['suppliers.nothing-paid'],
})

const kind = z.enum(repairKinds)
const inquiryRow = z.object({ id, number: z.string(), status: z.enum(inquiryStatuses), about: z.string(), kinds: z.array(kind), askedAt: moment, askedByName: z.string(), asked: whole, answered: whole, version })
export type InquiryRow = z.output<typeof inquiryRow>
const sourcePrice = z.object({ partNumber: z.string(), name: z.string(), kind, supplierId: id, supplierName: z.string(), unitFen: whole, days: whole, inquiryId: id, at: moment, personName: z.string() })
const inquiryView = inquiryRow.extend({
  endedAt: moment.nullable(), endedByName: z.string().nullable(), words: z.string(), lines: z.array(z.object({ id, partNumber: z.string(), name: z.string(), thousandths: whole })),
  suppliers: z.array(z.object({ supplierId: id, supplierName: z.string(), answeredAt: moment.nullable(), answeredByName: z.string().nullable(), words: z.string() })),
  quotes: z.array(z.object({ lineId: id, supplierId: id, kind, unitFen: whole, days: whole, chosen: z.boolean() })), /** What the parts were last bought at. */ before: z.array(sourcePrice),
})
export type InquiryView = z.output<typeof inquiryView>

export const inquiryGroups = ['open', 'all'] as const
export const listInquiries = route({
  does: 'List inquiries to suppliers', method: 'GET', path: '/supplier-inquiries', needs: may.seeInquiries, query: z.strictObject({ ...pageQuery, group: z.enum(inquiryGroups).default('open'), find: text(40).default('') }), gives: pageOf(inquiryRow),
})
const inquiry = { params: z.strictObject({ inquiryId: id }) }
export const seeInquiry = route({ does: 'See the quotes of an inquiry side by side', method: 'GET', path: '/supplier-inquiries/:inquiryId', needs: may.seeInquiries, ...inquiry, gives: inquiryView })
export const askInquiry = route({
  does: 'Ask several suppliers for prices', method: 'POST', path: '/supplier-inquiries', needs: may.inquire,
  body: z.strictObject({ about: filledText(100), kinds: z.array(kind).max(3), supplierIds: z.array(id).min(1).max(20), lines: z.array(z.strictObject({ partNumber, name: filledText(60), thousandths })).min(1).max(100) }),
  gives: z.object({ id, number: z.string(), version }), refuses: ['suppliers.kind-missing', 'suppliers.part-twice', 'suppliers.ask-several', 'suppliers.supplier-not-in-use'],
})
export const answerInquiry = route({
  does: 'Record what a supplier quotes', method: 'POST', path: '/supplier-inquiries/:inquiryId/answer', needs: may.inquire, ...inquiry,
  body: z.strictObject({ version, supplierId: id, words: text(300).default(''), prices: z.array(z.strictObject({ lineId: id, kind, unitFen: fen.min(1), days: whole.min(0).max(180) })).max(300) }), gives: done,
  refuses: ['suppliers.inquiry-over', 'suppliers.kind-not-asked', 'suppliers.answer-missing'],
})
export const chooseQuotes = route({
  does: 'Choose among the quotes of an inquiry', method: 'POST', path: '/supplier-inquiries/:inquiryId/choice', needs: may.choose, ...inquiry,
  body: z.strictObject({ version, words: text(300).default(''), choices: z.array(z.strictObject({ lineId: id, kind, supplierId: id })).max(300) }), gives: done,
  refuses: ['suppliers.inquiry-over', 'suppliers.nothing-chosen', 'suppliers.chosen-twice', 'suppliers.not-quoted', 'suppliers.only-one-answered', 'suppliers.dearer-says-why'],
})
export const dropInquiry = route({
  does: 'Drop an inquiry', method: 'POST', path: '/supplier-inquiries/:inquiryId/drop', needs: may.inquire, ...inquiry, body: z.strictObject({ version, reason }), gives: done, refuses: ['suppliers.inquiry-over'],
})
export const listSourcePrices = route({
  does: 'See at what price a part was last sourced, by kind of repair', method: 'GET', path: '/source-prices', needs: may.seeInquiries, query: z.strictObject({ partNumber: filledText(60) }), gives: z.object({ rows: z.array(sourcePrice) }),
})
