import { call, examplesOf, from, thisMonth, today } from '../../platform/example.ts'
import * as contract from './contract.ts'

const lately = { from: today(-30), to: today() }
/** A car that was settled for its owner, and its invoice. */
const statementId = from('POST /settlements/:orderId', '$.statements[0].id', { params: { orderId: from('POST /repair-orders', '$.id', { body: { plate: '沪A·D90084' } }) } })
/** The owner who may owe, and who does since credit was granted on his bill. */
const debtor = from('GET /credit-accounts', '$.rows[?@.usedFen>0].customerId', { after: [call('POST /statements/:statementId/credit')] })
const monthly = (name: string) => from('POST /monthly-statements', `$.${name}`)

export const invoicingExamples = examplesOf(contract, {
  listInvoices: { query: { limit: 20 } },
  listToInvoice: { query: { limit: 20 } },
  recordInvoice: { body: { statementId, number: '26312000000000000001', title: '李晨' } },
  recordRed: { params: { invoiceId: from('POST /invoices', '$.id') }, body: { number: '26312000000000000002', reason: '抬头有误' } },
  seeOpenBills: { query: { customerId: from('GET /credit-accounts', '$.rows[0].customerId'), month: thisMonth() } },
  listMonthly: { query: { limit: 20 } },
  seeMonthly: { params: { monthlyId: monthly('id') } },
  issueMonthly: { body: { customerId: debtor, month: thisMonth() } },
  printMonthly: { params: { monthlyId: monthly('id') } },
  collectMonthly: { params: { monthlyId: monthly('id') }, body: { way: 'transfer', amountFen: 1_000, reference: 'HK00001235' } },
  journalFile: { query: lately },
})
