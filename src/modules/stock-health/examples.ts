import { call, examplesOf, from, own, thisMonth, today } from '../../platform/example.ts'
import * as contract from './contract.ts'

// One application is sent back and put right, signed by three, and reversed by two; another is sent back and withdrawn. Both take a little of a part of which the demo store has much.
const part = from('GET /stock', '$.rows[0].partId', { query: { find: 'OIL-5W30' } })
const place = from('GET /stock/:partId', "$.lots[?@.kind=='bin'].placeId", { params: { partId: part } })
const goods = (thousandths: number) => ({ lines: [{ partId: part, placeId: place, lotId: null, thousandths, cause: 'damaged' as const }] })
const one = { scrapId: from('POST /scraps', '$.id') }
const another = { scrapId: from('POST /scraps', '$.id', { body: { reason: '包装破损' } }) }
const same = { scrapId: own('scrapId') }
type Calls = readonly ReturnType<typeof call>[]
const seen = (after: Calls) => from('GET /scraps/:scrapId', '$.version', { params: same, after })
/** What waits for this person, as it was asked for: nobody has decided on it, so it is its first version. */
const decide = (way: 'approve' | 'refuse', scrap: typeof one, by: string, after: Calls = []) =>
  call(`POST /approvals/:requestId/${way}`, { by, params: { requestId: from('GET /scraps/:scrapId', '$.request.id', { by, params: scrap, after }) }, body: { version: 1, reason: '请附照片' }, after: [] })
const checked = decide('approve', one, 'stm', [call('POST /scraps/:scrapId/again')])
const approved = decide('approve', one, 'fin', [checked])
const signed = decide('approve', one, 'gm', [approved])

export const stockHealthExamples = examplesOf(contract, {
  listBelowStandard: { query: { make: '云岭', limit: 20 } },
  listShort: { query: { month: thisMonth(), limit: 20 } },
  listAged: { query: { age: '0', limit: 20 } },
  listClassed: { query: { valueClass: 'C', variationClass: 'Z', limit: 20 } },
  healthFile: { query: { of: 'turnover', language: 'zh-CN' } },
  listReviews: { query: { figure: 'turnover' } },
  addReview: { body: { figure: 'turnover', words: '周转偏慢，下月少订机油' } },
  listDead: { query: { limit: 20 } },
  keepDeadRule: { body: { months: 9, minimumFen: 10_000, reason: '厂家政策调整', version: from('GET /dead-stock/rule', '$.version') } },
  addException: { body: { partId: part, reason: '安全库存' } },
  endException: { params: { exceptionId: from('POST /dead-stock/exceptions', '$.id') }, body: {} },
  seePromotion: { params: { promotionId: from('POST /promotions', '$.id') } },
  planPromotion: { body: { name: '机油季', fromDay: today(), untilDay: today(30), responsibleId: from('GET /promotions/people', '$.rows[0].id'), parts: [{ partId: part, priceFen: 9_900_000 }] } },
  endPromotion: { params: { promotionId: from('POST /promotions', '$.id') }, body: { version: from('GET /promotions/:promotionId', '$.version', { params: { promotionId: own('promotionId') } }), reason: '厂家调价' } },
  listScraps: { query: { group: 'open', limit: 20 } },
  seeScrap: { params: one },
  askScrap: { body: { reason: '漏油', ...goods(100) } },
  askScrapAgain: { params: one, body: { version: seen([decide('refuse', one, 'stm')]), reason: '漏油，附照片', ...goods(200) } },
  withdrawScrap: { params: another, body: { version: seen([decide('refuse', another, 'stm')]), reason: '供应商同意退货' } },
  askReversal: { params: one, body: { version: seen([signed]), reason: '找到买家' } },
  printScrap: { params: one },
})
