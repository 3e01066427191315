import { bindDeed, bindFile, bindReading, type Binding } from '../../../platform/http/binding.ts'
import { demandErasure, proposeErasure } from '../actions/erase-person.ts'
import { exportedPerson, exportPerson } from '../actions/export-person.ts'
import * as read from '../actions/read-person.ts'
import * as terms from '../actions/terms.ts'
import * as contract from '../contract.ts'

export const privacyBindings: readonly Binding[] = [
  bindReading(contract.findPeople, (reading, { query }) => read.findPeople(reading, query)),
  bindReading(contract.seePerson, (reading, { params }) => read.seePerson(reading, params.customerId)),
  bindReading(contract.listSeen, (reading, { query }) => read.listSeen(reading, query)),
  bindDeed(contract.exportPerson, (deed, { params, body }) => exportPerson(deed, { ...params, ...body })),
  bindFile(contract.exportedPerson, (reading, { params, query }) => exportedPerson(reading, params.exportId, query)),
  bindDeed(contract.demandErasure, (deed, { params, body }) => demandErasure(deed, { ...params, ...body })),
  bindReading(contract.listErasures, (reading, { query }) => read.listErasures(reading, query)),
  bindReading(contract.listDue, (reading, { query }) => terms.listDue(reading, query)),
  bindDeed(contract.lookForDue, (deed) => terms.lookForDue(deed)),
  bindDeed(contract.proposeErasure, (deed, { body }) => proposeErasure(deed, body)),
  bindReading(contract.seeTerms, terms.seeTerms),
  bindDeed(contract.changeTerms, (deed, { body }) => terms.changeTerms(deed, body)),
]
