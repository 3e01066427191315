import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { done, file, filledText, id, moment, pageOf, pageQuery, text, version } from '../../platform/shapes.ts'
import { documentKinds } from './domain/document.ts'
import { mostPdfBytes } from './domain/pdf.ts'
import { technicalDocumentPermissions } from './permissions.ts'

const kind = z.enum(documentKinds)
const codeBegins = z.string().trim().regex(/^[A-Z0-9-]{0,30}$/).default('')

export const documentRow = z.object({
  id, title: z.string(), kind, modelId: id.nullable(), modelNameZh: z.string().nullable(), modelNameEn: z.string().nullable(), codeBegins: z.string(), note: z.string().nullable(), link: z.string().nullable(), bytes: z.number().int().nullable(),
  at: moment, personName: z.string(), withdrawnAt: moment.nullable(), withdrawnByName: z.string().nullable(), withdrawnReason: z.string().nullable(), version,
  /** When who asks said that he has read it. */ readAt: moment.nullable(), /** By how many it was read. */ readers: z.number().int(),
})
export type DocumentRow = z.output<typeof documentRow>

export const listDocuments = route({
  does: 'List technical documents, newest first', method: 'GET', path: '/technical-documents', needs: technicalDocumentPermissions.see, query: z.strictObject({ ...pageQuery, state: z.enum(['in-use', 'all']).default('in-use') }), gives: pageOf(documentRow),
})
export const documentsOfOrder = route({
  does: 'List the technical documents that fit the car and the work of an order', method: 'GET', path: '/technical-documents/of-order/:orderId', needs: technicalDocumentPermissions.see, params: z.strictObject({ orderId: id }), gives: z.object({ rows: z.array(documentRow) }),
})
export const addDocument = route({
  does: 'Keep a technical note or the address of a document', method: 'POST', path: '/technical-documents', needs: technicalDocumentPermissions.keep,
  body: z.strictObject({ title: filledText(100), kind, modelId: id.nullable(), codeBegins, note: text(4_000).default(''), link: text(500).default('') }), gives: z.object({ id }),
  refuses: ['technical-documents.empty', 'technical-documents.two-forms', 'technical-documents.not-an-address'],
})
export const addDocumentFile = route({
  does: 'Keep a technical document as PDF', method: 'POST', path: '/technical-documents/file', needs: technicalDocumentPermissions.keep,
  query: z.strictObject({ title: filledText(100), kind, modelId: id.optional(), codeBegins }), upload: { mostBytes: mostPdfBytes }, gives: z.object({ id }),
  refuses: ['technical-documents.not-a-pdf', 'technical-documents.pdf-acts', 'platform.not-an-upload'],
})
const document = { params: z.strictObject({ documentId: id }) }
export const openDocumentFile = route({
  does: 'Open the PDF of a technical document', method: 'GET', path: '/technical-documents/:documentId/file', needs: technicalDocumentPermissions.see, ...document, gives: file,
})
export const withdrawDocument = route({
  does: 'Withdraw a technical document with the reason', method: 'POST', path: '/technical-documents/:documentId/withdraw', needs: technicalDocumentPermissions.keep, ...document, body: z.strictObject({ version, reason: text(300) }), gives: done,
  refuses: ['technical-documents.withdrawn-already', 'technical-documents.reason-missing'],
})
export const sayRead = route({
  does: 'Say that one has read a technical document', method: 'POST', path: '/technical-documents/:documentId/reading', needs: technicalDocumentPermissions.see, ...document, body: z.strictObject({}), gives: z.object({ id }),
  refuses: ['technical-documents.withdrawn-already', 'technical-documents.read-already'],
})
