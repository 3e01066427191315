import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { addDays } from '../../src/kernel/time.ts'
import { compareAll, type Outcome } from './compare.ts'
import { openHouse, type House } from './house.ts'
import { liveOn, timeZone, type Lived } from './live.ts'

// A simulated year of one store: a written history, its tail made by the engine and done by its people, every board of duties against a recount. `--small`: the two weeks of T0.
const small = process.argv.includes('--small')
const wish = small ? { tier: 'T0', tailDays: 5 } as const : { tier: 'T1', tailDays: 42 } as const
const daysAhead = 14
const folder = path.join(import.meta.dirname, '../../docs/proof')

type Extent = { readonly first: string; readonly loaded: string; readonly next: string; readonly instances: number; readonly people: number }

/** When the year began, until when there is business, and which day of duties comes next. */
async function extentOf({ sql }: House): Promise<Extent> {
  const [row] = await sql<Extent>(`
    select (min(due_at) at time zone $1)::date::text as first, (select max(arrived_at) at time zone $1 from repair_orders.repair_order)::date::text as loaded, (max(closed_at) at time zone $1)::date::text as next,
      count(*) filter (where status <> 'open')::int as instances, count(distinct coalesce(holder_id, closed_by, did_by))::int as people from duties.instance`, [timeZone])
  if (row === undefined) throw new Error('the store has no duties')
  return row
}

const share = (values: readonly number[], part: number): string => (values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0).toFixed(0)
const speed = (values: readonly number[]): string => `${String(values.length)} pages, half below ${share(values, 0.5)} ms, 95 % below ${share(values, 0.95)} ms, slowest ${share(values, 1)} ms`

function livedLine(lived: Lived, next: string): string {
  if (lived.days === 0) return 'The tail was lived in an earlier run of this store; nothing was added.'
  return `From ${next} on the engine made what was due, ${String(lived.days)} days with a moved clock, and people closed ${String(lived.closed)} of it by the product's deeds: ${String(lived.late)} late, ${String(lived.photos)} with a picture, ${String(lived.failedPoints)} points failed; `
    + `supervisors spoke ${String(lived.spoken)} times, ${String(lived.excused)} excused, ${String(lived.explained)} misses explained by who missed; ${String(lived.refused)} deeds refused.`
}

const report = ({ extent, last, lived, outcome, minutes, next }: { extent: Extent; last: string; lived: Lived; outcome: Outcome; minutes: number; next: string }): string => `# Proof: a simulated year of one store

Written by \`npm run year${small ? ' -- --small' : ''}\`, ${new Date().toISOString().slice(0, 10)}, ${minutes.toFixed(1)} min. ${String(availableParallelism())} × ${cpus()[0]?.model.trim() ?? ''}, Node ${process.versions.node}, load ${loadavg().map((load) => load.toFixed(1)).join(' ')}.

The demo store ${wish.tier}, main house and small one, ${extent.first} to ${last}: ${String(extent.instances)} duties that ended, of ${String(extent.people)} people, a fifth of them sloppy. ${livedLine(lived, next)}

What the boards say through the API, against a recount by SQL over the rows that calls nothing of the product's data layer:

| compared | numbers | differing |
| --- | --- | --- |
${outcome.compared.map(({ what, numbers, differing }) => `| ${what} | ${String(numbers)} | ${String(differing.length)} |`).join('\n')}
| **all** | **${String(outcome.compared.reduce((all, { numbers }) => all + numbers, 0))}** | **${String(outcome.compared.reduce((all, { differing }) => all + differing.length, 0))}** |

At the server: a person's page of a month: ${speed(outcome.personPages)} (goal 50). Today of everybody who owes duties: ${speed(outcome.todayPages)}.
`

const began = performance.now()
const say = (sentence: string): void => { console.log(`${((performance.now() - began) / 1000).toFixed(0)} s  ${sentence}`) }
const given = process.env['DATA_DIR']
const dataFolder = given ?? mkdtempSync(path.join(tmpdir(), 'gangwei-year-'))
if (given === undefined) chmodSync(dataFolder, 0o755) // as root, the database runs as another user and must get in
const house = await openHouse({ dataFolder, ...wish, say })
try {
  const { next, loaded } = await extentOf(house)
  const last = addDays(loaded, daysAhead)
  say(`Living from ${next} to ${last} …`)
  const lived = await liveOn(house, last, next)
  const extent = await extentOf(house)
  say('Comparing …')
  const outcome = await compareAll(house, { from: extent.first, to: last }, say)
  const text = report({ extent, last, lived, outcome, minutes: (performance.now() - began) / 60_000, next })
  console.log(text)
  const differing = outcome.compared.some((each) => each.differing.length > 0)
  if (!small) mkdirSync(folder, { recursive: true })
  if (!small) writeFileSync(path.join(folder, 'year.md'), text)
  process.exitCode = differing ? 1 : 0
} finally {
  await house.close()
  if (given === undefined) rmSync(dataFolder, { recursive: true, force: true })
}
