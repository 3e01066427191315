import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { register } from './register.ts'
import { wordsOf, type Words } from './words.ts'

const project = path.join(import.meta.dirname, '../..')

/** A wish that cannot be met, said in a sentence. */
export class WrongModule extends Error {}

/** Writes a whole module in the fixed shape, its migration and its place in the app; answers the paths it wrote or changed. */
export function newModule(name: string, number: number, root = project): string[] {
  const why = whyNotModule(name, number, root)
  if (why !== null) throw new WrongModule(why)
  const words = wordsOf(name)
  const registered = register(root, words, number)
  const written = Object.entries(templates()).map(([place, text]) => write(root, `src/modules/${name}/${filled(place, words)}`, filled(text, words)))
  return [...written, writeMigration(root, words), ...registered].toSorted()
}

function whyNotModule(name: string, number: number, root: string): string | null {
  if (!/^[a-z]{3,}(-[a-z]+)*$/.test(name)) return `"${name}" is no name for a module: small letters and hyphens, as in tool-loans.`
  if (existsSync(path.join(root, 'src/modules', name))) return `src/modules/${name} exists already.`
  return Number.isSafeInteger(number) && number >= 0 ? null : 'The number says whom the module may import: modules with a smaller number. See src/module-map.json.'
}

/** Path inside the module → text, as they lie in templates/. */
function templates(folder = path.join(import.meta.dirname, 'templates'), below = ''): Record<string, string> {
  return Object.assign({}, ...readdirSync(folder, { withFileTypes: true }).map((entry) => {
    const place = path.join(folder, entry.name)
    return entry.isDirectory() ? templates(place, `${below}${entry.name}/`) : { [`${below}${entry.name.slice(0, -'.txt'.length)}`]: readFileSync(place, 'utf8') }
  })) as Record<string, string>
}

/** `__Thing__` and its like become the module's words; a name without a word stays visible, and the test finds it. */
const filled = (text: string, words: Words): string =>
  text.replace(/__(\w+?)__/g, (whole, name: string) => (Object.hasOwn(words, name) ? words[name as keyof Words] : whole))

function writeMigration(root: string, words: Words): string {
  const last = readdirSync(path.join(root, 'db/migrations')).filter((file) => file.endsWith('.sql')).toSorted().at(-1) ?? '0000'
  const number = String(Number(last.slice(0, 4)) + 1).padStart(4, '0')
  const text = readFileSync(path.join(import.meta.dirname, 'migration.sql.txt'), 'utf8')
  return write(root, `db/migrations/${number}-${words.module}.sql`, filled(text.replaceAll('__number__', number), words))
}

function write(root: string, place: string, text: string): string {
  mkdirSync(path.dirname(path.join(root, place)), { recursive: true })
  writeFileSync(path.join(root, place), text)
  return place
}

if (import.meta.main) {
  const [name = '', number = ''] = process.argv.slice(2).filter((word) => !word.startsWith('tool:'))
  try {
    for (const place of newModule(name, number === '' ? Number.NaN : Number(number))) console.log(place)
  } catch (cause) {
    if (!(cause instanceof WrongModule)) throw cause
    console.error(`${cause.message}\nUsage: npm run new-module -- tool-loans 6`)
    process.exitCode = 1
  }
}
