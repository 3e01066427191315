import { createHash } from 'node:crypto'
import type { Actor } from '../../../kernel/actor.ts'
import { found } from '../../../kernel/refusal.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Database } from '../../../platform/database.ts'
import { perform, type DeedTools, type Reading } from '../../../platform/deed.ts'
import type { KeptPaper } from '../../../platform/http/binding.ts'
import { checkFiles, type FileCheck, type KeptFiles } from '../../../platform/kept-files.ts'
import type { DocumentKind } from '../../../platform/print/documents.ts'
import { isKept, type Printing } from '../../../platform/print/printing.ts'
import type { listPapers as listRoute } from '../contract.ts'
import * as data from '../data/papers.ts'

type Wish = { readonly find: string; readonly kind?: DocumentKind | undefined; readonly orderId?: string | undefined; readonly after?: string | undefined; readonly limit: number }

export async function listPapers({ tx, by }: Reading, { find, kind, orderId, after, limit }: Wish): Promise<AnswerOf<typeof listRoute>> {
  const rows = await data.listPapers(tx, by.storeId, { find: find.toUpperCase(), kind: kind ?? null, orderId: orderId ?? null, permissions: [...by.permissions], after: after ?? null, limit: limit + 1 })
  return {
    rows: rows.slice(0, limit).map(({ id, kind: which, number, language, orderId: visit, bytes, at, personName }) => ({ id, kind: which, number, language, orderId: visit, bytes, at: at.toISOString(), personName })),
    next: rows.length > limit ? rows[limit - 1]?.id ?? null : null,
  }
}

/** Not there, and not his to print, are the same answer. */
export async function openPaper({ tx, by }: Reading, files: KeptFiles, paperId: string): Promise<KeptPaper> {
  const paper = await data.findPaper(tx, by.storeId, paperId)
  const bytes = paper === null || !by.permissions.has(paper.permission) ? null : await files.read(by.storeId, paper.sha256)
  return { name: found(paper, 'paper').number, bytes: found(bytes, 'paper') }
}

/**
 * What is handed out is kept as it was (ADR 0018): the same said again gives the kept bytes, whatever the templates have become since.
 * The file is on the disk before its record commits.
 */
export async function handOut(tools: DeedTools, files: KeptFiles, by: Actor, printing: Printing, call: { readonly operation: string; readonly permission: string; readonly requestId: string }): Promise<Uint8Array> {
  if (!isKept(printing)) return printing.print()
  const { kind, language, name, orderId, facts } = printing
  const kept = await tools.database.reading([by.storeId], (tx) => data.paperOfFacts(tx, by.storeId, facts))
  const before = kept === null ? null : await files.read(by.storeId, kept.sha256)
  if (before !== null) return before
  const bytes = await printing.print()
  if (kept !== null) return bytes // its file is lost, which `verify` tells; what is printed now is another one
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await files.keep(by.storeId, sha256, bytes)
  await perform(tools, by, { operation: call.operation, key: `paper:${facts}`, body: facts, requestId: call.requestId }, async (deed) => {
    const id = deed.newId()
    await data.insertPaper(deed.tx, by.storeId, { id, kind, number: name, language, orderId, permission: call.permission, facts, sha256, bytes: bytes.length, at: deed.now, personId: by.personId, personName: by.name })
    deed.record({ subject: 'paper', subjectId: id, after: { kind, number: name, language, sha256 } })
    deed.announce({ event: 'paper.kept', subjectId: id })
    return {}
  })
  return bytes
}

export const checkPaperFiles = (database: Database, files: KeptFiles, storeId: string): Promise<FileCheck> =>
  checkFiles(files, storeId, (after, limit) => database.reading([storeId], (tx) => data.hashesAfter(tx, storeId, after, limit)))
