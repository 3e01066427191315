import { afterAll, beforeAll, expect, test } from 'vitest'
import { journalOf } from '../modules/invoicing/actions/journal-file.ts'
import { invariants } from './modules.ts'
import { brokenInvariants, type Masters } from './testing/furnished.ts'
import { furnishedServer } from './testing/furnished-server.ts'
import { readyCar } from './testing/ready-car.ts'
import { code, done } from './testing/said.ts'
import type { Answer, Caller, TestServer } from './testing/test-server.ts'

// A payer refuses a settled claim: it moves by supplement statements, and nothing that was settled is touched.
let server: TestServer
let masters: Masters
let as: (login: string) => Caller
beforeAll(async () => { ({ server, masters, as } = await furnishedServer(['sad', 'wss', 'tec', 'qci', 'whk', 'stm', 'gm', 'wcl', 'fin', 'csh', 'b-stm'])) }, 60_000)
afterAll(() => server.drop())

type Row = { id: string; number: string; payer: string; totalFen: number; netFen: number; taxFen: number; dueFen: number; paidFen: number; version: number; supplementOf: string | null }
const labour = (payer: string) => ({ kind: 'labour', index: 0, payer }) as const
const part = (payer: string, thousandths = 1_000) => ({ kind: 'part', index: 3, payer, thousandths }) as const
const rowsOf = async (orderId: string) => done(await as('fin').get(`/settlements/${orderId}`))['statements'] as Row[]
const sum = (rows: readonly Row[], key: 'totalFen' | 'netFen' | 'taxFen' | 'dueFen'): number => rows.reduce((total, row) => total + row[key], 0)

async function settled(wished: Parameters<typeof readyCar>[1]): Promise<{ id: string; rows: Row[] }> {
  const car = await readyCar({ server, masters, as }, wished)
  done(await as('sad').post(`/settlements/${car.id}`, { version: car.version, allowanceFen: 0, allowanceReason: '' }))
  return { id: car.id, rows: await rowsOf(car.id) }
}
const claimOf = (rows: readonly Row[]): Row => rows.find(({ payer, supplementOf }) => payer === 'warranty' && supplementOf === null) ?? expect.fail('no claim')
const move = (login: string, { id, version }: Row, amountFen: number, to = 'goodwill', reason = '超出保修范围'): Promise<Answer> => as(login).post(`/statements/${id}/reallocation`, { version, amountFen, to, reason })
const dueOf = async (orderId: string) => (done(await as('fin').get('/statements?claims=yes'))['rows'] as { orderId: string; dueOn: string }[]).find((row) => row.orderId === orderId)?.dueOn
/** Debit and credit of the day by account. */
const postingsOfDay = () => server.database.reading([server.storeId], (tx) => journalOf({ tx, by: server.actor('FIN'), now: server.clock.now() }, { from: '2026-11-23', to: '2026-11-23' }))

async function books(): Promise<Map<string, number>> {
  const postings = await postingsOfDay()
  expect(postings.reduce((left, { debitFen, creditFen }) => left + debitFen - creditFen, 0)).toBe(0)
  const byAccount = new Map<string, number>()
  for (const { account, debitFen, creditFen } of postings) byAccount.set(account, (byAccount.get(account) ?? 0) + debitFen - creditFen)
  return byAccount
}

test('part of a claim moves to goodwill within the own limit; all sums stay, the claim is due by that much less', async () => {
  const { id, rows } = await settled([labour('warranty'), part('warranty'), labour('customer')])
  const claim = claimOf(rows)
  const before = await books()
  expect(code(await move('sad', claim, 100))).toBe('platform.no-right')
  expect((await move('b-stm', claim, 100)).status).toBe(404)
  expect(code(await move('stm', claim, claim.totalFen + 1))).toBe('settlement.refused-above-due')
  expect(code(await move('stm', claim, 100, 'warranty'))).toBe('settlement.same-payer')
  expect(code(await move('stm', claim, 100, 'goodwill', ' '))).toBe('settlement.refusal-needs-reason')
  expect(code(await move('stm', rows.find(({ payer }) => payer === 'customer') ?? claim, 100))).toBe('settlement.not-a-claim')
  const both = await Promise.all([move('stm', claim, 3_333), move('stm', claim, 3_333)])
  expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(both.find(({ status }) => status !== 200)).toMatchObject({ status: 409 })
  const after = await rowsOf(id)
  expect(after).toHaveLength(4)
  for (const key of ['totalFen', 'netFen', 'taxFen', 'dueFen'] as const) expect(sum(after, key)).toBe(sum(rows, key))
  expect(after.filter(({ supplementOf }) => supplementOf === claim.id).map(({ payer, totalFen, dueFen }) => [payer, totalFen, dueFen])).toEqual([['warranty', -3_333, 0], ['goodwill', 3_333, 3_333]])
  expect(claimOf(after)).toMatchObject({ totalFen: claim.totalFen, dueFen: claim.totalFen - 3_333 })
  expect(code(await as('fin').post(`/statements/${claim.id}/reverse`, { version: claimOf(after).version, reason: '写错' }))).toBe('settlement.has-supplement')
  for (const { id: statementId } of after) expect((await as('fin').get(`/statements/${statementId}/statement.pdf`)).body['text']).toMatch(/^%PDF-1/)
  expect(await books()).toEqual(before)
  expect(await brokenInvariants(server, invariants)).toEqual([])
})

test('within how many days a claim is paid is the store’s own, by payer; what is open counts by it', async () => {
  const { id, rows } = await settled([labour('warranty'), labour('customer')])
  expect(await dueOf(id)).toBe('2026-12-23')
  const terms = async () => done(await as('fin').get('/statements-claims/terms'))['rows'] as { payer: string; days: number; version: number }[]
  expect((await terms()).map(({ payer, days }) => [payer, days])).toEqual([['insurer', 30], ['warranty', 30], ['free-maintenance', 30]])
  const keep = (days: number, version: number, login = 'fin') => as(login).post('/statements-claims/terms/warranty', { days, version })
  expect((await keep(10, 0, 'sad')).status).toBe(403)
  expect((await keep(366, 0)).status).toBe(400)
  const both = await Promise.all([keep(10, 0), keep(10, 0)])
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  expect(await dueOf(id)).toBe('2026-12-03')
  expect(done(await as('fin').get(`/statements/${claimOf(rows).id}`))['dueOn']).toBe('2026-12-03')
  await server.owner.query("update settlement.statement set day = '2026-11-05' where id = $1", [claimOf(rows).id]) // eighteen days ago
  const ages = async () => (done(await as('fin').get('/statements?claims=yes'))['ages'] as { age: string; openFen: number }[]).find(({ age }) => age === 'to-30')?.openFen
  expect(await ages()).toBe(claimOf(rows).dueFen)
  done(await keep(30, 1))
  expect(await ages()).toBe(0)
  await server.owner.query("update settlement.statement set day = '2026-11-23' where id = $1", [claimOf(rows).id]) // its number is of that day
})

test('above the limit it is asked for, and somebody else with a higher one decides; then it moves on, and back', async () => {
  const { id, rows } = await settled([labour('warranty'), part('warranty')])
  const claim = claimOf(rows)
  expect(done(await move('wcl', claim, claim.totalFen, 'customer'))).toEqual({ state: 'asked', numbers: [] })
  expect(code(await move('wcl', claim, claim.totalFen, 'customer'))).toBe('approvals.asked-already')
  const { waiting } = done(await as('gm').get('/approvals')) as { waiting: { id: string; version: number; kind: string; detail: string; amountFen: number }[] }
  const request = waiting.find(({ kind }) => kind === 'reallocation') ?? expect.fail('nothing waits')
  expect(request).toMatchObject({ detail: 'customer', amountFen: claim.totalFen })
  expect((await as('wcl').post(`/approvals/${request.id}/approve`, { version: request.version })).status).not.toBe(200)
  done(await as('gm').post(`/approvals/${request.id}/approve`, { version: request.version }))
  const customers = (await rowsOf(id)).find(({ payer }) => payer === 'customer') ?? expect.fail('no supplement')
  expect(customers).toMatchObject({ totalFen: claim.totalFen, netFen: claim.netFen, taxFen: claim.taxFen, dueFen: claim.totalFen })
  expect(claimOf(await rowsOf(id)).dueFen).toBe(0)
  done(await move('gm', customers, 1_000, 'internal', '客户有异议'))
  const moved = (await rowsOf(id)).find(({ id: known }) => known === customers.id) ?? expect.fail('gone')
  done(await move('gm', moved, moved.dueFen, 'warranty', '厂家重新认可'))
  const end = await rowsOf(id)
  expect(sum(end, 'totalFen')).toBe(claim.totalFen)
  expect(sum(end.filter(({ payer }) => payer === 'warranty'), 'dueFen')).toBe(claim.totalFen - 1_000)
  expect(sum(end.filter(({ payer }) => payer === 'customer'), 'dueFen')).toBe(0)
  expect(await brokenInvariants(server, invariants)).toEqual([])
})

test('claims are listed with the day they are due and their sums by age', async () => {
  type Claims = { rows: (Row & { dueOn: string | null; overdueDays: number })[]; ages: { age: string; count: number; openFen: number }[] }
  const claims = async () => done(await as('fin').get('/statements?due=yes&claims=yes&limit=200')) as Claims
  const before = await claims()
  const { rows } = await settled([labour('warranty'), labour('customer')])
  const claim = claimOf(rows)
  const customers = rows.find(({ payer }) => payer === 'customer') ?? expect.fail('no customer')
  const after = await claims()
  expect(after.rows.find(({ id }) => id === claim.id)).toMatchObject({ dueOn: '2026-12-23', overdueDays: 0 })
  expect(done(await as('fin').get(`/statements/${customers.id}`))).toMatchObject({ dueOn: null, overdueDays: 0 })
  const sumOf = ({ ages }: Claims, wanted: string) => ages.find(({ age }) => age === wanted)?.openFen ?? 0
  expect(sumOf(after, 'not-due') - sumOf(before, 'not-due')).toBe(claim.totalFen)
  expect(done(await as('fin').get('/statements?due=yes'))['ages']).toEqual([])
  await server.owner.query(`update settlement.statement set day = '2026-09-14' where id = '${claim.id}'`) // seventy days old
  const later = await claims()
  expect(later.rows.find(({ id }) => id === claim.id)).toMatchObject({ dueOn: '2026-10-14', overdueDays: 40 })
  expect(sumOf(later, 'to-60') - sumOf(after, 'to-60')).toBe(claim.totalFen)
  await server.owner.query(`update settlement.statement set day = '2026-11-23' where id = '${claim.id}'`)
})

test('an invoice of the claim is taken back first; then what is left of it is invoiced', async () => {
  const { rows } = await settled([labour('warranty'), part('warranty')])
  const claim = claimOf(rows)
  const invoice = (number: string) => as('fin').post('/invoices', { statementId: claim.id, number, title: '云岭汽车', taxNumber: '' })
  const { id } = done(await invoice('26312000000000000101'))
  expect(code(await move('stm', claim, 2_000))).toBe('invoicing.red-first')
  done(await as('fin').post(`/invoices/${String(id)}/red`, { number: '26312000000000000102', reason: '厂家拒付' }))
  done(await move('stm', claim, 2_000))
  done(await invoice('26312000000000000103'))
  expect((done(await as('fin').get('/invoices?limit=20'))['rows'] as { totalFen: number }[])[0]?.totalFen).toBe(claim.totalFen - 2_000)
})

test('the parts of settled orders are cost of sales out of stock, a shared line to the fen, a reversal takes it back; and what came back to the shelf has its slip', async () => {
  const cost = async (): Promise<number> => Number((await server.owner.query<{ cost: string }>(`select coalesce(sum(c.cost_fen), 0) as cost from stock.v_job_cost c where c.store_id = '${server.storeId}' and exists (
    select from settlement.statement_line l join settlement.statement s on s.store_id = l.store_id and s.id = l.statement_id where l.line_id = c.line_id and s.reversed_at is null)`)).rows[0]?.cost)
  const share = (payer: string, kind: string, value: number) => ({ quantityThousandths: 3_000, discountFen: 0, payer: 'insurer', shares: [{ payer, kind, value }] })
  const shared = await readyCar({ server, masters, as }, [labour('customer'), part('insurer', 3_000)], async ({ id, lineIds, version }) =>
    done(await as('sad').post(`/repair-orders/${id}/lines/${String(lineIds[1])}`, { version, ...share('customer', 'deductible', 2_001) }))['version'])
  done(await as('sad').post(`/settlements/${shared.id}`, { version: shared.version, allowanceFen: 0, allowanceReason: '' }))
  const withAll = await books()
  expect([withAll.get('6401'), withAll.get('1405')]).toEqual([await cost(), -await cost()])
  expect(await cost()).toBeGreaterThan(0)
  const insurer = (await rowsOf(shared.id)).find(({ payer }) => payer === 'insurer') ?? expect.fail('no insurer')
  expect(code(await as('whk').get(`/picking/${shared.id}/return-slip.pdf`))).toBe('picking.nothing-returned')
  done(await as('stm').post(`/statements/${insurer.id}/reverse`, { version: 1, reason: '险别写错' }))
  const without = await books()
  expect(without.get('6401')).toBeLessThan(withAll.get('6401') ?? 0)
  // A reversal on the same day stands behind its statement in red, revenue and cost alike.
  const his = (await postingsOfDay()).filter(({ document, account }) => document === insurer.number && (account === '6001' || account === '6401')).map(({ debitFen, creditFen }) => debitFen + creditFen)
  expect(his).toEqual([his[0], -(his[0] ?? 0), his[2], -(his[2] ?? 0)])
  expect(Math.min(his[0] ?? 0, his[2] ?? 0)).toBeGreaterThan(0)
  const { version } = done(await as('sad').get(`/repair-orders/${shared.id}`))
  done(await as('sad').post(`/settlements/${shared.id}`, { version, allowanceFen: 0, allowanceReason: '' }))
  const again = await books()
  expect(again.get('6401')).toBe(await cost())
  const ready = await readyCar({ server, masters, as }, [labour('customer'), part('customer')])
  const { lines } = done(await as('sad').get(`/repair-orders/${ready.id}`)) as { lines: { id: string; kind: string }[] }
  done(await as('whk').post(`/picking/${ready.id}/take-back`, { lineId: lines.find(({ kind }) => kind === 'part')?.id, thousandths: 1_000, reason: '多领' }))
  expect((await as('whk').get(`/picking/${ready.id}/return-slip.pdf?language=en`)).body['text']).toMatch(/^%PDF-1/)
  expect(await brokenInvariants(server, invariants)).toEqual([])
})
