import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const root = path.join(import.meta.dirname, '../..')
export const webFolder = path.join(root, 'dist/web')
const marker = path.join(webFolder, '.built-from')

/** Short, and another one whenever a contract, or the rules and kinds it is made of, changed: what a page and a server must have in common. */
export function contractMark(source = path.join(root, 'src')): string {
  const hash = createHash('sha256')
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)(contract|shapes)\.ts$|\/domain\/|^kernel\//.test(file.replaceAll(path.sep, '/')) && /(?<!\.test)\.ts$/.test(file)).toSorted()
  for (const file of files) hash.update(file).update(readFileSync(path.join(source, file)))
  return hash.digest('hex').slice(0, 12)
}

/** The page says with every request what it was built from; it knows by its own first element. */
async function markPage(): Promise<void> {
  const place = path.join(webFolder, 'index.html')
  await writeFile(place, (await readFile(place, 'utf8')).replace('<html ', `<html data-contract="${contractMark()}" `))
}

/** Everything the pages are made from; a change anywhere makes them anew. */
function fingerprint(): string {
  const hash = createHash('sha256')
  const files = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(tsx?|css|html|svg|webmanifest)$/.test(file) && !file.endsWith('.test.ts')).toSorted()
  for (const file of ['../package-lock.json', '../vite.config.ts', '../tools/build/titles-of-screens.ts', ...files]) {
    hash.update(file).update(readFileSync(path.join(root, 'src', file)))
  }
  return hash.digest('hex')
}

/** Once, at the building: a phone in the yard gets a third of the bytes, and no request waits for it. */
async function compress(file: string): Promise<void> {
  const place = path.join(webFolder, file)
  const content = await readFile(place)
  if (content.length < 1_000) return
  await writeFile(`${place}.gz`, await promisify(gzip)(content, { level: 9 }))
  await writeFile(`${place}.br`, await promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }))
}

/** Builds the pages when they are missing or older than their source; answers whether it had to. */
export async function ensurePages(): Promise<boolean> {
  const wanted = fingerprint()
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return false
  const { build } = await import('vite')
  await build({ configFile: path.join(root, 'vite.config.ts'), logLevel: 'warn' })
  await markPage()
  await Promise.all(readdirSync(webFolder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(js|css|html|svg|webmanifest)$/.test(file)).map(compress))
  writeFileSync(marker, wanted)
  return true
}
