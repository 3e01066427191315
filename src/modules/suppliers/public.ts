/**
 * What other modules' server code may call. Announces: supplier-statement.begun, .entered, .matched, .taken-up, .line-settled, .closed, .reopened, .discarded, .payment-asked, .payment-signed, .payment-sent-back,
 * .payment-called-off, .paid, .payment-taken-back; supplier-inquiry.asked, .answered, .decided, .dropped.
 */
export { importStatementLines, judgeStatementLines } from './actions/import-lines.ts'
export { answerInquiry, askInquiry, seeInquiry } from './actions/inquiries.ts'
export { paySupplier, requestPayment, supplierRequests } from './actions/payments.ts'
export { seeStatement } from './actions/read-statements.ts'
export { beginStatement, closeStatement, enterLines, takeUp } from './actions/statements.ts'
export { supplierInvariants } from './data/invariants.ts'
export { sourcePricesOf } from './data/inquiries.ts'
export { agreedOn, lockAgreedOn } from './data/statements.ts'
export { supplierProofs } from './data/proofs.ts'
