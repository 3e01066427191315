/** What other modules' server code may call. Announces: technical-document.added, .read, .withdrawn. */
export { checkDocumentFiles } from './actions/documents.ts'
export { technicalDocumentProofs } from './data/proofs.ts'
