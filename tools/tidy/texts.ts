import { lineAt, matchesIn, type TextFile, type Tree } from './tree.ts'

export type Key = { readonly key: string; readonly path: string; readonly line: number }

/** A set of texts in one language: an object whose lines are `'module.name': …`. */
const setStart = /export const (\w+)(?::[^=]+)? = \{/g

/** All keys by language. A set's language is its file's (texts/en.ts), else the end of its name (platformZh, webEn). */
export function textKeys(tree: Tree, language: 'zh' | 'en'): Key[] {
  return tree.files.filter(isTextFile).flatMap((file) => {
    const starts = matchesIn(file, setStart).map(({ match }) => ({ index: match.index, language: languageOf(file.path, match[1] ?? '') }))
    return matchesIn(file, /^\s*'([^'\n]+)':/gm)
      .filter(({ match }) => starts.findLast(({ index }) => index < match.index)?.language === language)
      .map(({ match, line }) => ({ key: match[1] ?? '', path: file.path, line }))
  })
}

export const isTextFile = ({ path }: TextFile): boolean =>
  /^src\/modules\/[^/]+\/texts\/([a-z-]+\.)?(zh-CN|en)\.ts$/.test(path) || /^src\/platform\/(web\/)?texts\.ts$/.test(path)

function languageOf(path: string, name: string): 'zh' | 'en' | null {
  if (/[/.]zh-CN\.ts$/.test(path) || /(^zh|Zh)$/.test(name)) return 'zh'
  return /[/.]en\.ts$/.test(path) || /(^en|En)$/.test(name) ? 'en' : null
}

/** String literals in single or double quotes, with their lines. */
export function literalsIn({ text }: TextFile): { readonly value: string; readonly line: number }[] {
  return [...text.matchAll(/\/\/[^\n]*|\/\*[\s\S]*?\*\/|'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"/g)]
    .flatMap((match) => {
      const value = match[1] ?? match[2]
      return value === undefined ? [] : [{ value, line: lineAt(text, match.index) }]
    })
}
