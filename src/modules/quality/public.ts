/** What other modules' server code may call. Announces: comeback.proposed, .marked, .decided, .withdrawn, guarantee-term.promised, completion-certificate.issued, .voided. */
export { issueWithPass, whenOrderIsReady, whyNotDeliver } from './actions/certificates.ts'
export { whyNotAuthorise } from './actions/comebacks.ts'
export { qualityInvariants } from './data/invariants.ts'
