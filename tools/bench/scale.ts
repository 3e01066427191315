import { addDays } from '../../src/kernel/time.ts'
import { availabilityOf } from '../../src/modules/stock/public.ts'
import { makeProduct, type Product } from '../../src/app/testing/product.ts'
import { connect } from '../../src/platform/database.ts'
import { appRole } from '../../src/platform/migrate.ts'
import { desks, growDesk, type DeskSize } from './grown-desk.ts'
import { against, does, measured, residentMb, see, sharesMb, timed, type Timings } from './measure.ts'
import { askForSources, mostWaiting } from './waiting-requests.ts'

export type Scale = {
  readonly loadSeconds: number; readonly startSeconds: number; readonly appMb: number | null; readonly databaseMb: number | null
  readonly counts: Readonly<Record<string, number>>; readonly timings: Timings; readonly sound: boolean
}

const rounds = 60
/** Milliseconds in which half of the answers are there, at the server: any list within 100; what is asked while somebody types and what everybody opens first, within 50. */
export const readingGoal = (kind: string): number | null => (/^(HTTP: (search|Today)|SQL)/.test(kind) ? 50 : /^(HTTP|Parts desk)/.test(kind) ? 100 : null)
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, milliseconds) })

/** Reads of a store that is a year old: the demo tier T1 on a data folder of its own. */
export async function measureScale(): Promise<Scale> {
  const product = await makeProduct()
  try {
    const began = performance.now()
    const { code, said } = await product.run('demo --tier T1')
    if (code !== 0) throw new Error(`T1 did not load: ${said}`)
    const loadSeconds = (performance.now() - began) / 1_000
    const sound = (await product.run('verify')).code === 0
    const startSeconds = (await product.start()) / 1_000
    await pause(5_000)
    const memory = { appMb: residentMb(product.serving()), databaseMb: sharesMb(product.databaseProcesses().filter((pid) => pid !== product.serving() && pid !== process.pid)) }
    const timings: Timings = new Map()
    await measureLists(product, timings)
    const size = process.argv.includes('--all-stocked') ? desks.allStocked : desks.full
    await growDesk(product.sql, size)
    await measurePartsDesk(product, timings, size)
    await measureStock(product, timings)
    const [counts] = await product.sql<Record<string, number>>(`
      select (select count(*)::int from repair_orders.repair_order) as "repair orders", (select count(*)::int from repair_orders.line) as lines, (select count(*)::int from vehicles.vehicle) as vehicles,
        (select count(*)::int from customers.customer) as customers, (select count(*)::int from catalogue.part) as parts,
        (select count(*)::int from stock.part_stock where on_hand_thousandths > 0) as "stock lines", (select count(*)::int from stock.move) as "stock moves", (select count(*)::int from platform.audit) as "audit rows"`)
    return { loadSeconds, startSeconds, ...memory, counts: counts ?? {}, timings, sound }
  } finally {
    await product.remove()
  }
}

export async function measureLists(product: Product, timings: Timings): Promise<void> {
  const advisor = await product.signIn('sad')
  const closed = (await see(advisor, '/repair-orders?group=closed&limit=80'))['rows'] as { id: string; plate: string }[]
  const one = (index: number) => closed[index % closed.length] ?? { id: '', plate: '' }
  const questions: readonly (readonly [string, (index: number) => string])[] = [
    ['80 open orders', () => '/repair-orders?limit=80'],
    ['80 closed orders', () => '/repair-orders?group=closed&limit=80'],
    ['one closed order', (index) => `/repair-orders/${one(index).id}`],
    ['orders by the last four of a plate', (index) => `/repair-orders?group=closed&find=${encodeURIComponent(one(index).plate.slice(-4))}`],
    ['vehicles by the last four of a plate', (index) => `/vehicles?find=${encodeURIComponent(one(index).plate.slice(-4))}`],
    ['customers by the first character of a name', (index) => `/customers?find=${encodeURIComponent('陆顾沈许何'.charAt(index % 5))}`],
    ['parts by a word', (index) => `/parts?find=${encodeURIComponent(['机油', '制动片', 'YL10-3', 'filter'][index % 4] ?? '')}`],
    ['stock list', () => '/stock?limit=80'],
    ['stock by a word', (index) => `/stock?find=${encodeURIComponent(['机油', '制动片', '5W-30'][index % 3] ?? '')}`],
  ]
  for (const [kind, address] of questions) await rounded(timings, `HTTP: ${kind}`, (index) => see(advisor, address(index)))
  const searched = (index: number): string => [one(index).plate.slice(-4), 'jy', '机油', '陆', '1998'][index % 5] ?? ''
  await rounded(timings, 'HTTP: search from anywhere', (index) => see(advisor, `/search?find=${encodeURIComponent(searched(index))}`))
  const [foreman, keeper, manager] = [await product.signIn('wss'), await product.signIn('whk'), await product.signIn('stm')]
  await rounded(timings, 'HTTP: the workshop list', () => see(foreman, '/workshop'))
  const today = new Date().toISOString().slice(0, 10)
  await rounded(timings, 'HTTP: the planning board of a day', () => see(foreman, `/workshop-board?day=${today}`))
  await rounded(timings, 'HTTP: the picking list', () => see(keeper, '/picking'))
  await rounded(timings, 'HTTP: Today of an advisor', () => see(advisor, '/duties/today'))
  await rounded(timings, 'HTTP: duties that a manager supervises', () => see(manager, '/duties/supervision'))
  await rounded(timings, 'HTTP: receivables', () => see(manager, '/receivables?state=open&limit=50'))
  const month = `from=${addDays(today, -29)}&to=${today}` // thirty days on whatever day of the month
  await rounded(timings, 'HTTP: figures of the month', () => see(manager, `/reports/figures?${month}`))
  await rounded(timings, 'HTTP: figures of the month by advisor', () => see(manager, `/reports/figures?${month}&by=advisor`))
}

/** What the upkeep reckons once a day is there before anybody asks. */
export async function untilReckoned(product: Product): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    const [row] = await product.sql<{ done: boolean }>('select (select count(*) from parts_orders.reckoned) = (select count(*) from organisation.store) and (select count(*) from counts.ranked) = (select count(*) from organisation.store) as done')
    if (row?.done === true) return
    await pause(2_000)
  }
  throw new Error('The reorder points were not reckoned within two minutes')
}

const deskOf = ({ name }: DeskSize): string => `Parts desk, ${name}: `

async function measurePartsDesk(product: Product, timings: Timings, size: DeskSize): Promise<void> {
  const desk = deskOf(size)
  await product.stop()
  await product.start()
  await untilReckoned(product)
  const [planner, supervisor] = [await product.signIn('ppl'), await product.signIn('pts')]
  const month = new Date(Date.now() + 31 * 86_400_000).toISOString().slice(0, 7)
  const plan = await timed(timings, `A monthly plan of ${size.name}, from its proposal to its last line, in steps`, async () => {
    const id = String((await does(planner, '/parts-plans', { month, kind: 'maker' }))['id'])
    while ((await see(planner, `/parts-plans/${id}`))['status'] === 'proposing') await pause(200)
    return id
  })
  const questions: readonly (readonly [string, string])[] = [
    ['reorder list', '/parts-reorder'], ['proposal of a rolling count', '/counts/proposal'], ['value of the stock', '/stock/value'], ['attainment by make', '/stock-health/standards'], ['parts below their standard', '/stock-health/below-standard'], ['fill rate', '/stock-health/attainment'], ['turnover', '/stock-health/turnover'],
    ['ages', '/stock-health/ages'], ['classes', '/stock-health/classes'], ['dead stock', '/dead-stock'], ['bins', '/bins'], ['head of a monthly plan', `/parts-plans/${plan}`],
    ...['value', 'demand', 'difference', 'number'].map((sort) => [`its lines by ${sort}`, `/parts-plans/${plan}/lines?sort=${sort}`] as const),
  ]
  for (const [kind, address] of questions) await rounded(timings, `${desk}${kind}`, () => see(supervisor, address))
  await askForSources(product.sql)
  await product.sql('analyze purchasing.request')
  const unsourced = ((await see(planner, '/parts-promises'))['rows'] as { source: string | null; advice: object | null }[]).filter(({ source, advice }) => source === null && advice !== null).length
  if (unsourced < mostWaiting * 0.9) throw new Error(`The board advises only ${String(unsourced)} of ${String(mostWaiting)} requests`)
  await rounded(timings, `${desk}board of promises, ${String(unsourced)} requests with an advised source`, () => see(planner, '/parts-promises'))
}

/** The first rounds warm up and do not count. */
async function rounded(timings: Timings, kind: string, ask: (index: number) => Promise<unknown>): Promise<void> {
  for (let index = 0; index < 5; index += 1) await ask(index)
  for (let index = 0; index < rounds; index += 1) await timed(timings, kind, () => ask(index))
}

/** Past HTTP, but as the product's own role, under row security. */
async function measureStock(product: Product, timings: Timings): Promise<void> {
  const database = connect({ connection: { host: product.databaseFolder, port: 5432, user: appRole, database: 'gangwei' }, size: 1 })
  try {
    const rows = await product.sql<{ store: string; part: string }>(`
      select s.store_id as store, s.part_id as part from stock.part_stock s join organisation.store o on o.id = s.store_id where o.code = 'SH1' order by md5(s.part_id::text) limit 1000`)
    const storeId = rows[0]?.store ?? ''
    const partIds = rows.map(({ part }) => part)
    await rounded(timings, `SQL: availability of ${String(partIds.length)} parts`, () => database.reading([storeId], (tx) => availabilityOf(tx, storeId, partIds)))
    await rounded(timings, 'SQL: value of the whole stock, one statement', () => database.reading([storeId], (tx) => tx.one`select sum(value_fen)::bigint as fen from stock.part_stock where store_id = ${storeId}`))
  } finally {
    await database.close()
  }
}

/** A row a question. */
export const readings = (timings: Timings): string => ['| | p50 ms | p95 ms | goal for p50 |', '|---|--:|--:|---|', ...[...timings].map(([kind, values]) => {
  const { p50, p95 } = measured(values)
  return `| ${kind} | ${ms(p50)} | ${ms(p95)} | ${against(p50, readingGoal(kind))} |`
})].join('\n')

export const scaleHead = '## A store that is a year old (T1)'
const ms = (value: number): string => value.toFixed(1)

export function scaleReport({ loadSeconds, startSeconds, appMb, databaseMb, counts, timings, sound }: Scale): string {
  return `${scaleHead}

${Object.entries(counts).map(([name, count]) => `${String(count)} ${name}`).join(', ')}; two stores in one database.

${readings(timings)}

- Loaded by \`demo --tier T1\` in ${loadSeconds.toFixed(0)} s, start and migration included; \`verify\` afterwards ${sound ? 'found nothing wrong' : 'FOUND SOMETHING WRONG'}.
- Started on it in ${startSeconds.toFixed(2)} s until /ready. Memory at rest: app ${String(appMb ?? '–')} MB, database ${String(databaseMb ?? '–')} MB (proportional shares).
- One client, one question after the other, ${String(rounds)} times each.
`
}

export const scaleFigures = (scale: Scale): object => ({ ...scale, timings: Object.fromEntries([...scale.timings].map(([kind, values]) => [kind, measured(values)])) })
