import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { day, done, filledText, id, moment, pageOf, pageQuery, pdf, positiveFen, printQuery, text, thousandths, version } from '../../platform/shapes.ts'
import { normalPartNumber, whyNotPartNumber } from '../catalogue/domain/part-number.ts'
import { claimStatuses, remedies } from './domain/claim.ts'
import { causes, openStatuses, returnStatuses } from './domain/return.ts'
import { supplierReturnPermissions as may } from './permissions.ts'

const whole = z.number().int()
/** Null for who may not see the cost of stock. */
const cost = whole.nullable()
const reason = filledText(300)
const partNumber = z.string().max(60).transform(normalPartNumber).refine((number) => whyNotPartNumber(number) === null)

const returnRow = z.object({
  id, number: z.string(), status: z.enum(returnStatuses), supplierId: id, supplierName: z.string(), about: z.string(), askedAt: moment, askedByName: z.string(), lines: whole,
  /** Days since it was applied for, while the supplier has not credited it. */ days: whole.nullable(), overdue: z.boolean(), slipTaken: z.boolean(), /** Cost of the lots: expected, then as they left. */ costFen: cost, creditFen: cost, version,
})
export type ReturnRow = z.output<typeof returnRow>
const returnLine = z.object({
  id, partId: id, partNumber: z.string(), nameZh: z.string(), nameEn: z.string(), unit: z.string(), bin: z.string(), thousandths: whole, cause: z.enum(causes), costFen: cost, creditFen: cost,
})
export type ReturnLine = z.output<typeof returnLine>
const returnView = returnRow.extend({
  agreedAt: moment.nullable(), agreedByName: z.string().nullable(), agreedWith: z.string().nullable(), agreedWords: z.string().nullable(), sentAt: moment.nullable(), sentByName: z.string().nullable(), waybill: z.string(), document: z.string().nullable(),
  slipAt: moment.nullable(), slipByName: z.string().nullable(), arrivedAt: moment.nullable(), arrivedByName: z.string().nullable(), arrivedWith: z.string().nullable(), statementId: id.nullable(), statementNumber: z.string().nullable(), creditedFen: cost,
  counterDocument: z.string().nullable(), words: z.string(), rows: z.array(returnLine),
})
export type ReturnView = z.output<typeof returnView>

export const returnGroups = ['open', 'slip', 'all'] as const
export const listReturns = route({
  does: 'List returns to suppliers, newest first', method: 'GET', path: '/supplier-returns', needs: may.see, query: z.strictObject({ ...pageQuery, group: z.enum(returnGroups).default('open'), find: text(40).default('') }), gives: pageOf(returnRow),
})
const age = z.object({ from: whole, until: whole.nullable(), returns: whole, fen: cost, byStatus: z.array(z.object({ status: z.enum(openStatuses), returns: whole })) })
export const seeAges = route({
  does: 'See how old the open returns to suppliers are', method: 'GET', path: '/supplier-returns/ages', needs: may.see, gives: z.object({ overdueDays: whole, overdue: whole, ages: z.array(age) }),
})
const one = { params: z.strictObject({ returnId: id }) }
export const seeReturn = route({ does: 'See a return to a supplier', method: 'GET', path: '/supplier-returns/:returnId', needs: may.see, ...one, gives: returnView })
export const askReturn = route({
  does: 'Apply for a return to a supplier', method: 'POST', path: '/supplier-returns', needs: may.ask,
  body: z.strictObject({ supplierId: id, /** Plate or repair order. */ about: text(100).default(''), lines: z.array(z.strictObject({ partId: id, placeId: id, /** Null: the oldest first. */ lotId: id.nullable(), thousandths, cause: z.enum(causes) })).min(1).max(200) }),
  gives: z.object({ id, number: z.string(), version }),
  refuses: ['suppliers.supplier-not-in-use', 'supplier-returns.unfitted-names-car', 'stock-health.line-twice', 'stock.scrap-more-than-here', 'stock.reserved-elsewhere', 'stock.not-enough'],
})
export const agreeReturn = route({
  does: 'Record what a supplier agreed to by phone', method: 'POST', path: '/supplier-returns/:returnId/agreement', needs: may.agree, ...one,
  body: z.strictObject({ version, agreedWith: filledText(60), words: reason, lines: z.array(z.strictObject({ lineId: id, /** Net of VAT. */ creditFen: positiveFen })).min(1).max(200) }), gives: done,
  refuses: ['supplier-returns.not-to-agree', 'supplier-returns.credit-missing'],
})
export const sendReturn = route({
  does: 'Send the goods of a return back', method: 'POST', path: '/supplier-returns/:returnId/sending', needs: may.send, ...one, body: z.strictObject({ version, waybill: text(60).default('') }), gives: z.object({ version, document: z.string() }),
  refuses: ['supplier-returns.not-agreed', 'stock.scrap-more-than-here', 'stock.reserved-elsewhere', 'stock.not-enough'],
})
export const takeSlip = route({
  does: 'Take the slip of a return for finance', method: 'POST', path: '/supplier-returns/:returnId/slip', needs: may.takeSlip, ...one, body: z.strictObject({ version }), gives: done, refuses: ['supplier-returns.slip-taken', 'supplier-returns.not-sent'],
})
export const confirmArrival = route({
  does: 'Record that a supplier has the goods', method: 'POST', path: '/supplier-returns/:returnId/arrival', needs: may.agree, ...one, body: z.strictObject({ version, arrivedWith: filledText(60) }), gives: done,
  refuses: ['supplier-returns.arrived-already', 'supplier-returns.not-sent'],
})
const withReason = { ...one, body: z.strictObject({ version, reason }), gives: done }
export const withdrawReturn = route({ does: 'Withdraw a return that was not sent', method: 'POST', path: '/supplier-returns/:returnId/withdrawal', needs: may.ask, ...withReason, refuses: ['supplier-returns.sent-already'] })
export const reverseReturn = route({
  does: 'Reverse a return before it is credited', method: 'POST', path: '/supplier-returns/:returnId/reversal', needs: may.reverse, ...withReason,
  refuses: ['supplier-returns.credited-already', 'supplier-returns.nothing-to-reverse', 'stock.already-taken-back'],
})
export const printReturn = route({ does: 'Print the slip of a return to a supplier', method: 'GET', path: '/supplier-returns/:returnId/slip.pdf', needs: may.see, ...one, query: printQuery, gives: pdf })

const claimRow = z.object({
  id, number: z.string(), status: z.enum(claimStatuses), supplierId: id, supplierName: z.string(), partNumber: z.string(), thousandths: whole, /** Net of VAT. */ claimedFen: whole, fault: z.string(), dueDay: day, overdue: z.boolean(), openedAt: moment, openedByName: z.string(), version,
})
export type ClaimRow = z.output<typeof claimRow>
const claimView = claimRow.extend({
  basis: z.enum(['job', 'receipt']), basisId: id, basisNumber: z.string(), answeredAt: moment.nullable(), answeredByName: z.string().nullable(), answeredWith: z.string().nullable(), answerWords: z.string().nullable(), remedy: z.enum(remedies).nullable(),
  grantedFen: whole.nullable(), statementId: id.nullable(), statementNumber: z.string().nullable(), closedAt: moment.nullable(), closedByName: z.string().nullable(), words: z.string(),
})
export type ClaimView = z.output<typeof claimView>

export const claimGroups = ['open', 'all'] as const
export const listClaims = route({
  does: 'List quality claims on suppliers, newest first', method: 'GET', path: '/supplier-claims', needs: may.see, query: z.strictObject({ ...pageQuery, group: z.enum(claimGroups).default('open'), find: text(40).default('') }), gives: pageOf(claimRow),
})
const figure = z.object({ supplierId: id, supplierName: z.string(), claims: whole, open: whole, overdue: whole, accepted: whole, refused: whole, claimedFen: whole, grantedFen: whole })
export type ClaimFigure = z.output<typeof figure>
export const seeClaimFigures = route({
  does: 'See the quality claims of a year by supplier', method: 'GET', path: '/supplier-claims/figures', needs: may.see, gives: z.object({ since: day, rows: z.array(figure) }),
})
const claim = { params: z.strictObject({ claimId: id }) }
export const seeClaim = route({ does: 'See a quality claim', method: 'GET', path: '/supplier-claims/:claimId', needs: may.see, ...claim, gives: claimView })
export const openClaim = route({
  does: 'Open a quality claim on a supplier', method: 'POST', path: '/supplier-claims', needs: may.claim,
  body: z.strictObject({ supplierId: id, partNumber, thousandths, claimedFen: positiveFen.min(1), basis: z.enum(['job', 'receipt']), /** Number of the repair order or of the receipt. */ basisNumber: filledText(40), fault: reason, dueDay: day }),
  gives: z.object({ id, number: z.string(), version }), refuses: ['suppliers.supplier-not-in-use', 'supplier-returns.due-in-past', 'supplier-returns.no-such-paper', 'supplier-returns.part-not-on-paper'],
})
export const answerClaim = route({
  does: 'Record how a supplier answers a claim', method: 'POST', path: '/supplier-claims/:claimId/answer', needs: may.claim, ...claim,
  body: z.strictObject({ version, answeredWith: filledText(60), words: reason, /** Null: he refuses. */ remedy: z.enum(remedies).nullable(), grantedFen: positiveFen.default(0) }), gives: done,
  refuses: ['supplier-returns.claim-not-open', 'supplier-returns.granted-missing', 'supplier-returns.granted-too-much'],
})
export const closeClaim = route({
  does: 'Close a quality claim', method: 'POST', path: '/supplier-claims/:claimId/closing', needs: may.close, ...claim, body: z.strictObject({ version, words: reason }), gives: done, refuses: ['supplier-returns.claim-not-answered', 'supplier-returns.claim-not-credited'],
})
export const reopenClaim = route({
  does: 'Open an answered quality claim again', method: 'POST', path: '/supplier-claims/:claimId/reopening', needs: may.close, ...claim, body: z.strictObject({ version, reason, dueDay: day }), gives: done,
  refuses: ['supplier-returns.claim-not-answered', 'supplier-returns.credited-already', 'supplier-returns.due-in-past'],
})
export const withdrawClaim = route({
  does: 'Withdraw a quality claim', method: 'POST', path: '/supplier-claims/:claimId/withdrawal', needs: may.claim, ...claim, body: z.strictObject({ version, reason }), gives: done, refuses: ['supplier-returns.claim-not-open'],
})
