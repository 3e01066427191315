import { call, examplesOf, from, thisMonth } from '../../platform/example.ts'
import * as contract from './contract.ts'

const inShop = { orderId: from('GET /repair-orders', '$.rows[0].id', { query: { group: 'in-shop' } }) }
/** A car that was delivered comes back: the same plate, taken over again. */
const back = (plate: string) => {
  const first = from('POST /repair-orders', '$.id', { body: { plate } })
  const delivered = call('POST /settlements/:orderId/delivery', { params: { orderId: first } })
  const orderId = from('POST /repair-orders', '$.id', { body: { plate, purpose: 'repair', concern: '保养后仍有异响' }, after: [delivered] })
  const received = call('POST /repair-orders/:orderId/reception', { params: { orderId } })
  return { orderId, firstLineId: from('GET /quality-orders/:orderId', '$.items[0].lineId', { params: { orderId }, after: [received] }) }
}
const returned = back('沪A·D90085')
const mistaken = back('沪A·D90086')
const comeback = (name: string) => from('POST /comebacks', `$.${name}`)
const withdrawn = (name: string) => from('POST /comebacks', `$.${name}`, { body: mistaken })

/** Work that needs a certificate: a second maintenance. Its inspector's signature issues it; a wrong one is voided and issued anew. */
const maintained = from('POST /repair-orders', '$.id', { body: { plate: '沪A·D90087' } })
const ofMaintained = { params: { orderId: maintained } }
const lines = { ...ofMaintained, body: { lines: [{ kind: 'labour', operationId: from('GET /labour-operations', '$.rows[0].id', { query: { find: 'MT-104' } }), payer: 'customer' }] } }
const dispatched = call('POST /workshop/:orderId/dispatch', {
  ...ofMaintained, after: [call('POST /repair-orders/:orderId/authorisation', { ...ofMaintained, after: [call('POST /repair-orders/:orderId/lines', lines)] })],
  body: { jobs: [{ lineId: from('POST /repair-orders/:orderId/lines', '$.lineIds[0]', lines), technicianId: from('GET /session', '$.personId', { by: 'mtl' }), bay: 'B01' }] },
})
const finished = call('POST /workshop-jobs/:jobId/finish', { params: { jobId: from('GET /workshop/:orderId', '$.labour[0].job.id', { ...ofMaintained, after: [dispatched] }) } })

export const qualityExamples = examplesOf(contract, {
  seeOrderQuality: { params: inShop },
  seeCarHistory: { params: inShop },
  printQualitySheet: { params: inShop },
  proposeComeback: { body: { ...returned, words: '保养后机油灯亮', lineIds: [] } },
  markLines: { params: { comebackId: comeback('id') }, body: { version: comeback('version'), lineIds: [from('POST /repair-orders/:orderId/lines', '$.lineIds[0]', { params: { orderId: returned.orderId } })] } },
  decideComeback: {
    params: { comebackId: comeback('id') }, by: 'wss',
    body: { version: from('POST /comebacks/:comebackId/lines', '$.version'), payer: 'goodwill', cause: 'other', technicianId: null, reason: '客户加注了不合规机油，照顾处理' },
  },
  withdrawComeback: { params: { comebackId: withdrawn('id') }, body: { version: withdrawn('version'), reason: '与上次维修无关' } },
  listComebacks: { query: { limit: 20 } },
  listReworks: { query: { technicianId: from('GET /staff', '$.rows[0].id', { query: { position: 'TEC' } }), month: thisMonth() } },
  promiseTerm: { body: { repairKind: 'minor', validFrom: '2099-01-01', kilometres: 3_000, days: 30 } },
  listCertificates: { query: { limit: 20 } },
  issueCertificate: { by: 'wss', after: [call('POST /completion-certificates/:certificateId/void')], body: { orderId: maintained } },
  voidCertificate: { params: { certificateId: from('GET /quality-orders/:orderId', '$.certificate.rows[0].id', { ...ofMaintained, after: [call('POST /workshop/:orderId/inspection', { ...ofMaintained, after: [finished] })] }) }, body: { version: 1, reason: '里程填错' } },
  printCertificate: { params: { certificateId: from('GET /completion-certificates', '$.rows[0].id') } },
})
