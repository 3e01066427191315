import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServer, type TestServer } from '../../../app/testing/test-server.ts'

let server: TestServer
beforeAll(async () => { server = await testServer() })
afterAll(() => server.drop())

test('a car that arrives gets a numbered repair order with its first step, audit row and news', async () => {
  const sad = await server.as('sad')
  const arrived = await sad.post('/repair-orders', { plate: '沪a·d10001', purpose: 'repair', concern: '刹车有异响' })
  expect(arrived).toMatchObject({ status: 200, body: { number: 'RO-SH1-261123-0001', version: 1 } })
  const seen = await sad.get(`/repair-orders/${String(arrived.body['id'])}`)
  expect(seen.body).toMatchObject({ plate: '沪AD10001', status: 'arrived', concern: '刹车有异响', steps: [{ toStatus: 'arrived', personName: 'SH1 SAD' }] })
  const { rows } = await server.owner.query(
    'select operation, after from platform.audit where subject_id = $1', [arrived.body['id']])
  expect(rows).toMatchObject([{ operation: 'POST /repair-orders', after: { plate: '沪AD10001' } }])
  const news = await server.owner.query('select event from platform.outbox where subject_id = $1', [arrived.body['id']])
  expect(news.rows).toEqual([{ event: 'repair-order.arrived' }])
})

test('the same car cannot arrive twice, and the sentence names the open order', async () => {
  const sad = await server.as('sad')
  await sad.post('/repair-orders', { plate: '沪B10002', purpose: 'repair' })
  const again = await sad.post('/repair-orders', { plate: '沪 b-10002', purpose: 'maintenance' })
  expect(again).toMatchObject({ status: 422, body: { code: 'repair-orders.already-in-shop', detail: expect.stringContaining('RO-SH1-') } })
})

test('pressing twice registers once; the same key for another car is refused', async () => {
  const sad = await server.as('sad')
  const body = { plate: '沪C10003', purpose: 'repair' }
  const first = await sad.post('/repair-orders', body, 'press-once-1')
  const second = await sad.post('/repair-orders', body, 'press-once-1')
  expect(second).toMatchObject({ status: 200, body: first.body })
  const other = await sad.post('/repair-orders', { ...body, plate: '沪C10004' }, 'press-once-1')
  expect(other).toMatchObject({ status: 422, body: { code: 'platform.key-used-for-another-request' } })
})

test('nine requests at once with one key have one effect and one answer', async () => {
  const sad = await server.as('sad')
  const answers = await Promise.all(Array.from({ length: 9 }, () => sad.post('/repair-orders', { plate: '沪C10009', purpose: 'repair' }, 'nine-at-once')))
  expect(new Set(answers.map(({ status, body }) => `${String(status)} ${String(body['number'])}`)).size).toBe(1)
  const { rowCount } = await server.owner.query("select from repair_orders.repair_order where plate = '沪C10009'")
  expect(rowCount).toBe(1)
})

test('numbers of a day have no gap and no double however many arrive at once', async () => {
  const sad = await server.as('b-sad')
  await Promise.all(Array.from({ length: 12 }, (_, index) => sad.post('/repair-orders', { plate: `沪E200${String(10 + index)}`, purpose: 'repair' })))
  const { rows } = await server.owner.query<{ number: string }>("select number from repair_orders.repair_order where number like 'RO-SH2-%' order by number")
  expect(rows.map(({ number }) => number.slice(-4))).toEqual(Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(4, '0')))
})

test('a stale cancel is refused, a cancel without reason too, a cancelled order stays in the books', async () => {
  const sad = await server.as('sad')
  const { body } = await sad.post('/repair-orders', { plate: '沪F10005', purpose: 'repair' })
  const path = `/repair-orders/${String(body['id'])}/cancel`
  expect(await sad.post(path, { version: 1, reason: ' ' })).toMatchObject({ status: 422, body: { code: 'repair-orders.cancel-needs-reason' } })
  expect(await sad.post(path, { version: 2, reason: '客户改期' })).toMatchObject({ status: 409, body: { code: 'platform.changed-meanwhile', facts: { current: 1 } } })
  expect(await sad.post(path, { version: 1, reason: '客户改期' })).toMatchObject({ status: 200, body: { version: 2 } })
  expect(await sad.post(path, { version: 2, reason: '再次' })).toMatchObject({ status: 422, body: { code: 'repair-orders.too-late-to-cancel' } })
  expect(await sad.post('/repair-orders', { plate: '沪F10005', purpose: 'repair' })).toMatchObject({ status: 200 })
})

test('of ten people who cancel at once exactly one succeeds', async () => {
  const sad = await server.as('sad')
  const { body } = await sad.post('/repair-orders', { plate: '沪G10006', purpose: 'repair' })
  const answers = await Promise.all(Array.from({ length: 10 }, () => sad.post(`/repair-orders/${String(body['id'])}/cancel`, { version: 1, reason: '客户改期' })))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(new Set(answers.filter(({ status }) => status !== 200).map(({ status }) => status))).toEqual(new Set([409]))
})

test('the list pages, finds by plate tail and number tail, and another store sees nothing', async () => {
  const sad = await server.as('sad')
  const first = await sad.get('/repair-orders?limit=2')
  const rows = first.body['rows'] as { id: string }[]
  expect(rows).toHaveLength(2)
  const second = await sad.get(`/repair-orders?limit=2&after=${String(first.body['next'])}`)
  expect((second.body['rows'] as { id: string }[]).every(({ id }) => id < (rows[1]?.id ?? ''))).toBe(true)
  expect((await sad.get('/repair-orders?find=10002')).body['rows']).toMatchObject([{ plate: '沪B10002' }])
  expect((await sad.get('/repair-orders?find=1123-0002')).body['rows']).toMatchObject([{ number: 'RO-SH1-261123-0002' }])
  expect((await sad.get('/repair-orders?find=%25')).body['rows']).toEqual([])
  const stranger = await server.as('b-sad')
  const orderId = rows[0]?.id ?? ''
  expect(await stranger.get(`/repair-orders/${orderId}`)).toMatchObject({ status: 404, body: { code: 'platform.not-found' } })
  expect(await stranger.get('/repair-orders/01a20a20-a213-7c0f-bb3e-fe7b917f2801')).toMatchObject({ status: 404, body: { code: 'platform.not-found' } })
  expect(await stranger.post(`/repair-orders/${orderId}/cancel`, { version: 1, reason: 'x' })).toMatchObject({ status: 404 })
})
