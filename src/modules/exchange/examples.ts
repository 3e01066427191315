import { examplesOf, from } from '../../platform/example.ts'
import * as contract from './contract.ts'

const received = { importId: from('POST /imports', '$.id') }
const discarded = from('POST /imports', '$.id', { query: { fileName: '客户-2.csv' } })

export const exchangeExamples = examplesOf(contract, {
  receiveFile: { query: { kind: 'customers', fileName: '客户.csv' }, file: { encoding: 'utf-8', content: [['姓名', '手机'], ['示例甲', '19900020001'], ['示例乙', '199']].map((row) => row.join(',')).join('\n') } },
  listImports: { query: { limit: 20 } },
  seeImport: { params: received, by: 'stm' },
  listFindings: { params: received, by: 'stm' },
  runImport: { params: received, body: { version: from('GET /imports', "$.rows[?@.fileName=='客户.csv' && @.state=='ready'].version") } },
  discardImport: { params: { importId: discarded }, body: { version: from('GET /imports', "$.rows[?@.fileName=='客户-2.csv' && @.state=='ready'].version") } },
  badRows: { params: received, by: 'stm' },
  template: { params: { kind: 'parts' } },
  exportList: { body: { kind: 'parts', format: 'xlsx' } },
  exportedFile: { params: { exportId: from('POST /exports', '$.id') } },
})
