import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { documentKinds } from '../../platform/print/documents.ts'
import { id, languageShape, moment, pageOf, pageQuery, pdf, text } from '../../platform/shapes.ts'
import { paperPermissions } from './permissions.ts'

export const paperKinds = documentKinds
export type PaperKind = (typeof paperKinds)[number]

export const paperRow = z.object({
  id, kind: z.enum(paperKinds), number: z.string(), language: languageShape, orderId: id.nullable(), bytes: z.number().int(), at: moment, personName: z.string(),
})
export type PaperRow = z.output<typeof paperRow>

/** Only what the reader himself may print is in the list. */
export const listPapers = route({
  does: 'List papers handed out, newest first; by the beginning of a number, by kind, or of one order', method: 'GET', path: '/papers', needs: paperPermissions.see,
  query: z.strictObject({ ...pageQuery, find: text(80).default(''), kind: z.enum(paperKinds).optional(), orderId: id.optional() }), gives: pageOf(paperRow),
})
export const openPaperFile = route({
  does: 'Open a paper as it was handed out', method: 'GET', path: '/papers/:paperId/pdf', needs: paperPermissions.see, params: z.strictObject({ paperId: id }), gives: pdf,
})
