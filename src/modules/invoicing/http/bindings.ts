import { bindDeed, bindDocument, bindFile, bindReading, type Binding } from '../../../platform/http/binding.ts'
import * as invoices from '../actions/invoices.ts'
import { journalFile } from '../actions/journal-file.ts'
import * as monthly from '../actions/monthly.ts'
import { printMonthly } from '../actions/print-monthly.ts'
import * as contract from '../contract.ts'

export const invoicingBindings: readonly Binding[] = [
  bindReading(contract.listInvoices, invoices.listInvoices),
  bindReading(contract.listToInvoice, invoices.listToInvoice),
  bindDeed(contract.recordInvoice, (deed, { body }) => invoices.recordInvoice(deed, body)),
  bindDeed(contract.recordRed, (deed, { params, body }) => invoices.recordRed(deed, { ...params, ...body })),
  bindReading(contract.seeOpenBills, monthly.seeOpenBills),
  bindReading(contract.listMonthly, monthly.listMonthly),
  bindReading(contract.seeMonthly, (reading, { params }) => monthly.seeMonthly(reading, params.monthlyId)),
  bindDeed(contract.issueMonthly, (deed, { body }) => monthly.issueMonthly(deed, body)),
  bindDeed(contract.collectMonthly, (deed, { params, body }) => monthly.collectMonthly(deed, { ...params, ...body })),
  bindFile(contract.journalFile, (reading, { query }) => journalFile(reading, query)),
  bindDocument(contract.printMonthly, (reading, { params, query }) => printMonthly(reading, params.monthlyId, query.language)),
]
