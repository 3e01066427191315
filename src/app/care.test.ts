import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadPack, settleAll } from '../modules/duties/public.ts'
import type { Today } from '../modules/duties/contract.ts'
import { makeProduct, type Person, type Product } from './testing/product.ts'
import { furnishedServer } from './testing/furnished-server.ts'
import { code, done } from './testing/said.ts'
import { signedIn, type Caller, type TestServer } from './testing/test-server.ts'

// After the delivery: calls within three days, scores, and complaints with their 24 hours. It is Monday 23 November 2026, ten o'clock.
const people = ['stm', 'fds', 'wss', 'sad', 'csh', 'b-stm']
let server: TestServer
let as: (login: string) => Caller
beforeAll(async () => {
  ({ server, as } = await furnishedServer(people))
  await loadPack(server.database)
}, 60_000)
afterAll(() => server.drop())

const complain = async (kind: string): Promise<{ id: string; number: string }> =>
  done(await as('sad').post('/complaints', { plate: '沪A·D77001', customerName: '陈晨', phone: '19900010002', kind, words: '制动还是响' })) as { id: string; number: string }
const duties = async (login: string) => done(await as(login).get('/duties/today')) as unknown as Today

test('a complaint goes to its position with its clock; answered, asked about, given back and closed by somebody else', async () => {
  const { id, number } = await complain('quality')
  expect((await duties('wss')).now.find(({ dutyId }) => dutyId === 'WSS-2.8')).toMatchObject({ subjectName: `${number} 沪AD77001`, dueAt: new Date(server.clock.now().getTime() + 86_400_000).toISOString() })
  expect((await duties('fds')).now.some(({ dutyId }) => dutyId === 'FDS-2.9')).toBe(false)
  const post = (login: string, deed: string, body: object) => as(login).post(`/complaints/${id}/${deed}`, body)
  expect(code(await post('fds', 'answer', { version: 1, answer: 'x' }))).toBe('care.assigned-elsewhere')
  expect((await post('csh', 'answer', { version: 1, answer: 'x' })).status).toBe(403)
  expect((await post('b-stm', 'answer', { version: 1, answer: 'x' })).status).toBe(404)
  expect(code(await post('stm', 'close', { version: 1, content: true }))).toBe('care.not-answered')
  const answers = await Promise.all([1, 2].map(() => post('wss', 'answer', { version: 1, answer: '返工更换消音片' })))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  await settleAll(server.database, server.clock.now())
  expect((await duties('wss')).over.filter(({ dutyId }) => dutyId === 'WSS-2.8')).toEqual([]) // due tomorrow: no duty of today any more
  expect((await duties('wss')).now.some(({ dutyId }) => dutyId === 'WSS-2.8')).toBe(false)
  expect(code(await post('stm', 'close', { version: 2, content: false }))).toBe('care.words-missing')
  done(await post('stm', 'close', { version: 2, content: false, words: '冷车时还响' }))
  done(await post('stm', 'answer', { version: 3, answer: '更换前制动片' }))
  expect(code(await post('stm', 'close', { version: 4, content: true }))).toBe('care.own-answer')
  for (const word of [number.toLowerCase(), '77001', '陈', '19900010002']) expect([word, (done(await as('stm').get(`/complaints?find=${encodeURIComponent(word)}`))['rows'] as { id: string }[]).map((row) => row.id)]).toEqual([word, [id]])
  expect(done(await as('stm').get('/complaints?find=88001'))['rows']).toEqual([])
  expect(done(await as('stm').get('/complaints'))['rows']).toMatchObject([{ id, status: 'answered', returns: 1, words: '制动还是响 / 冷车时还响' }])
})

test('an unanswered complaint is overdue after 24 hours, and the station manager owes it', async () => {
  await complain('service')
  server.clock = { now: () => new Date('2026-11-24T03:00:00Z') }
  as = await signedIn(server, people)
  expect((done(await as('stm').get('/complaints'))['rows'] as { kind: string; overdue: boolean }[]).filter(({ overdue }) => overdue)).toMatchObject([{ kind: 'service' }])
})

test('on the demo store: delivered cars wait for their call; one is scored, a second complains, nobody is called after that', async () => {
  const product: Product = await makeProduct()
  try {
    await product.start()
    const ccc: Person = await product.signIn('ccc')
    const rows = async (find = '') => (await ccc.get(`/follow-ups${find === '' ? '' : `?find=${encodeURIComponent(find)}`}`)).body['rows'] as { orderId: string; orderNumber: string; plate: string; senderPhone: string; later: boolean; callTime: { kind: string } | null; lastResult: string | null }[]
    const before = await rows()
    expect(before.length).toBeGreaterThan(3)
    expect(new Set(before.map(({ callTime }) => callTime?.kind))).toEqual(new Set(['any', 'at']))
    const laters = before.map(({ later }) => later)
    expect(laters).toEqual(laters.toSorted((one, other) => Number(one) - Number(other))) // who asked for later stands behind
    expect((await rows(before[0]?.orderNumber)).map(({ orderId }) => orderId)).toEqual([before[0]?.orderId])
    expect(await rows(before[0]?.plate.slice(-5))).toEqual(before.filter(({ plate }) => plate === before[0]?.plate))
    expect(await rows('nobody')).toEqual([])
    const scores = { reception: 5, quality: 5, price: 4, time: 5, cleanliness: 5 }
    const call = (index: number, body: object) => ccc.post(`/follow-ups/${before[index]?.orderId ?? ''}`, body, `care-${String(index)}-${JSON.stringify(body).length}`)
    expect((await call(0, { result: 'reached', scores: {}, satisfied: true })).body['code']).toBe('care.scores-missing')
    expect((await call(0, { result: 'reached', scores, satisfied: true })).status).toBe(200)
    expect((await call(0, { result: 'reached', scores, satisfied: true, words: '再打' })).body['code']).toBe('care.no-more-calls')
    expect((await call(1, { result: 'reached', scores: { ...scores, quality: 1 }, satisfied: false, words: '异响没修好' })).body['code']).toBe('care.complaint-missing')
    expect((await call(1, { result: 'reached', scores: { ...scores, quality: 1 }, satisfied: false, words: '异响没修好', complaint: 'quality' })).body['complaintNumber']).toMatch(/^CP-/)
    expect((await call(2, { result: 'phone-off', scores: {}, satisfied: null })).status).toBe(200)
    expect((await rows()).find(({ orderId }) => orderId === before[2]?.orderId)).toMatchObject({ lastResult: 'phone-off' }) // an attempt, not an answer
    // As a set: whose asked hour has come moves up while the clock runs.
    expect(new Set((await rows()).map(({ orderId }) => orderId))).toEqual(new Set(before.slice(2).map(({ orderId }) => orderId)))
    const { rows: judged } = (await ccc.get('/follow-ups/scores')).body as { rows: { role: string; calls: number }[] }
    expect(judged.filter(({ role }) => role === 'advisor').reduce((sum, { calls }) => sum + calls, 0)).toBe(2)
  } finally {
    await product.remove()
  }
}, 90_000)
