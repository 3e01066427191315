import { call, examplesOf, from, own } from '../../platform/example.ts'
import * as contract from './contract.ts'

const opened = { campaignId: from('POST /campaigns', '$.id') }
const work = [{ kind: 'labour', operationId: from('GET /labour-operations', '$.rows[0].id', { query: { find: 'MT-101' } }) }] as const
const facts = { titleZh: '燃油管接头检查', titleEn: 'Fuel line joint check', fromDay: '2026-01-01', untilDay: null, work }
const vin = 'LGWEX0009TS000001'
const listed = from('GET /campaigns', "$.rows[?@.code=='ZH-2026-01'].id")
/** A car of the list that came in and was taken over. */
const listedCar = from('POST /repair-orders', '$.id', { body: { plate: '沪A·D90070' } })

export const campaignExamples = examplesOf(contract, {
  listCampaigns: { query: { limit: 20 } },
  openCampaign: { body: { ...facts, code: 'EX-2026-01', kind: 'service-action' } },
  changeCampaign: { params: opened, body: { ...facts, titleEn: 'Check of the fuel line joint', version: from('POST /campaigns', '$.version') } },
  listCars: { query: { campaignId: listed } },
  addCars: { params: opened, body: { vins: [vin] } },
  markCar: {
    params: { campaignId: listed, vin: from('GET /campaigns/cars', "$.rows[?@.state=='open'].vin", { query: { campaignId: own('campaignId') } }) },
    body: { version: from('GET /campaigns/cars', "$.rows[?@.state=='open'].version", { query: { campaignId: own('campaignId') } }), mark: 'elsewhere', reason: '已在外地服务站完成' },
  },
  seeCampaignsOfCar: { query: { plate: '沪A·D90001' } },
  takeUp: {
    params: { campaignId: from('POST /campaigns', '$.id'), orderId: listedCar },
    after: [call('POST /campaigns/:campaignId/cars'), call('POST /repair-orders/:orderId/reception', { params: { orderId: listedCar }, body: { vin } })],
    body: { version: from('GET /repair-orders/:orderId', '$.version', { params: { orderId: listedCar } }) },
  },
})
