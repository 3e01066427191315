import { examplesOf } from '../../platform/example.ts'
import * as contract from './contract.ts'

export const rosterExamples = examplesOf(contract, {
  seeWeek: { query: { from: '2026-11-23' } },
  listAbsences: { query: { group: 'now', limit: 20 } },
  seeGreeting: { query: { day: '2026-11-24' } },
})
