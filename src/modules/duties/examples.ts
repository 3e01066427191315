import { examplesOf } from '../../platform/example.ts'
import * as contract from './contract.ts'

export const dutyExamples = examplesOf(contract, {
  reportEvent: { body: { event: 'notice.received', subject: '技术通报', happenedAt: '2026-11-24T02:00:00Z' } },
})
