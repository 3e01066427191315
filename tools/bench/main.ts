import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import path from 'node:path'
import { makeProduct, type Product } from '../../src/app/testing/product.ts'
import { appRole } from '../../src/platform/migrate.ts'
import { measureCoreFlow, watch, type CoreFlow } from './core-flow.ts'
import { measureFloor } from './floor.ts'
import { measureReplay } from './replay.ts'
import { load, measured as measuredTimes, residentMb, sharesMb, timed, type Timings } from './measure.ts'
import { report, type Phase, type Report, type Slow, type Statements } from './report.ts'
import { firstPageHead, firstPageReport, measureFirstPage } from './first-page.ts'
import { issuingHead, issuingReport, measureIssuing } from './issuing.ts'
import { measureLists, measureScale, scaleFigures, scaleHead, scaleReport } from './scale.ts'
import { measureStores, storesHead, storesReport } from './stores.ts'
import { prepareCrews, prepareGoods, runVisit, type Crew, type Goods } from './visit.ts'

// Measures the product as it is delivered, over HTTP, on a data folder of its own. It holds nothing against a goal; it tells.
const levels = [1, 4, 8]
const flowLevels = [1, 4, 8, 32]
/** Enough for steady figures: with many clients each still brings a dozen cars. */
const flowsOf = (clients: number): number => Math.max(240, clients * 12)
const phaseMs = 10_000
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, milliseconds) })

/** The server counts statements from its next start on; the product itself does not load the counter. */
const askForCounter = ({ databaseFolder }: Product): void =>
  appendFileSync(path.join(databaseFolder, 'postgresql.conf'), "\nshared_preload_libraries = 'pg_stat_statements'\npg_stat_statements.max = 5000\n")

const counterWorks = (product: Product): Promise<boolean> => product.sql('create extension if not exists pg_stat_statements').then(() => true, () => false)

async function countedStatements(product: Product, visits: number): Promise<Statements> {
  const [row] = await product.sql<Omit<Statements, 'slowest'>>(`
    select sum(calls)::float8 / $2 as all, coalesce(sum(calls) filter (where query ~* '^(begin|commit|rollback)'), 0)::float8 / $2 as bounds,
      coalesce(sum(calls) filter (where query ~* 'set_config'), 0)::float8 / $2 as stores, sum(total_exec_time)::float8 / $2 as "databaseMs"
    from pg_stat_statements s join pg_roles r on r.oid = s.userid where r.rolname = $1`, [appRole, visits])
  if (row === undefined) throw new TypeError('no statements were counted')
  const slowest = await product.sql<Slow>(`
    select left(regexp_replace(query, '\\s+', ' ', 'g'), 160) as text, calls::float8 / $2 as calls, mean_exec_time as "meanMs"
    from pg_stat_statements s join pg_roles r on r.oid = s.userid where r.rolname = $1 order by total_exec_time desc limit 3`, [appRole, visits])
  return { ...row, slowest }
}

/** Every crew takes car after car until the time is over; cars begun are brought to the till. */
async function measureVisits(product: Product, crews: readonly Crew[], { name, goods, counted, ms }: { name: string; goods: Goods; counted: boolean; ms: number }): Promise<Phase> {
  const timings: Timings = new Map()
  const failures: string[] = []
  if (counted) await product.sql('select pg_stat_statements_reset()')
  const before = load()
  const began = performance.now()
  await Promise.all(crews.map(async (crew) => {
    while (performance.now() - began < ms) {
      await timed(timings, 'whole visit', () => runVisit(crew, goods, timings)).catch((cause: unknown) => { failures.push(String(cause)) })
    }
  }))
  const seconds = (performance.now() - began) / 1_000
  const visits = timings.get('whole visit')?.length ?? 0
  if (visits === 0) throw new Error(`no visit came through: ${failures[0] ?? ''}`)
  const statements = counted ? await countedStatements(product, visits) : null
  return { name, seconds, visits, timings, failures, statements, loadBefore: before, loadAfter: load() }
}

const memoryOf = (product: Product): Report['rest'] => {
  const serving = product.serving()
  const { pid } = process
  return { appMb: residentMb(serving), databaseMb: sharesMb(product.databaseProcesses().filter((other) => other !== serving && other !== pid)) }
}

async function measure(product: Product): Promise<Omit<Report, 'replays'>> {
  const firstStart = await product.start()
  await product.stop()
  askForCounter(product)
  const warmStart = await product.start()
  await pause(5_000)
  const rest = memoryOf(product)
  const counted = await counterWorks(product)
  const reads: Timings = new Map()
  await measureLists(product, reads) // of the demo store as it is, before a day of thousands of cars
  const goods = await prepareGoods(product)
  const crews = await prepareCrews(product, Math.max(...flowLevels))
  await measureVisits(product, crews.slice(0, 2), { name: 'warm', goods, counted, ms: 3_000 }) // warm: compiled code, prepared statements
  const phases: Phase[] = []
  const measureAt = async (clients: number) => {
    const name = `${String(clients)} client${clients === 1 ? '' : 's'}`
    phases.push(await measureVisits(product, crews.slice(0, clients), { name, goods, counted, ms: phaseMs }))
  }
  for (const clients of levels) await measureAt(clients)
  const flows: CoreFlow[] = []
  for (const clients of flowLevels) flows.push(await measureCoreFlow(watch(product), crews.slice(0, clients), goods, { each: Math.ceil(flowsOf(clients) / clients), role: appRole, counted: counted && clients === 1 }))
  const floors = await measureFloor(product, flowLevels, 6)
  const [{ orders } = { orders: 0 }] = await product.sql<{ orders: number }>('select count(*)::int as orders from repair_orders.repair_order')
  return { firstStart, warmStart, rest, loaded: memoryOf(product), phases, flows, floors, reads, orders, machine: `${String(availableParallelism())} cores, ${cpus()[0]?.model.trim() ?? 'unknown'}` }
}

const folder = path.join(import.meta.dirname, '../../docs/proof')
mkdirSync(folder, { recursive: true })

type Sections = { readonly visits: string; readonly issuing: string; readonly scale: string; readonly firstPage: string; readonly stores: string }

/** What stands in the report, section by section. */
function kept(): Sections {
  const [whole = '', stores] = readFileSync(path.join(folder, 'bench.md'), 'utf8').split(storesHead)
  const [paged = '', firstPage] = whole.split(firstPageHead)
  const [front = '', scale = ''] = paged.split(scaleHead)
  const [visits = '', issuing] = front.split(issuingHead)
  return { visits, issuing: issuing === undefined ? '' : `${issuingHead}${issuing}`, scale: `${scaleHead}${scale}`, firstPage: firstPage === undefined ? '' : `${firstPageHead}${firstPage}`, stores: stores === undefined ? '' : `${storesHead}${stores}` }
}

/** One report of all: the visits and the issues on the small store, and the reads of a store that is a year old. What was not measured anew stays. */
function write(sections: Sections, figures: object): void {
  const text = `${[sections.visits, sections.issuing, sections.scale, sections.firstPage, sections.stores].map((section) => section.trim()).filter((section) => section !== '').join('\n\n')}\n`
  writeFileSync(path.join(folder, 'bench.md'), text)
  const known = JSON.parse(readFileSync(path.join(folder, 'bench.json'), 'utf8')) as object
  writeFileSync(path.join(folder, 'bench.json'), `${JSON.stringify({ ...known, at: new Date(), ...figures }, null, 2)}\n`)
  console.log(text)
}

async function measuredVisits(): Promise<string> {
  const product = await makeProduct()
  let found: Omit<Report, 'replays'>
  try {
    found = await measure(product)
  } finally {
    await product.remove()
  }
  return report({ ...found, replays: await measureReplay(flowLevels, flowsOf) }, new Date())
}

async function measured(): Promise<void> {
  if (process.argv.includes('--issuing')) {
    const issuing = await measureIssuing()
    write({ ...kept(), issuing: issuingReport(issuing) }, { issuing })
    return
  }
  if (process.argv.includes('--visits')) {
    write({ ...kept(), visits: await measuredVisits() }, {})
    return
  }
  if (process.argv.includes('--first-page')) {
    const firstPage = await measureFirstPage()
    write({ ...kept(), firstPage: firstPageReport(firstPage) }, { firstPage })
    return
  }
  const most = /--stores[ =](\d+)/.exec(process.argv.join(' '))?.[1]
  if (most !== undefined) {
    const growth = await measureStores(Number(most))
    write({ ...kept(), stores: storesReport(growth) }, { stores: growth.levels.map(({ timings, ...level }) => ({ ...level, timings: Object.fromEntries([...timings].map(([kind, values]) => [kind, measuredTimes(values)])) })) })
    return
  }
  const scale = await measureScale()
  const sections = { ...kept(), scale: scaleReport(scale) }
  if (process.argv.includes('--scale')) write(sections, { t1: scaleFigures(scale) })
  else {
    const issuing = await measureIssuing()
    const firstPage = await measureFirstPage()
    write({ ...sections, visits: await measuredVisits(), issuing: issuingReport(issuing), firstPage: firstPageReport(firstPage) }, { t1: scaleFigures(scale), issuing, firstPage })
  }
}

await measured()
