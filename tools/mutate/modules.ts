import type { Case } from './judge.ts'
import { mutantsOf, withMutant, type Mutant } from './mutants.ts'
import { importsIn } from '../tidy/imports.ts'
import { isTest, type TextFile, type Tree } from '../tidy/tree.ts'

/** Whose rules are tried, and what the score has to be at least. */
export const leastScore = 80
export const rules: Readonly<Record<string, string>> = {
  kernel: 'src/kernel/',
  stock: 'src/modules/stock/domain/',
  settlement: 'src/modules/settlement/domain/',
  duties: 'src/modules/duties/domain/',
  'repair-orders': 'src/modules/repair-orders/domain/',
}

export type Trial = { readonly file: string; readonly mutant: Mutant; readonly one: Case }

/** All changes of a module's rules, each with the tests that reach the file; `took`: the tests beside it (and the kernel's) with the milliseconds they need. */
export function trialsOf(tree: Tree, below: string, took: ReadonlyMap<string, number>): Trial[] {
  const importers = importersIn(tree)
  const files = tree.files.filter(({ path }) => path.startsWith(below) && path.endsWith('.ts') && !isTest(path))
  let number = 0
  return files.flatMap((file) => {
    const affected = reachedFrom(file.path, importers)
    const tests = testsFor(file, affected, took)
    return mutantsOf(file.text).map((mutant) => {
      number += 1
      return { file: file.path, mutant, one: { number, file: file.path, source: withMutant(file.text, mutant), affected, tests } }
    })
  })
}

/** All tests of a module as they are: without a change each must pass, or the score says nothing. */
export const unchanged = (tree: Tree, below: string): Case[] =>
  tree.files.filter(({ path }) => isTest(path) && (path.startsWith(below) || path.startsWith('src/kernel/')))
    .map(({ path, text }, index) => ({ number: -1 - index, file: path, source: text, affected: [path], tests: [path] }))

/** The test of the same name first: it most likely notices. Then the quick ones. */
function testsFor({ path }: TextFile, affected: readonly string[], took: ReadonlyMap<string, number>): string[] {
  const rank = (test: string): number => (test === path.replace(/\.ts$/, '.test.ts') ? -1 : took.get(test) ?? 0)
  return affected.filter((each) => took.has(each)).toSorted((a, b) => rank(a) - rank(b))
}

function importersIn(tree: Tree): Map<string, string[]> {
  const importers = new Map<string, string[]>()
  for (const { from, to, typeOnly } of importsIn(tree)) {
    if (to !== null && !typeOnly && /\/(domain|kernel)\//.test(from)) importers.set(to, [...(importers.get(to) ?? []), from])
  }
  return importers
}

function reachedFrom(file: string, importers: ReadonlyMap<string, readonly string[]>): string[] {
  const reached = new Set([file])
  for (const each of reached) for (const importer of importers.get(each) ?? []) reached.add(importer)
  return [...reached]
}
