import { examplesOf, from, own, today } from '../../platform/example.ts'
import * as contract from './contract.ts'

/** A part that the second store has enough of; each example asks for another quantity, so that each has a transfer of its own. */
const partId = from('GET /stock', '$.rows[?@.free>9000].partId', { by: 'b-pts' })
const asked = (thousandths: number) => from('POST /transfers', '$.id', { body: { lines: [{ partId, thousandths }] } })
const seen = (by?: string) => from('GET /transfers/:transferId', '$.version', { params: { transferId: own('transferId') }, ...(by === undefined ? {} : { by }) })

const transferId = asked(2_000)
const agreed = { operation: 'POST /transfers/:transferId/answer' } as const
const shipped = { operation: 'POST /transfers/:transferId/shipment' } as const
const lineId = from('GET /transfers/:transferId', '$.lines[0].id', { params: { transferId: own('transferId') } })
const placeId = from('GET /bins', '$.bins[0].placeId')

export const transferExamples = examplesOf(contract, {
  listTransfers: { query: { group: 'in', open: 'yes', limit: 20 } },
  seeTransfer: { params: { transferId } },
  seeElsewhere: { params: { partId } },
  askTransfer: { body: { givingStoreId: from('GET /transfers/elsewhere/:partId', '$.rows[0].storeId'), note: '客户在店等候', lines: [{ partId, thousandths: 2_000 }] } },
  answerTransfer: { by: 'b-pts', params: { transferId }, body: { version: seen('b-pts'), agree: true, words: '', lines: [] } },
  cancelTransfer: { params: { transferId: asked(1_000) }, body: { version: 1, reason: '客户取消' } },
  shipTransfer: { by: 'b-pts', params: { transferId }, after: [agreed], body: { version: seen('b-pts'), carrier: '自送', waybill: '', eta: today(1) } },
  receiveTransfer: { params: { transferId }, after: [shipped], body: { version: seen(), lines: [{ lineId, arrived: 1_000, placeId, missing: 1_000, kind: 'short', reason: '箱内少一件' }] } },
  reverseArrival: {
    params: { transferId }, after: [{ operation: 'POST /transfers/:transferId/arrival' }],
    body: { version: seen(), document: from('GET /transfers/:transferId', '$.outcomes[?@.kind==\'arrived\'].document', { params: { transferId: own('transferId') } }), reason: '收错货位' },
  },
  decideGap: {
    by: 'b-pts', params: { transferId, gapId: from('GET /transfers/:transferId', '$.gaps[0].id', { params: { transferId: own('transferId') }, by: 'b-pts', after: [{ operation: 'POST /transfers/:transferId/arrival' }] }) },
    body: { version: seen('b-pts'), decision: 'found', words: '留在车上，已补送' },
  },
  printSlip: { params: { transferId }, after: [agreed] },
  noteInbound: { params: { subjectId: from('GET /inbound', '$.rows[0].subjectId') }, body: { arrivesOn: today(1), dueFen: 0, words: '明天上午到' } },
})
