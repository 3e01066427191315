import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Masters } from './testing/furnished.ts'
import { furnishedServer } from './testing/furnished-server.ts'
import { readyCar, receivedCar } from './testing/ready-car.ts'
import type { Caller, TestServer } from './testing/test-server.ts'

// What somebody may grant has a limit by his position; above it another decides, and the general manager sets how much.
let server: TestServer
let masters: Masters
let as: (login: string) => Caller
beforeAll(async () => { ({ server, masters, as } = await furnishedServer(['sad', 'fds', 'stm', 'gm', 'sec', 'wss', 'tec', 'qci'])) }, 60_000)
afterAll(() => server.drop())

async function estimate(): Promise<{ id: string; lines: { id: string; version: number; unitPriceFen: number }[]; version: number }> {
  const { id, version } = await receivedCar(as('sad'))
  await as('sad').post(`/repair-orders/${id}/lines`, { version, lines: [
    { kind: 'labour', operationId: masters.operations.find(({ standardHoursThousandths }) => standardHoursThousandths > 5_000)?.id, payer: 'customer' },
    { kind: 'part', partId: masters.parts[0]?.id, payer: 'customer', quantityThousandths: 1_000, manual: { priceFen: (masters.parts[0]?.capFen ?? 0) + 60_000, reason: '进口件' } },
  ] })
  return (await as('sad').get(`/repair-orders/${id}`)).body as never
}
const discount = (login: string, order: Awaited<ReturnType<typeof estimate>>, discountFen: number) =>
  as(login).post(`/repair-orders/${order.id}/lines/${String(order.lines[0]?.id)}`, { version: order.version, payer: 'customer', quantityThousandths: 6_500, discountFen })
const limit = (body: object) => as('gm').post('/position-limits', { position: 'SAD', kind: 'discount', version: 0, reason: '活动期', ...body })

test('an advisor gives a discount up to his limit, his supervisor more', async () => {
  const order = await estimate()
  expect(await discount('sad', order, 10_001)).toMatchObject({ status: 422, body: { code: 'repair-orders.discount-above-limit', facts: { limit: 100 } } })
  expect(await discount('fds', order, 10_001)).toMatchObject({ status: 200 })
})

test('a price too far off its rule is approved by somebody with a higher limit', async () => {
  const { lines } = await estimate()
  const approve = (login: string) => as(login).post(`/approvals/deviations/${String(lines[1]?.id)}/approve`, { version: lines[1]?.version })
  expect(await approve('fds')).toMatchObject({ status: 422, body: { code: 'repair-orders.deviation-above-limit', facts: { limit: 500 } } })
  expect(await approve('stm')).toMatchObject({ status: 200 })
})

test('an allowance above the limit of who settles is refused', async () => {
  const { id, version } = await readyCar({ as, server, masters })
  await limit({ position: 'FDS', kind: 'allowance', mostFen: 100 })
  const settle = (login: string) => as(login).post(`/settlements/${id}`, { version, allowanceFen: 101, allowanceReason: '抹零' })
  expect(await settle('fds')).toMatchObject({ status: 422, body: { code: 'settlement.allowance-above-limit', facts: { limit: 1 } } })
  expect(await settle('stm')).toMatchObject({ status: 200 })
})

test('the general manager sets a limit, with the version he saw; it counts at once; others may not', async () => {
  expect(await limit({ mostFen: 20_000 })).toMatchObject({ status: 200, body: { version: 1 } })
  expect(await limit({ mostFen: 30_000 })).toMatchObject({ status: 409 })
  expect(await limit({ mostFen: 20_000, version: 1 })).toMatchObject({ status: 422, body: { code: 'organisation.nothing-changes' } })
  expect(await discount('sad', await estimate(), 20_000)).toMatchObject({ status: 200 })
  expect(await limit({ mostFen: null, version: 1 })).toMatchObject({ status: 200, body: { version: 2 } })
  expect((await as('sec').get('/position-limits')).body['rows']).toContainEqual(expect.objectContaining({ position: 'SAD', kind: 'discount', mostFen: null, version: 2 }))
  expect(await as('sec').post('/position-limits', { position: 'SAD', kind: 'discount', mostFen: 1, version: 2, reason: '试' })).toMatchObject({ status: 403 })
})
