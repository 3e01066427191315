import { bindDeed, bindFile, bindReading, type Binding } from '../../../platform/http/binding.ts'
import { requestsFile } from '../actions/requests-file.ts'
import * as requests from '../actions/requests.ts'
import { seeSourceDays, setSourceDays } from '../actions/source-days.ts'
import { adviseSources } from '../actions/advise-sources.ts'
import * as contract from '../contract.ts'

export const purchasingBindings: readonly Binding[] = [
  bindReading(contract.listRequests, (reading, { query }) => requests.listRequests(reading, query)),
  bindFile(contract.requestsFile, (reading, { query }) => requestsFile(reading, query)),
  bindReading(contract.seeShortages, (reading, { params }) => requests.seeShortages(reading, params.orderId)),
  bindDeed(contract.askForPart, (deed, { params, body }) => requests.askForPart(deed, { ...params, ...body })),
  bindReading(contract.seeSourceDays, (reading) => seeSourceDays(reading)),
  bindDeed(contract.setSourceDays, (deed, { body }) => setSourceDays(deed, body)),
  bindDeed(contract.askByHand, (deed, { body }) => requests.askByHand(deed, body)),
  bindReading(contract.adviseSources, (reading, { params }) => adviseSources(reading, params.requestId)),
  bindDeed(contract.setSource, (deed, { params, body }) => requests.setSource(deed, { ...params, ...body })),
  bindDeed(contract.tellCustomer, (deed, { params, body }) => requests.tellCustomer(deed, { ...params, ...body })),
  bindDeed(contract.cancelRequest, (deed, { params, body }) => requests.cancelRequest(deed, { ...params, ...body })),
]
