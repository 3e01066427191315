import { examplesOf } from '../../platform/example.ts'
import * as contract from './contract.ts'

export const invoicingExamples = examplesOf(contract, {
  listInvoices: { query: { limit: 20 } },
  listToInvoice: { query: { day: '2026-11-23' } },
  listMonthly: { query: { limit: 20 } },
})
