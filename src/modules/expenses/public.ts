/** What other modules' server code may call. Announces: expense.asked, .signed, .approved, .sent-back, .withdrawn, .settled, .reversed, .rule-kept; iou.drawn, .returned. */
export { expenseRequests } from './actions/claims.ts'
export { photosOfExpense } from './actions/read-claims.ts'
export { expenseInvariants } from './data/invariants.ts'
export { expenseProofs } from './data/proofs.ts'
