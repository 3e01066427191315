import { createHash } from 'node:crypto'
import { entriesAt, fileAt, type Finding, type Rule, type TextFile } from '../tree.ts'

export const releasedPath = 'db/released.json'

/** Numbered without a gap, each says why it is there and what it locks, and a released one never changes (db/released.json: name → SHA-256). */
export const migrations: Rule = (tree) => {
  const files = tree.files.filter(({ path }) => path.startsWith('db/migrations/')).toSorted((a, b) => (a.path < b.path ? -1 : 1))
  return [...files.flatMap((file, index) => [...misnumbered(file, index + 1), ...silent(file)]), ...released(tree)]
}

const finding = (path: string, sentence: string, line = 1): Finding => ({ path, line, rule: 'migrations', sentence })
const nameOf = (path: string): string => path.slice('db/migrations/'.length)

function misnumbered({ path }: TextFile, expected: number): Finding[] {
  const number = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(nameOf(path))?.[1]
  if (number === undefined) return [finding(path, 'A migration is called 0001-what-it-does.sql.')]
  return Number(number) === expected ? [] : [finding(path, `Number ${number} stands where ${String(expected).padStart(4, '0')} is due: no gap, no number twice.`)]
}

function silent({ path, text }: TextFile): Finding[] {
  const number = nameOf(path).slice(0, 4)
  const wanted: readonly (readonly [RegExp, string])[] = [
    [new RegExp(`^-- ${number} \\S+: \\S`), `-- ${number} <module>: <what>`], [/^-- Why:\s+\S/m, '-- Why: …'], [/^-- Locks:\s+\S/m, '-- Locks: …'],
  ]
  return wanted.filter(([pattern]) => !pattern.test(text)).map(([, line]) => finding(path, `The head lacks the line "${line}".`))
}

const released: Rule = (tree) => entriesAt(tree, releasedPath).flatMap(([name, hash]) => {
  const file = fileAt(tree, `db/migrations/${name}.sql`)
  if (file === undefined) return [finding(releasedPath, `${name} was released and is gone.`)]
  return createHash('sha256').update(file.text).digest('hex') === hash ? [] : [finding(file.path, 'This migration was released and must not change. Write a new one.')]
})
