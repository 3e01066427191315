import path from 'node:path'
import { importGraph } from './import-graph.ts'
import { readTree } from './read-tree.ts'
import { chinesePunctuation } from './rules/chinese-punctuation.ts'
import { fileLength } from './rules/file-length.ts'
import { importDirection } from './rules/import-direction.ts'
import { linksLeadSomewhere } from './rules/links-lead-somewhere.ts'
import { machineTraces } from './rules/machine-traces.ts'
import { migrations } from './rules/migrations.ts'
import { moduleMap } from './rules/module-map.ts'
import { moduleShape } from './rules/module-shape.ts'
import { refusalsHaveSentences } from './rules/refusals-have-sentences.ts'
import { routesNameTheirRight } from './rules/routes-name-their-right.ts'
import { sqlAtHome } from './rules/sql-at-home.ts'
import { textKeysExist } from './rules/text-keys.ts'
import { unfinishedWords } from './rules/unfinished-words.ts'
import { webApart } from './rules/web-apart.ts'
import type { Finding, Rule } from './tree.ts'

export const rules: readonly Rule[] = [
  moduleMap, moduleShape, importDirection, webApart, fileLength, routesNameTheirRight, refusalsHaveSentences, textKeysExist,
  chinesePunctuation, sqlAtHome, migrations, unfinishedWords, machineTraces, linksLeadSomewhere,
]

const root = path.join(import.meta.dirname, '../..')
const fewest = 50

/** A rule that sees nothing finds nothing: too few files are a finding of their own. */
export const whyBlind = (files: number, modules: number): string | null =>
  (Math.min(files, modules) < fewest ? `Only ${String(files)} files and ${String(modules)} modules of the import graph were seen: the rules look past the project.` : null)

/** Looks at the whole project and prints what is not in order; answers how many findings there are. */
export async function tidy(): Promise<number> {
  const tree = readTree(root)
  const graph = await importGraph(root)
  const blind = whyBlind(tree.files.length, graph.modules)
  const findings: Finding[] = [...(blind === null ? [] : [{ path: '.', rule: 'tidy', sentence: blind }]), ...rules.flatMap((rule) => rule(tree)), ...graph.findings]
  for (const { path: place, line, sentence } of findings.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : (a.line ?? 0) - (b.line ?? 0)))) {
    console.log(`${place}${line === undefined ? '' : `:${String(line)}`} ${sentence}`)
  }
  console.log(`${String(tree.files.length)} files, ${String(graph.modules)} modules in the import graph, ${String(rules.length + 1)} rules, ${String(findings.length)} findings`)
  return findings.length
}

if (import.meta.main) process.exitCode = await tidy() === 0 ? 0 : 1
