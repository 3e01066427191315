import { examplesOf, from } from '../../platform/example.ts'
import * as contract from './contract.ts'

const opened = { complaintId: from('POST /complaints', '$.id') }

export const careExamples = examplesOf(contract, {
  recordContact: {
    params: { orderId: from('GET /follow-ups', '$.rows[0].orderId') },
    body: { result: 'reached', scores: { reception: 5, quality: 5, price: 4, time: 4, cleanliness: 5 }, satisfied: true, words: '服务周到' },
  },
  listComplaints: { query: { group: 'open', limit: 20 } },
  openComplaint: { body: { plate: '沪A·D90003', customerName: '陈晨', kind: 'time', words: '等了两个小时没有人说明' } },
  answerComplaint: { params: opened, body: { version: from('POST /complaints', '$.version'), answer: '已致歉，并说明了配件到货时间' } },
  closeComplaint: { params: opened, by: 'ccc', body: { version: from('POST /complaints/:complaintId/answer', '$.version'), content: true, words: '客户接受' } },
  listBulletins: { query: { limit: 20 } },
  draftBulletin: { query: { kind: 'service' } },
  issueBulletin: { body: { kind: 'complaints', words: '接车时先说明等候时间' } },
  readBulletin: { params: { bulletinId: from('POST /bulletins', '$.id') }, body: {} },
})
