/**
 * What other modules' server code may call. Announces: receipt.begun, .counted, .posted, .discarded, .reversed, .papers-handed-over; arrival-fault.found, .reported, .closed.
 */
export { beginReceipt, countLine, photosOfReceipt, postReceipt } from './actions/receipts.ts'
export { registerReceiptStatements } from './actions/statements-port.ts'
export { seeReceipt } from './actions/read-receipts.ts'
export { receivingInvariants } from './data/invariants.ts'
export { receivingProofs } from './data/proofs.ts'
