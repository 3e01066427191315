import path from 'node:path'
import { storeIds } from '../modules/organisation/public.ts'
import { checkPaperFiles } from '../modules/papers/public.ts'
import { checkPhotoFiles } from '../modules/photos/public.ts'
import { checkDocumentFiles } from '../modules/technical-documents/public.ts'
import { checkChain } from '../platform/audit/check.ts'
import { auditKey, readAnchors } from '../platform/audit/keeping.ts'
import type { Database } from '../platform/database.ts'
import { keptFiles } from '../platform/kept-files.ts'
import { invariants } from './modules.ts'

export type Finding = { readonly name: string; readonly rows: number; readonly first: unknown }

/** Runs every invariant over all stores; each must give no row. */
export async function checkInvariants(database: Database): Promise<Finding[]> {
  const stores = await storeIds(database.plain)
  const findings: Finding[] = [{ name: `stores: ${String(stores.length)}`, rows: 0, first: null }]
  for (const [name, query] of Object.entries(invariants)) {
    const rows = await database.reading(stores, (tx) => tx.all<unknown>(Object.assign([query], { raw: [query] })))
    findings.push({ name, rows: rows.length, first: rows[0] ?? null })
  }
  return findings
}

/** Walks the audit chain of every store against the key and the heads in the data folder. */
export async function checkChains(database: Database, dataFolder: string): Promise<Finding[]> {
  const [key, anchors] = [auditKey(dataFolder), readAnchors(dataFolder)]
  const findings: Finding[] = []
  for (const storeId of await storeIds(database.plain)) {
    const { blocks, rows, breaks } = await checkChain(database, key, storeId, anchors)
    findings.push({ name: `audit chain of ${storeId}: ${String(blocks)} blocks, ${String(rows)} entries`, rows: breaks.length, first: breaks[0] ?? null })
  }
  return findings
}

export const photoFolderOf = (dataFolder: string): string => path.join(dataFolder, 'photos')

/** The file of every photo, technical document and paper must be there and be what its name says. */
export async function checkPhotos(database: Database, dataFolder: string): Promise<Finding[]> {
  const files = keptFiles(photoFolderOf(dataFolder))
  const findings: Finding[] = []
  for (const storeId of await storeIds(database.plain)) {
    for (const [what, check] of Object.entries({ photos: checkPhotoFiles, 'technical documents': checkDocumentFiles, papers: checkPaperFiles })) {
      const { count, wrong } = await check(database, files, storeId)
      findings.push({ name: `${what} of ${storeId}: ${String(count)} files`, rows: wrong.length, first: wrong[0] ?? null })
    }
  }
  return findings
}

export const verify = async (database: Database, dataFolder: string): Promise<Finding[]> =>
  [...await checkInvariants(database), ...await checkChains(database, dataFolder), ...await checkPhotos(database, dataFolder)]

/** One line a check; what is wrong with its first row. */
export const lineOf = ({ name, rows, first }: Finding): string =>
  (rows === 0 ? `ok    ${name}` : `WRONG ${name}: ${String(rows)} rows, the first ${JSON.stringify(first)}`)
