import { afterAll, beforeAll, expect, test } from 'vitest'
import { journalOf } from '../modules/invoicing/actions/journal-file.ts'
import { asBooked } from './demo/perform-visit.ts'
import { invariants } from './modules.ts'
import { brokenInvariants, type Masters } from './testing/furnished.ts'
import { furnishedServer } from './testing/furnished-server.ts'
import { readyCar } from './testing/ready-car.ts'
import { signedIn, type Answer, type Caller, type TestServer } from './testing/test-server.ts'

// What a payment's channel keeps, and the day closed way by way (issue of the visit, number 9; rules.md, Till).
let server: TestServer
let masters: Masters
let as: (login: string) => Caller
beforeAll(async () => {
  ({ server, masters, as } = await furnishedServer(['sad', 'fds', 'wss', 'tec', 'whk', 'qci', 'csh', 'fin', 'b-fin']))
  done(await as('csh').post('/statements-till/open', { floatFen: 50_000 }))
}, 60_000)
afterAll(() => server.drop())

const done = (answer: Answer): Record<string, unknown> => {
  expect(answer).toMatchObject({ status: 200 })
  return answer.body
}
const code = (answer: Answer): unknown => answer.body['code']
type Payment = { id: string; number: string; way: string; amountFen: number; feeFen: number }
type Sums = { way: 'cash' | 'wechat' | 'alipay' | 'card' | 'transfer'; amountFen: number; feeFen: number }[]
const till = async () => done(await as('csh').get('/statements-till')) as { day: string; expectedFen: number; sums: Sums; forgotten: string | null; rates: { way: string; hundredths: number; version: number }[] }
const paymentsOf = async (path: string) => done(await as('fin').get(path))['payments'] as Payment[]

test('a payment is recorded with what its channel keeps; cash has no fee, and none is above its payment', async () => {
  const { id } = await readyCar({ as, server, masters })
  const give = (body: object) => as('csh').post(`/deposits/${id}`, body)
  expect(code(await give({ way: 'cash', amountFen: 10_000, feeFen: 1 }))).toBe('settlement.no-fee-of-cash')
  expect(code(await give({ way: 'wechat', amountFen: 10_000, reference: 'WX-1', feeFen: 10_001 }))).toBe('settlement.fee-above-payment')
  expect(await paymentsOf(`/deposits/${id}`)).toEqual([])
  done(await give({ way: 'wechat', amountFen: 10_000, reference: 'WX-1', feeFen: 60 }))
  done(await give({ way: 'card', amountFen: 20_000, reference: 'POS-1', feeFen: 110 }))
  const [wechat, card] = await paymentsOf(`/deposits/${id}`)
  for (const payment of [wechat, card]) done(await as('fin').post(`/payments/${String(payment?.id)}/refund`, { reason: '客户改期' }))
  expect((await paymentsOf(`/deposits/${id}`)).map(({ way, amountFen, feeFen }) => [way, amountFen, feeFen])).toEqual([['wechat', 10_000, 60], ['card', 20_000, 110], ['wechat', -10_000, -60], ['card', -20_000, 0]])
  expect((await till()).sums).toEqual([{ way: 'card', amountFen: 0, feeFen: 110, count: 2 }, { way: 'wechat', amountFen: 0, feeFen: 0, count: 2 }])
})

test('what is kept for the customer bears its part of the fee, and the journal books what arrives and what it cost', async () => {
  const car = await readyCar({ as, server, masters })
  done(await as('sad').post(`/settlements/${car.id}`, { version: car.version }))
  const { statements: [own] } = done(await as('csh').get(`/settlements/${car.id}`)) as { statements: { id: string; version: number; dueFen: number }[] }
  const dueFen = own?.dueFen ?? 0
  const answer = done(await as('csh').post(`/statements/${String(own?.id)}/payments`, { version: own?.version, way: 'alipay', amountFen: dueFen, keepFen: dueFen, reference: 'ALI-1', feeFen: 101 }))
  const [paid] = await paymentsOf(`/statements/${String(own?.id)}`)
  const [kept] = await paymentsOf(`/deposits/${car.id}`)
  expect([paid?.feeFen, kept?.feeFen, kept?.number]).toEqual([51, 50, answer['kept']])
  const { day } = await till()
  const postings = await server.database.reading([server.storeId], (tx) => journalOf({ tx, by: server.actor('FIN'), now: server.clock.now() }, { from: day, to: day }))
  const of = (document: string | undefined) => postings.filter((posting) => posting.document === document).map(({ account, debitFen, creditFen }) => [account, debitFen, creditFen])
  expect(of(paid?.number)).toEqual([['1012', dueFen - 51, 0], ['6603', 51, 0], ['1122', 0, dueFen]])
  expect(of(kept?.number)).toEqual([['1012', dueFen - 50, 0], ['6603', 50, 0], ['2203', 0, dueFen]])
})

test('a statement is found at the till by the tail of its plate, and its payment in the day', async () => {
  const car = await readyCar({ as, server, masters })
  const { statements: [made] } = done(await as('sad').post(`/settlements/${car.id}`, { version: car.version })) as { statements: { id: string; number: string; totalFen: number }[] }
  const { plate } = done(await as('csh').get(`/statements/${String(made?.id)}`)) as { plate: string }
  const found = async (find: string, due = 'yes') => (done(await as('csh').get(`/statements?due=${due}&find=${encodeURIComponent(find)}`))['rows'] as { id: string }[]).map(({ id }) => id)
  expect(await found(plate.slice(-4))).toEqual([made?.id])
  expect(await found(String(made?.number).toLowerCase())).toEqual([made?.id])
  expect(await found('没有')).toEqual([])
  done(await as('csh').post(`/statements/${String(made?.id)}/payments`, { version: 1, way: 'card', amountFen: made?.totalFen, reference: 'POS-77', feeFen: 3 }))
  expect([await found(plate.slice(-4)), await found(plate.slice(-4), 'no')]).toEqual([[], [made?.id]])
  const { rows } = done(await as('csh').get(`/statements-till/days/${(await till()).day}/entries?find=pos-77`))
  expect(rows).toMatchObject([{ way: 'card', amountFen: made?.totalFen, feeFen: 3, about: `${String(made?.number)} ${plate}`, statementId: made?.id }])
})

test('the rate that a page proposes is the store’s own; two who change it at once do not overwrite each other', async () => {
  const set = (login: string, body: object) => as(login).post('/statements-till/rates/wechat', body)
  const rate = async () => (await till()).rates.find(({ way }) => way === 'wechat')
  expect(await rate()).toMatchObject({ hundredths: 60, version: 0 })
  expect((await set('csh', { hundredths: 38, comesBack: true, version: 0 })).status).toBe(403)
  done(await set('fin', { hundredths: 38, comesBack: true, version: 0 }))
  expect(await set('fin', { hundredths: 20, comesBack: true, version: 0 })).toMatchObject({ status: 409, body: { code: 'platform.changed-meanwhile' } })
  done(await set('fin', { hundredths: 30, comesBack: false, version: 1 }))
  expect(await rate()).toMatchObject({ hundredths: 30, version: 2 })
  expect((await as('b-fin').get('/statements-till')).body['rates']).toContainEqual({ way: 'wechat', hundredths: 60, comesBack: true, version: 0 })
})

test('a day closes when the drawer is counted and each channel compared; a forgotten day is closed later, once, and stands with its differences', async () => {
  const { day, sums, expectedFen } = await till()
  const tomorrow = new Date(server.clock.now().getTime() + 86_400_000)
  const before = server.clock
  server.clock = { now: () => tomorrow }
  as = await signedIn(server, ['csh', 'fin', 'b-fin'])
  expect(await till()).toMatchObject({ forgotten: day, expectedFen: 0 })
  const close = (body: object) => as('csh').post('/statements-till/close', { day, countedFen: expectedFen, stated: asBooked(sums), ...body })
  expect(code(await as('csh').post('/statements-till/close', { countedFen: 0 }))).toBe('settlement.till-not-open') // today was not opened yet
  expect(code(await close({ stated: [] }))).toBe('settlement.way-not-stated')
  expect(code(await close({ countedFen: expectedFen - 100 }))).toBe('settlement.till-difference')
  const off = asBooked(sums).map((way) => (way.way === 'alipay' ? { ...way, statedFen: way.statedFen - 250 } : way))
  expect(code(await close({ stated: off }))).toBe('settlement.way-difference')
  expect(done(await close({ stated: off, countedFen: expectedFen - 100, reason: '少收一元；支付宝一笔次日到账' }))).toMatchObject({ day, differenceFen: -100 })
  expect(code(await close({}))).toBe('settlement.till-closed')
  expect(await till()).toMatchObject({ forgotten: null })
  const feeFen = sums.reduce((sum, one) => sum + one.feeFen, 0)
  expect(done(await as('fin').get('/statements-till/days?limit=10'))['rows']).toMatchObject([{ day, countedFen: expectedFen - 100, expectedFen, waysOffFen: -250, feeFen, closedByName: server.actor('CSH').name, differenceReason: '少收一元；支付宝一笔次日到账' }])
  expect(done(await as('fin').get('/statements-till/days?open=yes'))['rows']).toEqual([])
  const ways = done(await as('fin').get(`/statements-till/days/${day}`))['ways'] as { way: string; amountFen: number; statedFen: number | null }[]
  expect(ways.map(({ way, amountFen, statedFen }) => [way, statedFen === null ? null : statedFen - amountFen])).toEqual(sums.map(({ way }) => [way, way === 'cash' ? null : way === 'alipay' ? -250 : 0]))
  const entries = async (query = '') => done(await as('fin').get(`/statements-till/days/${day}/entries?limit=200${query}`))['rows'] as Payment[]
  const all = await entries()
  for (const { way, amountFen, feeFen: kept } of sums) expect(all.filter((entry) => entry.way === way).reduce((sum, entry) => [(sum[0] ?? 0) + entry.amountFen, (sum[1] ?? 0) + entry.feeFen], [0, 0])).toEqual([amountFen, kept])
  expect((await entries('&find=pos-1')).map(({ way, amountFen }) => [way, amountFen])).toEqual([['card', 20_000], ['card', -20_000]])
  expect(done(await as('fin').get(`/statements-till/days/${day}/entries?limit=1&way=wechat`))).toMatchObject({ rows: [{ amountFen: 10_000, feeFen: 60 }], next: expect.any(String) as string })
  expect((await as('b-fin').get(`/statements-till/days/${day}`)).status).toBe(404)
  expect((await as('fin').get('/statements-till/file?language=en')).status).toBe(200)
  expect(await brokenInvariants(server, invariants)).toEqual([])
  server.clock = before
})
