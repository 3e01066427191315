import { examplesOf, from } from '../../platform/example.ts'
import * as contract from './contract.ts'

export const technicalDocumentExamples = examplesOf(contract, {
  listDocuments: { query: { limit: 20 } },
  documentsOfOrder: { params: { orderId: from('GET /workshop', '$.rows[0].orderId') } },
  addDocument: { body: { title: '轮毂螺母扭矩表', kind: 'torque', modelId: null, codeBegins: 'CH-', note: '前轮 180–220 N·m，更换新螺母' } },
  addDocumentFile: { query: { title: '制动系统排气', kind: 'manual', codeBegins: 'BR-' }, file: { encoding: 'utf-8', content: '%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n' } },
  openDocumentFile: { params: { documentId: from('POST /technical-documents/file', '$.id') } },
  sayRead: { params: { documentId: from('POST /technical-documents', '$.id') }, body: {} },
  withdrawDocument: { params: { documentId: from('POST /technical-documents', '$.id') }, body: { version: 1, reason: '已有新版' } },
})
