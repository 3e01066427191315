import { examplesOf, from } from '../../platform/example.ts'
import * as contract from './contract.ts'

export const qualificationExamples = examplesOf(contract, {
  recordCertificate: { body: { personId: from('GET /staff', '$.rows[0].id', { query: { position: 'TEC' } }), kind: 'paint', number: 'EX-PA-0001', validFrom: '2026-01-01', validUntil: '2099-12-31' } },
  endCertificate: { params: { certificateId: from('POST /certificates', '$.id') }, body: { version: 1, reason: '登记错人' } },
})
