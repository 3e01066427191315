import { afterAll, beforeAll, expect, test } from 'vitest'
import { invariants } from './modules.ts'
import { brokenInvariants, type Masters } from './testing/furnished.ts'
import { furnishedServer } from './testing/furnished-server.ts'
import { readyCar } from './testing/ready-car.ts'
import { done } from './testing/said.ts'
import type { Answer, Caller, TestServer } from './testing/test-server.ts'

let server: TestServer
let masters: Masters
let as: (login: string) => Caller
beforeAll(async () => {
  ({ server, masters, as } = await furnishedServer(['sad', 'wss', 'tec', 'qci', 'fin', 'csh', 'stm', 'gm', 'b-fin']))
  await as('csh').post('/statements-till/open', { floatFen: 10_000 })
}, 60_000)
afterAll(() => server.drop())

type Settled = { orderId: string; statementId: string; number: string; totalFen: number; ownerId: string }
async function settled(): Promise<Settled> {
  const { id: orderId, version } = await readyCar({ server, masters, as })
  const [statement] = done(await as('sad').post(`/settlements/${orderId}`, { version, allowanceFen: 0, allowanceReason: '' }))['statements'] as { id: string; number: string; totalFen: number }[]
  const { ownerId } = done(await as('sad').get(`/repair-orders/${orderId}`)) as { ownerId: string }
  return { orderId, statementId: String(statement?.id), number: String(statement?.number), totalFen: Number(statement?.totalFen), ownerId }
}
const invoice = (statementId: string, number: string, login = 'fin'): Promise<Answer> => as(login).post('/invoices', { statementId, number, title: '上海晨屿物流有限公司', taxNumber: '91310000MA1FL00000' })

test('a statement is invoiced once; reversed only after its red invoice; numbers are used once', async () => {
  const car = await settled()
  expect(done(await as('fin').get('/invoices-waiting?day=2026-11-23'))['rows']).toMatchObject([{ id: car.statementId, totalFen: car.totalFen }])
  expect(await invoice(car.statementId, '26312000000000000001', 'stm')).toMatchObject({ status: 403 })
  expect(await invoice(car.statementId, '26312000000000000001', 'b-fin')).toMatchObject({ status: 404 })
  const answers = await Promise.all(['01', '02', '03', '04', '05'].map((end) => invoice(car.statementId, `263120000000000000${end}`)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(done(await as('fin').get('/invoices-waiting?day=2026-11-23'))['rows']).toEqual([])
  const [{ id, number } = { id: '', number: '' }] = done(await as('fin').get('/invoices?limit=20'))['rows'] as { id: string; number: string }[]
  expect(await as('stm').post(`/statements/${car.statementId}/reverse`, { version: 1, reason: '付款方写错' })).toMatchObject({ status: 422, body: { code: 'invoicing.red-first', facts: { number } } })
  expect(await as('fin').post(`/invoices/${id}/red`, { number, reason: '开错抬头' })).toMatchObject({ status: 422, body: { code: 'invoicing.number-taken' } })
  expect(await as('fin').post(`/invoices/${id}/red`, { number: '26312000000000000099', reason: '开错抬头' })).toMatchObject({ status: 200 })
  expect(await as('fin').post(`/invoices/${id}/red`, { number: '26312000000000000098', reason: '再来' })).toMatchObject({ status: 422, body: { code: 'invoicing.taken-back-already' } })
  expect(done(await as('fin').get('/invoices?limit=20'))['rows']).toMatchObject([{ totalFen: -car.totalFen }, { totalFen: car.totalFen, redNumber: '26312000000000000099' }])
  expect(await as('stm').post(`/statements/${car.statementId}/reverse`, { version: 1, reason: '付款方写错' })).toMatchObject({ status: 200 })
  expect(await invoice(car.statementId, '26312000000000000097')).toMatchObject({ status: 422, body: { code: 'invoicing.statement-reversed' } })
})

test('what waits for an invoice is one list in pages, found by number, plate and who pays, however old it is', async () => {
  const [older, newer] = [await settled(), await settled()]
  const { plate, ownerName } = done(await as('sad').get(`/repair-orders/${older.orderId}`)) as { plate: string; ownerName: string }
  const waiting = async (query: string) => done(await as('fin').get(`/invoices-waiting?${query}`)) as { rows: { id: string; plate: string }[]; next: string | null }
  const ids = async (query: string) => (await waiting(query)).rows.map(({ id }) => id)
  const first = await waiting('limit=1')
  expect(first.rows.map(({ id }) => id)).toEqual([newer.statementId])
  expect(await ids(`limit=1&after=${String(first.next)}`)).toEqual([older.statementId])
  expect(await ids(`find=${older.number.toLowerCase()}`)).toEqual([older.statementId])
  expect(await ids(`find=${encodeURIComponent(plate.slice(-5))}`)).toEqual([older.statementId])
  expect(await ids(`find=${encodeURIComponent(ownerName.slice(0, 1))}`)).toEqual(expect.arrayContaining([older.statementId, newer.statementId]))
  expect(await ids('find=nobody')).toEqual([])
  await server.owner.query(`update settlement.statement set day = '2024-03-01' where id = '${older.statementId}'`)
  expect(await ids('limit=50')).not.toContain(older.statementId)
  expect(await ids('day=2024-03-01')).toEqual([older.statementId])
  expect(await ids(`find=${older.number}`)).toEqual([older.statementId])
  await server.owner.query(`update settlement.statement set day = '2026-11-23' where id = '${older.statementId}'`)
  for (const [index, { statementId }] of [older, newer].entries()) done(await invoice(statementId, `2631200000000000005${String(index)}`))
  expect(await ids(`find=${older.number}`)).toEqual([])
})

test('a fleet’s month is one paper; one payment goes to the first due first, with a receipt for each statement', async () => {
  const cars = [await settled(), await settled()]
  const [{ ownerId, totalFen } = { ownerId: '', totalFen: 0 }] = cars
  done(await as('fin').post(`/credit-accounts/${ownerId}`, { version: 0, limitFen: 10_000_000, days: 30, reason: '年框' }))
  for (const car of cars) done(await as('fin').post(`/statements/${car.statementId}/credit`, { version: 1, reason: '月结' }))
  expect(await as('fin').post('/monthly-statements', { customerId: ownerId, month: '2026-10' })).toMatchObject({ status: 422, body: { code: 'invoicing.nothing-owed' } })
  const { id } = done(await as('fin').post('/monthly-statements', { customerId: ownerId, month: '2026-11' }))
  const see = async () => done(await as('fin').get(`/monthly-statements/${String(id)}`))
  expect(await see()).toMatchObject({ dueFen: totalFen * 2, openFen: totalFen * 2, bills: [{ issuedDueFen: totalFen }, { issuedDueFen: totalFen }] })
  expect(await as('b-fin').get(`/monthly-statements/${String(id)}`)).toMatchObject({ status: 404 })
  const pay = (amountFen: number): Promise<Answer> => as('fin').post(`/monthly-statements/${String(id)}/payments`, { way: 'transfer', amountFen, reference: '20261123001' })
  expect(await pay(totalFen * 2 + 1)).toMatchObject({ status: 422, body: { code: 'invoicing.more-than-due' } })
  expect(done(await pay(totalFen + 1))['receipts']).toHaveLength(2)
  expect(await see()).toMatchObject({ dueFen: totalFen * 2, openFen: totalFen - 1, bills: [{ dueFen: 0 }, { dueFen: totalFen - 1 }] })
  expect(done(await pay(totalFen - 1))['receipts']).toHaveLength(1)
  expect(await see()).toMatchObject({ openFen: 0 })
})

test('the journal holds what was booked, debit equal to credit, and the books add up', async () => {
  const file = await as('fin').get('/journal/file?from=2026-11-23&to=2026-11-23&language=en')
  expect(file.status).toBe(200)
  expect(String(file.headers['content-type'])).toContain('spreadsheetml')
  expect(await as('csh').get('/journal/file?from=2026-11-23&to=2026-11-23')).toMatchObject({ status: 403 })
  expect(await as('fin').get('/journal/file?from=2026-01-01&to=2026-11-23')).toMatchObject({ status: 422, body: { code: 'invoicing.period-too-long' } })
  expect(await brokenInvariants(server, invariants)).toEqual([])
})
