/** What the app shows of this module beside the technician's car. */
export { CarDocuments } from './car-documents.tsx'
