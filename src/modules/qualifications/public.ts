/** What other modules' server code may call. Announces: certificate.recorded, certificate.ended. */
export { refuseUnqualified, type Work } from './actions/certificates.ts'
export { qualificationProofs } from './data/proofs.ts'
export { insertCertificates, listCertificates } from './data/certificates.ts'
