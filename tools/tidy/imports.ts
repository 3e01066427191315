import { lineAt, type TextFile, type Tree } from './tree.ts'

export type Import = {
  readonly from: string
  readonly line: number
  /** As written: './orders.ts', '#kernel/ids.ts', 'zod'. */
  readonly specifier: string
  /** Path from the project's root, or null for a package. */
  readonly to: string | null
  /** Types only: gone before anything runs. */
  readonly typeOnly: boolean
}

const statement = /^(?:import|export)(\s+type)?\b([^'"`;=]*?)\bfrom\s*['"]([^'"]+)['"]/gm
const bare = /^import\s*['"]([^'"]+)['"]/gm
const dynamic = /\bimport\(\s*['"]([^'"]+)['"]/g

/** Every import of a source file. Exact for the way this project writes them: statements begin their line. */
export function importsOf(file: TextFile): Import[] {
  const found = (specifier: string, index: number, typeOnly: boolean): Import =>
    ({ from: file.path, line: lineAt(file.text, index), specifier, to: targetOf(file.path, specifier), typeOnly })
  const statements = [...file.text.matchAll(statement)].map((match) =>
    found(match[3] ?? '', match.index, match[1] !== undefined || onlyTypes(match[2] ?? '')))
  const others = [...file.text.matchAll(bare), ...file.text.matchAll(dynamic)].map((match) => found(match[1] ?? '', match.index, false))
  return [...statements, ...others].toSorted((a, b) => a.line - b.line)
}

export const importsIn = (tree: Tree, below = 'src/'): Import[] =>
  tree.files.filter(({ path }) => path.startsWith(below) && /\.(ts|tsx)$/.test(path)).flatMap(importsOf)

/** `{ type A, type B }` */
function onlyTypes(clause: string): boolean {
  const names = /^\s*\{([^}]*)\}\s*$/.exec(clause)?.[1]?.split(',').map((name) => name.trim()).filter((name) => name !== '')
  return names !== undefined && names.length > 0 && names.every((name) => name.startsWith('type '))
}

function targetOf(from: string, specifier: string): string | null {
  if (specifier.startsWith('#')) return `src/${specifier.slice(1)}`
  if (!specifier.startsWith('.')) return null
  const parts = from.split('/').slice(0, -1)
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}
