import { entriesAt, isTest, type Finding, type Rule, type TextFile } from '../tree.ts'

export const exceptionsPath = 'tools/tidy/exceptions.json'
const limits = { source: 300, test: 600 } as const

/** How many exceptions there may be. It only ever gets smaller. */
export const mostExceptions = 0

const measured = ({ path }: TextFile): boolean => /\.(ts|tsx|mjs|cjs|css)$/.test(path)
const limitOf = ({ path }: TextFile): number => (isTest(path) ? limits.test : limits.source)
const linesOf = ({ text }: TextFile): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0)

/** A file has at most 300 lines, a test 600. An exception names its file and its length; it may shrink, and goes when it is no longer needed. */
export const fileLength: Rule = (tree) => {
  const exceptions = new Map(entriesAt(tree, exceptionsPath).map(([path, lines]) => [path, Number(lines)]))
  const finding = (path: string, sentence: string): Finding => ({ path, rule: 'file-length', sentence })
  const tooLong = tree.files.filter(measured).flatMap((file) => {
    const allowed = Math.max(limitOf(file), exceptions.get(file.path) ?? 0)
    const lines = linesOf(file)
    return lines > allowed ? [finding(file.path, `${String(lines)} lines; ${String(allowed)} are allowed. Divide it by what it is about.`)] : []
  })
  const stale = [...exceptions].flatMap(([path, lines]) => {
    const file = tree.files.find((candidate) => candidate.path === path)
    if (file === undefined || linesOf(file) <= limitOf(file)) return [finding(exceptionsPath, `${path} needs no exception any more: remove it.`)]
    return linesOf(file) < lines ? [finding(exceptionsPath, `${path} has shrunk to ${String(linesOf(file))} lines: write that down.`)] : []
  })
  const tooMany = exceptions.size > mostExceptions ? [finding(exceptionsPath, `${String(exceptions.size)} exceptions; the list may only shrink from ${String(mostExceptions)}.`)] : []
  return [...tooLong, ...stale, ...tooMany]
}
