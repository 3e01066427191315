import { call, examplesOf, from, own } from '../../platform/example.ts'
import * as contract from './contract.ts'

// One sale goes its whole way and partly back; another is short, is asked for and is cancelled; a third loses what it is short of. Accessories, consumables and loans have a slip each.
const oil = from('GET /stock', '$.rows[0].partId', { query: { find: 'OIL-5W30' } })
const sold = { slipId: from('POST /counter/sales', '$.id') }
const shortOne = (note: string) => ({ slipId: from('POST /counter/sales', '$.id', { body: { note, lines: [{ partId: from('GET /parts', '$.rows[0].id', { query: { find: 'ADBLUE-10' } }), thousandths: 90_000 }] } }) })
const onDelivery = { slipId: from('POST /counter/sales', '$.id', { body: { note: '货到付款' } }) }
const [asked, lost, prepaid] = [shortOne('缺货待采购'), shortOne('缺货不等'), shortOne('缺货先付订金')]
const unwanted = { slipId: from('POST /counter/sales', '$.id', { body: { note: '客户不要了' } }) }
const loan = { slipId: from('POST /counter/slips', '$.id', { body: { kind: 'loan', name: '郑刚', dueOn: '2099-12-31', note: '借用示例' } }) }
const same = { slipId: own('slipId') }
type Calls = readonly ReturnType<typeof call>[]
const seen = (after: Calls = []) => from('GET /counter/slips/:slipId', '$.version', { params: same, after })
const line = from('GET /counter/slips/:slipId', '$.lines[0].id', { params: same })
const picked = call('POST /counter/slips/:slipId/picking', { params: same })
const sent = call('POST /counter/slips/:slipId/hand-over', { params: onDelivery, body: { version: seen([call('POST /counter/slips/:slipId/picking', { params: onDelivery })]), cod: true } })
const gone = { slipId: from('POST /counter/sales', '$.id', { body: { note: '代收货款收不回' } }) }
const leftWith = call('POST /counter/slips/:slipId/hand-over', { params: gone, body: { version: seen([call('POST /counter/slips/:slipId/picking', { params: gone })]), cod: true } })
const askedOff = from('POST /counter/slips/:slipId/write-off', '$.id', { params: gone })
const writtenOff = call('POST /approvals/:requestId/approve', { params: { requestId: askedOff }, body: { version: 1 }, by: 'fin' })
const paid = call('POST /counter/slips/:slipId/payments', { params: sold })
const back = call('POST /counter/slips/:slipId/return', { params: sold })

export const counterExamples = examplesOf(contract, {
  listSlips: { query: { kind: 'sale', group: 'all', limit: 20 } },
  seeSlip: { params: sold },
  seePrice: { params: { partId: oil } },
  openSale: { body: { name: '李晨', phone: '19900010009', note: '自带容器', lines: [{ partId: oil, thousandths: 2_000 }] } },
  openSlip: { body: { kind: 'consumable', name: '郑刚', lines: [{ partId: oil, thousandths: 100 }] } },
  pickSlip: { params: sold, body: { version: seen(), lines: [{ lineId: line, scannedLotId: null }] } },
  cancelSlip: { params: unwanted, body: { version: seen(), reason: '客户改日再来' } },
  askPriceAgain: { params: lost, body: { version: seen(), reason: '老客户，外包装破损' }, refused: 'counter.price-stands' },
  askForSlip: { params: asked, body: { version: seen(), lineId: line, thousandths: 10_000, urgency: 'waiting' } },
  loseSale: { params: lost, body: { version: seen(), lineId: line, cause: 'not-in-stock', words: '客户到别家买' } },
  takeMoney: { params: sold, body: { version: seen([picked]), way: 'wechat', amountFen: from('GET /counter/slips/:slipId', '$.dueFen', { params: same, after: [picked] }), reference: 'WX20260001' } },
  takeDeposit: { params: prepaid, body: { version: seen(), way: 'wechat', amountFen: 1_000, reference: 'WX20260002' } },
  handOver: { params: sold, body: { version: seen([paid]), way: 'carrier', carrier: '顺丰', waybill: 'SF100200300', address: '滨江市梧桐大道 1 号' } },
  handIn: { params: onDelivery, body: { version: seen([sent]), way: 'cash', amountFen: 100, reason: '客户零钱不足' } },
  askWriteOff: { params: gone, body: { version: seen([leftWith]), reason: '物流公司已注销，无法追回' } },
  takeBackWriteOff: { params: gone, body: { version: seen([writtenOff]), reason: '物流公司补交货款' }, by: 'fin' },
  bringBack: { params: sold, body: { version: seen([call('POST /counter/slips/:slipId/hand-over', { params: sold })]), lines: [{ lineId: line, thousandths: 1_000 }], reason: '买多了' } },
  refundSlip: { params: sold, body: { version: seen([back]), reason: '退货退款' }, by: 'stm' },
  bookConsumed: { params: loan, body: { version: seen([picked]), lines: [{ lineId: line, thousandths: 100 }], reason: '已用完' } },
  seeMonth: { query: { kind: 'consumable', month: '2026-11' } },
  monthFile: { query: { kind: 'accessory', month: '2026-11', language: 'zh-CN' } },
  printSlip: { params: sold },
})
