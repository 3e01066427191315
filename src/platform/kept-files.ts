import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises'
import path from 'node:path'

/**
 * Files that belong to records, one folder a store, named by the hash of their content: the same picture twice is one file, and a file
 * whose record was rolled back does no harm. They lie in the data folder, so every backup has them.
 */
export type KeptFiles = {
  /** On the disk for good when the promise resolves; the deed commits after it. */
  keep(storeId: string, sha256: string, bytes: Uint8Array): Promise<void>
  /** Null when the file is missing. */
  read(storeId: string, sha256: string): Promise<Uint8Array | null>
}

const isMissing = (cause: unknown): boolean => (cause as NodeJS.ErrnoException).code === 'ENOENT'

export function keptFiles(folder: string): KeptFiles {
  const placeOf = (storeId: string, sha256: string): string => path.join(folder, storeId, sha256.slice(0, 2), sha256)
  const isThere = (place: string): Promise<boolean> => stat(place).then(() => true, (cause: unknown) => {
    if (isMissing(cause)) return false
    throw cause
  })
  return {
    async keep(storeId, sha256, bytes) {
      const place = placeOf(storeId, sha256)
      if (await isThere(place)) return
      await mkdir(path.dirname(place), { recursive: true, mode: 0o700 })
      const draft = `${place}.${randomBytes(4).toString('hex')}.draft`
      const handle = await open(draft, 'wx', 0o600)
      try {
        await handle.writeFile(bytes)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(draft, place)
    },
    read: (storeId, sha256) => readFile(placeOf(storeId, sha256)).catch((cause: unknown) => {
      if (isMissing(cause)) return null
      throw cause
    }),
  }
}

export type KeptRow = { readonly id: string; readonly sha256: string }
export type FileCheck = { readonly count: number; readonly wrong: readonly string[] }

const step = 500

/** Reads the file of every record of a store, page by page: how many there are, and which are missing or not what their name says. */
export async function checkFiles(files: KeptFiles, storeId: string, pageAfter: (after: string, limit: number) => Promise<readonly KeptRow[]>): Promise<FileCheck> {
  const wrong: string[] = []
  let [count, after] = [0, '00000000-0000-0000-0000-000000000000']
  for (;;) {
    const rows = await pageAfter(after, step)
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
