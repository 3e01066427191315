/** What the rules look at: the text files of the project, paths from its root with forward slashes. */
export type TextFile = { readonly path: string; readonly text: string }
export type Tree = { readonly files: readonly TextFile[] }

export type Finding = { readonly path: string; readonly line?: number; readonly rule: string; readonly sentence: string }

/** A rule is a pure function: the tree in, what is wrong out. */
export type Rule = (tree: Tree) => Finding[]

/** `aTree({ 'src/kernel/a.ts': '…' })`: a tree for tests. */
export const aTree = (files: Readonly<Record<string, string>>): Tree => ({ files: Object.entries(files).map(([path, text]) => ({ path, text })) })

export const isTest = (path: string): boolean => /\.(test|spec)\.tsx?$/.test(path) || path.startsWith('e2e/')

/** A comment is only seen where a line begins with it; that is how this project writes them. */
export const isComment = (line: string): boolean => /^\s*(\/\/|\/\*|\*|--|#)/.test(line)

export const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length

/** `src/modules/repair-orders/data/orders.ts` → repair-orders, data/orders.ts. */
export function placeInModule(path: string): { readonly module: string; readonly inside: string } | null {
  const match = /^src\/modules\/([^/]+)\/(.+)$/.exec(path)
  return match?.[1] === undefined || match[2] === undefined ? null : { module: match[1], inside: match[2] }
}

export const modulesOf = (tree: Tree): string[] =>
  [...new Set(tree.files.flatMap(({ path }) => placeInModule(path)?.module ?? []))].toSorted()

export const fileAt = (tree: Tree, path: string): TextFile | undefined => tree.files.find((file) => file.path === path)

export function jsonAt(tree: Tree, path: string): unknown {
  const file = fileAt(tree, path)
  return file === undefined ? undefined : JSON.parse(file.text)
}

/** An object of the JSON file, or an empty one when there is no such file. */
export function entriesAt(tree: Tree, path: string): [string, unknown][] {
  const value = jsonAt(tree, path)
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}

/** Each match of a pattern, with its line. */
export const matchesIn = ({ text }: TextFile, pattern: RegExp): { readonly match: RegExpExecArray; readonly line: number }[] =>
  [...text.matchAll(pattern)].map((match) => ({ match, line: lineAt(text, match.index) }))
