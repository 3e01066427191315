import { examplesOf } from '../../platform/example.ts'
import * as contract from './contract.ts'

export const technicalDocumentExamples = examplesOf(contract, {
  listDocuments: { query: { limit: 20 } },
  addDocument: { body: { title: '轮毂螺母扭矩表', kind: 'torque', modelId: null, codeBegins: 'CH-', note: '前轮 180–220 N·m，更换新螺母' } },
})
