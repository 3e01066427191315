/** What other modules' server code may call. Announces: parts-plan.proposed, .proposing, .progressed, .drafted, .changed, .submitted, .sent-back, .approved, .uploaded, .corrected, .discarded, .drawn, .reviewed. */
export { planWork } from './actions/plan-work.ts'
export { partsPlanInvariants } from './data/invariants.ts'
export { partsPlanProofs } from './data/proofs.ts'
