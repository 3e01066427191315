/** What other modules' server code may call. Announces: roster.changed, .absence (facts: personIds, from, until), .shift-changed, .setting-changed, .greeting-changed, .checked-in. */
export { registerDuties } from './actions/deputies.ts'
export type { DutyNeeds } from './domain/absence.ts'
export { expectedOn, type Expected } from './actions/expected.ts'
export { greeterAt } from './actions/greeter-at.ts'
export { fillRoster } from './actions/fill-roster.ts'
export { deputiesOn, deputyOf, standsInFor, whoWorks } from './actions/who-works.ts'
export { rosterProofs } from './actions/proofs.ts'
export { isAtWork, type Roster, type Work } from './domain/roster.ts'
