import { examplesOf, from } from '../../platform/example.ts'
import * as contract from './contract.ts'

/** A car to which an advisor added a part below its price. */
const priced = (plate: string) => {
  const orderId = from('POST /repair-orders', '$.id', { body: { plate } })
  const part = { kind: 'part', partId: from('GET /parts', '$.rows[0].id', { query: { find: 'OIL-5W30' } }), payer: 'customer', quantityThousandths: 1_000, manual: { priceFen: 8_000, reason: '老客户' } }
  const lineId = from('POST /repair-orders/:orderId/lines', '$.lineIds[0]', { params: { orderId }, body: { lines: [part] }, by: 'sad' })
  return { params: { lineId }, version: from('GET /repair-orders/:orderId', '$.lines[0].version', { params: { orderId } }) }
}
const [approved, refused] = [priced('沪A·D90060'), priced('沪A·D90061')]

export const approvalExamples = examplesOf(contract, {
  approveDeviation: { params: approved.params, body: { version: approved.version } },
  refuseDeviation: { params: refused.params, body: { version: refused.version, reason: '低于成本' } },
  approveRequest: { params: { requestId: from('POST /payments/:paymentId/ask-refund', '$.id') }, by: 'fin', body: { version: 1 } },
  refuseRequest: { params: { requestId: from('POST /statements/:statementId/ask-reversal', '$.id') }, by: 'fin', body: { version: 1, reason: '开票无误' } },
  withdrawRequest: { params: { requestId: from('POST /statements/:statementId/ask-credit', '$.id') }, by: 'csh', body: { version: 1 } },
})
