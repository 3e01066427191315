import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { zstdCompress, zstdDecompress } from 'node:zlib'

// A backup is a list of files cut into pieces of 1 MB; a piece is stored once, under the hash of its content. What did not change since
// the last backup, photos above all, is therefore never written again, and every backup stands for itself.

const pieceBytes = 1_048_576

export type SavedFile = { readonly path: string; readonly mode: number; readonly bytes: number; readonly pieces: readonly string[] }

/** One backup, by the moment it was taken: what `restore` puts back. */
export type Manifest = { readonly format: 1; readonly name: string; readonly at: string; readonly version: string; /** The server the copy is of, by its own identifier. */ readonly server: string; readonly folders: readonly string[]; readonly files: readonly SavedFile[] }

export type Written = { readonly newBytes: number; readonly knownBytes: number }

export class DamagedBackup extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'DamagedBackup'
  }
}

const [compress, decompress] = [promisify(zstdCompress), promisify(zstdDecompress)]
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
const placeOf = (folder: string, hash: string): string => path.join(folder, 'pieces', hash.slice(0, 2), hash)

/** Whole or not at all: a reader never sees half a file. */
function writeWhole(file: string, content: Buffer | string): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.${randomBytes(4).toString('hex')}.draft`
  writeFileSync(draft, content, { mode: 0o600, flush: true })
  renameSync(draft, file)
}

async function keep(folder: string, bytes: Buffer, count: (written: Written) => void): Promise<string> {
  const hash = hashOf(bytes)
  const place = placeOf(folder, hash)
  const known = existsSync(place)
  if (!known) writeWhole(place, await compress(bytes))
  count(known ? { newBytes: 0, knownBytes: bytes.length } : { newBytes: bytes.length, knownBytes: 0 })
  return hash
}

/** Saves one file as it is while others may write to it; null when it is gone meanwhile. */
export async function saveFile(folder: string, source: string, name: string, count: (written: Written) => void): Promise<SavedFile | null> {
  const handle = await open(source).catch((cause: unknown) => {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw cause
  })
  if (handle === null) return null
  try {
    const { mode } = await handle.stat()
    const pieces: string[] = []
    const buffer = Buffer.alloc(pieceBytes)
    let bytes = 0
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, pieceBytes, bytes)
      if (bytesRead > 0) pieces.push(await keep(folder, buffer.subarray(0, bytesRead), count))
      bytes += bytesRead
      if (bytesRead < pieceBytes) return { path: name, mode: mode & 0o777, bytes, pieces }
    }
  } finally {
    await handle.close()
  }
}

/** Content that is no file of its own, as the label a restored database starts from. */
export async function saveText(folder: string, name: string, text: string, count: (written: Written) => void): Promise<SavedFile> {
  const bytes = Buffer.from(text)
  return { path: name, mode: 0o600, bytes: bytes.length, pieces: [await keep(folder, bytes, count)] }
}

const manifestFile = (folder: string, name: string): string => path.join(folder, `${name}.json`)

/** The backup exists from here on. */
export const saveManifest = (folder: string, manifest: Manifest): void => writeWhole(manifestFile(folder, manifest.name), JSON.stringify(manifest))

/** Names of the backups in a folder, oldest first. */
export const backupNames = (folder: string): string[] =>
  (existsSync(folder) ? readdirSync(folder) : []).filter((file) => /^\d{8}T\d{6}Z\.json$/.test(file)).map((file) => file.slice(0, -5)).toSorted()

export function readManifest(folder: string, name: string): Manifest {
  const file = manifestFile(folder, name)
  if (!existsSync(file)) throw new DamagedBackup(`There is no backup ${name} in ${folder}. There are: ${backupNames(folder).join(', ') || 'none'}`)
  return JSON.parse(readFileSync(file, 'utf8')) as Manifest
}

/** Puts one file back and proves it: every piece must still be what its name says. */
export async function restoreFile(folder: string, file: SavedFile, target: string): Promise<void> {
  mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 })
  const handle = await open(target, 'wx', file.mode)
  try {
    for (const hash of file.pieces) {
      const place = placeOf(folder, hash)
      if (!existsSync(place)) throw new DamagedBackup(`A piece of ${file.path} is missing in the backup: ${place}`)
      const bytes = await decompress(readFileSync(place)).catch(() => Buffer.alloc(0))
      if (hashOf(bytes) !== hash) throw new DamagedBackup(`A piece of ${file.path} is damaged in the backup: ${place}`)
      await handle.write(bytes)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Keeps the newest backups and removes the older ones with the pieces only they had. Answers how many backups went. */
export function prune(folder: string, newest: number): number {
  const names = backupNames(folder)
  const old = names.slice(0, Math.max(0, names.length - newest))
  if (old.length === 0) return 0
  for (const name of old) rmSync(manifestFile(folder, name))
  const used = new Set(backupNames(folder).flatMap((name) => readManifest(folder, name).files.flatMap(({ pieces }) => pieces)))
  for (const shelf of readdirSync(path.join(folder, 'pieces'))) {
    for (const piece of readdirSync(path.join(folder, 'pieces', shelf))) if (!used.has(piece)) rmSync(path.join(folder, 'pieces', shelf, piece))
  }
  return old.length
}
