import { afterAll, beforeAll, expect, test } from 'vitest'
import { invariants } from './modules.ts'
import { brokenInvariants, type Masters } from './testing/furnished.ts'
import { furnishedServer } from './testing/furnished-server.ts'
import { readyCar, type ReadyCar } from './testing/ready-car.ts'
import { signedIn, type Answer, type Caller, type TestServer } from './testing/test-server.ts'

// Money that a customer gives before there is a statement is his until it is used or goes back (rules.md, Deposit).
let server: TestServer
let masters: Masters
let as: (login: string) => Caller
beforeAll(async () => {
  ({ server, masters, as } = await furnishedServer(['sad', 'fds', 'wss', 'tec', 'whk', 'qci', 'csh', 'fin', 'b-fin']))
  await as('csh').post('/statements-till/open', { floatFen: 50_000 })
}, 60_000)
afterAll(() => server.drop())

const done = (answer: Answer): Record<string, unknown> => {
  expect(answer).toMatchObject({ status: 200 })
  return answer.body
}
const card = (amountFen: number) => ({ way: 'card', amountFen, reference: '4711' })
const held = async (id: string) => (await as('csh').get(`/deposits/${id}`)).body as { heldFen: number; usedFen: number; takenFen: number; payments: { id: string; amountFen: number }[] }

type Own = { id: string; version: number; totalFen: number; paidFen: number; dueFen: number }
async function settled({ id, version }: ReadyCar): Promise<Own & { orderVersion: number }> {
  const { version: orderVersion } = done(await as('sad').post(`/settlements/${id}`, { version }))
  const { statements } = (await as('sad').get(`/settlements/${id}`)).body as { statements: Own[] }
  return { ...(statements.at(-1) as Own), orderVersion: Number(orderVersion) }
}

test('a deposit goes into the customer’s statement before any payment; what is left goes back by somebody else', async () => {
  const car = await readyCar({ as, server, masters })
  expect(done(await as('csh').post(`/deposits/${car.id}`, { way: 'cash', amountFen: 10_000 }))).toMatchObject({ number: expect.stringMatching(/^RC-SH1-/) })
  done(await as('csh').post(`/deposits/${car.id}`, card(5_000_000)))
  expect((await as('csh').get('/deposits')).body['rows']).toMatchObject([{ id: car.id, heldFen: 5_010_000 }])
  const own = await settled(car)
  expect(own).toMatchObject({ paidFen: own.totalFen, dueFen: 0 })
  const after = await held(car.id)
  expect(after).toMatchObject({ usedFen: own.totalFen, heldFen: 5_010_000 - own.totalFen })
  const [small, large] = after.payments
  expect(await as('csh').post(`/payments/${String(small?.id)}/refund`, { reason: '退余款' })).toMatchObject({ status: 403 })
  expect(await as('fin').post(`/payments/${String(large?.id)}/refund`, { reason: '退余款' })).toMatchObject({ status: 422, body: { code: 'settlement.deposit-used' } })
  done(await as('fin').post(`/payments/${String(small?.id)}/refund`, { reason: '退余款' }))
  expect(await as('fin').post(`/payments/${String(small?.id)}/refund`, { reason: '再退' })).toMatchObject({ status: 422, body: { code: 'settlement.already-refunded' } })
  expect(await brokenInvariants(server, invariants)).toEqual([])
})

test('a reversed statement gives the deposit back, and the next one uses it again', async () => {
  const car = await readyCar({ as, server, masters })
  done(await as('csh').post(`/deposits/${car.id}`, card(1_000)))
  const own = await settled(car)
  expect(own.dueFen).toBe(own.totalFen - 1_000)
  done(await as('fin').post(`/statements/${own.id}/reverse`, { version: own.version, reason: '金额有误' }))
  expect(await held(car.id)).toMatchObject({ heldFen: 1_000, usedFen: 0 })
  const again = await settled({ ...car, version: own.orderVersion + 1 })
  expect(again.dueFen).toBe(again.totalFen - 1_000)
  expect(await brokenInvariants(server, invariants)).toEqual([])
})

test('what a customer pays above his statement is kept with a receipt of its own; of an insurer nothing is kept', async () => {
  const car = await readyCar({ as, server, masters })
  const own = await settled(car)
  const pay = (body: object) => as('csh').post(`/statements/${own.id}/payments`, { version: own.version, ...body })
  expect(await pay({ ...card(own.totalFen - 1), keepFen: 500 })).toMatchObject({ status: 422, body: { code: 'settlement.keep-only-above-due' } })
  expect(await pay(card(own.totalFen + 500))).toMatchObject({ status: 422, body: { code: 'settlement.more-than-due' } })
  const paid = done(await pay({ ...card(own.totalFen), keepFen: 500 }))
  expect(paid).toMatchObject({ dueFen: 0, kept: expect.stringMatching(/^RC-SH1-/) })
  expect(paid['kept']).not.toBe(paid['number'])
  expect(await held(car.id)).toMatchObject({ heldFen: 500 })
  expect(await as('csh').post(`/deposits/${car.id}`, card(1_000))).toMatchObject({ status: 422, body: { code: 'settlement.no-deposit-now' } })
  expect(await brokenInvariants(server, invariants)).toEqual([])
})

test('cash that the drawer does not hold does not go back', async () => {
  const car = await readyCar({ as, server, masters })
  done(await as('csh').post(`/deposits/${car.id}`, { way: 'cash', amountFen: 900_000 }))
  const [payment] = (await held(car.id)).payments
  const evening = server.clock
  server.clock = { now: () => new Date(evening.now().getTime() + 86_400_000) }
  as = await signedIn(server, ['sad', 'fds', 'wss', 'tec', 'whk', 'qci', 'csh', 'fin', 'b-fin'])
  done(await as('csh').post('/statements-till/open', { floatFen: 50_000 }))
  expect(await as('fin').post(`/payments/${String(payment?.id)}/refund`, { reason: '退' })).toMatchObject({ status: 422, body: { code: 'settlement.till-short', facts: { cash: 500 } } })
  expect((await as('csh').get('/statements-till')).body).toMatchObject({ expectedFen: 50_000 })
})

test('of ten who give the same deposit back at once one does; another store sees nothing', async () => {
  const car = await readyCar({ as, server, masters })
  done(await as('csh').post(`/deposits/${car.id}`, card(700)))
  const [payment] = (await held(car.id)).payments
  expect(await as('b-fin').get(`/deposits/${car.id}`)).toMatchObject({ status: 404 })
  const answers = await Promise.all(Array.from({ length: 10 }, () => as('fin').post(`/payments/${String(payment?.id)}/refund`, { reason: '退' })))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(await held(car.id)).toMatchObject({ heldFen: 0, takenFen: 0 })
  expect(await brokenInvariants(server, invariants)).toEqual([])
})
