import { isTest, matchesIn, modulesOf, placeInModule, type Rule, type TextFile, type Tree } from '../tree.ts'
import { numbersOf } from './module-map.ts'

const schemaOf = (module: string): string => module.replaceAll('-', '_')

/** Every schema there is: one per module, the platform's, and what migrations create. */
function schemasOf(tree: Tree): Set<string> {
  const created = tree.files.filter(({ path }) => path.startsWith('db/migrations/'))
    .flatMap((file) => matchesIn(file, /create schema (?:if not exists )?(\w+)/g).map(({ match }) => match[1] ?? ''))
  return new Set(['platform', ...modulesOf(tree).map(schemaOf), ...created])
}

/** A table after from, join, into, update, using, or after a comma of a from list. Aliases (`c.person_id`) are no schemas and fall out. */
const tables = /(\bfrom|\bjoin|\binto|\bupdate|\busing|\btruncate|,)\s+(?:only\s+|table\s+|lateral\s+)?([a-z_]+)\.([a-z_]+)/gi

/** Laws that hold between modules (data/invariants.ts) may look into the modules below; they only read. */
const schemasBelow = (tree: Tree, module: string): string[] => {
  const numbers = numbersOf(tree)
  return [...numbers].filter(([, number]) => number < (numbers.get(module) ?? 0)).map(([name]) => schemaOf(name))
}

/** A module's SQL names its own tables, the platform's, and views `v_…` of others; and it stands in data/ alone. */
export const sqlAtHome: Rule = (tree) => {
  const schemas = schemasOf(tree)
  return tree.files.filter(({ path }) => /\.tsx?$/.test(path) && !isTest(path)).flatMap((file) => {
    const place = placeInModule(file.path)
    if (file.path.startsWith('src/platform/')) return foreignTables(file, schemas, ['platform'])
    if (place === null) return []
    if (!place.inside.startsWith('data/')) return strayQueries(file)
    const below = place.inside === 'data/invariants.ts' ? schemasBelow(tree, place.module) : []
    return foreignTables(file, schemas, ['platform', schemaOf(place.module), ...below])
  })
}

const foreignTables = (file: TextFile, schemas: ReadonlySet<string>, own: readonly string[]) =>
  matchesIn(file, tables).filter(({ match: [, , schema = '', table = ''] }) =>
    schemas.has(schema) && !own.includes(schema) && !table.startsWith('v_'))
    .map(({ match, line }) => ({
      path: file.path, line, rule: 'sql-at-home',
      sentence: `${match[2] ?? ''}.${match[3] ?? ''} belongs to another module. Ask its public.ts, or a view v_… it offers.`,
    }))

const strayQueries = (file: TextFile) =>
  matchesIn(file, /\b(?:(?:tx|plain|queries)\.(?:all|one|maybe|run)\b[^`(\n]*`|sql`)/g)
    .map(({ line }) => ({ path: file.path, line, rule: 'sql-at-home', sentence: 'SQL stands in data/ alone.' }))
