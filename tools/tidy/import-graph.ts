import { createRequire } from 'node:module'
import path from 'node:path'
import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser'
import type { Finding } from './tree.ts'

export type ImportGraph = {
  /** How many files of ours were read: without a parser for TypeScript it would be none, silently. */
  readonly modules: number
  readonly findings: readonly Finding[]
}

/** Circles and dead files, by dependency-cruiser and .dependency-cruiser.cjs (it parses with @swc/core, as TypeScript 7 has no API for it yet). */
export async function importGraph(root: string): Promise<ImportGraph> {
  const { forbidden, options } = createRequire(import.meta.url)(path.join(root, '.dependency-cruiser.cjs')) as Required<Pick<IConfiguration, 'forbidden' | 'options'>>
  const { output } = await cruise(['src'], { ...options, baseDir: root, ruleSet: { forbidden }, validate: true })
  if (typeof output === 'string') throw new TypeError('dependency-cruiser gave a report instead of its result')
  return { modules: countOwn(output), findings: output.summary.violations.map((violation) => ({
    path: violation.from, rule: violation.rule.name,
    sentence: violation.rule.name === 'no-circle'
      ? `imports itself in a circle: ${(violation.cycle ?? []).map(({ name }) => name).join(' → ')}`
      : 'Nobody imports this file, however far one goes from the entries. Use it or delete it.',
  })) }
}

const countOwn = ({ modules }: ICruiseResult): number => modules.filter(({ source }) => source.startsWith('src/')).length
