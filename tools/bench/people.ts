import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { makeProduct, type Person, type Product } from '../../src/app/testing/product.ts'
import { localDay, addDays } from '../../src/kernel/time.ts'
import { load, measured, residentMb, see, sharesMb, timed, type Timings } from './measure.ts'
import { arrive, dispatch, estimateAndAuthorise, issue, pay, prepareCrews, prepareGoods, receive, repairAndInspect, settle, type Car, type Crew, type Goods } from './visit.ts'

// Thirty people of a store that is a year old (demo tier T1) at work for ten minutes: cars through the shop, everybody reading his own
// pages between, and advisors in pairs at one order, where a save that was seen and then lost would show. It tells; it asserts no time.
const minutes = Number(process.argv.find((word) => word.startsWith('--minutes='))?.split('=')[1] ?? 10)
const tier = process.argv.includes('--small') ? 'T0' : 'T1'

const today = localDay(new Date(), 'Asia/Shanghai')
const month = `from=${addDays(today, -30)}&to=${today}`

/** What a person's pages ask for while he works; `find` is a plate of the store. */
const pagesOf: Readonly<Record<string, (find: string) => readonly string[]>> = {
  sad: (find) => ['/repair-orders?limit=80', '/duties/today', `/appointments?day=${today}`, `/search?find=${find}`, `/vehicles?find=${find}&limit=20`, '/repair-orders?group=closed&limit=80'],
  fds: () => ['/repair-orders?limit=80', '/duties/today', '/duties/supervision', '/approvals', `/reports/figures?${month}`],
  wss: () => ['/workshop', `/workshop-board?day=${today}`, '/workshop-waits', '/duties/supervision', '/comebacks?limit=50'],
  tec: () => ['/workshop-jobs/mine', '/duties/today', '/attendance/own'],
  qci: () => ['/workshop', '/duties/today'],
  whk: () => ['/picking', '/stock?limit=80', '/purchase-requests?group=open&limit=50', '/duties/today'],
  csh: () => ['/statements?due=yes&limit=50', '/receivables?state=open&limit=50', '/duties/today'],
  stm: () => [`/reports/figures?${month}`, `/reports/figures?${month}&by=advisor`, '/duties/supervision', '/approvals', '/receivables?state=open&limit=50'],
  ccc: () => ['/follow-ups', '/duties/today', '/customers?limit=50'],
}
const advisors = ['sad', 'sad2', 'sad3', 'sad4', 'sad5', 'sad6', 'sad7']
const technicians = ['tec', ...Array.from({ length: 11 }, (_, index) => `tec${String(index + 2)}`)]
const logins = [...advisors, 'fds', 'wss', ...technicians, 'qci', 'whk', 'ppl', 'pts', 'csh', 'fin', 'stm', 'inf', 'ccc']
const positionOf = (login: string): string => ({ fin: 'csh', ppl: 'whk', pts: 'whk', inf: 'ccc' }[login] ?? login.replace(/\d+$/, ''))

type Work = { readonly until: number; readonly timings: Timings; readonly failures: string[] }

const thinking = (from: number, to: number): Promise<void> => pause(from + Math.random() * (to - from))
const whileOpen = async ({ until, failures }: Work, what: string, step: () => Promise<void>): Promise<void> => {
  while (performance.now() < until) await step().catch((cause: unknown) => { failures.push(`${what}: ${String(cause)}`) })
}

/** A page asks one question after the other; people read a few seconds. */
const reads = (work: Work, login: string, person: Person, plates: readonly string[]): Promise<void> => whileOpen(work, login, async () => {
  const pages = pagesOf[positionOf(login)]?.(encodeURIComponent((plates[Math.floor(Math.random() * plates.length)] ?? '').slice(-4))) ?? []
  const address = pages[Math.floor(Math.random() * pages.length)] ?? '/duties/today'
  await timed(work.timings, `list ${address.split('?')[0] ?? ''}`, () => see(person, address))
  await thinking(2_000, 6_000)
})

/** One car after the other, with the time that people take between two requests. */
const brings = (work: Work, crew: Crew, goods: Goods): Promise<void> => whileOpen(work, 'visit', async () => {
  const car: Car = await arrive(crew, work.timings)
  for (const stage of [receive, estimateAndAuthorise, dispatch, issue, repairAndInspect, settle, pay]) {
    await thinking(3_000, 8_000)
    await stage(crew, car, work.timings, goods)
  }
})

/** Two at one order: each adds a line to what he saw. Answers lines that were confirmed and lines that are there. */
async function shares(work: Work, both: readonly Person[], crew: Crew, goods: Goods): Promise<{ confirmed: number; there: number; stale: number }> {
  const car = await arrive(crew, work.timings)
  await receive(crew, car, work.timings, goods)
  let [confirmed, stale] = [0, 0]
  await Promise.all(both.map((person) => whileOpen(work, 'shared order', async () => {
    const { version } = await timed(work.timings, 'list /repair-orders/:orderId', () => see(person, `/repair-orders/${car.id}`))
    await thinking(500, 3_000)
    const lines = [{ kind: 'labour', operationId: goods.operationIds[confirmed % goods.operationIds.length], payer: 'customer' }]
    const { status, body } = await timed(work.timings, 'deed lines of a shared order', () => person.post(`/repair-orders/${car.id}/lines`, { version, lines }, crypto.randomUUID()))
    if (status === 200) confirmed += 1
    else if (status === 409) stale += 1
    else throw new Error(`${String(status)} ${String(body['code'])}`)
  })))
  const { lines } = await see(crew.advisor, `/repair-orders/${car.id}`) as { lines: unknown[] }
  return { confirmed, there: lines.length, stale }
}

async function atWork(product: Product, timings: Timings, failures: string[]) {
  const goods = await prepareGoods(product)
  const crews = await prepareCrews(product, 8)
  const people = new Map<string, Person>()
  for (const login of logins) people.set(login, await product.signIn(login))
  const personOf = (login: string): Person => people.get(login) ?? (() => { throw new RangeError(login) })()
  const { rows } = await see(personOf('sad'), '/vehicles?limit=100') as { rows: { plate: string }[] }
  const work: Work = { until: performance.now() + minutes * 60_000, timings, failures }
  const [pairs] = await Promise.all([
    Promise.all([[0, 1], [2, 3]].map((pair, index) => shares(work, pair.map((each) => personOf(advisors[each] ?? '')), crews[index] ?? (() => { throw new RangeError('no crew') })(), goods))),
    ...crews.slice(2).map((crew) => brings(work, crew, goods)),
    ...logins.map((login) => reads(work, login, personOf(login), rows.map(({ plate }) => plate))),
  ])
  return pairs
}

const kindOf = (name: string): 'list' | 'deed' => (name.startsWith('list ') || ['my jobs', 'see order'].includes(name) ? 'list' : 'deed')
const row = (name: string, values: readonly number[]): string => {
  const { p50, p95, count } = measured(values)
  return `| ${name} | ${String(count)} | ${p50.toFixed(0)} | ${p95.toFixed(0)} | ${Math.max(...values).toFixed(0)} |`
}

const product = await makeProduct()
try {
  if (tier === 'T1' && (await product.run('demo --tier T1')).code !== 0) throw new Error('T1 did not load')
  await product.start()
  await pause(5_000)
  const [timings, failures, before]: [Timings, string[], string] = [new Map(), [], load()]
  const pairs = await atWork(product, timings, failures)
  const [after, memory] = [load(), `${String(residentMb(product.serving()))} MB, database ${String(sharesMb(product.databaseProcesses().filter((pid) => pid !== product.serving() && pid !== process.pid)))} MB`]
  const all = (kind: 'list' | 'deed'): number[] => [...timings].filter(([name]) => kindOf(name) === kind).flatMap(([, values]) => values)
  await product.stop()
  const sound = (await product.run('verify')).code === 0
  const text = `# Proof: thirty people at work

Written by \`npm run bench -- --people\`: ${String(logins.length)} people on the demo tier ${tier} for ${String(minutes)} min, ${today}. ${String(availableParallelism())} cores, ${cpus()[0]?.model.trim() ?? ''}; whoever asks runs on the same machine. Load before ${before}, after ${after}. Memory of the app ${memory}.

Cars brought to the till: ${String(timings.get('pay')?.length ?? 0)}. Failures: ${String(failures.length)}${failures.length === 0 ? '' : ` (${failures.slice(0, 3).join('; ')})`}. Two at one order: ${pairs.map(({ confirmed, there, stale }) => `${String(confirmed)} lines confirmed, ${String(there)} there, ${String(stale)} refused as seen too long ago`).join('; ')}. \`verify\` after it: ${sound ? 'clean' : '**not clean**'}.

| server and way, milliseconds | requests | half below | 95 % below | slowest |
| --- | --- | --- | --- | --- |
${row('**all lists** (goal 100)', all('list'))}
${row('**all deeds** (goal 150)', all('deed'))}
${[...timings].toSorted(([one], [other]) => kindOf(one).localeCompare(kindOf(other)) || one.localeCompare(other)).map(([name, values]) => row(name, values)).join('\n')}
`
  const folder = path.join(import.meta.dirname, '../../docs/proof')
  mkdirSync(folder, { recursive: true })
  if (tier === 'T1') writeFileSync(path.join(folder, 'people.md'), text)
  console.log(text)
  process.exitCode = failures.length === 0 && sound && pairs.every(({ confirmed, there }) => confirmed === there) ? 0 : 1
} finally {
  await product.remove()
}
