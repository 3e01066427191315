import { examplesOf, from } from '../../platform/example.ts'
import * as contract from './contract.ts'

const filled = from('GET /bins', '$.bins[?@.parts>3].placeId')
const empty = from('POST /stock-places', '$.id', { body: { code: 'Z-99-02' } })
/** Goods that nobody else's example takes. */
const goods = { partId: from('POST /parts', '$.id', { body: { number: 'EX-0003' } }) }
const received = (name: string) => from('GET /stock/:partId', `$.lots[?@.bin=='Z-99-03'].${name}`, {
  params: goods, after: [{ operation: 'POST /stock/receipts', body: { reference: '移位示例', lines: [{ ...goods, placeId: from('POST /stock-places', '$.id', { body: { code: 'Z-99-03' } }), thousandths: 4_000, costFen: 1_200 }] } }],
})

export const binExamples = examplesOf(contract, {
  seeBin: { params: { placeId: filled } },
  adviseForPart: { params: { partId: from('GET /stock', '$.rows[?@.free>2000].partId') } },
  readCode: { params: { code: 'A-01-01' } },
  moveParts: { body: { ...goods, lotId: received('lotId'), fromPlace: received('placeId'), toPlace: empty, thousandths: 1_000, reason: '整理货位' } },
  takeBackMove: { params: { moveId: from('POST /bins/moves', '$.id') }, body: { reason: '移错货位' } },
  listMoves: { query: { limit: 20 } },
  setZone: { params: { code: 'Z' }, body: { version: 0, name: '示例区', holds: ['normal'], near: false, staging: false, fullAt: 8 } },
  setRule: { body: { version: from('GET /bins', '$.rule.version'), heavyUpTo: 2, fastFrom: 10 } },
  setClass: { params: goods, body: { version: 0, storage: 'heavy' } },
  changeState: { params: { placeId: from('POST /stock-places', '$.id', { body: { code: 'Z-99-04' } }) }, body: { version: 1, active: true, blocked: '层板松动，待修' } },
  printLabels: { query: { language: 'zh-CN', of: 'bins', zone: 'A' } },
})
