import { bindDeed, bindReading, type Binding } from '../../../platform/http/binding.ts'
import * as certificates from '../actions/certificates.ts'
import * as contract from '../contract.ts'

export const qualificationBindings: readonly Binding[] = [
  bindReading(contract.listCertificates, certificates.listCertificates),
  bindDeed(contract.recordCertificate, (deed, { body }) => certificates.recordCertificate(deed, body)),
  bindDeed(contract.endCertificate, (deed, { params, body }) => certificates.endCertificate(deed, { ...params, ...body })),
]
