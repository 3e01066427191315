import { examplesOf } from '../../platform/example.ts'
import * as contract from './contract.ts'

export const purchasingExamples = examplesOf(contract, {
  listRequests: { query: { group: 'open', limit: 20 } },
})
