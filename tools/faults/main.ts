import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg } from 'node:os'
import path from 'node:path'
import { freePort, makeProduct, until, type Product } from '../../src/app/testing/product.ts'
import { writesAt } from '../../src/app/testing/writes.ts'
import { losePrimary } from '../group/failover.ts'
import { settingsOf, withServers, withWeb } from '../group/group.ts'
import { poolerBinary } from '../group/servers.ts'
import { keepFigures, type Figure } from '../prove/goals.ts'
import { faults, type Fault } from './faults.ts'
import { killLongWork } from './long-work.ts'
import { tryUpgrades, type UpgradeRow } from './upgrade.ts'

// Breaks the product under load, one fault after the other, and counts what was promised, lost, doubled (docs/proof/faults.md; reliability P5–P7, P11).
const enough = 1_000 // acknowledged before a fault
const felt = 5_000 // milliseconds without an answer, where all of them come in the end

type Row = {
  readonly name: string; readonly told: number; readonly wrong: readonly string[]; readonly repeated: number
  readonly gapMs: number; readonly verified: boolean; readonly notRun: string | null; readonly seen: string
  /** Until nothing was left that the product does by itself; null where that was not looked at. */
  readonly workedOffMs: number | null
}

/** After the fault everybody is served again, without anybody's hand. */
async function recovered(load: { told(): number }): Promise<void> {
  const before = load.told()
  if (!await until(60_000, () => load.told() > before + 20)) throw new Error('nobody is served again a minute after the fault')
}

/** Entries of the audit not sealed, messages due, imports on their way: nobody has to help them along. */
const workLeft = `select (select count(*) from platform.audit_unsealed) + (select count(*) from notices.message where status = 'waiting' and due_at <= now())
  + (select count(*) from exchange.import where state in ('reading', 'running')) as left`
const longest = 120_000

async function workedOff(product: Product): Promise<number> {
  const began = performance.now()
  const done = async (): Promise<boolean> => Number((await product.sql<{ left: string }>(workLeft))[0]?.left) === 0
  if (!await until(longest, done)) throw new Error(`work is stuck ${String(longest / 1_000)} s after the fault`)
  return performance.now() - began
}

const nothing = { workedOffMs: null, told: 0, wrong: [], repeated: 0, gapMs: 0, verified: true, notRun: null, seen: '' }

async function tryFault(name: string, fault: Fault): Promise<Row> {
  const why = fault.whyNot?.() ?? null
  if (why !== null) return { ...nothing, name, notRun: why }
  const place = fault.place?.()
  const product: Product = await makeProduct({}, place)
  try {
    await product.start()
    const writes = await writesAt(product)
    const load = writes.startLoad()
    if (!await until(120_000, () => load.told() >= enough)) throw new Error('the load does not run')
    const seen = await fault.happen(product, writes)
    await recovered(load)
    await load.stop()
    const lost = await writes.lost()
    const { repeated, wrong } = await writes.repeatUnanswered()
    const workedOffMs = await workedOff(product)
    if (repeated === 0 && load.longestGap() < felt) throw new Error('nobody felt the fault: it did not happen')
    await product.stop()
    const { code, said } = await product.run('verify')
    return { ...nothing, name, workedOffMs, told: load.told(), wrong: [...lost, ...wrong], repeated, gapMs: load.longestGap(), verified: code === 0 && said.includes('ok ') && !said.includes('WRONG'), seen }
  } finally {
    await product.remove()
    fault.tidy?.()
  }
}

/** The primary with all its processes, under two web processes, a pooler and a synchronous standby that takes over (docs/operations.md). */
async function tryFailover(name: string): Promise<Row> {
  if (!existsSync(poolerBinary)) return { ...nothing, name, notRun: 'pgbouncer is not installed' }
  const { before, promotedMs, ...row } = await withServers(null, async (servers, folder) => {
    const settings = settingsOf(servers, folder)
    return withWeb({ count: 2, port: await freePort(), host: '127.0.0.1', say: () => {} }, settings, ({ url }) => losePrimary(servers, url, settings))
  })
  return { ...nothing, ...row, name, seen: `after ${String(before)} acknowledged; promoted ${(promotedMs / 1_000).toFixed(1)} s after the kill` }
}

const worker = 'worker killed in the middle of its work (SIGKILL)'
const others: Readonly<Record<string, (name: string) => Promise<Row>>> = {
  [worker]: async (name) => ({ ...nothing, ...await killLongWork(), name }),
  'primary lost, synchronous standby takes over': tryFailover,
}

const line = ({ name, told, wrong, repeated, gapMs, verified, notRun, seen }: Row): string => (notRun === null
  ? `| ${name} | ${String(told)} | ${wrong.length === 0 ? '0' : `**${String(wrong.length)}**: ${wrong.slice(0, 2).join('; ')}`} | ${String(repeated)} | ${(gapMs / 1_000).toFixed(1)} s | ${verified ? 'clean' : '**not clean**'} | ${seen} |`
  : `| ${name} | not run: ${notRun} | | | | | |`)

const upgradeLine = ({ name, tried, wrong, seen }: UpgradeRow): string => `| ${name} | ${String(tried)} | ${wrong.length === 0 ? '0' : `**${String(wrong.length)}**: ${wrong.slice(0, 2).join('; ')}`} | ${seen} |`

const folder = path.join(import.meta.dirname, '../../docs/proof')
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('tool:') && word !== '--')
const rows: Row[] = []
const tries = [...Object.entries(faults).map(([name, fault]) => [name, () => tryFault(name, fault)] as const), ...Object.entries(others).map(([name, work]) => [name, () => work(name)] as const)]
for (const [name, work] of tries.filter(([each]) => wanted.length === 0 || wanted.some((word) => each.includes(word)))) {
  const row = await work().catch((cause: unknown): Row => ({ ...nothing, name, wrong: [String(cause)], verified: false }))
  rows.push(row)
  console.log(line(row))
}
const upgrades = wanted.length === 0 || wanted.includes('upgrade') ? await tryUpgrades() : []
for (const row of upgrades) console.log(upgradeLine(row))

const gapGoals: readonly (readonly [fault: string, seconds: number])[] = [['app killed (SIGKILL)', 5], ['database killed (SIGKILL)', 10]]

/** What the faults say about the promises P5, P6, P7 and P12. */
function figuresOf(tried: readonly Row[], onUpgrades: readonly UpgradeRow[]): Figure[] {
  const run = tried.filter(({ notRun }) => notRun === null)
  const left = tried.filter(({ notRun }) => notRun !== null).map(({ name, notRun }) => `${name}: not run, ${String(notRun)}`)
  const fewest = run.toSorted((one, other) => one.told - other.told)[0]
  const gaps = gapGoals.flatMap(([fault, seconds]) => run.filter(({ name }) => name === fault).map(({ gapMs }) => ({ fault, seconds, gap: gapMs / 1_000 })))
  return [
    { goal: 'P5', facts: [`\`verify\` after each of ${String(run.length)} faults: ${String(run.filter(({ verified }) => verified).length)} clean`], faults: run.filter(({ verified }) => !verified).map(({ name }) => `${name}: not clean`) },
    { goal: 'P6', facts: [`${String(run.reduce((sum, { told }) => sum + told, 0))} writes acknowledged under ${String(run.length)} faults, ${String(run.reduce((sum, { repeated }) => sum + repeated, 0))} sent again: ${String(run.flatMap(({ wrong }) => wrong).length)} lost, doubled or strange`, `${String(fewest?.told ?? 0)} or more in each (goal ${String(enough)})`, ...left], faults: [...run.filter(({ told }) => told < enough).map(({ name, told }) => `${name}: only ${String(told)} acknowledged`), ...run.flatMap(({ name, wrong }) => wrong.map((what) => `${name}: ${what}`))] },
    { goal: 'P7', facts: [...gaps.map(({ fault, seconds, gap }) => `${fault}: nobody served for ${gap.toFixed(1)} s (goal ${String(seconds)})`), ...run.filter(({ name }) => name === worker).map(({ seen }) => `${seen}, within 120 s`), workFact(run)], faults: gaps.filter(({ seconds, gap }) => gap > seconds).map(({ fault, gap, seconds }) => `${fault}: ${gap.toFixed(1)} s, not ${String(seconds)}`) },
    { goal: 'P12', facts: onUpgrades.map(({ name, seen }) => `${name}: ${seen}`), faults: onUpgrades.flatMap(({ name, wrong }) => wrong.map((what) => `${name}: ${what}`)) },
  ]
}

/** How long the product still had to do by itself. */
function workFact(tried: readonly Row[]): string {
  const times = tried.flatMap(({ workedOffMs }) => workedOffMs ?? [])
  return `nothing left to seal, send or import after each of ${String(times.length)} faults, at most ${(Math.max(0, ...times) / 1_000).toFixed(1)} s after the load (goal ${String(longest / 1_000)})`
}

const missed = rows.filter(({ wrong, verified }) => wrong.length > 0 || !verified)
if (wanted.length === 0) {
  keepFigures('faults', new Date().toISOString().slice(0, 10), figuresOf(rows, upgrades))
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'faults.md'), `# Faults: what was promised is in the books, once

Written by \`npm run faults\` on ${new Date().toISOString().slice(0, 10)}: ${String(availableParallelism())} × ${cpus()[0]?.model.trim() ?? 'unknown'}, load ${loadavg().map((each) => each.toFixed(1)).join(' ')} at the end.
Six advisors register cars, a cashier takes deposits, a storekeeper books goods in, over HTTP without a pause; after ${String(enough)} acknowledged writes the fault happens, and the load goes on until they are served again. Each fault has a product and a database of its own.

| fault | acknowledged | lost, doubled or strange | sent again with the same key | longest time nobody was served | verify after it | what was seen |
|---|--:|--:|--:|--:|---|---|
${rows.map(line).join('\n')}

## Upgrades

Steps are the migrations of this release, into a database of their own; the shape compared is everything they make, down to rights and row security.

| fault | tried | lost, doubled or strange | what was seen |
|---|--:|--:|---|
${upgrades.map(upgradeLine).join('\n')}

The worker is no process of its own: long work runs behind the pages of the process that took it, and is killed with it. Not tried: an upgrade from an older release (there is none).
`)
}
process.exitCode = missed.length === 0 && upgrades.every(({ wrong }) => wrong.length === 0) ? 0 : 1
