import { call, examplesOf, from, today } from '../../platform/example.ts'
import * as contract from './contract.ts'

/** An order that wants more of a part than the shelves have. */
const short = (plate: string) => {
  const orderId = from('POST /repair-orders', '$.id', { body: { plate } })
  const part = { kind: 'part', partId: from('GET /parts', '$.rows[0].id', { query: { find: 'ADBLUE-10' } }), payer: 'customer', quantityThousandths: 50_000 }
  const lines = { params: { orderId }, body: { lines: [{ kind: 'labour', operationId: from('GET /labour-operations', '$.rows[0].id', { query: { find: 'MT-101' } }), payer: 'customer' }, part] } }
  const authorised = call('POST /repair-orders/:orderId/authorisation', { params: { orderId }, after: [call('POST /repair-orders/:orderId/lines', lines)] })
  return { orderId, lineId: from('POST /repair-orders/:orderId/lines', '$.lineIds[1]', lines), authorised }
}
const [asked, cancelled] = [short('沪A·D90082'), short('沪A·D90083')]
const request = (name: string) => from('POST /purchase-requests/of-order/:orderId', `$.${name}`)
const unwanted = (name: string) => from('POST /purchase-requests/of-order/:orderId', `$.${name}`, { params: { orderId: cancelled.orderId }, body: { lineId: cancelled.lineId }, after: [cancelled.authorised] })

export const purchasingExamples = examplesOf(contract, {
  listRequests: { query: { group: 'open', limit: 20 } },
  seeShortages: { params: { orderId: from('GET /repair-orders', '$.rows[0].id', { query: { group: 'in-shop' } }) } },
  askForPart: { params: { orderId: asked.orderId }, after: [asked.authorised], body: { lineId: asked.lineId, thousandths: 10_000, urgency: 'waiting', note: '车队长期用' } },
  askByHand: { body: { partId: from('GET /parts', '$.rows[0].id', { query: { find: 'ADBLUE-10' } }), thousandths: 6_000, urgency: 'normal', note: '入冬前多备' } },
  setSourceDays: { body: { days: { transfer: 1, 'j-order': 2, 'e-order': 3, 'm-order': 7, outside: 2 }, usual: 'e-order', version: from('GET /purchase-requests/source-days', '$.version') } },
  adviseSources: { params: { requestId: request('id') } },
  setSource: { params: { requestId: request('id') }, body: { version: request('version'), source: 'e-order', eta: today(3) } },
  tellCustomer: { params: { requestId: request('id') }, body: { version: from('POST /purchase-requests/:requestId/source', '$.version'), decision: 'wait', way: 'call', customerName: '李晨' } },
  cancelRequest: { params: { requestId: unwanted('id') }, body: { version: unwanted('version'), reason: '客户自带' } },
})
