/** What other modules' server code may call. Announces: invoice.recorded, monthly-statement.issued, monthly-statement.paid. */
export { refuseInvoiced } from './actions/invoices.ts'
export { invoicingPersonal } from './data/personal.ts'
