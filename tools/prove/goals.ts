import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** What the product promises, in short. The number of each is known to the tests and the pages that prove it. */
export const promises = {
  P1: 'a role does only what its rights say, in its own stores',
  P2: 'no record of another store is read, written, referenced, counted, searched, exported or guessed',
  P3: 'bad input never breaks it: no 5xx, no dropped connection, no stall over 0.8 s, at least 99 % of what must be refused is',
  P4: 'every error is `application/problem+json` with a stable code and a request id',
  P5: 'money and stock always add up: after every scenario and every fault the laws of the books find nothing',
  P6: 'what was acknowledged is never lost, what is sent again is never doubled',
  P7: 'it comes back by itself: served again 5 s after the program was killed, 10 s after the database was',
  P8: 'two people never overwrite each other unseen: of ten at once exactly one wins',
  P9: 'duplicates are harmless: one key, one effect; another body under it is refused',
  P10: 'what matters is on record, and every change of the record shows',
  P11: 'a backup restores into an empty place by one command, within 30 min for 5 GB',
  P12: 'an upgrade is safe: killed half way it goes on to the same shape, and a page of before it is told so',
  P13: 'log-in is guarded: limits, one-time codes once, log-out ends the token',
  P14: "the page cannot be made to run a stranger's script",
  P15: 'one heavy user does not stop the others: heartbeat within 0.8 s, with 200 half-open requests within 2 s',
} as const
export type Goal = keyof typeof promises

/** What one of the three commands found about a promise. */
export type Figure = { readonly goal: Goal; /** What was tried and measured. */ readonly facts: readonly string[]; /** What did not hold. */ readonly faults: readonly string[] }
type Source = 'attack' | 'faults' | 'prove'
export type Kept = Readonly<Partial<Record<Source, { readonly on: string; readonly figures: readonly Figure[] }>>>

const sources: readonly Source[] = ['attack', 'faults', 'prove']
const longest = 320
const short = (text: string): string => (text.length > longest ? `${text.slice(0, longest)} …` : text).replaceAll('|', '\\|').replaceAll('\n', ' ')

/** One row a promise, met only when somebody tried it and nothing he found speaks against it. */
export function goalRow(goal: Goal, kept: Kept): string {
  const said = sources.flatMap((source) => (kept[source]?.figures ?? []).filter((figure) => figure.goal === goal).map((figure) => ({ source, ...figure })))
  const faults = said.flatMap((figure) => figure.faults)
  const facts = said.flatMap(({ source, facts: [first, ...more] }) => (first === undefined ? [] : [`[${source}](${source}.md): ${[first, ...more].map(short).join(' · ')}`]))
  const verdict = faults.length > 0 ? `**missed**: ${faults.slice(0, 3).map(short).join('; ')}` : facts.length > 0 ? 'met' : 'not tried'
  return `| ${goal} | ${promises[goal]} | ${verdict} | ${facts.join('<br>')} |`
}

const folder = path.join(import.meta.dirname, '../../docs/proof')
const store = path.join(folder, 'goals.json')

/** Each of the three commands writes its own part; what the others found stays, with the day it was found. */
export function keepFigures(source: Source, on: string, figures: readonly Figure[]): void {
  const kept: Kept = { ...(existsSync(store) ? JSON.parse(readFileSync(store, 'utf8')) as Kept : {}), [source]: { on, figures } }
  writeFileSync(store, `${JSON.stringify(kept, null, 1)}\n`)
  writeFileSync(path.join(folder, 'goals.md'), `# The promises and what was found

Written by \`npm run attack\`, \`npm run faults\` and \`npm run prove\`, each its own part: ${sources.map((each) => `${each} ${kept[each]?.on ?? 'not yet'}`).join(', ')}. The whole of what each did stands in its report.

| goal | promise | verdict | figures |
| --- | --- | --- | --- |
${(Object.keys(promises) as Goal[]).map((goal) => goalRow(goal, kept)).join('\n')}
`)
}
