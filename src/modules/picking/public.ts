/** What other modules' server code may call. Stock holds the moves, repair-orders the lines. Announces: picking.rule-kept. */
export { scanRuleOf } from './actions/rule.ts'
export { issueParts, takeBackParts } from './actions/pick.ts'
