/** What other modules' server code may call. Announces: certificate.recorded, certificate.ended. */
export { refuseUnqualified, type Work } from './actions/certificates.ts'
/** Whom certificates are asked of, and how many of them hold one. */
export { bound, certified } from './data/certified.ts'
export { insertCertificates, listCertificates } from './data/certificates.ts'
