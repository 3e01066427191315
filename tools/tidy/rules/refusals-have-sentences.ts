import { literalsIn, textKeys } from '../texts.ts'
import { isTest, matchesIn, type Rule, type TextFile } from '../tree.ts'

/** Codes a person may meet: `new Refusal('…')`, a route's `refuses`, and everything the platform calls 'platform.…'. */
function codesIn(file: TextFile): { readonly code: string; readonly line: number }[] {
  const made = matchesIn(file, /new Refusal\(\s*'([^']+)'/g).map(({ match, line }) => ({ code: match[1] ?? '', line }))
  const declared = matchesIn(file, /\brefuses:\s*\[([^\]]*)\]/g).flatMap(({ match, line }) =>
    [...(match[1] ?? '').matchAll(/'([^']+)'/g)].map(([, code = '']) => ({ code, line })))
  const platforms = file.path.startsWith('src/platform/')
    ? literalsIn(file).filter(({ value }) => /^platform\.[a-z-]+$/.test(value)).map(({ value, line }) => ({ code: value, line })) : []
  return [...made, ...declared, ...platforms]
}

/** Whoever is refused reads a sentence, in Chinese and in English. */
export const refusalsHaveSentences: Rule = (tree) => {
  const known = { zh: new Set(textKeys(tree, 'zh').map(({ key }) => key)), en: new Set(textKeys(tree, 'en').map(({ key }) => key)) }
  const sources = tree.files.filter(({ path }) => /^src\/.*\.tsx?$/.test(path) && !isTest(path) && !/\/texts(\/|\.ts)/.test(path))
  const seen = new Set<string>()
  return sources.flatMap((file) => codesIn(file).flatMap(({ code, line }) => (['zh', 'en'] as const).flatMap((language) => {
    const place = `${file.path} ${String(line)} ${code} ${language}`
    if (known[language].has(code) || seen.has(place)) return []
    seen.add(place)
    return [{ path: file.path, line, rule: 'refusals-have-sentences', sentence: `'${code}' has no sentence in ${language === 'zh' ? 'Chinese' : 'English'}. Write it into the module's texts.` }]
  })))
}
