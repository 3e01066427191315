import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os'
import path from 'node:path'
import { keepFigures, type Figure } from './goals.ts'
import { mutationScore } from './mutation-score.ts'
import { restoreDrill } from './restore-drill.ts'

// The promises at their full sizes (docs/proof/prove.md). The small sizes run in every `npm test`.
const root = path.join(import.meta.dirname, '../..')
const folder = path.join(root, 'docs/proof')
const proofs = ['src/app/random-days.test.ts', 'src/app/demo/loading.test.ts', 'src/app/simulated-year.test.ts', 'src/app/duties-of-years.test.ts', 'src/app/kill.test.ts', 'src/app/audit-chain.test.ts', 'src/app/examples.test.ts', 'src/app/stock-concurrency.test.ts']

type Assertion = { readonly fullName: string; readonly status: string; readonly duration?: number }
type Outcome = { readonly testResults: readonly { readonly assertionResults: readonly Assertion[] }[] }

const machine = (): string =>
  `${String(availableParallelism())} × ${cpus()[0]?.model ?? 'unknown'}, ${String(Math.round(totalmem() / 2 ** 30))} GB, Node ${process.versions.node}, load ${loadavg().map((load) => load.toFixed(1)).join(' ')}`

function prove(scratch: string): { readonly passed: boolean; readonly tests: readonly Assertion[]; readonly facts: string[] } {
  const outcome = path.join(scratch, 'outcome.json')
  const facts = path.join(scratch, 'facts.txt')
  const { status } = spawnSync(process.execPath, [
    path.join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--no-file-parallelism', '--reporter=default', '--reporter=json', `--outputFile.json=${outcome}`, ...proofs,
  ], { cwd: root, stdio: 'inherit', env: { ...process.env, PROVE: 'full', PROOF_FACTS: facts } })
  const { testResults } = JSON.parse(readFileSync(outcome, 'utf8')) as Outcome
  return {
    passed: status === 0, tests: testResults.flatMap(({ assertionResults }) => assertionResults),
    facts: existsSync(facts) ? readFileSync(facts, 'utf8').trim().split('\n') : [],
  }
}

const failed = (tests: readonly Assertion[]): string[] => tests.filter(({ status }) => status !== 'passed').map(({ fullName, status }) => `${fullName.trim()}: ${status}`)

/** What the full sizes say about the promises P5, P6, P7, P10 and P11. */
function figuresOf(tests: readonly Assertion[], facts: readonly string[]): Figure[] {
  const of = (words: RegExp): Assertion[] => tests.filter(({ fullName }) => words.test(fullName))
  const told = (words: RegExp): string[] => facts.filter((fact) => words.test(fact))
  const kills = told(/killed, \d+:/)
  const wrong = kills.filter((fact) => !fact.includes(' 0 lost, 0 doubled'))
  const back = kills.map((fact) => ({ fact, seconds: Number(/after (\d+) ms/.exec(fact)?.[1] ?? 0) / 1_000 }))
  const slow = back.filter(({ fact, seconds }) => seconds > (fact.startsWith('app') ? 5 : 10))
  const killed = of(/killed at the busiest hour|in the same breath|belongs to somebody else|asked to stop/)
  /** What was not tried, or less often than promised, does not hold. */
  const atLeast = (least: number, tried: readonly unknown[], what: string): string[] => (tried.length >= least ? [] : [`${String(tried.length)} ${what}, not ${String(least)}`])
  const tampering = of(/shows( |:|$)|is a finding|slipped|cut off|moved to another store/)
  return [
    { goal: 'P5', facts: told(/^random days/), faults: [...atLeast(1, told(/^random days/), 'runs of random days'), ...failed(of(/random days|laws of the books/))] },
    { goal: 'P6', facts: [`${String(kills.length)} kills of program and database, ${String(kills.reduce((sum, fact) => sum + Number(/(\d+) acknowledged/.exec(fact)?.[1] ?? 0), 0))} writes acknowledged, ${String(wrong.length)} kills with one lost or doubled`], faults: [...wrong, ...atLeast(25, kills, 'kills that came to their end'), ...failed(killed)] },
    { goal: 'P7', facts: [`of ${String(back.length)} kills the slowest was over after ${Math.max(0, ...back.map(({ seconds }) => seconds)).toFixed(1)} s`], faults: slow.map(({ fact }) => fact) },
    { goal: 'P10', facts: [`${String(tampering.filter(({ status }) => status === 'passed').length)} of ${String(tampering.length)} ways to tamper found by the checker`], faults: [...atLeast(20, tampering, 'ways to tamper'), ...failed(tampering)] },
    { goal: 'P11', facts: told(/^restore drill/), faults: [...atLeast(2, told(/^restore drill/), 'lines of the restore drill'), ...told(/^restore drill: verify there (?!clean)|differing/)] },
  ]
}

const report = (began: Date, minutes: number, tests: readonly Assertion[], facts: readonly string[]): string => `# Proof: the promises at their full sizes

Written by \`npm run prove\`; the small sizes of the same tests run in every \`npm test\`. ${began.toISOString().slice(0, 10)}, ${minutes.toFixed(1)} min. ${machine()}.

## Figures

${facts.map((fact) => `- ${fact}`).join('\n')}

## Tests

| test | held | seconds |
| --- | --- | --- |
${tests.map(({ fullName, status, duration = 0 }) => `| ${fullName.trim().replaceAll('|', '\\|')} | ${status === 'passed' ? 'yes' : `**${status}**`} | ${(duration / 1000).toFixed(1)} |`).join('\n')}
`

const began = new Date()
const scratch = mkdtempSync(path.join(tmpdir(), 'gangwei-prove-'))
try {
  const { passed, tests, facts } = prove(scratch)
  const mutation = mutationScore()
  const drill = await restoreDrill()
  const year = spawnSync(process.execPath, [path.join(root, 'tools/year/main.ts'), '--small'], { cwd: root, stdio: 'inherit', env: { ...process.env, DATA_DIR: undefined, TZ: 'UTC' } }).status === 0
  mkdirSync(folder, { recursive: true })
  keepFigures('prove', began.toISOString().slice(0, 10), figuresOf(tests, [...facts, ...drill.facts]))
  writeFileSync(path.join(folder, 'prove.md'), report(began, (Date.now() - began.getTime()) / 60_000, tests, [...facts, ...mutation.facts, ...drill.facts, `boards of duties on the small store: ${year ? 'equal to' : '**differ from**'} the recount by SQL (on T1: npm run year, year.md)`]))
  process.exitCode = passed && mutation.held && drill.held && year ? 0 : 1
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
