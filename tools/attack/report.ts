import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg } from 'node:os'
import path from 'node:path'
import { keepFigures, promises } from '../prove/goals.ts'
import type { Goal, Outcome } from './outcome.ts'

/** The promises that attacks try. */
const tried: readonly Goal[] = ['P1', 'P2', 'P3', 'P4', 'P8', 'P9', 'P10', 'P13', 'P14', 'P15']
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

const said = (of: 'facts' | 'faults', goal: Goal, outcomes: readonly Outcome[]): string[] => outcomes.flatMap((outcome) => outcome[of].filter(([each]) => each === goal).map(([, sentence]) => sentence))

function line(goal: Goal, outcomes: readonly Outcome[], missing: number): string {
  const [facts, faults] = [said('facts', goal, outcomes), said('faults', goal, outcomes)]
  const met = faults.length === 0 ? (facts.length === 0 ? 'not tried' : missing === 0 ? 'met' : 'held as far as it was run') : `**not met**, ${String(faults.length)} times: ${faults.slice(0, 3).map((fault) => fault.slice(0, 240)).join('; ')}`
  return `| ${goal} | ${promises[goal]} | ${cell(met)} | ${cell(facts.join(' · '))} |`
}

const folder = path.join(import.meta.dirname, '../../docs/proof')
const figures = path.join(folder, 'attack.json')
type Kept = Outcome & { readonly at: string; /** What `verify` said of that product's books afterwards. */ readonly verify: string }

/** One attack alone takes the place of its own lines; the others keep those of their own run. */
export function writeReport(outcomes: readonly Outcome[], names: readonly string[], verify: string): void {
  const at = new Date().toISOString().slice(0, 16)
  const before = existsSync(figures) ? JSON.parse(readFileSync(figures, 'utf8')) as Kept[] : []
  const now = outcomes.map((outcome): Kept => ({ ...outcome, faults: outcome.faults.map(([goal, fault]) => [goal, fault.slice(0, 300)] as const), at, verify }))
  const all = names.flatMap((name) => [...now, ...before].filter(({ attack }) => attack === name).slice(0, 1))
  const missing = names.filter((name) => !all.some(({ attack }) => attack === name))
  writeFileSync(figures, `${JSON.stringify(all, null, 1)}\n`)
  keepFigures('attack', at.slice(0, 10), tried.map((goal) => ({ goal, facts: said('facts', goal, all), faults: said('faults', goal, all) })))
  writeFileSync(path.join(folder, 'attack.md'), `# Attacks: what the product does when somebody means it harm

Written by \`npm run attack\`: ${String(availableParallelism())} × ${cpus()[0]?.model.trim() ?? 'unknown'}, load ${loadavg().map((each) => each.toFixed(1)).join(' ')} at the end.
Products with a demo store of their own (T0), in folders of their own; what is asked comes from \`/openapi.json\` and the valid call of each operation that stands in it.

## Goals

| goal | promise | held | figures |
| --- | --- | --- | --- |
${tried.map((goal) => line(goal, all, missing.length)).join('\n')}

## Attacks

| attack | run | seconds | what did not hold | \`verify\` of the books afterwards |
| --- | --- | --: | --: | --- |
${all.map(({ attack, at: when, seconds, faults, verify: said }) => `| ${attack} | ${when} | ${seconds.toFixed(0)} | ${String(faults.length)} | ${cell(said)} |`).join('\n')}

${missing.length === 0 ? '' : `Without figures yet: ${missing.join(', ')}.\n\n`}Not tried here: a request without Host (Node itself answers it 400, without a body), PDFs in a browser's own viewer (they are searched for anything that acts, and their text is read), an attack from inside the database's machine, TLS (a proxy's or the local authority's part).
`)
}
