import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { lineOf, type Score } from '../mutate/report.ts'
import type { Drill } from './restore-drill.ts'

const root = path.join(import.meta.dirname, '../..')

/** Changes every rule in one small place at a time: in each module the tests notice at least as many as the limit says. */
export function mutationScore(): Drill {
  const { status } = spawnSync(process.execPath, [path.join(root, 'tools/mutate/main.ts')], { cwd: root, stdio: 'inherit' })
  const scores = JSON.parse(readFileSync(path.join(root, 'docs/proof/mutation.json'), 'utf8')) as readonly Score[]
  return { held: status === 0, facts: scores.map((score) => `changed rules, ${lineOf(score)}`) }
}
