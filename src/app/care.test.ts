import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadPack, settleAll } from '../modules/duties/public.ts'
import type { Today } from '../modules/duties/contract.ts'
import { furnishedServer, type FurnishedServer } from './testing/furnished-server.ts'
import { handOver, readyCar } from './testing/ready-car.ts'
import { code, done } from './testing/said.ts'
import { signedIn, type Caller, type TestServer } from './testing/test-server.ts'

// After the delivery: calls within three days, scores, and complaints with their 24 hours. It is Monday 23 November 2026, ten o'clock.
const people = ['stm', 'fds', 'wss', 'sad', 'tec', 'qci', 'csh', 'b-stm']
let furnished: FurnishedServer
let server: TestServer
let as: (login: string) => Caller
beforeAll(async () => {
  furnished = await furnishedServer(people);
  ({ server, as } = furnished)
  await loadPack(server.database)
}, 60_000)
afterAll(() => server.drop())

const complain = async (kind: string): Promise<{ id: string; number: string }> =>
  done(await as('sad').post('/complaints', { plate: '沪A·D77001', customerName: '陈晨', phone: '19900010002', kind, words: '制动还是响' })) as { id: string; number: string }
const duties = async (login: string) => done(await as(login).get('/duties/today')) as unknown as Today

test('a complaint goes to its position with its clock; answered, asked about, given back and closed by somebody else', async () => {
  const { id, number } = await complain('quality')
  expect((await duties('wss')).now.find(({ dutyId }) => dutyId === 'WSS-2.8')).toMatchObject({ subjectName: `${number} 沪A·D77001`, dueAt: new Date(server.clock.now().getTime() + 86_400_000).toISOString() })
  expect((await duties('fds')).now.some(({ dutyId }) => dutyId === 'FDS-2.9')).toBe(false)
  const post = (login: string, deed: string, body: object) => as(login).post(`/complaints/${id}/${deed}`, body)
  expect(code(await post('fds', 'answer', { version: 1, answer: 'x' }))).toBe('care.assigned-elsewhere')
  expect((await post('csh', 'answer', { version: 1, answer: 'x' })).status).toBe(403)
  expect((await post('b-stm', 'answer', { version: 1, answer: 'x' })).status).toBe(404)
  expect(code(await post('stm', 'close', { version: 1, content: true }))).toBe('care.not-answered')
  const answers = await Promise.all([1, 2].map(() => post('wss', 'answer', { version: 1, answer: '返工更换消音片' })))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  await settleAll(server.database, server.clock.now())
  expect((await duties('wss')).over.filter(({ dutyId }) => dutyId === 'WSS-2.8')).toMatchObject([{ status: 'done' }]) // due tomorrow, done today
  expect((await duties('wss')).now.some(({ dutyId }) => dutyId === 'WSS-2.8')).toBe(false)
  expect(code(await post('stm', 'close', { version: 2, content: false }))).toBe('care.words-missing')
  done(await post('stm', 'close', { version: 2, content: false, words: '冷车时还响' }))
  done(await post('stm', 'answer', { version: 3, answer: '更换前制动片' }))
  expect(code(await post('stm', 'close', { version: 4, content: true }))).toBe('care.own-answer')
  for (const word of [number.toLowerCase(), '77001', '陈', '19900010002']) expect([word, (done(await as('stm').get(`/complaints?find=${encodeURIComponent(word)}`))['rows'] as { id: string }[]).map((row) => row.id)]).toEqual([word, [id]])
  expect(done(await as('stm').get('/complaints?find=88001'))['rows']).toEqual([])
  expect(done(await as('stm').get('/complaints'))['rows']).toMatchObject([{ id, status: 'answered', returns: 1, words: '制动还是响', steps: [{ kind: 'answered', words: '返工更换消音片' }, { kind: 'returned', words: '冷车时还响' }, { kind: 'answered', words: '更换前制动片' }] }])
})

test('an unanswered complaint is overdue after 24 hours, and the station manager owes it', async () => {
  const { id } = await complain('service')
  server.clock = { now: () => new Date('2026-11-24T03:00:00Z') }
  as = await signedIn(server, people)
  furnished = { ...furnished, as }
  expect((done(await as('stm').get('/complaints'))['rows'] as { kind: string; overdue: boolean }[]).filter(({ overdue }) => overdue)).toMatchObject([{ kind: 'service' }])
  // Whoever answered late is late, whatever came after it; one that the customer gave back waits again.
  const inTime = async () => {
    const { figures } = done(await as('stm').get('/reports/figures?from=2026-11-23&to=2026-11-24&by=day')) as { figures: { code: string; total: { value: number | null } }[] }
    return figures.find(({ code: known }) => known === 'complaints-in-time')?.total.value
  }
  const post = async (login: string, deed: string, body: object) => done(await as(login).post(`/complaints/${id}/${deed}`, body))
  expect(await inTime()).toBe(5_000)
  await post('fds', 'answer', { version: 1, answer: '已致歉' })
  expect(await inTime()).toBe(5_000)
  await post('stm', 'close', { version: 2, content: false, words: '还是不满意' })
  expect(await inTime()).toBe(5_000)
  await post('fds', 'answer', { version: 3, answer: '上门致歉' })
  expect(await inTime()).toBe(5_000)
  expect(done(await as('fds').get('/bulletins/draft?kind=service'))).toMatchObject({ figures: { opened: 1, answered: 1, overdue: 1 } })
  const { rows } = done(await as('stm').get('/reports/orders?from=2026-11-23&to=2026-11-24&figure=complaints-in-time')) as { rows: { id: string; met: boolean }[] }
  expect(rows.find((row) => row.id === id)?.met).toBe(false)
})

test('delivered cars wait for their call; one is scored, a second complains, nobody is called after that', async () => {
  for (const kind of ['any', 'any', 'at', 'any']) await handOver(furnished, await readyCar(furnished), kind === 'any' ? { kind } : { kind, on: '2026-11-26', from: 14, to: 16 })
  const rows = async (find = '') => done(await as('stm').get(`/follow-ups${find === '' ? '' : `?find=${encodeURIComponent(find)}`}`))['rows'] as { orderId: string; orderNumber: string; plate: string; later: boolean; callTime: { kind: string } | null; lastResult: string | null }[]
  const before = await rows()
  expect(before.map(({ later, callTime }) => [later, callTime?.kind])).toEqual([[false, 'any'], [false, 'any'], [false, 'any'], [true, 'at']]) // who asked for later stands behind
  expect((await rows(before[0]?.orderNumber)).map(({ orderId }) => orderId)).toEqual([before[0]?.orderId])
  expect(await rows(before[0]?.plate.slice(-5))).toEqual(before.slice(0, 1))
  expect(await rows('nobody')).toEqual([])
  const scores = { reception: 5, quality: 5, price: 4, time: 5, cleanliness: 5 }
  const call = (index: number, body: object) => as('stm').post(`/follow-ups/${before[index]?.orderId ?? ''}`, body)
  expect(code(await call(0, { result: 'reached', scores: {}, satisfied: true }))).toBe('care.scores-missing')
  done(await call(0, { result: 'reached', scores, satisfied: true }))
  expect(code(await call(0, { result: 'reached', scores, satisfied: true, words: '再打' }))).toBe('care.no-more-calls')
  expect(code(await call(1, { result: 'reached', scores: { ...scores, quality: 1 }, satisfied: false, words: '异响没修好' }))).toBe('care.complaint-missing')
  expect(done(await call(1, { result: 'reached', scores: { ...scores, quality: 1 }, satisfied: false, words: '异响没修好', complaint: 'quality' }))['complaintNumber']).toMatch(/^CP-/)
  done(await call(2, { result: 'phone-off', scores: {}, satisfied: null }))
  expect((await rows()).map(({ orderId, lastResult }) => [orderId, lastResult])).toEqual([[before[2]?.orderId, 'phone-off'], [before[3]?.orderId, null]]) // an attempt, not an answer
  const { rows: judged } = done(await as('stm').get('/follow-ups/scores')) as { rows: { role: string; calls: number }[] }
  expect(judged.filter(({ role }) => role === 'advisor').reduce((sum, { calls }) => sum + calls, 0)).toBe(2)
})
