/**
 * What other modules' server code may call. Announces: supplier-return.asked, .agreed, .sent, .slip-taken, .arrived, .credited, .credit-taken-back, .withdrawn, .reversed;
 * supplier-claim.opened, .accepted, .refused, .closed, .reopened, .withdrawn, .credited, .credit-taken-back.
 */
export { photosOfClaim, photosOfReturn } from './actions/read-returns.ts'
export { supplierReturnInvariants } from './data/invariants.ts'
export { supplierReturnProofs } from './data/proofs.ts'
export { creditInStatement } from './reactions/when-statement-closes.ts'
export { supplierReturnsPersonal } from './data/personal.ts'
