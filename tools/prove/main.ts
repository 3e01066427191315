import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os'
import path from 'node:path'
import { mutationScore } from './mutation-score.ts'
import { restoreDrill } from './restore-drill.ts'

// The promises at their full sizes (docs/proof/prove.md). The small sizes run in every `npm test`.
const root = path.join(import.meta.dirname, '../..')
const folder = path.join(root, 'docs/proof')
const proofs = ['src/app/random-days.test.ts', 'src/app/demo/loading.test.ts', 'src/app/simulated-year.test.ts', 'src/app/kill.test.ts', 'src/app/audit-chain.test.ts', 'src/app/examples.test.ts', 'src/app/stock-concurrency.test.ts', 'tools/plans/plans.test.ts']

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
  writeFileSync(path.join(folder, 'prove.md'), report(began, (Date.now() - began.getTime()) / 60_000, tests, [...facts, ...mutation.facts, ...drill.facts, `boards of duties on the small store: ${year ? 'equal to' : '**differ from**'} the recount by SQL (on T1: npm run year, year.md)`]))
  process.exitCode = passed && mutation.held && drill.held && year ? 0 : 1
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
