import { bindDeed, bindFile, bindReading, bindUpload, type Binding } from '../../../platform/http/binding.ts'
import type { KeptFiles } from '../../../platform/kept-files.ts'
import * as documents from '../actions/documents.ts'
import * as contract from '../contract.ts'

export const technicalDocumentBindings = (files: KeptFiles): readonly Binding[] => [
  bindReading(contract.listDocuments, (reading, { query }) => documents.listDocuments(reading, query)),
  bindReading(contract.documentsOfOrder, (reading, { params }) => documents.documentsOfOrder(reading, params.orderId)),
  bindDeed(contract.addDocument, (deed, { body }) => documents.addDocument(deed, body)),
  bindUpload(contract.addDocumentFile, (deed, { query }, { bytes }) => documents.addDocumentFile(deed, files, { ...query, modelId: query.modelId ?? null, bytes })),
  bindFile(contract.openDocumentFile, (reading, { params }) => documents.openDocumentFile(reading, files, params.documentId)),
  bindDeed(contract.sayRead, (deed, { params }) => documents.sayRead(deed, params.documentId)),
  bindDeed(contract.withdrawDocument, (deed, { params, body }) => documents.withdrawDocument(deed, { ...params, ...body })),
]
