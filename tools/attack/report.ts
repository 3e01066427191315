import { writeFileSync } from 'node:fs'
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

function line(goal: Goal, outcomes: readonly Outcome[]): string {
  const facts = outcomes.flatMap((outcome) => outcome.facts.filter(([of]) => of === goal).map(([, fact]) => fact))
  const faults = outcomes.flatMap((outcome) => outcome.faults.filter(([of]) => of === goal).map(([, fault]) => fault))
  const met = faults.length === 0 ? (facts.length === 0 ? 'not tried' : 'met') : `**not met**, ${String(faults.length)} times: ${faults.slice(0, 3).map((fault) => fault.slice(0, 240)).join('; ')}`
  return `| ${goal} | ${promises[goal]} | ${cell(met)} | ${cell(facts.join(' · '))} |`
}

export function writeReport(outcomes: readonly Outcome[], minutes: number, verify: string): void {
  writeFileSync(path.join(import.meta.dirname, '../../docs/proof/attack.md'), `# Attacks: what the product does when somebody means it harm

Written by \`npm run attack\` on ${new Date().toISOString().slice(0, 10)}, ${minutes.toFixed(1)} min: ${String(availableParallelism())} × ${cpus()[0]?.model.trim() ?? 'unknown'}, load ${loadavg().map((each) => each.toFixed(1)).join(' ')} at the end.
Two products with a demo store each (T0), in folders of their own; what is asked comes from \`/openapi.json\` and the valid call of each operation that stands in it.

## Goals

| goal | promise | held | figures of this run |
| --- | --- | --- | --- |
${(Object.keys(promises) as Goal[]).map((goal) => line(goal, outcomes)).join('\n')}

## Attacks

| attack | seconds | what did not hold |
| --- | --: | --: |
${outcomes.map(({ attack, seconds, faults }) => `| ${attack} | ${seconds.toFixed(0)} | ${String(faults.length)} |`).join('\n')}

\`verify\` after all of it: ${verify}.

Not tried here: PDFs in a browser's own viewer (they are searched for anything that acts, and their text is read), an attack from inside the database's machine, TLS (a proxy's or the local authority's part).
`)
}
