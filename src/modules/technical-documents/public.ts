/** What other modules' server code may call. Announces: technical-document.added, .withdrawn. */
export { checkDocumentFiles } from './actions/documents.ts'
