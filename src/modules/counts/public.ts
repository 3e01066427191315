/** What other modules' server code may call. Announces: count.planned, count.started, count.line-counted, count.entered, count.differences-approved, count.adjusted, count.closed, count.cancelled, count.reversed. */
export { adjustCount, closeCount, countRequests, explainLine, finishCounting, submitCount } from './actions/differences.ts'
export { enterCount } from './actions/enter.ts'
export { planRolling, startCount } from './actions/plan.ts'
export { rankShelves } from './actions/rank-shelves.ts'
export { findCount } from './data/counts.ts'
export { countInvariants } from './data/invariants.ts'
export { linesOf } from './data/lines.ts'
export { countProofs } from './data/proofs.ts'
