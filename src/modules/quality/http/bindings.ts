import { bindDeed, bindDocument, bindReading, type Binding } from '../../../platform/http/binding.ts'
import * as certificates from '../actions/certificates.ts'
import * as comebacks from '../actions/comebacks.ts'
import { listTerms, promiseTerm } from '../actions/guarantee.ts'
import { seeCarHistory } from '../actions/history.ts'
import { printQualitySheet } from '../actions/sheet.ts'
import * as contract from '../contract.ts'

export const qualityBindings: readonly Binding[] = [
  bindReading(contract.seeOrderQuality, (reading, { params }) => certificates.seeOrderQuality(reading, params.orderId)),
  bindReading(contract.seeCarHistory, (reading, { params }) => seeCarHistory(reading, params.orderId)),
  bindDocument(contract.printQualitySheet, (reading, { params, query }) => printQualitySheet(reading, params.orderId, query.language)),
  bindDeed(contract.proposeComeback, (deed, { body }) => comebacks.proposeComeback(deed, body)),
  bindDeed(contract.markLines, (deed, { params, body }) => comebacks.markLines(deed, { ...params, ...body })),
  bindDeed(contract.decideComeback, (deed, { params, body }) => comebacks.decideComeback(deed, { ...params, ...body })),
  bindDeed(contract.withdrawComeback, (deed, { params, body }) => comebacks.withdrawComeback(deed, { ...params, ...body })),
  bindReading(contract.listComebacks, (reading, { query }) => comebacks.listComebacks(reading, query)),
  bindReading(contract.countByTechnician, (reading, { query }) => comebacks.countByTechnician(reading, query.month)),
  bindReading(contract.listReworks, (reading, { query }) => comebacks.listReworks(reading, query)),
  bindReading(contract.listTerms, listTerms),
  bindDeed(contract.promiseTerm, (deed, { body }) => promiseTerm(deed, body)),
  bindReading(contract.listCertificates, (reading, { query }) => certificates.listCertificates(reading, query)),
  bindDeed(contract.issueCertificate, (deed, { body }) => certificates.issueCertificate(deed, body.orderId)),
  bindDeed(contract.voidCertificate, (deed, { params, body }) => certificates.voidCertificate(deed, { ...params, ...body })),
  bindDocument(contract.printCertificate, (reading, { params, query }) => certificates.printCertificate(reading, params.certificateId, query.language)),
]
