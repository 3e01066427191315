import type { Tx } from '../../../platform/database.ts'
import { listParts } from '../data/parts.ts'
import { findPatterns } from '../domain/find-text.ts'
import { normalPartNumber } from '../domain/part-number.ts'

/** Ids of the parts that typed words or a scanned barcode find, by number; for lists of other modules. */
export async function findPartIds(tx: Tx, typed: string, limit: number): Promise<string[]> {
  const parts = await listParts(tx, { patterns: findPatterns(typed), barcode: normalPartNumber(typed), category: null, activeOnly: false, after: null, limit })
  return parts.map(({ id }) => id)
}
