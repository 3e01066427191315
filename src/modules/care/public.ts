/** What other modules' server code may call. Announces: follow-up.called, complaint.opened, .answered, .returned, .closed. */
export { careProofs } from './data/proofs.ts'
