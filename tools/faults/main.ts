import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg } from 'node:os'
import path from 'node:path'
import { arrivalsAt } from '../../src/app/testing/arrivals.ts'
import { makeProduct, until, type Product } from '../../src/app/testing/product.ts'
import { faults, type Fault } from './faults.ts'
import { keepFigures, type Figure } from '../prove/goals.ts'
import { tryUpgrades, type UpgradeRow } from './upgrade.ts'

// Breaks the product under load, one fault after the other, and counts what was promised, lost, doubled (docs/proof/faults.md; reliability P5–P7, P11).
const advisors = ['sad', 'sad2', 'sad3', 'sad4', 'sad5', 'sad6']
const enough = 300 // acknowledged before a fault

type Row = {
  readonly name: string; readonly told: number; readonly wrong: readonly string[]; readonly repeated: number
  readonly gapMs: number; readonly verified: boolean; readonly notRun: string | null; readonly seen: string
}

/** After the fault cars are registered again, without anybody's hand. */
async function recovered(load: { told(): number }): Promise<void> {
  const before = load.told()
  if (!await until(60_000, () => load.told() > before + 20)) throw new Error('nobody is served again a minute after the fault')
}

async function tryFault(name: string, fault: Fault): Promise<Row> {
  const nothing = { name, told: 0, wrong: [], repeated: 0, gapMs: 0, verified: true, seen: '' }
  const why = fault.whyNot?.() ?? null
  if (why !== null) return { ...nothing, notRun: why }
  const place = fault.place?.()
  const product: Product = await makeProduct({}, place)
  try {
    await product.start()
    const arrivals = arrivalsAt(product, await Promise.all(advisors.map((login) => product.signIn(login))))
    const load = arrivals.startLoad()
    if (!await until(60_000, () => load.told() >= enough)) throw new Error('the load does not run')
    const seen = await fault.happen(product, arrivals)
    await recovered(load)
    await load.stop()
    const lost = await arrivals.lost()
    const { repeated, wrong } = await arrivals.repeatUnanswered()
    if (repeated === 0) throw new Error('nobody felt the fault: it did not happen')
    await product.stop()
    const { code, said } = await product.run('verify')
    return { ...nothing, told: load.told(), wrong: [...lost, ...wrong], repeated, gapMs: load.longestGap(), verified: code === 0 && !said.includes('WRONG'), notRun: null, seen }
  } finally {
    await product.remove()
    fault.tidy?.()
  }
}

const line = ({ name, told, wrong, repeated, gapMs, verified, notRun, seen }: Row): string => (notRun === null
  ? `| ${name} | ${String(told)} | ${wrong.length === 0 ? '0' : `**${String(wrong.length)}**: ${wrong.slice(0, 2).join('; ')}`} | ${String(repeated)} | ${(gapMs / 1_000).toFixed(1)} s | ${verified ? 'clean' : '**not clean**'} | ${seen} |`
  : `| ${name} | not run: ${notRun} | | | | | |`)

const upgradeLine = ({ name, tried, wrong, seen }: UpgradeRow): string => `| ${name} | ${String(tried)} | ${wrong.length === 0 ? '0' : `**${String(wrong.length)}**: ${wrong.slice(0, 2).join('; ')}`} | ${seen} |`

const folder = path.join(import.meta.dirname, '../../docs/proof')
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('tool:') && word !== '--')
const rows: Row[] = []
for (const [name, fault] of Object.entries(faults).filter(([each]) => wanted.length === 0 || wanted.some((word) => each.includes(word)))) {
  const row = await tryFault(name, fault).catch((cause: unknown): Row => ({ name, told: 0, wrong: [String(cause)], repeated: 0, gapMs: 0, verified: false, notRun: null, seen: '' }))
  rows.push(row)
  console.log(line(row))
}
const upgrades = wanted.length === 0 || wanted.includes('upgrade') ? await tryUpgrades() : []
for (const row of upgrades) console.log(upgradeLine(row))

const gapGoals: readonly (readonly [fault: string, seconds: number])[] = [['app killed (SIGKILL)', 5], ['database killed (SIGKILL)', 10]]

/** What the faults say about the promises P5, P6, P7 and P12. */
function figuresOf(tried: readonly Row[], onUpgrades: readonly UpgradeRow[]): Figure[] {
  const run = tried.filter(({ notRun }) => notRun === null)
  const gaps = gapGoals.flatMap(([fault, seconds]) => run.filter(({ name }) => name === fault).map(({ gapMs }) => ({ fault, seconds, gap: gapMs / 1_000 })))
  return [
    { goal: 'P5', facts: [`\`verify\` after each of ${String(run.length)} faults: ${String(run.filter(({ verified }) => verified).length)} clean`], faults: run.filter(({ verified }) => !verified).map(({ name }) => `${name}: not clean`) },
    { goal: 'P6', facts: [`${String(run.reduce((sum, { told }) => sum + told, 0))} writes acknowledged under ${String(run.length)} faults, ${String(run.reduce((sum, { repeated }) => sum + repeated, 0))} sent again: ${String(run.flatMap(({ wrong }) => wrong).length)} lost, doubled or strange`], faults: run.flatMap(({ name, wrong }) => wrong.map((what) => `${name}: ${what}`)) },
    { goal: 'P7', facts: gaps.map(({ fault, seconds, gap }) => `${fault}: nobody served for ${gap.toFixed(1)} s (goal ${String(seconds)})`), faults: gaps.filter(({ seconds, gap }) => gap > seconds).map(({ fault, gap, seconds }) => `${fault}: ${gap.toFixed(1)} s, not ${String(seconds)}`) },
    { goal: 'P12', facts: onUpgrades.map(({ name, seen }) => `${name}: ${seen}`), faults: onUpgrades.flatMap(({ name, wrong }) => wrong.map((what) => `${name}: ${what}`)) },
  ]
}

const missed = rows.filter(({ wrong, verified }) => wrong.length > 0 || !verified)
if (wanted.length === 0) {
  keepFigures('faults', new Date().toISOString().slice(0, 10), figuresOf(rows, upgrades))
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'faults.md'), `# Faults: what was promised is in the books, once

Written by \`npm run faults\` on ${new Date().toISOString().slice(0, 10)}: ${String(availableParallelism())} × ${cpus()[0]?.model.trim() ?? 'unknown'}, load ${loadavg().map((each) => each.toFixed(1)).join(' ')} at the end.
Six advisors register cars over HTTP without a pause; after ${String(enough)} acknowledged cars the fault happens, and the load goes on until they are served again. Each fault has a product and a database of its own.

| fault | acknowledged | lost, doubled or strange | sent again with the same key | longest time nobody was served | verify after it | what was seen |
|---|--:|--:|--:|--:|---|---|
${rows.map(line).join('\n')}

## Upgrades

Steps are the migrations of this release, into a database of their own; the shape compared is everything they make, down to rights and row security.

| fault | tried | lost, doubled or strange | what was seen |
|---|--:|--:|---|
${upgrades.map(upgradeLine).join('\n')}

The loss of a primary with a synchronous standby is a proof of its own: [failover.md](failover.md). Not tried: a worker apart from the web process (there is none), an upgrade from an older release (there is none).
`)
}
process.exitCode = missed.length === 0 && upgrades.every(({ wrong }) => wrong.length === 0) ? 0 : 1
