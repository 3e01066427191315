import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const root = path.join(import.meta.dirname, '../..')
export const webFolder = path.join(root, 'dist/web')
const marker = path.join(webFolder, '.built-from')

/** Everything the pages are made from; a change anywhere makes them anew. */
function fingerprint(): string {
  const hash = createHash('sha256')
  const files = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(tsx?|css|html|svg|webmanifest)$/.test(file) && !file.endsWith('.test.ts')).toSorted()
  for (const file of ['../package-lock.json', '../vite.config.ts', ...files]) {
    hash.update(file).update(readFileSync(path.join(root, 'src', file)))
  }
  return hash.digest('hex')
}

/** Builds the pages when they are missing or older than their source; answers whether it had to. */
export async function ensurePages(): Promise<boolean> {
  const wanted = fingerprint()
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return false
  const { build } = await import('vite')
  await build({ configFile: path.join(root, 'vite.config.ts'), logLevel: 'warn' })
  writeFileSync(marker, wanted)
  return true
}
