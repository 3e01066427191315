/** What other modules' server code may call. Announces: parts-plan.proposed, .changed, .submitted, .sent-back, .approved, .uploaded, .corrected, .discarded, .drawn, .reviewed. */
export { partsPlanInvariants } from './data/invariants.ts'
export { partsPlanProofs } from './data/proofs.ts'
