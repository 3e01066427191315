/** What other modules' server code may call. Announces: statement.made, statement.paid, statement.refunded, statement.reversed, statement.reallocated, statement.till-opened, statement.till-closed, statement.deposit-taken, statement.deposit-refunded. */
export { settlementInvariants } from './data/invariants.ts'
export { deliverCar, registerCertificates } from './actions/deliver-car.ts'
export { takeDeposit } from './actions/deposits.ts'
export { refundPayment, takePayment } from './actions/payments.ts'
export { closeTill, openTill, seeTill } from './actions/tills.ts'
export { registerInvoices, reverseStatement, settleOrder } from './actions/settle-order.ts'
export { reallocateClaim } from './actions/reallocate.ts'
/** Money for what the parts counter sells. */
export { refundSale, takeSalePayment, useSaleDeposit } from './actions/sale-payments.ts'
export { registerCashOutside, type CashOutside } from './actions/cash-outside-port.ts'
/** Cash of the drawer that is no customer's: advances and expenses. */
export { moveCash } from './actions/till-movements.ts'
export { movedFrom } from './data/supplements.ts'
export { asShown, paymentsOf, paymentsOfSale } from './data/payments.ts'
export { lockStatement, statementsOfOrder } from './data/statements.ts'
/** What customers owed before the store began here: a ledger by document number. Announces receivable.imported. */
export { importReceivables, judgeReceivables } from './actions/import-receivables.ts'
export { countOpeningReceivables, listOpeningReceivables, type OpeningReceivable } from './data/opening-receivables.ts'
/** Written histories (the demo store). */
export { fillSettled, type FilledSettled } from './data/fill-settled.ts'
export { settlementProofs } from './data/proofs.ts'
/** What the inbox of approvals carries out. */
export { settlementRequests } from './actions/asked.ts'
export { setCreditAccount } from './actions/credit.ts'
export { settlementPersonal } from './data/personal.ts'
