/** What other modules' server code may call. Announces: comeback.proposed, .marked, .decided, .withdrawn, guarantee-term.promised, completion-certificate.issued, .voided. */
export { issueWithPass, whenOrderIsReady, whyNotDeliver } from './actions/certificates.ts'
export { whyNotAuthorise } from './actions/comebacks.ts'
/** Written histories (the demo store). */
export { fillCertificates, type CertificateFacts, type NewCertificate } from './data/certificates.ts'
export { comebacksSince } from './data/comebacks.ts'
export { legalTerms } from './data/guarantee.ts'
export { qualityInvariants } from './data/invariants.ts'
export { qualityPersonal } from './data/personal.ts'
