import { textKeys, type Key } from '../texts.ts'
import { isTest, matchesIn, type Finding, type Rule } from '../tree.ts'

/** Every key stands in both languages and once, under its module's name or an earlier module's; every `t('…')` of a page names one. */
export const textKeysExist: Rule = (tree) => {
  const zh = textKeys(tree, 'zh')
  const en = textKeys(tree, 'en')
  const finding = ({ path, line }: { path: string; line: number }, sentence: string): Finding => ({ path, line, rule: 'text-keys', sentence })
  const missing = (here: readonly Key[], there: readonly Key[], language: string) => {
    const known = new Set(there.map(({ key }) => key))
    return here.filter(({ key }) => !known.has(key)).map((key) => finding(key, `'${key.key}' is missing in ${language}.`))
  }
  const twice = [...zh, ...en].filter((key, index, all) =>
    all.findIndex((other) => other.key === key.key && zh.includes(other) === zh.includes(key)) !== index).map((key) => finding(key, `'${key.key}' stands twice.`))
  const known = new Set(zh.map(({ key }) => key))
  const pages = tree.files.filter(({ path }) => /^src\/.*\.tsx$/.test(path) && !isTest(path) && !path.startsWith('src/ui-kit/'))
  const unknown = pages.flatMap((file) => matchesIn(file, /const (\w+) = useTexts\(/g).flatMap(({ match: [, name = ''] }) =>
    matchesIn(file, new RegExp(`(?<![\\w.])${name}\\('([^']+)'`, 'g')).map(({ match, line }) => ({ key: match[1] ?? '', path: file.path, line })))
    .filter(({ key }) => !known.has(key)))
  const once = new Map(unknown.map((key) => [`${key.path} ${String(key.line)} ${key.key}`, key]))
  return [...missing(zh, en, 'English'), ...missing(en, zh, 'Chinese'), ...twice, ...[...once.values()].map((key) => finding(key, `'${key.key}' is no text.`))]
}
