import { examplesOf } from '../../platform/example.ts'
import * as contract from './contract.ts'

export const careExamples = examplesOf(contract, {
  listComplaints: { query: { group: 'open', limit: 20 } },
  openComplaint: { body: { plate: '沪A·D90003', customerName: '陈晨', kind: 'time', words: '等了两个小时没有人说明' } },
  listBulletins: { query: { limit: 20 } },
  draftBulletin: { query: { kind: 'service' } },
  issueBulletin: { body: { kind: 'complaints', words: '接车时先说明等候时间' } },
})
