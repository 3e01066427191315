/** What other modules' server code may call. Announces: transfer.asked, .agreed, .refused, .withdrawn, .cancelled, .shipped, .arrived, .decided; inbound.noted. */
export { transferInvariants } from './data/invariants.ts'
export { transferProofs } from './data/proofs.ts'
