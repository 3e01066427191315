import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

// The journeys in the browser. A file that failed is tried once more as a whole, in a store of its own: what a broken
// try left behind cannot fail the second. What passes only then is said; more than a few are not tried again.

const root = path.join(import.meta.dirname, '../..')
const mostAgain = 3

type Suite = { readonly file: string; readonly specs: readonly { readonly title: string; readonly ok: boolean }[]; readonly suites?: readonly Suite[] }
type Outcome = { readonly passed: boolean; readonly files: readonly string[]; readonly titles: readonly string[] }

const failedIn = (suite: Suite): string[] => [...suite.specs.filter(({ ok }) => !ok).map(({ title }) => title), ...(suite.suites ?? []).flatMap(failedIn)]

function travel(wanted: readonly string[]): Outcome {
  const folder = mkdtempSync(path.join(tmpdir(), 'gangwei-journeys-'))
  const report = path.join(folder, 'report.json')
  const { status } = spawnSync(process.execPath, [path.join(root, 'node_modules/@playwright/test/cli.js'), 'test', '--reporter=list,json', ...wanted], { cwd: root, stdio: 'inherit', env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report } })
  const { suites } = JSON.parse(readFileSync(report, 'utf8')) as { suites: readonly Suite[] }
  rmSync(folder, { recursive: true })
  const failed = suites.map((suite) => ({ file: suite.file, titles: failedIn(suite) })).filter(({ titles }) => titles.length > 0)
  return { passed: status === 0, files: failed.map(({ file }) => `/${file}`), titles: failed.flatMap(({ file, titles }) => titles.map((title) => `${file}: ${title}`)) }
}

const first = travel(process.argv.slice(2))
if (!first.passed) {
  if (first.files.length === 0 || first.files.length > mostAgain) process.exit(1)
  console.log(`\n▸ once more, in a store of their own: ${first.files.join(' ')}`)
  if (!travel(first.files).passed) process.exit(1)
  console.log(`\nPassed at the second try only:\n${first.titles.map((title) => `  ${title}`).join('\n')}`)
}
