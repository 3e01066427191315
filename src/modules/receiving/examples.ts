import { call, examplesOf, from, own } from '../../platform/example.ts'
import * as contract from './contract.ts'

// One delivery is taken over, counted with a damaged piece, posted, its papers handed over and its fault answered; what ends a receipt takes an order of its own, by its note.
const order = (note: string) => from('POST /parts-orders', '$.id', { body: { note } })
const submitted = (note: string) => call('POST /parts-orders/:orderId/submission', { params: { orderId: order(note) } })
const received = from('POST /receipts', '$.id')
const anotherReceipt = (note: string) => from('POST /receipts', '$.id', { body: { orderId: order(note) }, after: [submitted(note)] })
const same = { receiptId: own('receiptId') }
const ofSame = (path: string) => from('GET /receipts/:receiptId', path, { params: same })
const version = ofSame('$.version')
const photo = (occasion: string) => call('POST /photos', { query: { subject: 'receipt', subjectId: own('receiptId'), occasion }, by: 'whk' })
const posted = call('POST /receipts/:receiptId/posting', { params: same })
const damaged = from('GET /receipts/:receiptId', '$.faults[0].id', { params: { receiptId: received }, after: [call('POST /receipts/:receiptId/posting')] })

export const receivingExamples = examplesOf(contract, {
  listReceipts: { query: { group: 'all', limit: 20 } },
  seeReceipt: { params: { receiptId: from('GET /receipts', '$.rows[0].id') } },
  beginReceipt: { body: { orderId: order('示例收货'), deliveryNote: 'SH30001', waybill: 'YD90001', pieces: 2, opened: 1, driver: '段师傅' }, after: [submitted('示例收货')], by: 'whk' },
  countLine: {
    params: { receiptId: received, lineId: ofSame('$.lines[0].lineId') }, by: 'whk',
    body: { version, noted: 4_000, counted: 4_000, damaged: 1_000, words: '箱角压坏，一桶渗漏', placeId: from('POST /stock-places', '$.id') },
  },
  postReceipt: { params: { receiptId: received }, after: [call('POST /receipts/:receiptId/lines/:lineId', { params: same }), photo('opened-box'), photo('damage')], by: 'whk', body: { version } },
  printReceipt: { params: { receiptId: received }, after: [posted], by: 'whk' },
  discardReceipt: { params: { receiptId: anotherReceipt('送错门店') }, by: 'whk', body: { version, reason: '送货单是另一家店的' } },
  reverseReceipt: { params: { receiptId: anotherReceipt('收货录错') }, after: [posted], body: { version, reason: '件号录错' } },
  handOverPapers: { params: { receiptId: received }, after: [posted, photo('delivery-note'), photo('receipt'), photo('waybill')], by: 'whk', body: { version } },
  listFaults: { query: { group: 'open', limit: 20 } },
  reportFault: { params: { faultId: damaged }, by: 'ppl', body: { version: 1, words: '电话告知中心库小李' } },
  closeFault: { params: { faultId: damaged }, by: 'ppl', body: { version: from('POST /arrival-faults/:faultId/report', '$.version'), outcome: 'sent-after', answer: '周三随车补发' } },
})
