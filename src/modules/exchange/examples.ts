import { examplesOf } from '../../platform/example.ts'
import * as contract from './contract.ts'

export const exchangeExamples = examplesOf(contract, {
  listImports: { query: { limit: 20 } },
  template: { params: { kind: 'parts' } },
  exportList: { body: { kind: 'parts', format: 'xlsx' } },
})
