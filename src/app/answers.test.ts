import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LinkView } from '../modules/answers/contract.ts'
import { invariants } from './modules.ts'
import { brokenInvariants, signature, type Masters } from './testing/furnished.ts'
import { furnishedServer } from './testing/furnished-server.ts'
import { receivedCar } from './testing/ready-car.ts'
import { code, done } from './testing/said.ts'
import type { Caller, TestServer } from './testing/test-server.ts'

// The customer answers on his own phone: item by item, once, with what he saw kept.
let server: TestServer
let masters: Masters
let as: (login: string) => Caller
beforeAll(async () => { ({ server, masters, as } = await furnishedServer(['sad', 'tec', 'b-sad', 'csh'])) }, 60_000)
afterAll(() => server.drop())

const later = (): string => new Date(server.clock.now().getTime() + 8 * 3_600_000).toISOString()

/** Authorised, with so many priced findings. */
async function asked(findings: number): Promise<{ id: string; works: string[] }> {
  const { id, version } = await receivedCar(as('sad'))
  const added = done(await as('sad').post(`/repair-orders/${id}/lines`, { version, lines: [{ kind: 'labour', operationId: masters.operations[0]?.id, payer: 'customer' }] }))
  done(await as('sad').post(`/repair-orders/${id}/authorisation`, { version: added['version'], promisedAt: later(), phoneChecked: true, choices: { oldParts: 'take', wash: true, roadTest: false, waits: true }, signature }))
  const works: string[] = []
  for (let index = 0; index < findings; index += 1) {
    const work = done(await as('tec').post(`/repair-orders/${id}/added-work`, { findings: `发现 ${String(index)}`, urgency: 'soon' }))
    done(await as('sad').post(`/added-work/${String(work['id'])}/price`, { version: 1, add: [{ kind: 'labour', operationId: masters.operations[1]?.id, payer: 'customer' }], remove: [] }))
    works.push(String(work['id']))
  }
  return { id, works }
}
const make = async (id: string): Promise<string> => String(done(await as('sad').post(`/answers/of-order/${id}`, { promisedAt: later() }))['path']).replace('/answer/', '')
const open = (token: string) => server.ask('GET', `/api/answers/${token}`)
/** As the car's sender left it (testing/ready-car.ts). */
const sender = { name: '李晨', phone: '19900010001' }
const tail = sender.phone.slice(-4)
let keys = 0
const answer = (token: string, items: { id: string; agreed: boolean }[], more: Record<string, unknown> = {}, key = `customer-${String(keys += 1)}`) => server.ask('POST', `/api/answers/${token}`, {
  payload: JSON.stringify({ tail, name: '李晨', signature, items, ...more }), headers: { 'content-type': 'application/json', 'idempotency-key': key },
})
const works = async (id: string) => (done(await as('sad').get(`/repair-orders/${id}`))['addedWork']) as { id: string; status: string; decidedWay: string | null; customerName: string; signature: string | null }[]

test('he opens it as often as he likes, accepts one thing, refuses another, signs; once', async () => {
  const { id, works: [first = '', second = ''] } = await asked(2)
  const token = await make(id)
  const view = done(await open(token)) as unknown as LinkView
  expect(view).toMatchObject({ state: 'open', items: [{ id: first, findings: '发现 0' }, { id: second }] })
  expect(JSON.stringify(view)).not.toContain(sender.phone)
  expect(JSON.stringify(view)).not.toContain(sender.name)
  expect(code(await answer(token, [{ id: first, agreed: true }]))).toBe('answers.items-open')
  expect(code(await answer(token, [{ id: first, agreed: true }, { id: second, agreed: false }], { signature: null }))).toBe('answers.unsigned')
  const items = [{ id: first, agreed: true }, { id: second, agreed: false }]
  const both = await Promise.all([answer(token, items), answer(token, items)])
  expect(both.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1)
  expect(await works(id)).toMatchObject([{ id: first, status: 'agreed', decidedWay: 'link', customerName: '李晨', signature }, { id: second, status: 'refused', decidedWay: 'link' }])
  expect(done(await open(token))).toMatchObject({ state: 'answered', items: [] })
  expect(done(await as('sad').get(`/answers/of-order/${id}`))['rows']).toMatchObject([{ state: 'answered', customerName: '李晨' }])
  expect(await brokenInvariants(server, invariants)).toEqual([])
})

test('a change, a newer link and two days void it; nothing is decided by a void one', async () => {
  const { id, works: [work = ''] } = await asked(1)
  const first = await make(id)
  const second = await make(id)
  expect(done(await open(first))).toMatchObject({ state: 'void' })
  done(await as('sad').post(`/added-work/${work}/price`, { version: 2, add: [{ kind: 'labour', operationId: masters.operations[2]?.id, payer: 'customer' }], remove: [] }))
  expect(done(await open(second))).toMatchObject({ state: 'void', items: [] })
  expect(code(await answer(second, [{ id: work, agreed: true }]))).toBe('answers.void')
  const third = await make(id)
  const now = server.clock.now()
  server.clock = { now: () => new Date(now.getTime() + 49 * 3_600_000) }
  expect(done(await open(third))).toMatchObject({ state: 'void' })
  server.clock = { now: () => now }
  expect((await works(id))[0]?.status).toBe('priced')
})

test('five wrong phone tails void it; a forged or foreign token finds nothing', async () => {
  const { id, works: [work = ''] } = await asked(1)
  const token = await make(id)
  for (let attempt = 0; attempt < 5; attempt += 1) expect(code(await answer(token, [{ id: work, agreed: true }], { tail: '0000' }))).toBe('answers.wrong-tail')
  expect(code(await answer(token, [{ id: work, agreed: true }]))).toBe('answers.void')
  expect((await open(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).status).toBe(404)
  expect((await open(server.otherStoreId.replaceAll('-', '') + token.slice(32))).status).toBe(404)
  expect((await open(`${'z'.repeat(64)}`)).status).toBe(404)
  expect((await server.ask('GET', `/api/answers/${token}/pictures/${id}`)).status).toBe(404)
})

test('only who may authorise makes a link, and only when something waits', async () => {
  const { id } = await asked(0)
  expect(code(await as('sad').post(`/answers/of-order/${id}`, { promisedAt: later() }))).toBe('answers.nothing-to-answer')
  expect((await as('csh').post(`/answers/of-order/${id}`, { promisedAt: later() })).status).toBe(403)
  expect((await as('b-sad').post(`/answers/of-order/${id}`, { promisedAt: later() })).status).toBe(404)
})
