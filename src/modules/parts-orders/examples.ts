import { call, examplesOf, from, own, thisMonth } from '../../platform/example.ts'
import * as contract from './contract.ts'

// One order runs from its draft to the confirmation; what ends or changes an order takes one of its own, by its note.
const ordered = from('POST /parts-orders', '$.id')
const anotherOrder = (note: string) => from('POST /parts-orders', '$.id', { body: { note } })
const same = { orderId: own('orderId') }
const version = from('GET /parts-orders/:orderId', '$.version', { params: same })
const firstLine = from('GET /parts-orders/:orderId', '$.lines[0].id', { params: same })
const submitted = call('POST /parts-orders/:orderId/submission', { params: same })
const inGroup = (group: string) => from('GET /parts-orders', '$.rows[0].id', { query: { group } })

const maker = from('GET /parts-suppliers', "$.rows[?@.kind=='maker'].id")
const part = (find: string) => from('GET /parts', '$.rows[0].id', { query: { find } })

/** A car under warranty that wants more of a part than the shelves have: its request is ordered before the part was asked about. */
const carUnderWarranty = from('POST /repair-orders', '$.id', { body: { plate: '沪A·D90093' } })
const wanted = {
  params: { orderId: carUnderWarranty },
  body: { lines: [{ kind: 'labour', operationId: from('GET /labour-operations', '$.rows[0].id', { query: { find: 'MT-101' } }), payer: 'warranty' }, { kind: 'part', partId: part('ADBLUE-10'), payer: 'warranty', quantityThousandths: 900_000 }] },
}
const request = from('POST /purchase-requests/of-order/:orderId', '$.id', {
  params: { orderId: carUnderWarranty }, body: { lineId: from('POST /repair-orders/:orderId/lines', '$.lineIds[1]', wanted) },
  after: [call('POST /repair-orders/:orderId/authorisation', { params: { orderId: carUnderWarranty }, after: [call('POST /repair-orders/:orderId/lines', wanted)] })],
})
const unchecked = from('POST /parts-orders', '$.id', { body: { kind: 'E', note: '索赔件', lines: [{ partId: part('ADBLUE-10'), thousandths: 10_000, requestId: request }] } })
const dear = from('POST /parts-orders', '$.id', { body: { note: '季度备库', lines: [{ partId: part('OIL-5W30'), thousandths: 1_000_000, unitCostFen: 4_000 }] } })

const days = (path: string) => from('GET /order-calendar', path, { query: { month: own('month') } })

export const partsOrderExamples = examplesOf(contract, {
  addSupplier: { body: { name: '南岸汽配', kind: 'outside', contact: '顾师傅', phone: '19900030001' } },
  changeSupplier: { params: { supplierId: from('POST /parts-suppliers', '$.id') }, body: { version: from('POST /parts-suppliers', '$.version'), name: '南岸汽配', contact: '顾师傅', phone: '19900030002', note: '下午四点前下单，当日送到', active: true } },
  setKind: {
    params: { code: 'J' },
    body: { version: from('GET /parts-order-kinds', "$.rows[?@.code=='J'].version"), nameZh: '急件订单', nameEn: 'Urgent order', source: 'j-order', calendarBound: false, pricePercent: 106, promisedDays: 4, needsJob: true, depositPercent: 30, active: true },
  },
  keepSheet: {
    params: { supplierId: maker },
    body: { version: from('GET /parts-order-sheets', '$.rows[0].version'), titled: false, columns: [{ field: 'partNumber', header: '料号' }, { field: 'quantity', header: '订货数' }, { field: 'order', header: '客户单号' }, { field: 'confirmed', header: '可供数' }, { field: 'eta', header: '发货日' }] },
  },
  seeCalendar: { query: { month: thisMonth() } },
  setCalendar: { params: { month: thisMonth(1) }, body: { version: days('$.version'), days: [{ day: days('$.days[0].day'), kind: 'M' }, { day: days('$.days[2].day'), kind: 'M' }] } },
  announceCalendar: { params: { month: thisMonth(1) }, after: [call('POST /order-calendar/:month')], body: { version: days('$.version') } },
  listOrders: { query: { group: 'open', limit: 20 } },
  seeOrder: { params: { orderId: inGroup('under-way') } },
  orderSheet: { params: { orderId: inGroup('under-way') } },
  draftOrder: { body: { supplierId: maker, kind: 'S', note: '补充常用件', lines: [{ partId: part('OIL-5W30'), thousandths: 4_000 }] } },
  changeDraft: { params: { orderId: anotherOrder('改数量') }, body: { version, supplierId: maker, kind: 'S', note: '改数量', lines: [{ partId: part('OIL-5W30'), thousandths: 8_000, unitCostFen: 4_000 }] } },
  checkWarranty: { params: { orderId: unchecked, lineId: firstLine }, body: { version, words: '厂家热线 12 号坐席，编码无误' } },
  askOrderApproval: { params: { orderId: dear }, by: 'ppl', body: { version, reason: '季度备库，一次订足' } },
  submitOrder: { params: { orderId: ordered }, body: { version } },
  confirmOrder: {
    params: { orderId: ordered }, after: [submitted],
    body: { version, lines: [{ lineId: firstLine, confirmedThousandths: 3_000, eta: from('GET /parts-orders/:orderId', '$.promisedOn', { params: same }), answer: '欠货 1，下周补' }] },
  },
  cancelLine: { params: { orderId: anotherOrder('取消一行'), lineId: firstLine }, after: [submitted], body: { version, thousandths: 1_000, reason: '停产' } },
  cancelOrder: { params: { orderId: anotherOrder('取消订单') }, body: { version, reason: '改由调拨' } },
})
