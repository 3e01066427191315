import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadPack, makeAhead, settleAll } from '../modules/duties/public.ts'
import type { Today } from '../modules/duties/contract.ts'
import { figureCodes, type FigureCode } from '../modules/reports/domain/figures.ts'
import { sumUpDays } from '../modules/reports/public.ts'
import { readSheets } from '../platform/sheets/read-sheets.ts'
import { furnishedServer, type FurnishedServer } from './testing/furnished-server.ts'
import { readyCar, type WishedLine } from './testing/ready-car.ts'
import { code, done } from './testing/said.ts'
import { signedIn, type Caller } from './testing/test-server.ts'

// Three cars go from the door to the road, and the department's numbers are what a person finds who counts them. It is Monday 23 November 2026, ten o'clock.
const people = ['stm', 'gm', 'fds', 'wss', 'sad', 'tec', 'whk', 'qci', 'csh', 'fin', 'b-stm']
let furnished: FurnishedServer
let as: (login: string) => Caller
const cars: { id: string; totals: { payer: string; totalFen: number }[] }[] = []
/** The front desk's, the mechanics'. */
const teams: string[] = []
const today = '2026-11-23'
const month = 'from=2026-11-01&to=2026-11-30'

const at = async (moment: string): Promise<void> => {
  furnished.server.clock = { now: () => new Date(moment) }
  as = await signedIn(furnished.server, people)
  furnished = { ...furnished, as }
}

async function settled(lines: readonly WishedLine[], allowanceFen = 0): Promise<{ id: string; version: number; pickUpCode: string; statements: { id: string; payer: string; totalFen: number }[] }> {
  const car = await readyCar(furnished, lines)
  const allowance = allowanceFen === 0 ? {} : { allowanceFen, allowanceReason: '老客户' }
  const said = done(await as('fds').post(`/settlements/${car.id}`, { version: car.version, ...allowance }))
  return { ...car, version: Number(said['version']), statements: said['statements'] as { id: string; payer: string; totalFen: number }[] }
}

async function delivered(lines: readonly WishedLine[], allowanceFen = 0): Promise<void> {
  const { id, version, pickUpCode, statements } = await settled(lines, allowanceFen)
  const mine = statements.find(({ payer }) => payer === 'customer')
  if (mine !== undefined && mine.totalFen > 0) done(await as('csh').post(`/statements/${mine.id}/payments`, { version: 1, way: 'wechat', amountFen: mine.totalFen, reference: '4200001' }))
  done(await as('sad').post(`/settlements/${id}/delivery`, { version, pickUpCode, identityReason: '', accepted: true, oldPartsShown: true, setRemoved: true, nextServiceOn: '2027-05-23', nextServiceKm: 25_356, callTime: { kind: 'any' } }))
  cars.push({ id, totals: statements })
}

beforeAll(async () => {
  furnished = await furnishedServer(people)
  as = furnished.as
  // Work takes its time: with every look at the clock seven seconds have gone.
  let moment = furnished.server.clock.now().getTime()
  furnished.server.clock = { now: () => new Date(moment += 7_000) }
  await loadPack(furnished.server.database)
  await makeAhead(furnished.server.database, furnished.server.clock.now())
  const { server } = furnished
  for (const [nameZh, nameEn, position] of [['前台组', 'Front desk', 'SAD'], ['机电组', 'Mechanics', 'TEC']] as const) {
    const { personId } = server.actor(position)
    const team = done(await as('stm').post('/teams', { nameZh, nameEn, leaderId: personId }))
    teams.push(String(team['id']))
    done(await as('stm').post(`/teams/${String(team['id'])}/members`, { personId, from: today }))
  }
  await delivered([{ kind: 'labour', index: 0 }, { kind: 'part', index: 0 }])
  await delivered([{ kind: 'labour', index: 1 }, { kind: 'part', index: 1, payer: 'insurer' }], 100)
  await delivered([{ kind: 'labour', index: 0, payer: 'warranty' }])
}, 90_000)
afterAll(() => furnished.server.drop())

type Answer = { groups: { key: string }[]; figures: { code: FigureCode; total: { value: number | null; numerator: number; denominator: number | null }; values: (number | null)[] }[] }
const figures = async (login: string, by: string, period = month): Promise<Answer> => done(await as(login).get(`/reports/figures?${period}&by=${by}`)) as unknown as Answer
const valuesOf = ({ figures: rows }: Answer) => Object.fromEntries(rows.map(({ code: figure, total }) => [figure, total.value]))
const count = async (query: string): Promise<number> => Number(((await furnished.server.owner.query<{ n: string }>(query, [furnished.server.storeId])).rows[0])?.n ?? 0)
const output = (): number => cars.flatMap(({ totals }) => totals).reduce((sum, { totalFen }) => sum + totalFen, 0)

test('the figures are what somebody finds who counts the records himself; of nothing there is no share', async () => {
  const sold = await count(`select sum(l.quantity_thousandths) * 3600 as n from workshop.job j join repair_orders.line l on l.id = j.line_id where j.store_id = $1`)
  const worked = await count(`select sum(extract(epoch from stopped_at - started_at)) * 1000 as n from workshop.clock where store_id = $1`)
  expect(worked).toBeGreaterThan(0)
  const values = valuesOf(await figures('stm', 'day'))
  expect(values).toMatchObject({
    cars: 3, arrivals: 3, output: output(), 'output-per-car': Math.round(output() / 3), 'on-time': 10_000, 'same-day': 10_000, appointed: 0, 'appointments-kept': null, 'internal-returns': 0, 'fill-rate': 10_000,
    'short-visits': 0, satisfaction: null, 'complaints-in-time': null, allowances: 100, efficiency: Math.round((sold * 10_000) / worked),
  })
  for (const by of ['month', 'advisor', 'team', 'work']) expect(valuesOf(await figures('stm', by))).toEqual(values)
  const days = await figures('stm', 'day')
  const place = days.groups.findIndex(({ key }) => key === today)
  expect(days.groups).toHaveLength(30)
  expect(days.figures.find(({ code: figure }) => figure === 'cars')?.values.map((value, index) => (index === place ? value === 3 : value === 0))).not.toContain(false)
  expect(code(await as('stm').get('/reports/figures?from=2026-11-02&to=2026-11-01&by=day'))).toBe('reports.period-backwards')
  expect(code(await as('stm').get('/reports/figures?from=2026-01-01&to=2026-11-01&by=day'))).toBe('reports.period-too-long')
})

test('each number opens the records it was counted from, and they are as many', async () => {
  const behind = async (figure: string, more = '') => done(await as('stm').get(`/reports/orders?${month}&figure=${figure}${more}`)) as { rows: { id: string; orderId: string; amountFen: number | null }[]; next: string | null }
  expect(new Set((await behind('cars')).rows.map(({ orderId }) => orderId))).toEqual(new Set(cars.map(({ id }) => id)))
  expect((await behind('output')).rows.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0)).toBe(output())
  expect((await behind('allowances')).rows.map(({ amountFen }) => amountFen)).toEqual([100])
  expect((await behind('efficiency')).rows).toHaveLength(3)
  expect((await behind('internal-returns')).rows).toHaveLength(3)
  for (const figure of figureCodes) await behind(figure)
  const advisor = furnished.server.actor('SAD').personId
  expect((await behind('cars', `&advisor=${advisor}`)).rows).toHaveLength(3)
  expect((await behind('cars', `&advisor=${furnished.server.actor('FDS').personId}`)).rows).toHaveLength(0)
  expect((await behind('cars', '&work=mechanical')).rows.length + (await behind('cars', '&work=body')).rows.length).toBe(3)
  const [desk = '', mechanics = ''] = teams
  expect([(await behind('cars', `&team=${desk}`)).rows.length, (await behind('cars', `&team=${mechanics}`)).rows.length, (await behind('cars', '&team=none')).rows.length]).toEqual([3, 0, 0])
  expect([(await behind('efficiency', `&team=${desk}`)).rows.length, (await behind('efficiency', `&team=${mechanics}`)).rows.length, (await behind('internal-returns', `&team=${mechanics}`)).rows.length]).toEqual([0, 3, 3])
  for (const figure of figureCodes) await behind(figure, '&team=none')
  const byTeam = await figures('stm', 'team')
  expect(byTeam.groups).toMatchObject([{ key: desk, name: '前台组', nameEn: 'Front desk' }, { key: mechanics, nameEn: 'Mechanics' }])
  expect(byTeam.figures.find(({ code: figure }) => figure === 'cars')?.values).toEqual([3, 0])
  const paid = cars.flatMap(({ totals }) => totals).filter(({ payer }) => payer === 'customer')
  expect((await behind('receipts', '&way=wechat')).rows.map(({ amountFen }) => Number(amountFen)).toSorted((a, b) => a - b)).toEqual(paid.map(({ totalFen }) => totalFen).toSorted((a, b) => a - b))
  expect((await behind('receipts', '&way=cash')).rows).toEqual([])
  expect((await behind('output', '&payer=warranty')).rows).toHaveLength(1)
  for (const list of ['in-shop', 'asked-parts']) expect((await behind(list)).rows).toEqual([])
  const first = await behind('cars', '&limit=2')
  const second = await behind('cars', `&limit=2&after=${String(first.next)}`)
  expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual((await behind('cars')).rows.map(({ id }) => id))
})

test('the margin is net revenue less the cost of the lots handed out; who may not see cost gets none anywhere', async () => {
  const revenue = await count('select sum(net_fen) as n from settlement.statement where store_id = $1 and reversed_at is null')
  const cost = await count(`select sum(case when p.kind = 'job' then m.cost_fen else -m.cost_fen end) as n from stock.move m join stock.place p on p.id = m.to_place where m.store_id = $1 and m.line_id is not null`)
  expect(cost).toBeGreaterThan(0)
  for (const by of ['order', 'payer', 'advisor']) {
    const { total, rows } = done(await as('fin').get(`/reports/margin?${month}&by=${by}`)) as { total: object; rows: { marginFen: number }[] }
    expect(total).toMatchObject({ orders: 3, revenueFen: revenue, costFen: cost, marginFen: revenue - cost, share: Math.round(((revenue - cost) * 10_000) / revenue) })
    expect(rows.reduce((sum, { marginFen }) => sum + marginFen, 0)).toBe(revenue - cost)
  }
  for (const login of ['fds', 'wss', 'sad']) for (const path of [`margin?${month}`, `margin/file?${month}`]) expect((await as(login).get(`/reports/${path}`)).status).toBe(403)
  const seen = [`figures?${month}&by=day`, `orders?${month}&figure=output`, `discounts?${month}`, `discount-lines?${month}`, `daily?day=${today}`]
  for (const path of seen) expect(JSON.stringify(done(await as('fds').get(`/reports/${path}`)))).not.toMatch(/cost|margin/i)
  expect((await as('sad').get(`/reports/figures?${month}&by=day`)).status).toBe(403)
})

test('who gave how much: an allowance without a request is his who settled', async () => {
  const { rows } = done(await as('stm').get(`/reports/discounts?${month}`))
  expect(rows).toMatchObject([{ month: '2026-11', personId: furnished.server.actor('FDS').personId, kind: 'allowance', count: 1, fen: 100 }])
  expect(done(await as('stm').get(`/reports/discount-lines?${month}&kind=allowance`))['rows']).toMatchObject([{ orderId: cars[1]?.id, fen: 100, note: '老客户' }])
})

test('a store sets what it wants of a figure and takes the manual\'s value again; a sum has no target', async () => {
  const target = async (login: string) => ((await figures(login, 'day')).figures.find(({ code: figure }) => figure === 'same-day') as unknown as { target: number; targetVersion: number })
  const set = (login: string, figure: string, body: object) => as(login).post(`/reports/targets/${figure}`, body)
  expect(await target('stm')).toMatchObject({ target: 8_000, targetVersion: 0 })
  expect((await set('fds', 'same-day', { version: 0, value: 7_000 })).status).toBe(403)
  expect(code(await set('stm', 'cars', { version: 0, value: 100 }))).toBe('reports.no-target-of-a-sum')
  const answers = await Promise.all(Array.from({ length: 5 }, () => set('stm', 'same-day', { version: 0, value: 7_000 })))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(4)
  expect([await target('fds'), await target('b-stm')]).toMatchObject([{ target: 7_000, targetVersion: 1 }, { target: 8_000, targetVersion: 0 }])
  done(await set('gm', 'same-day', { version: 1, value: null }))
  expect(await target('stm')).toMatchObject({ target: 8_000, targetVersion: 2 })
})

test('another store sees none of it', async () => {
  expect(valuesOf(await figures('b-stm', 'day'))).toMatchObject({ cars: 0, output: 0, 'on-time': null })
  expect(done(await as('b-stm').get(`/reports/orders?${month}&figure=cars`))['rows']).toEqual([])
  expect((done(await as('b-stm').get(`/reports/margin?${month}&by=order`))['total'] as object)).toMatchObject({ orders: 0, revenueFen: 0 })
})

test('the daily report is issued once, corrected by another edition, never changed; it closes the information clerk\'s duty, here his superior\'s', async () => {
  const daily = async (login: string, more = '') => done(await as(login).get(`/reports/daily?day=${today}${more}`)) as { report: { inShop: number; output: { fen: number }[]; receipts: object[]; figures: { code: string; day: number }[] }; editions: { edition: number; reason: string }[] }
  const owes = async () => (done(await as('stm').get('/duties/today')) as unknown as Today).now.some(({ dutyId, status }) => dutyId === 'INF-1.6' && status === 'open')
  const issue = (login: string, body: object) => as(login).post('/reports/daily/issue', { day: today, ...body })
  const before = await daily('fds')
  expect(before.report.output.reduce((sum, { fen }) => sum + fen, 0)).toBe(output())
  expect(before.report).toMatchObject({ inShop: 0, receipts: [{ way: 'wechat', fen: cars.flatMap(({ totals }) => totals).filter(({ payer }) => payer === 'customer').reduce((sum, { totalFen }) => sum + totalFen, 0) }] })
  expect(await owes()).toBe(true)
  expect((await issue('fds', { seenEdition: 0 })).status).toBe(403)
  expect(code(await issue('stm', { day: '2026-11-24', seenEdition: 0 }))).toBe('reports.day-not-come')
  const issued = await Promise.all(Array.from({ length: 10 }, () => issue('stm', { seenEdition: 0 })))
  expect(issued.filter(({ status }) => status === 200).map(({ body }) => body)).toEqual([{ edition: 1 }])
  expect(new Set(issued.filter(({ status }) => status !== 200).map(code))).toEqual(new Set(['reports.issued-meanwhile']))
  await settleAll(furnished.server.database, new Date(furnished.server.clock.now().getTime() + 60_000))
  expect(await owes()).toBe(false)
  await delivered([{ kind: 'labour', index: 0 }])
  expect(code(await issue('stm', { seenEdition: 0, reason: '补录' }))).toBe('reports.issued-meanwhile')
  expect(code(await issue('stm', { seenEdition: 1 }))).toBe('reports.reason-missing')
  expect(done(await issue('stm', { seenEdition: 1, reason: '关门后又交了一台车' }))).toEqual({ edition: 2 })
  const cardsOf = async (more: string) => (await daily('gm', more)).report.figures.find(({ code: figure }) => figure === 'cars')?.day
  expect([await cardsOf('&edition=1'), await cardsOf('&edition=2'), await cardsOf('')]).toEqual([3, 4, 4])
  expect((await daily('gm')).editions).toMatchObject([{ edition: 2, reason: '关门后又交了一台车' }, { edition: 1, reason: '' }])
  await expect(furnished.server.database.transaction([furnished.server.storeId], (tx) => tx.run`update reports.daily_report set reason = 'x' where store_id = ${furnished.server.storeId}`)).rejects.toThrow('permission denied')
  expect((await as('b-stm').get(`/reports/daily?day=${today}&edition=1`)).status).toBe(404)
})

test('a workbook goes out with Chinese headers and exact numbers', async () => {
  const rowsOf = async (path: string) => {
    const { rawPayload, statusCode, headers } = await furnished.server.serving.server.inject({ method: 'GET', url: `/api/reports/${path}`, headers: { cookie: as('stm').cookie } })
    expect({ statusCode, type: headers['content-type'] }).toEqual({ statusCode: 200, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' })
    return readSheets(rawPayload)[0]?.rows ?? []
  }
  const [title, head, ...rows] = await rowsOf(`figures/file?${month}&by=advisor`)
  expect(String(title?.[0])).toMatch(/^经营指标 · SH1 · 2026-11-01–2026-11-30/)
  expect(head?.slice(0, 5)).toEqual(['分组', '台次', '进店台次', '产值 (¥)', '单车产值 (¥)'])
  expect(rows.at(-1)?.slice(0, 4)).toEqual(['合计', cars.length, cars.length, output() / 100])
  expect((await rowsOf(`daily/file?day=${today}`)).length).toBeGreaterThan(20)
  expect((await rowsOf(`margin/file?${month}&by=order`)).at(-1)?.slice(0, 4)).toEqual(['合计', null, null, cars.length])
  expect((await rowsOf(`discounts/file?${month}`))[2]).toEqual(['2026-11', 'SH1 FDS', '整单优惠', 1, 1])
})

test('a statement reversed later leaves the month of its statement as it was and counts against the day it is reversed', async () => {
  const { statements: [statement] } = await settled([{ kind: 'labour', index: 0 }])
  const november = (await figures('stm', 'month')).figures.find(({ code: figure }) => figure === 'output')?.total.value
  await at('2026-12-02T03:00:00Z')
  const order = await furnished.server.owner.query<{ version: number; order_id: string }>('select version, order_id from settlement.statement where id = $1', [statement?.id])
  done(await as('stm').post(`/statements/${String(statement?.id)}/reverse`, { version: order.rows[0]?.version, reason: '付款方有误' }))
  expect((await figures('stm', 'month')).figures.find(({ code: figure }) => figure === 'output')?.total.value).toBe(november)
  expect((await figures('stm', 'day', 'from=2026-12-01&to=2026-12-31')).figures.find(({ code: figure }) => figure === 'output')?.total.value).toBe(-(statement?.totalFen ?? 0))
})

test('summed up, the settled days say the same as the records did, in every grouping', async () => {
  const period = 'from=2026-11-01&to=2026-12-31'
  const ask = () => Promise.all(['day', 'month', 'advisor', 'team', 'work'].map((by) => figures('stm', by, period)))
  const counted = await ask()
  expect(await sumUpDays(furnished.server.database, new Date('2027-03-01T00:00:00Z'))).toBeGreaterThan(30)
  expect(await count('select count(*) as n from reports.day_sum where store_id = $1')).toBeGreaterThan(0)
  expect(await ask()).toEqual(counted)
  expect(await sumUpDays(furnished.server.database, new Date('2027-03-01T00:00:00Z'))).toBe(0)
})
