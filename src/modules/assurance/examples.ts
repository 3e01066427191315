import { examplesOf, from } from '../../platform/example.ts'
import * as contract from './contract.ts'

export const assuranceExamples = examplesOf(contract, {
  seeAudit: { params: { entryId: from('GET /audit', '$.rows[0].id') } },
})
