import { examplesOf } from '../../platform/example.ts'
import * as contract from './contract.ts'

export const attendanceExamples = examplesOf(contract, {
  seeDay: { query: { day: '2026-11-23' } },
  seeMonth: { query: { month: '2026-11' } },
})
