/** What other modules' server code may call. Keeps no table of its own: stock holds the moves, repair-orders the lines. */
export { issueParts, takeBackParts } from './actions/pick.ts'
