/** What other modules' server code may call. Announces: purchase-request.asked, .sourced, .told, .arrived, .cancelled, .source-days-set. */
export { askForSale, dropRequests } from './actions/requests.ts'
export { expectedDays, seeSourceDays } from './actions/source-days.ts'
export { dropOfCancelled, wakeRequests } from './actions/when-parts-arrive.ts'
export { purchasingInvariants } from './data/invariants.ts'
export { purchasingProofs } from './data/proofs.ts'
export { sourceRequests } from './actions/source-by-order.ts'
export { purchasingPersonal } from './data/personal.ts'
export { findRequests, openRequests, requestsOfOrder, type RequestData } from './data/requests.ts'
