import { examplesOf } from '../../platform/example.ts'
import * as contract from './contract.ts'

export const organisationExamples = examplesOf(contract, {
  listStaff: { query: { position: 'SAD' } },
  listAccounts: { query: { state: 'working' } },
  setLimit: { body: { position: 'SAD', kind: 'discount', mostFen: 8_000, version: 0, reason: '本月促销结束' } },
  seeCalendar: { query: { year: 2026 } },
})
