import { call, examplesOf, from, own, thisMonth, today } from '../../platform/example.ts'
import * as contract from './contract.ts'

// The demo store has four drafts: one is asked for, one discarded, one is approved and withdrawn before its day, one is approved for today and reversed.
const list = (name: string) => ({ listId: from('GET /price-lists', `$.rows[?@.name=='${name}'].id`) })
const quarter = list('厂家季度价格目录')
const same = { listId: own('listId') }
type Calls = readonly ReturnType<typeof call>[]
const seen = (after: Calls = []) => from('GET /price-lists/:listId', '$.version', { params: same, after })
const ask = call('POST /price-lists/:listId/request', { params: same })
const approve = call('POST /approvals/:requestId/approve', { by: 'stm', params: { requestId: from('GET /price-lists/:listId', '$.request.id', { by: 'stm', params: same, after: [ask] }) }, body: { version: 1, reason: '' }, after: [] })

export const priceExamples = examplesOf(contract, {
  listLists: { query: { limit: 20 } },
  seeList: { params: quarter },
  listLines: { params: quarter, query: { kind: 'cap', touching: 'stock', sort: 'effect', limit: 20 } },
  seeEffect: { params: quarter, query: { kind: 'cap' } },
  listFile: { params: quarter, query: { kind: 'cap', touching: 'changed', language: 'zh-CN' } },
  prepareList: { params: quarter, by: 'ppl', body: { version: seen(), name: '厂家季度价格目录', fromDay: today(21) } },
  askForList: { params: quarter, by: 'ppl', body: { version: seen() } },
  discardList: { params: list('机油调价'), by: 'ppl', body: { version: seen(), reason: '厂家撤回通知' } },
  withdrawList: { params: list('制动件调价'), after: [approve], by: 'stm', body: { version: seen(), reason: '厂家推迟调价' } },
  reverseList: { params: list('易损件下调'), after: [approve], by: 'stm', body: { version: seen(), reason: '厂家更正' } },
  setFloor: { body: { payer: 'customer', edition: 0, percent: 500, reason: '按集团要求' } },
  listSold: { query: { month: thisMonth(), limit: 20 } },
  soldByPerson: { query: { month: thisMonth() } },
})
