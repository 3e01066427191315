import { examplesOf, from } from '../../platform/example.ts'
import * as contract from './contract.ts'

export const paperExamples = examplesOf(contract, {
  listPapers: { query: { limit: 20 } },
  openPaperFile: { params: { paperId: from('GET /papers', '$.rows[0].id') } },
})
