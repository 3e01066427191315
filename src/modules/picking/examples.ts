import { call, examplesOf, from, own } from '../../platform/example.ts'
import * as contract from './contract.ts'

const toPick = { orderId: from('GET /picking', '$.rows[0].orderId') }
const arrived = from('POST /repair-orders', '$.id')
const part = (name: string) => from('GET /picking/:orderId', `$.lines[0].${name}`, { params: { orderId: own('orderId') } })

export const pickingExamples = examplesOf(contract, {
  keepScanRule: { body: { version: from('GET /picking/rule', '$.version'), scanning: 'asked', reason: '条码枪送修，先记录未扫码' } },
  seePicking: { params: toPick },
  issueParts: {
    params: { orderId: arrived }, after: [call('POST /workshop/:orderId/dispatch', { params: { orderId: own('orderId') } })],
    body: { lines: [{ lineId: part('lineId'), thousandths: part('wanted'), scannedLotId: null }] },
  },
  takeBackParts: {
    params: { orderId: from('POST /repair-orders', '$.id', { body: { plate: '沪A·D90020' } }) }, after: [call('POST /picking/:orderId/issue', { params: { orderId: own('orderId') } })],
    body: { lineId: part('lineId'), thousandths: 1_000, reason: '领错，退回一升' },
  },
  printPickingList: { params: toPick },
  printReturns: { params: { orderId: from('POST /repair-orders', '$.id', { body: { plate: '沪A·D90020' } }) }, after: [call('POST /picking/:orderId/take-back')] },
})
