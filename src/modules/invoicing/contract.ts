import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { day, fen, file, filledText, id, moment, pageOf, pageQuery, pdf, printQuery, text } from '../../platform/shapes.ts'
import { moneyRefusals, moneyTaken } from '../settlement/contract.ts'
import { invoicingPermissions } from './permissions.ts'

export const invoiceRow = z.object({
  id, statementId: id, number: z.string(), redOf: id.nullable(), title: z.string(), taxNumber: z.string(), totalFen: fen, netFen: fen, taxFen: fen, day, at: moment, personName: z.string(), reason: z.string(),
  statementNumber: z.string(), orderId: id, plate: z.string(), /** Of the red invoice that took it back. */ redNumber: z.string().nullable(),
})
export type InvoiceRow = z.output<typeof invoiceRow>

export const listInvoices = route({
  does: 'List invoices, newest first, or find them by number, statement, plate or title', method: 'GET', path: '/invoices', needs: invoicingPermissions.see,
  query: z.strictObject({ ...pageQuery, find: text(60).optional() }), gives: pageOf(invoiceRow),
})

const billRow = z.object({ id, number: z.string(), payer: z.string(), payerName: z.string(), plate: z.string(), day, totalFen: fen })
export type BillRow = z.output<typeof billRow>

export const listToInvoice = route({
  does: 'List statements of the last year that wait for an invoice, newest first, or find them whenever they were made', method: 'GET', path: '/invoices-waiting', needs: invoicingPermissions.see,
  query: z.strictObject({ ...pageQuery, day: day.optional(), /** Number of the statement, tail of the plate or of the order's number, first letters of who pays. */ find: text(60).optional() }), gives: pageOf(billRow),
})

export const recordInvoice = route({
  does: 'Record the invoice of a statement with the number the tax system gave it', method: 'POST', path: '/invoices', needs: invoicingPermissions.invoice,
  body: z.strictObject({ statementId: id, number: z.string().trim().regex(/^[0-9A-Za-z-]{6,30}$/), title: filledText(100), taxNumber: z.string().trim().regex(/^([0-9A-Z]{15,20})?$/).default('') }), gives: z.object({ id }),
  refuses: ['invoicing.statement-reversed', 'invoicing.nothing-to-invoice', 'invoicing.own-cost', 'invoicing.invoiced-already', 'invoicing.number-taken'],
})

export const recordRed = route({
  does: 'Record the red invoice that takes a blue one back', method: 'POST', path: '/invoices/:invoiceId/red', needs: invoicingPermissions.red, params: z.strictObject({ invoiceId: id }),
  body: z.strictObject({ number: z.string().trim().regex(/^[0-9A-Za-z-]{6,30}$/), reason: filledText(300) }), gives: z.object({ id }), refuses: ['invoicing.taken-back-already', 'invoicing.number-taken'],
})

const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/)
const openBill = z.object({ statementId: id, number: z.string(), orderNumber: z.string(), plate: z.string(), day, creditDueOn: day, totalFen: fen, dueFen: fen })

export const seeOpenBills = route({
  does: 'See what a customer owes on credit for a month', method: 'GET', path: '/monthly-statements-open', needs: invoicingPermissions.see,
  query: z.strictObject({ customerId: id, month }), gives: z.object({ rows: z.array(openBill), dueFen: fen }),
})

const monthlyRow = z.object({ id, number: z.string(), customerId: id, customerName: z.string(), month: z.string(), dueFen: fen, at: moment, day, personName: z.string() })
export type MonthlyRow = z.output<typeof monthlyRow>

export const listMonthly = route({
  does: 'List monthly statements, newest first', method: 'GET', path: '/monthly-statements', needs: invoicingPermissions.see, query: z.strictObject(pageQuery),
  gives: pageOf(monthlyRow.extend({ openFen: fen })),
})
const monthly = { params: z.strictObject({ monthlyId: id }) }
const monthlyView = monthlyRow.extend({ bills: z.array(openBill.extend({ issuedDueFen: fen })), openFen: fen })
export type MonthlyView = z.output<typeof monthlyView>
export const seeMonthly = route({
  does: 'See a monthly statement with its bills as they stand', method: 'GET', path: '/monthly-statements/:monthlyId', needs: invoicingPermissions.see, ...monthly, gives: monthlyView,
})
export const issueMonthly = route({
  does: 'Issue one paper over what a customer owes for the cars of a month', method: 'POST', path: '/monthly-statements', needs: invoicingPermissions.issueMonthly,
  body: z.strictObject({ customerId: id, month }), gives: z.object({ id, number: z.string() }), refuses: ['invoicing.nothing-owed'],
})
export const printMonthly = route({
  does: 'Print a monthly statement as it was issued', method: 'GET', path: '/monthly-statements/:monthlyId/statement.pdf', needs: invoicingPermissions.see, ...monthly, query: printQuery, gives: pdf,
})
export const collectMonthly = route({
  does: 'Take one payment for a monthly statement: the first due first', method: 'POST', path: '/monthly-statements/:monthlyId/payments', needs: invoicingPermissions.issueMonthly, ...monthly,
  body: z.strictObject(moneyTaken), gives: z.object({ receipts: z.array(z.string()) }),
  refuses: ['invoicing.more-than-due', 'settlement.reversed', ...moneyRefusals],
})

export const journalFile = route({
  does: 'Save the journal of a period as a workbook, debit and credit by account', method: 'GET', path: '/journal/file', needs: invoicingPermissions.journal,
  query: z.strictObject({ from: day, to: day, language: z.enum(['zh-CN', 'en']).default('zh-CN') }), gives: file, refuses: ['invoicing.period-too-long', 'invoicing.period-backwards'],
})
