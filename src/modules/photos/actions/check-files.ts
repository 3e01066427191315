import { createHash } from 'node:crypto'
import type { Database } from '../../../platform/database.ts'
import type { KeptFiles } from '../../../platform/kept-files.ts'
import { hashesAfter } from '../data/photos.ts'

const step = 500

/** Reads the file of every photo and voice note of a store: how many there are, and which are missing or not what their name says. */
export async function checkPhotoFiles(database: Database, files: KeptFiles, storeId: string): Promise<{ count: number; wrong: string[] }> {
  const wrong: string[] = []
  let [count, after] = [0, '00000000-0000-0000-0000-000000000000']
  for (;;) {
    const rows = await database.reading([storeId], (tx) => hashesAfter(tx, storeId, after, step))
    for (const { id, sha256 } of rows) {
      const bytes = await files.read(storeId, sha256)
      if (bytes === null || createHash('sha256').update(bytes).digest('hex') !== sha256) wrong.push(id)
    }
    count += rows.length
    const last = rows.at(-1)
    if (last === undefined || rows.length < step) return { count, wrong }
    after = last.id
  }
}
