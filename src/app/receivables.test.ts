import { afterAll, beforeAll, expect, test } from 'vitest'
import { importReceivables } from '../modules/settlement/public.ts'
import { invariants } from './modules.ts'
import { brokenInvariants } from './testing/furnished.ts'
import { signedIn, testServer, type Answer, type Caller, type TestServer } from './testing/test-server.ts'

let server: TestServer
let as: (login: string) => Caller
beforeAll(async () => {
  server = await testServer()
  as = await signedIn(server, ['csh', 'fin', 'sad', 'stm'])
  await as('sad').post('/customers', { kind: 'company', name: '松果食品有限公司', phone: '19900010077' })
  const rows = [['A-001', '2026-06-01', 500_000], ['A-002', '2026-10-30', 120_050], ['B-001', '2099-01-01', 90_000]] as const
  await server.does('FIN', (deed) => importReceivables(deed, rows.map(([document, dueOn, amountFen], index) => ({
    line: index + 2, customerName: '松果食品有限公司', phone: null, amountFen, day: '2026-05-01', document, dueOn, note: null,
  })), deed.newId()))
  await as('csh').post('/statements-till/open', { floatFen: 50_000 })
}, 60_000)
afterAll(() => server.drop())

type Row = { id: string; document: string; dueFen: number; overdueDays: number; version: number }
const list = async (query = ''): Promise<{ rows: Row[]; ages: { age: string; openFen: number }[]; next: string | null }> => (await as('csh').get(`/receivables${query}`)).body as never
const receivable = async (document: string): Promise<Row> => {
  const row = (await list('?state=all')).rows.find((each) => each.document === document)
  if (row === undefined) throw new Error(`no ${document}`)
  return row
}
const collect = ({ id, version }: Row, amountFen: number, way = 'transfer', key?: string): Promise<Answer> =>
  as('csh').post(`/receivables/${id}/payments`, { version, way, amountFen, reference: way === 'cash' ? '' : 'BANK-77' }, key)

test('the longest overdue comes first, by age and by the first letters of document or debtor', async () => {
  const { rows, ages } = await list()
  expect(rows.map(({ document }) => document)).toEqual(['A-001', 'A-002', 'B-001'])
  expect(rows[2]?.overdueDays).toBe(0)
  expect(ages.filter(({ openFen }) => openFen > 0).reduce((sum, { openFen }) => sum + openFen, 0)).toBe(710_050)
  expect((await list('?find=B-')).rows.map(({ document }) => document)).toEqual(['B-001'])
  expect((await list('?find=%E6%9D%BE%E6%9E%9C')).rows).toHaveLength(3)
  expect((await list('?state=overdue')).rows.map(({ document }) => document)).toEqual(['A-001', 'A-002'])
})

test('page by page none is missed', async () => {
  const first = await list('?limit=2')
  const second = await list(`?limit=2&after=${String(first.next)}`)
  expect([...first.rows, ...second.rows].map(({ document }) => document)).toEqual(['A-001', 'A-002', 'B-001'])
  expect(second.next).toBeNull()
})

test('money comes in several ways, each with a receipt of the one series, until nothing is due; then no more', async () => {
  const owed = await receivable('A-002')
  const cash = await collect(owed, 20_050, 'cash')
  expect(cash).toMatchObject({ status: 200, body: { number: expect.stringMatching(/^RC-/), dueFen: 100_000 } })
  expect(await collect(owed, 100_000)).toMatchObject({ status: 409 })
  const now = await receivable('A-002')
  expect(await collect(now, 100_001)).toMatchObject({ status: 422, body: { code: 'settlement.more-than-due' } })
  expect(await as('csh').post(`/receivables/${now.id}/payments`, { version: now.version, way: 'transfer', amountFen: 1, reference: '' })).toMatchObject({ status: 422, body: { code: 'settlement.reference-missing' } })
  expect(await collect(now, 100_000)).toMatchObject({ status: 200, body: { dueFen: 0 } })
  expect((await list('?state=paid')).rows.map(({ document }) => document)).toEqual(['A-002'])
  expect((await as('csh').get('/statements-till')).body).toMatchObject({ expectedFen: 70_050 })
})

test('ten who press at once collect it once', async () => {
  const owed = await receivable('B-001')
  const answers = await Promise.all(Array.from({ length: 10 }, () => collect(owed, 90_000)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect((await receivable('B-001')).dueFen).toBe(0)
})

test('a colleague refunds, once, and the receivable is open again', async () => {
  const owed = await receivable('A-001')
  await collect(owed, 500_000)
  const { body } = await as('fin').get(`/receivables/${owed.id}`)
  const [payment] = body['payments'] as { id: string }[]
  expect(await as('csh').post(`/payments/${String(payment?.id)}/refund`, { reason: '转错' })).toMatchObject({ status: 403 })
  expect(await as('fin').post(`/payments/${String(payment?.id)}/refund`, { reason: '转错' })).toMatchObject({ status: 200 })
  expect(await as('fin').post(`/payments/${String(payment?.id)}/refund`, { reason: '转错' })).toMatchObject({ status: 422, body: { code: 'settlement.already-refunded' } })
  expect((await receivable('A-001')).dueFen).toBe(500_000)
})

test('an advisor does not see who owes, another store sees nothing, and the books add up', async () => {
  expect((await as('sad').get('/receivables')).status).toBe(403)
  const { id } = await receivable('A-001')
  const elsewhere = await server.as('b-fin')
  expect((await elsewhere.get(`/receivables/${id}`)).status).toBe(404)
  expect((await elsewhere.get('/receivables')).body['rows']).toEqual([])
  expect(await brokenInvariants(server, invariants)).toEqual([])
})
