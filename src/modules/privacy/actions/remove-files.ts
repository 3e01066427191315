import type { Database } from '../../../platform/database.ts'
import type { KeptFiles } from '../../../platform/kept-files.ts'
import { storeIds } from '../../organisation/public.ts'
import { deleteFileToRemove, filesToRemove } from '../data/erasures.ts'
import { isFileUsed } from '../data/tables.ts'
import { personalTables } from './parts.ts'

/** Files of erased records go from the disk after the commit; one that died in between is gone at the next turn. */
export async function removeErasedFiles(database: Database, files: KeptFiles): Promise<number> {
  let removed = 0
  for (const storeId of await storeIds(database.plain)) {
    const waiting = await database.reading([storeId], (tx) => filesToRemove(tx, storeId))
    for (const { sha256 } of waiting) {
      await database.transaction([storeId], async (tx) => {
        if (!await isFileUsed(tx, storeId, personalTables(), sha256)) await files.remove(storeId, sha256)
        await deleteFileToRemove(tx, storeId, sha256)
      })
      removed += 1
    }
  }
  return removed
}
