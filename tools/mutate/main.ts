import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { rules, trialsOf, unchanged, type Trial } from './modules.ts'
import { judgeAll, type Judged } from './pool.ts'
import { isEnough, lineOf, markdownOf, type Equivalent, type Score } from './report.ts'
import { readTree } from '../tidy/read-tree.ts'
import type { Tree } from '../tidy/tree.ts'

// Changes every rule in one small place at a time and asks the tests beside it whether they notice (docs/proof/mutation.md).
const root = path.join(import.meta.dirname, '../..')
const equivalents = JSON.parse(readFileSync(path.join(import.meta.dirname, 'equivalent.json'), 'utf8')) as readonly Equivalent[]

const isThat = ({ file, mutant }: Trial, { file: inFile, was, becomes }: Equivalent): boolean => file === inFile && mutant.lineWas === was && mutant.lineBecomes === becomes

async function scoreOf(tree: Tree, module: string, below: string): Promise<{ readonly score: Score; readonly noticed: readonly Trial[]; readonly known: readonly Trial[] }> {
  const began = performance.now()
  const tests = unchanged(tree, below)
  const without = await judgeAll(tests, 60_000)
  const red = without.flatMap(({ killedBy }) => killedBy ?? [])
  if (red.length > 0) throw new Error(`the tests of ${module} fail without any change: ${red.join('; ')}`)
  const took = new Map(tests.map(({ file }, index) => [file, without[index]?.milliseconds ?? 0]))
  const trials = trialsOf(tree, below, took)
  const judged = await judgeAll(trials.map(({ one }) => one), 5_000 + 3 * Math.max(...took.values()))
  const where = (is: (one: Judged) => boolean): Trial[] => trials.filter((_, index) => is(judged[index] ?? { killedBy: null, milliseconds: 0 }))
  const noticed = where(({ killedBy }) => killedBy !== null)
  const known = where(({ killedBy }) => killedBy === null).filter((trial) => equivalents.some((each) => isThat(trial, each)))
  const survivors = where(({ killedBy }) => killedBy === null).filter((trial) => !known.includes(trial))
  return {
    noticed, known,
    score: {
      module, day: new Date().toISOString().slice(0, 10), mutants: trials.length, killed: noticed.length, endless: where(({ killedBy }) => killedBy === 'no end').length, equivalent: known.length,
      survivors: survivors.map(({ file, mutant: { line, kind, lineWas, lineBecomes } }) => ({ file, line, kind, was: lineWas, becomes: lineBecomes })),
      seconds: (performance.now() - began) / 1000,
    },
  }
}

const tree = readTree(root)
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => rules[name] === undefined)
if (unknown.length > 0) throw new Error(`no rules to try: ${unknown.join(', ')}; there are ${Object.keys(rules).join(', ')}`)
const scores: Score[] = []
const wrong: string[] = []
for (const [module, below] of Object.entries(rules)) {
  if (asked.length > 0 && !asked.includes(module)) continue
  const { score, known } = await scoreOf(tree, module, below)
  scores.push(score)
  console.log(lineOf(score))
  for (const { file, line, kind, was, becomes } of score.survivors) console.log(`  ${file}:${String(line)} ${kind}\n    - ${was}\n    + ${becomes}`)
  // Whoever says that a change changes nothing must be right, today too.
  wrong.push(...equivalents.filter(({ file }) => file.startsWith(below)).filter((each) => !known.some((trial) => isThat(trial, each)))
    .map(({ file, becomes }) => `tools/mutate/equivalent.json: noticed by a test, or no longer there: ${file}: ${becomes}`))
}
for (const sentence of wrong) console.error(sentence)
const folder = path.join(root, 'docs/proof')
const stored = path.join(folder, 'mutation.json')
// Whoever tries one module renews its lines; the others stay as they were measured.
const before = existsSync(stored) ? (JSON.parse(readFileSync(stored, 'utf8')) as readonly Score[]) : []
const all = Object.keys(rules).flatMap((module) => scores.find((score) => score.module === module) ?? before.find((score) => score.module === module) ?? [])
mkdirSync(folder, { recursive: true })
writeFileSync(stored, `${JSON.stringify(all, null, 1)}\n`)
writeFileSync(path.join(folder, 'mutation.md'), markdownOf(all, equivalents))
process.exitCode = wrong.length === 0 && scores.every(isEnough) ? 0 : 1
