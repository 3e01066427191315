import { call, examplesOf, from, own, today } from '../../platform/example.ts'
import * as contract from './contract.ts'
import { presetRule } from './domain/rule.ts'

// Two claims of the parts supervisor: one is signed, approved, settled with an IOU and reversed; another is sent back, put right, sent back again and withdrawn.
const one = { claimId: from('POST /expenses', '$.id') }
const another = { claimId: from('POST /expenses', '$.id', { body: { purpose: '打印纸', iouId: null } }) }
const withdrawn = { claimId: from('POST /expenses', '$.id', { body: { purpose: '快递费', iouId: null } }) }
const same = { claimId: own('claimId') }
type Calls = readonly ReturnType<typeof call>[]
const seen = (after: Calls) => from('GET /expenses/:claimId', '$.version', { by: 'pts', params: same, after })
/** What waits for this person, as it was asked for: nobody has decided on it, so it is its first version. */
const decide = (way: 'approve' | 'refuse', claim: typeof one, by: string, after: Calls = []) =>
  call(`POST /approvals/:requestId/${way}`, { by, params: { requestId: from('GET /expenses/:claimId', '$.request.id', { by, params: claim, after }) }, body: { version: 1, reason: '请附发票' }, after: [] })
const approved = decide('approve', one, 'fin', [decide('approve', one, 'stm')])
const person = (login: string) => from('GET /session', '$.personId', { by: login })

export const expenseExamples = examplesOf(contract, {
  listClaims: { query: { group: 'all', limit: 20 } },
  claimsFile: { query: { group: 'all', language: 'zh-CN' } },
  keepRule: { body: { version: from('GET /expenses/rule', '$.version'), mostOpen: 5, kinds: [...presetRule.kinds, { code: 'parking', zh: '停车费', en: 'Parking', active: true, account: '660203' }], reason: '提货多' } },
  seeClaim: { params: one, by: 'pts' },
  claimExpense: { by: 'pts', body: { kind: 'pick-up', amountFen: 12_000, spentOn: today(), purpose: '物流提货代收款', iouId: from('POST /ious', '$.id') } },
  claimAgain: { params: another, by: 'pts', body: { version: seen([decide('refuse', another, 'stm')]), kind: 'office', amountFen: 4_500, spentOn: today(), purpose: '打印纸，附发票', iouId: null } },
  withdrawClaim: { params: withdrawn, by: 'pts', body: { version: seen([decide('refuse', withdrawn, 'stm')]), reason: '供应商已补寄' } },
  settleClaim: { params: one, by: 'csh', body: { version: seen([approved]) } },
  reverseClaim: { params: one, by: 'fin', body: { version: seen([call('POST /expenses/:claimId/settlement', { params: same })]), reason: '票据抬头错' } },
  listIous: { query: { group: 'all', limit: 20 } },
  listShipments: { by: 'csh' },
  drawIou: { by: 'csh', body: { personId: person('pts'), kind: 'pick-up', amountFen: 10_000, purpose: '代收款提货' } },
  printIou: { by: 'csh', params: { iouId: from('POST /ious', '$.id') } },
  returnIou: { by: 'csh', params: { iouId: from('POST /ious', '$.id', { body: { personId: person('whk'), purpose: '没有用上' } }) }, body: { version: 1, words: '货没到' } },
})
