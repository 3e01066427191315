import { createHash } from 'node:crypto'
import { found, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Database } from '../../../platform/database.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import type { OutgoingFile } from '../../../platform/http/binding.ts'
import { checkFiles, type FileCheck, type KeptFiles } from '../../../platform/kept-files.ts'
import { modelOfCar } from '../../catalogue/public.ts'
import { findOrder, listLines } from '../../repair-orders/public.ts'
import type { DocumentRow, documentsOfOrder as ofOrderRoute, listDocuments as listRoute } from '../contract.ts'
import * as data from '../data/documents.ts'
import { whyNotKeep, whyNotRead, whyNotWithdraw, type TechnicalKind } from '../domain/document.ts'
import { whyNotPdf } from '../domain/pdf.ts'

const rowOf = ({ sha256: _, personId: __, at, withdrawnAt, ...row }: data.DocumentData, readings: readonly data.ReadingData[]): DocumentRow => {
  const reading = readings.find(({ documentId }) => documentId === row.id)
  return { ...row, at: at.toISOString(), withdrawnAt: withdrawnAt?.toISOString() ?? null, readAt: reading?.ownAt?.toISOString() ?? null, readers: reading?.readers ?? 0 }
}

const rowsOf = async ({ tx, by }: Pick<Reading, 'tx' | 'by'>, rows: readonly data.DocumentData[]): Promise<DocumentRow[]> => {
  const readings = await data.readingsOf(tx, by.storeId, rows.map(({ id }) => id), by.personId)
  return rows.map((row) => rowOf(row, readings))
}

export async function listDocuments(reading: Reading, { state, after, limit }: { state: 'in-use' | 'all'; after?: string | undefined; limit: number }): Promise<AnswerOf<typeof listRoute>> {
  const { tx, by } = reading
  const rows = await data.listDocuments(tx, by.storeId, { state, after: after ?? null, limit: limit + 1 })
  return { rows: await rowsOf(reading, rows.slice(0, limit)), next: rows.length > limit ? rows[limit - 1]?.id ?? null : null }
}

/** For the hand at the car: what is meant for its model and its work. */
export async function documentsOfOrder(reading: Reading, orderId: string): Promise<AnswerOf<typeof ofOrderRoute>> {
  const { tx, by } = reading
  const order = found(await findOrder(tx, by.storeId, orderId), 'repair order')
  const codes = (await listLines(tx, by.storeId, orderId)).filter(({ kind }) => kind === 'labour').map(({ code }) => code)
  return { rows: await rowsOf(reading, await data.documentsFor(tx, by.storeId, { modelId: await modelOfCar(tx, null, order.modelName), codes })) }
}

type Meant = { readonly title: string; readonly kind: TechnicalKind; readonly modelId: string | null; readonly codeBegins: string }

async function keep(deed: Deed, wish: Meant, form: Pick<data.DocumentData, 'note' | 'link' | 'sha256' | 'bytes'>): Promise<{ id: string }> {
  const { tx, by, now } = deed
  const document = { ...wish, ...form, id: deed.newId(), at: now, personId: by.personId, personName: by.name }
  await data.insertDocument(tx, by.storeId, document)
  deed.record({ subject: 'technical-document', subjectId: document.id, after: { ...wish, ...form } })
  deed.announce({ event: 'technical-document.added', subjectId: document.id })
  return { id: document.id }
}

export async function addDocument(deed: Deed, { note, link, ...wish }: Meant & { readonly note: string; readonly link: string }): Promise<{ id: string }> {
  refuseIf(whyNotKeep({ note, link }))
  return keep(deed, wish, { note: note === '' ? null : note, link: link === '' ? null : link, sha256: null, bytes: null })
}

/** Looked at before it is kept; the file is on the disk before its record commits. */
export async function addDocumentFile(deed: Deed, files: KeptFiles, { bytes, ...wish }: Meant & { readonly bytes: Uint8Array }): Promise<{ id: string }> {
  refuseIf(whyNotPdf(bytes))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await files.keep(deed.by.storeId, sha256, bytes)
  return keep(deed, wish, { note: null, link: null, sha256, bytes: bytes.length })
}

/** It goes out as a download: what it holds never runs as a page of ours. */
export async function openDocumentFile({ tx, by }: Reading, files: KeptFiles, documentId: string): Promise<OutgoingFile> {
  const { title, sha256, withdrawnAt } = found(await data.findDocument(tx, by.storeId, documentId), 'technical document')
  const bytes = sha256 === null || withdrawnAt !== null ? null : await files.read(by.storeId, sha256)
  return { name: `${title}.pdf`, type: 'application/pdf', bytes: found(bytes, 'technical document') }
}

export async function withdrawDocument(deed: Deed, { documentId, version, reason }: { documentId: string; version: number; reason: string }): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const document = found(await data.lockDocument(tx, by.storeId, documentId), 'technical document')
  refuseStale(document.version, version)
  refuseIf(whyNotWithdraw({ withdrawn: document.withdrawnAt !== null, reason }))
  await data.withdrawIt(tx, by.storeId, documentId, { at: now, byName: by.name, reason })
  deed.record({ subject: 'technical-document', subjectId: documentId, before: { title: document.title }, after: { withdrawn: true }, reason })
  deed.announce({ event: 'technical-document.withdrawn', subjectId: documentId })
  return { version: version + 1 }
}

/** Of two who say it at once for one person, one does. */
export async function sayRead(deed: Deed, documentId: string): Promise<{ id: string }> {
  const { tx, by, now } = deed
  const { withdrawnAt, title } = found(await data.lockDocument(tx, by.storeId, documentId), 'technical document')
  const [own] = await data.readingsOf(tx, by.storeId, [documentId], by.personId)
  refuseIf(whyNotRead({ withdrawn: withdrawnAt !== null, read: own !== undefined && own.ownAt !== null }))
  await data.insertReading(tx, by.storeId, { documentId, personId: by.personId, personName: by.name, at: now })
  deed.record({ subject: 'technical-document', subjectId: documentId, after: { title, readBy: by.name } })
  deed.announce({ event: 'technical-document.read', subjectId: documentId })
  return { id: documentId }
}

export const checkDocumentFiles = (database: Database, files: KeptFiles, storeId: string): Promise<FileCheck> =>
  checkFiles(files, storeId, (after, limit) => database.reading([storeId], (tx) => data.hashesAfter(tx, storeId, after, limit)))
