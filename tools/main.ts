import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import path from 'node:path'

const root = path.join(import.meta.dirname, '..')
const bin = (name: string): string => path.join(root, 'node_modules', name)

type Job = { readonly name: string; readonly command: string; readonly args: readonly string[]; readonly env?: Record<string, string> }

const node = (name: string, script: string, ...args: string[]): Job => ({ name, command: process.execPath, args: [script, ...args] })

/** Side by side: the longest of them needs as long as the others together. */
const checks: readonly (readonly Job[])[] = [[
  node('types: server', bin('typescript/bin/tsc'), '-p', 'tsconfig.json'),
  node('types: domain without platform', bin('typescript/bin/tsc'), '-p', 'tsconfig.domain.json'),
  node('types: web', bin('typescript/bin/tsc'), '-p', 'tsconfig.web.json'),
  node('types: journeys', bin('typescript/bin/tsc'), '-p', 'tsconfig.e2e.json'),
  node('lint', bin('oxlint/bin/oxlint')),
], [
  node('tidy: what machines keep', path.join(root, 'tools/tidy/main.ts')),
]]
const unit: readonly Job[] = [node('tests: rules, database, HTTP', bin('vitest/vitest.mjs'), 'run')]

/** Debian's packages for the browser journeys; as root they are installed, else the person is told what to install. */
const needed: readonly { readonly file: string; readonly packages: string }[] = [
  { file: '/usr/bin/chromium-headless-shell', packages: 'chromium-headless-shell' },
  { file: '/usr/bin/pdftoppm', packages: 'poppler-utils' },
  { file: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc', packages: 'fonts-noto-cjk' },
]

function prepareBrowser(): void {
  if (process.env['CHROMIUM'] !== undefined && existsSync(process.env['CHROMIUM'])) return
  const missing = needed.filter(({ file }) => !existsSync(file)).map(({ packages }) => packages)
  if (missing.length === 0) return
  if (process.getuid?.() !== 0) {
    console.error(`The browser journeys need: ${missing.join(' ')}. Install them (apt-get install ${missing.join(' ')}), or name a Chromium in CHROMIUM.`)
    process.exit(1)
  }
  run({ name: `installing ${missing.join(' ')}`, command: 'apt-get', args: ['update', '-qq'] })
  run({ name: `installing ${missing.join(' ')}`, command: 'apt-get', args: ['install', '-y', '-qq', '--no-install-recommends', ...missing], env: { DEBIAN_FRONTEND: 'noninteractive' } })
}

const journeys = (...wanted: string[]): Job => node('journeys in the browser', path.join(root, 'tools/journeys/main.ts'), ...wanted)

/** Like `run`, but what it prints is shown when it has ended, so that two at once do not mix their words. */
async function runBeside({ name, command, args, env }: Job): Promise<boolean> {
  const began = performance.now()
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } })
  const pieces: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => { pieces.push(piece) })
  const [status] = await once(child, 'close') as [number | null]
  const words = Buffer.concat(pieces).toString()
  console.log(`\n▸ ${name}\n${words}${status === 0 ? '✓' : '✗'} ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`)
  return status === 0
}

async function runChecks(): Promise<void> {
  const chain = async (jobs: readonly Job[]): Promise<boolean> => {
    for (const job of jobs) if (!await runBeside(job)) return false
    return true
  }
  const held = await Promise.all(checks.map(chain))
  if (held.includes(false)) process.exit(1)
}

function run({ name, command, args, env }: Job): void {
  const began = performance.now()
  console.log(`\n▸ ${name}`)
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  if (status !== 0) {
    console.error(`✗ ${name} failed after ${seconds} s`)
    process.exit(1)
  }
  console.log(`✓ ${name} (${seconds} s)`)
}

const tasks: Readonly<Record<string, () => void | Promise<void>>> = {
  'tool:check': runChecks,
  'tool:unit': () => unit.forEach(run),
  'tool:new-module': () => run(node('new module', path.join(root, 'tools/new-module/main.ts'), ...process.argv.slice(3))),
  'tool:bench': () => run(node('bench', path.join(root, 'tools/bench', process.argv.includes('--people') ? 'people.ts' : 'main.ts'), ...process.argv.slice(3))),
  'tool:plans': () => run({ ...node('plans of all lists, written anew', bin('vitest/vitest.mjs'), 'run', 'tools/plans'), env: { PLANS: 'write' } }),
  'tool:duties': () => run(node('duties', path.join(root, 'tools/duties/main.ts'), ...process.argv.slice(3))),
  // A filter: nothing but its answers goes to the output.
  'tool:forecast': () => { process.exitCode = spawnSync(process.execPath, [path.join(root, 'tools/forecast/main.ts')], { stdio: 'inherit' }).status ?? 1 },
  'tool:faults': () => run(node('faults', path.join(root, 'tools/faults/main.ts'), ...process.argv.slice(3))),
  // In this process: whoever stops us stops the group.
  'tool:group': () => { if (process.argv.includes('--journeys')) prepareBrowser(); import('./group/main.ts').catch((cause: unknown) => { console.error(cause); process.exit(1) }) },
  'tool:attack': () => { prepareBrowser(); run(node('attacks', path.join(root, 'tools/attack/main.ts'), ...process.argv.slice(3))) },
  'tool:year': () => run(node('a simulated year', path.join(root, 'tools/year/main.ts'), ...process.argv.slice(3))),
  'tool:prove': () => run(node('proof', path.join(root, 'tools/prove/main.ts'))),
  'tool:mutate': () => run(node('mutation score of the rules', path.join(root, 'tools/mutate/main.ts'), ...process.argv.slice(3))),
  'tool:e2e': () => { prepareBrowser(); run(journeys(...process.argv.slice(3))) },
  'tool:test': async () => { prepareBrowser(); await runChecks(); [...unit, journeys()].forEach(run) },
}

const task = tasks[process.argv[2] ?? '']
if (task === undefined) {
  console.error(`Tools: ${Object.keys(tasks).join(', ')}`)
  process.exit(1)
}
await task()
