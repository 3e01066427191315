/** What other modules' server code may call. Announces: follow-up.called, complaint.opened, .answered, .returned, .closed. */
export { complaintsOpenedSince } from './data/care.ts'
export { carePersonal } from './data/personal.ts'
export { careProofs } from './data/proofs.ts'
