import { bindReading, type Binding } from '../../../platform/http/binding.ts'
import { listAudit, seeAudit, seeChecks } from '../actions/read-audit.ts'
import * as contract from '../contract.ts'

export const assuranceBindings: readonly Binding[] = [
  bindReading(contract.listAudit, listAudit),
  bindReading(contract.seeAudit, (reading, { params }) => seeAudit(reading, params.entryId)),
  bindReading(contract.seeChecks, seeChecks),
]
