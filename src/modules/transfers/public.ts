/** What other modules' server code may call. Announces: transfer.asked, .agreed, .refused, .withdrawn, .cancelled, .shipped, .arrived, .decided; inbound.noted. */
/** What is on the way to the store, with what its carrier said is due. */
export { listInbound } from './data/inbound.ts'
export { transferInvariants } from './data/invariants.ts'
export { transferProofs } from './data/proofs.ts'
export { settleFailedTransfers } from './actions/fail-requests.ts'
export { servedRequests } from './data/transfers.ts'
