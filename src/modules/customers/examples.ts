import { examplesOf, from, own } from '../../platform/example.ts'
import * as contract from './contract.ts'

const added = { customerId: from('POST /customers', '$.id') }
const version = from('GET /customers/:customerId', '$.version', { params: { customerId: own('customerId') } })

export const customerExamples = examplesOf(contract, {
  listCustomers: { query: { limit: 20 } },
  seeCustomer: { params: { customerId: from('GET /customers', '$.rows[0].id') } },
  addCustomer: { body: { kind: 'person', name: '示例客户', phone: '19900009999' } },
  changeCustomer: { params: added, body: { version, kind: 'person', name: '示例客户', address: '示例路 1 号', taxNumber: '', contactName: '', note: '' , active: true } },
  mergeCustomers: { params: { customerId: from('POST /customers', '$.id', { body: { name: '示例客戶', phone: '19900009996' } }) }, body: { version, intoId: from('POST /customers', '$.id'), reason: '同一人，登记了两次' } },
  recordConsent: { params: added, body: { purpose: 'marketing', granted: true, channel: 'counter' } },
  revealPhone: { params: added },
})
