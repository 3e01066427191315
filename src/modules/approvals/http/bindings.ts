import { bindDeed, bindReading, type Binding } from '../../../platform/http/binding.ts'
import * as deviations from '../actions/deviations.ts'
import { listApprovals } from '../actions/list-approvals.ts'
import * as requests from '../actions/requests.ts'
import * as contract from '../contract.ts'

export const approvalBindings: readonly Binding[] = [
  bindReading(contract.listApprovals, listApprovals),
  bindDeed(contract.approveDeviation, (deed, { params, body }) => deviations.approveDeviation(deed, { ...params, ...body })),
  bindDeed(contract.refuseDeviation, (deed, { params, body }) => deviations.refuseDeviation(deed, { ...params, ...body })),
  bindDeed(contract.approveRequest, (deed, { params, body }) => requests.approveRequest(deed, { ...params, ...body })),
  bindDeed(contract.refuseRequest, (deed, { params, body }) => requests.refuseRequest(deed, { ...params, ...body })),
  bindDeed(contract.withdrawRequest, (deed, { params, body }) => requests.withdrawRequest(deed, { ...params, ...body })),
]
