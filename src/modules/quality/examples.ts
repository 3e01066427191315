import { examplesOf } from '../../platform/example.ts'
import * as contract from './contract.ts'

export const qualityExamples = examplesOf(contract, {
  listComebacks: { query: { limit: 20 } },
  promiseTerm: { body: { repairKind: 'minor', validFrom: '2099-01-01', kilometres: 3_000, days: 30 } },
  listCertificates: { query: { limit: 20 } },
})
