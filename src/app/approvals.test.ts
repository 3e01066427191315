import { afterAll, beforeAll, expect, test } from 'vitest'
import { requestPages } from '../modules/approvals/domain/request.ts'
import { lookRound } from '../modules/notices/public.ts'
import { invariants } from './modules.ts'
import { brokenInvariants, signature, type Masters } from './testing/furnished.ts'
import { furnishedServer } from './testing/furnished-server.ts'
import { readyCar, receivedCar } from './testing/ready-car.ts'
import { done } from './testing/said.ts'
import { topicsOf } from '../platform/web/topics.ts'
import { solid, textOf } from '../platform/print/testing/read-pdf.ts'
import type { Answer, Caller, TestServer } from './testing/test-server.ts'

let server: TestServer
let masters: Masters
let as: (login: string) => Caller
beforeAll(async () => {
  ({ server, masters, as } = await furnishedServer(['sad', 'fds', 'stm', 'fin', 'csh', 'wss', 'tec', 'qci', 'whk', 'gm', 'b-fin', 'b-stm']))
  await as('csh').post('/statements-till/open', { floatFen: 10_000 })
}, 60_000)
afterAll(() => server.drop())

type Approval = { kind: string; id: string; version: number; orderId: string; amountFen: number; reason: string; state?: string; decisionReason?: string }
const inbox = async (login: string): Promise<{ waiting: Approval[]; mine: Approval[] }> => (await as(login).get('/approvals')).body as never
const order = async (id: string) => (await as('sad').get(`/repair-orders/${id}`)).body as { version: number; lines: { id: string; version: number; refusedReason: string | null; approvedBy: string | null }[] }

async function estimated(lines: readonly object[]): Promise<string> {
  const { id, version } = await receivedCar(as('sad'))
  expect(await as('sad').post(`/repair-orders/${id}/lines`, { version, lines })).toMatchObject({ status: 200 })
  return id
}
const cheaper = () => [{ kind: 'labour', operationId: masters.operations[0]?.id, payer: 'customer' }, { kind: 'part', partId: masters.parts[3]?.id, payer: 'customer', quantityThousandths: 1_000, manual: { priceFen: 101, reason: '客户比价' } }]
const promise = { promisedAt: '2026-11-23T10:00:00Z', phoneChecked: true, choices: { oldParts: 'leave', wash: true, roadTest: false, waits: false }, signature }

test('a price off its rule waits in the inbox; the no stands on the line with its reason, and a changed price asks anew', async () => {
  const id = await estimated(cheaper())
  const [waiting] = (await inbox('fds')).waiting
  expect(waiting).toMatchObject({ kind: 'price-deviation', orderId: id, amountFen: 101, ruleFen: masters.parts[3]?.capFen, reason: '客户比价' })
  expect((await inbox('sad')).waiting).toEqual([])
  expect(await as('fds').post(`/approvals/deviations/${String(waiting?.id)}/refuse`, { version: waiting?.version, reason: '' })).toMatchObject({ status: 400 })
  expect(await as('fds').post(`/approvals/deviations/${String(waiting?.id)}/refuse`, { version: waiting?.version, reason: '低于限价太多' })).toMatchObject({ status: 200 })
  expect((await inbox('fds')).waiting).toEqual([])
  const line = (await order(id)).lines.find(({ refusedReason }) => refusedReason !== null)
  expect(line).toMatchObject({ refusedReason: '低于限价太多', approvedBy: null })
  expect(await as('fds').post(`/approvals/deviations/${String(line?.id)}/approve`, { version: line?.version })).toMatchObject({ status: 422, body: { code: 'repair-orders.nothing-to-approve' } })
  expect(await as('sad').post(`/repair-orders/${id}/authorisation`, { version: (await order(id)).version, ...promise })).toMatchObject({ status: 422, body: { code: 'repair-orders.deviation-not-approved' } })
  await as('sad').post(`/repair-orders/${id}/lines/${String(line?.id)}`, { version: (await order(id)).version, payer: 'customer', quantityThousandths: 1_000, discountFen: 0, manual: { priceFen: 202, reason: '再让一点' } })
  const [again] = (await inbox('fds')).waiting
  expect(again).toMatchObject({ amountFen: 202, reason: '再让一点' })
  expect(await as('stm').post(`/approvals/deviations/${String(again?.id)}/approve`, { version: again?.version })).toMatchObject({ status: 200 })
  expect((await order(id)).lines.find(({ id: lineId }) => lineId === line?.id)).toMatchObject({ refusedReason: null, approvedBy: server.actor('STM').personId })
})

/** A car with so many labour lines, inspected. */
const ready = async (operations = 1): Promise<string> =>
  (await readyCar({ server, masters, as }, Array.from({ length: operations }, (_, index) => ({ kind: 'labour' as const, index })))).id
const settle = async (id: string, allowanceFen = 0, allowanceReason = ''): Promise<Answer> => as('sad').post(`/settlements/${id}`, { version: (await order(id)).version, allowanceFen, allowanceReason })

/** A car with labour only, settled. */
async function settled(): Promise<{ orderId: string; statementId: string; totalFen: number }> {
  const orderId = await ready()
  const [statement] = (await settle(orderId)).body['statements'] as { id: string; totalFen: number }[]
  return { orderId, statementId: String(statement?.id), totalFen: statement?.totalFen ?? 0 }
}

/** The same, paid by card: the statement and the payment. */
async function paid(): Promise<{ orderId: string; statementId: string; paymentId: string }> {
  const { orderId, statementId, totalFen } = await settled()
  await as('csh').post(`/statements/${statementId}/payments`, { version: 1, way: 'card', amountFen: totalFen, reference: '4711' })
  const [payment] = (await as('csh').get(`/statements/${statementId}`)).body['payments'] as { id: string }[]
  return { orderId, statementId, paymentId: String(payment?.id) }
}
const decide = (login: string, { id, version }: Approval, how: 'approve' | 'refuse', reason = ''): Promise<Answer> => as(login).post(`/approvals/${id}/${how}`, { version, reason })
const waitingFor = async (login: string, statement: { orderId: string }): Promise<Approval> => {
  const found = (await inbox(login)).waiting.find(({ orderId }) => orderId === statement.orderId)
  if (found === undefined) throw new Error('nothing waits')
  return found
}

test('the cashier asks for a refund, finance says yes, and the money goes back in that moment; ten yeses have one effect', async () => {
  const car = await paid()
  expect(await as('csh').post(`/payments/${car.paymentId}/refund`, { reason: '重复收款' })).toMatchObject({ status: 403 })
  expect(await as('csh').post(`/payments/${car.paymentId}/ask-refund`, { reason: '重复收款' })).toMatchObject({ status: 200 })
  expect(await as('csh').post(`/payments/${car.paymentId}/ask-refund`, { reason: '再来一次' })).toMatchObject({ status: 422, body: { code: 'approvals.asked-already' } })
  expect((await inbox('csh')).mine[0]).toMatchObject({ kind: 'refund', state: 'asked', reason: '重复收款' })
  expect((await inbox('b-fin')).waiting).toEqual([])
  const request = await waitingFor('fin', car)
  expect(await decide('csh', request, 'approve')).toMatchObject({ status: 422, body: { code: 'approvals.not-yours-to-decide' } })
  expect(await decide('b-fin', request, 'approve')).toMatchObject({ status: 404 })
  const answers = await Promise.all(Array.from({ length: 10 }, () => decide('fin', request, 'approve')))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect((await as('fin').get(`/statements/${car.statementId}`)).body).toMatchObject({ paidFen: 0 })
  expect((await inbox('csh')).mine[0]).toMatchObject({ state: 'approved' })
})

test('a reversal that is asked for waits until it is possible; a no carries its reason; withdrawn, it can be asked for anew', async () => {
  const car = await paid()
  await as('sad').post(`/statements/${car.statementId}/ask-reversal`, { reason: '付款方写错' })
  const request = await waitingFor('stm', car)
  expect(await decide('stm', request, 'approve')).toMatchObject({ status: 422, body: { code: 'settlement.refund-first' } })
  expect(await decide('stm', request, 'refuse', '先退款')).toMatchObject({ status: 200 })
  expect((await inbox('sad')).mine[0]).toMatchObject({ state: 'refused', decisionReason: '先退款' })
  expect(await decide('stm', request, 'approve')).toMatchObject({ status: 409 })

  await as('csh').post(`/payments/${car.paymentId}/ask-refund`, { reason: '先退款' })
  await decide('fin', await waitingFor('fin', car), 'approve')
  const { body: { id } } = await as('sad').post(`/statements/${car.statementId}/ask-reversal`, { reason: '付款方写错' })
  expect(await as('csh').post(`/approvals/${String(id)}/withdraw`, { version: 1 })).toMatchObject({ status: 422, body: { code: 'approvals.not-your-request' } })
  expect(await as('sad').post(`/approvals/${String(id)}/withdraw`, { version: 1 })).toMatchObject({ status: 200 })
  await as('sad').post(`/statements/${car.statementId}/ask-reversal`, { reason: '付款方写错' })
  expect(await decide('stm', await waitingFor('stm', car), 'approve')).toMatchObject({ status: 200 })
  expect((await as('fin').get(`/statements/${car.statementId}`)).body['reversedAt']).not.toBeNull()
  expect((await order(car.orderId)) as unknown as { status: string }).toMatchObject({ status: 'ready' })
})

test('an allowance above the own limit is asked for, granted within the limit of who says yes, and used in the settlement', async () => {
  const id = await ready(5)
  const { totalFen } = (await as('sad').get(`/repair-orders/${id}`)).body as unknown as { totalFen: number }
  const amountFen = 20_001
  expect(totalFen).toBeGreaterThan(amountFen)
  expect(await as('sad').post(`/settlements/${id}/ask-allowance`, { amountFen, reason: '老客户' })).toMatchObject({ status: 200 })
  const request = await waitingFor('stm', { orderId: id })
  expect(request).toMatchObject({ kind: 'allowance', amountFen })
  expect((await inbox('fds')).waiting.some(({ orderId }) => orderId === id)).toBe(false) // he may grant 200.00; his yes would be refused
  expect((await as('sad').get(`/settlements/${id}`)).body['allowance']).toMatchObject({ amountFen, grantedBy: null })
  expect(await settle(id, amountFen, '老客户')).toMatchObject({ status: 422, body: { code: 'settlement.allowance-needs-right' } })
  expect(await decide('fds', request, 'approve')).toMatchObject({ status: 422, body: { code: 'settlement.allowance-above-limit' } })
  expect(await decide('stm', request, 'approve')).toMatchObject({ status: 200 })
  expect(await settle(id, amountFen + 1, '老客户')).toMatchObject({ status: 422 })
  const done = await settle(id, amountFen, '老客户')
  expect(done.body['statements']).toMatchObject([{ totalFen: totalFen - amountFen }])
  // Whose it is stands on the statement, and in the report of discounts under his name.
  const [{ id: statementId }] = done.body['statements'] as [{ id: string }]
  const granter = server.actor('STM')
  expect((await as('sad').get(`/statements/${statementId}`)).body).toMatchObject({ allowanceFen: amountFen, allowanceBy: granter.name })
  expect((await as('stm').get('/reports/discounts?from=2026-11-01&to=2026-11-30')).body['rows']).toMatchObject([{ personId: granter.personId, kind: 'allowance', count: 1, fen: amountFen }])
  expect(await as('sad').post(`/settlements/${id}/ask-allowance`, { amountFen, reason: '再来' })).toMatchObject({ status: 422, body: { code: 'settlement.no-allowance-now' } })
})

test('a car leaves on credit within the agreed limit; above it only the general manager grants it, with a reason', async () => {
  const car = await settled()
  const { ownerId } = (await as('sad').get(`/repair-orders/${car.orderId}`)).body as unknown as { ownerId: string }
  const grant = (login: string, statementId: string, reason = ''): Promise<Answer> => as(login).post(`/statements/${statementId}/credit`, { version: 1, reason })
  expect(await grant('csh', car.statementId)).toMatchObject({ status: 403 })
  expect(await grant('fin', car.statementId)).toMatchObject({ status: 422, body: { code: 'settlement.no-credit-account' } })
  expect(await as('sad').post(`/credit-accounts/${ownerId}`, { version: 0, limitFen: 1, days: 30, reason: '年框' })).toMatchObject({ status: 403 })
  expect(await as('b-fin').post(`/credit-accounts/${ownerId}`, { version: 0, limitFen: 1, days: 30, reason: '年框' })).toMatchObject({ status: 404 })
  expect(await as('fin').post(`/credit-accounts/${ownerId}`, { version: 0, limitFen: car.totalFen, days: 30, reason: '年框' })).toMatchObject({ status: 200 })
  expect(await as('fin').post(`/credit-accounts/${ownerId}`, { version: 0, limitFen: 5, days: 30, reason: '年框' })).toMatchObject({ status: 422, body: { code: 'settlement.credit-set-meanwhile' } })
  expect((await as('fin').get(`/credit-accounts?customerId=${ownerId}`)).body).toMatchObject({ rows: [{ customerId: ownerId, limitFen: car.totalFen, version: 1 }], next: null })

  expect(await as('sad').post(`/statements/${car.statementId}/ask-credit`, { reason: '月结客户' })).toMatchObject({ status: 200 })
  const request = await waitingFor('fin', car)
  expect(await decide('fin', request, 'approve', '年框客户')).toMatchObject({ status: 200 })
  expect((await as('fin').get(`/statements/${car.statementId}`)).body).toMatchObject({ dueFen: car.totalFen, creditDueOn: '2026-12-23' })
  expect(await grant('gm', car.statementId, '再来')).toMatchObject({ status: 409 })
  expect(await as('sad').post(`/settlements/${car.orderId}/delivery`, {
    version: (await order(car.orderId)).version, pickUpCode: '', identityReason: '核对行驶证', accepted: true, oldPartsShown: true, setRemoved: true, nextServiceOn: null, nextServiceKm: null, callTime: { kind: 'any' },
  })).toMatchObject({ status: 200 })
  expect((await as('fin').get(`/credit-accounts/${ownerId}`)).body).toMatchObject({ usedFen: car.totalFen, owed: [{ id: car.statementId, dueFen: car.totalFen, overdueDays: 0 }] })
  const paper = await server.serving.server.inject({ method: 'GET', url: `/api/statements/${car.statementId}/statement.pdf?language=en`, headers: { cookie: as('fin').cookie } })
  expect(solid(textOf(paper.rawPayload))).toContain(`Oncredit${(car.totalFen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })}`)

  const next = await settled() // the same owner, who used his limit up
  expect(await grant('fin', next.statementId, '很急')).toMatchObject({ status: 422, body: { code: 'settlement.credit-over-limit' } })
  expect(await grant('gm', next.statementId)).toMatchObject({ status: 422, body: { code: 'settlement.override-needs-reason' } })
  expect(await grant('gm', next.statementId, '总经理特批')).toMatchObject({ status: 200 })
  await as('csh').post(`/statements/${next.statementId}/payments`, { version: 2, way: 'card', amountFen: next.totalFen, reference: '4712' })
  expect((await as('gm').get('/credit-accounts?limit=20')).body['rows']).toMatchObject([{ customerId: ownerId, usedFen: car.totalFen, limitFen: car.totalFen, days: 30 }])
})

test('a deputy says the yes of who is absent, within his limits and only while he is away; never on what the absent one asked for', async () => {
  const car = await paid()
  done(await as('csh').post(`/payments/${car.paymentId}/ask-refund`, { reason: '重复收款' }))
  const request = await (async () => (await inbox('fin')).waiting.find(({ orderId }) => orderId === car.orderId))()
  expect(await decide('tec', request as Approval, 'approve')).toMatchObject({ status: 403 })
  expect(await decide('fds', request as Approval, 'approve')).toMatchObject({ status: 422, body: { code: 'approvals.not-yours-to-decide' } })
  done(await as('wss').post('/rosters/absences', { personId: server.actor('STM').personId, from: '2026-11-23', until: '2026-11-24', kind: 'leave', reason: '厂家会议', deputyId: server.actor('FDS').personId }))
  expect((await inbox('fds')).waiting.map(({ orderId }) => orderId)).toContain(car.orderId)
  // Who stands in since now is told what waits already, once; and of what is asked for from now on with all others.
  const told = async () => (done(await as('fds').get('/notices?group=unread'))['rows'] as { kind: string; facts: { name: string } }[]).filter(({ kind, facts }) => kind === 'approval-waits' && facts.name === 'SH1 CSH')
  const before = await told()
  await lookRound(server.database, server.clock)
  const after = await told()
  expect(after.length).toBeGreaterThan(before.length)
  await lookRound(server.database, server.clock)
  expect(await told()).toHaveLength(after.length)
  const later = await paid()
  done(await as('csh').post(`/payments/${later.paymentId}/ask-refund`, { reason: '重复收款' }))
  expect(await told()).toHaveLength(after.length + 1)
  await lookRound(server.database, server.clock)
  expect(await told()).toHaveLength(after.length + 1)
  const id = await estimated(cheaper())
  const [deviation] = (await inbox('fds')).waiting.filter(({ orderId }) => orderId === id)
  expect(deviation).toMatchObject({ kind: 'price-deviation' })
  expect(await decide('fds', request as Approval, 'approve')).toMatchObject({ status: 200 })
  expect((await inbox('csh')).mine.find((row) => row.id === request?.id)).toMatchObject({ state: 'approved', decidedBy: 'SH1 FDS（代 SH1 STM）' })
})

test('after all of it the books add up', async () => {
  expect(await brokenInvariants(server, invariants)).toEqual([])
})

test('a decision reaches the page of what was asked for', () => {
  expect(Object.values(requestPages).filter((page) => !topicsOf('approval.decided').includes(page.slice(1)))).toEqual([])
})
