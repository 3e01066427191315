import { examplesOf } from '../../platform/example.ts'
import * as contract from './contract.ts'

export const reportExamples = examplesOf(contract, {
  seeFigures: { query: { from: '2026-11-01', to: '2026-11-30', by: 'day' } },
  setTarget: { params: { figure: 'same-day' }, body: { version: 0, value: 7_000 } },
  listBehind: { query: { from: '2026-11-01', to: '2026-11-30', figure: 'cars', limit: 20 } },
  seeMargin: { query: { from: '2026-11-01', to: '2026-11-30', by: 'payer' } },
  seeDiscounts: { query: { from: '2026-11-01', to: '2026-11-30' } },
  listDiscounts: { query: { from: '2026-11-01', to: '2026-11-30', limit: 20 } },
  seeDaily: { query: { day: '2026-11-23' } },
  issueDaily: { body: { day: '2020-01-06', seenEdition: 0 } },
})
