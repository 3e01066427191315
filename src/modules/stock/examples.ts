import { examplesOf, from, own } from '../../platform/example.ts'
import * as contract from './contract.ts'

const stocked = from('GET /stock', '$.rows[?@.free>2000].partId')
const bin = from('POST /stock-places', '$.id')
/** The newest goods of the part that was received by example. */
const received = (name: string) => from('GET /stock/:partId', `$.lots[?@.bin=='Z-99-01'].${name}`, { params: { partId: from('POST /parts', '$.id') }, after: [{ operation: 'POST /stock/receipts' }] })
const lot = (name: string) => from('GET /stock/:partId', `$.lots[0].${name}`, { params: { partId: own('partId') } })

export const stockExamples = examplesOf(contract, {
  listStock: { query: { limit: 20 } },
  seeStockValue: {},
  listPartMoves: { query: { partId: stocked, limit: 20 } },
  seePartStock: { params: { partId: stocked } },
  printLabel: { params: { partId: stocked, lotId: lot('lotId'), placeId: lot('placeId') } },
  addBin: { body: { code: 'Z-99-01' } },
  receiveParts: { body: { reference: '示例入库', lines: [{ partId: from('POST /parts', '$.id'), placeId: bin, thousandths: 10_000, costFen: 1_200 }] } },
  takeBackReceipt: {
    params: {
      moveId: from('GET /stock/moves', '$.rows[0].id', {
        query: { partId: from('POST /parts', '$.id', { body: { number: 'EX-0002' } }) },
        after: [{ operation: 'POST /stock/receipts', body: { reference: '重复入库', lines: [{ partId: from('POST /parts', '$.id', { body: { number: 'EX-0002' } }), placeId: bin, thousandths: 1_000, costFen: 1_200 }] } }],
      }),
    },
    body: { reason: '同一张单入了两次' },
  },
  quarantine: { body: { partId: from('POST /parts', '$.id'), lotId: received('lotId'), placeId: received('placeId'), thousandths: 1_000, reason: '外包装破损' } },
})
