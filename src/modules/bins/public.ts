/** What other modules' server code may call. Announces: bin.moved, bin.arranged. */
export { putZone } from './data/bins.ts'
export { binInvariants } from './data/invariants.ts'
export { binProofs } from './data/proofs.ts'
