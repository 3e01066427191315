/** What other modules' server code may call. Announces: approval.asked, approval.decided. */
export { approveRequest, askApproval, dropRequest, registerRequestKinds, type RequestHandler } from './actions/requests.ts'
export { standInsAt, whatWaits } from './actions/stand-ins.ts'
export { approvalsPersonal } from './data/personal.ts'
export { latestRequest, standingRequest, waitingRequests, type RequestData } from './data/requests.ts'
