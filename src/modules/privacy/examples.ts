import { examplesOf, from } from '../../platform/example.ts'
import * as contract from './contract.ts'

/** Somebody who never brought a car: nothing stands against him. */
const passerBy = (name: string, phone: string) => from('POST /customers', '$.id', { body: { kind: 'person', name, phone } })
const demand = { demandedBy: '本人', identifiedBy: '核对身份证', reason: '客户书面要求' }

export const privacyExamples = examplesOf(contract, {
  findPeople: { query: { find: '', limit: 20 } },
  seePerson: { params: { customerId: from('GET /personal-data', '$.rows[0].id') } },
  listSeen: { query: { customerId: from('GET /personal-data', '$.rows[0].id'), limit: 20 } },
  exportPerson: { params: { customerId: from('GET /personal-data', '$.rows[0].id') }, body: demand },
  exportedPerson: { params: { exportId: from('POST /personal-data/:customerId/export', '$.id') }, query: { format: 'xlsx' } },
  demandErasure: { params: { customerId: passerBy('路过客', '19900010981') }, body: demand },
  listErasures: { query: { limit: 20 } },
  listDue: { query: { limit: 20 } },
  lookForDue: { body: {} },
  proposeErasure: { body: { customerIds: [passerBy('久未到店客', '19900010982')], reason: '超过保存年限' }, refused: 'privacy.not-due' },
  seeTerms: {},
  changeTerms: { body: { version: from('GET /personal-data/terms', '$.version'), invoiceYears: 10, repairYears: 6, quietYears: 10 } },
})
