import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg } from 'node:os'
import path from 'node:path'
import type { Goal, Outcome } from './outcome.ts'

/** The promises of security, in short; what each says stands beside its figure. */
const promises: Readonly<Record<Goal, string>> = {
  P1: 'a role does only what its rights say, in its own stores',
  P2: 'no record of another store is read, written, referenced, counted, searched, exported or guessed',
  P3: 'bad input never breaks it: no 5xx, no dropped connection, no stall over 0.8 s, at least 99 % of what must be refused is',
  P4: 'every error is `application/problem+json` with a stable code and a request id',
  P8: 'two people never overwrite each other unseen: of ten at once exactly one wins',
  P9: 'duplicates are harmless: one key, one effect; another body under it is refused',
  P13: 'log-in is guarded: limits, one-time codes once, log-out ends the token',
  P14: 'the page cannot be made to run a stranger\'s script',
  P15: 'one heavy user does not stop the others: heartbeat within 0.8 s, with 200 half-open requests within 2 s',
}
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

function line(goal: Goal, outcomes: readonly Outcome[], missing: number): string {
  const facts = outcomes.flatMap((outcome) => outcome.facts.filter(([of]) => of === goal).map(([, fact]) => fact))
  const faults = outcomes.flatMap((outcome) => outcome.faults.filter(([of]) => of === goal).map(([, fault]) => fault))
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
  writeFileSync(path.join(folder, 'attack.md'), `# Attacks: what the product does when somebody means it harm

Written by \`npm run attack\`: ${String(availableParallelism())} × ${cpus()[0]?.model.trim() ?? 'unknown'}, load ${loadavg().map((each) => each.toFixed(1)).join(' ')} at the end.
Products with a demo store of their own (T0), in folders of their own; what is asked comes from \`/openapi.json\` and the valid call of each operation that stands in it.

## Goals

| goal | promise | held | figures |
| --- | --- | --- | --- |
${(Object.keys(promises) as Goal[]).map((goal) => line(goal, all, missing.length)).join('\n')}

## Attacks

| attack | run | seconds | what did not hold | \`verify\` of the books afterwards |
| --- | --- | --: | --: | --- |
${all.map(({ attack, at: when, seconds, faults, verify: said }) => `| ${attack} | ${when} | ${seconds.toFixed(0)} | ${String(faults.length)} | ${cell(said)} |`).join('\n')}

${missing.length === 0 ? '' : `Without figures yet: ${missing.join(', ')}.\n\n`}Not tried here: a request without Host (Node itself answers it 400, without a body), PDFs in a browser's own viewer (they are searched for anything that acts, and their text is read), an attack from inside the database's machine, TLS (a proxy's or the local authority's part).
`)
}
