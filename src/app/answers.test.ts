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
beforeAll(async () => { ({ server, masters, as } = await furnishedServer(['sad', 'wss', 'tec', 'b-sad', 'csh'])) }, 60_000)
afterAll(() => server.drop())

const origin = 'http://shop.local:8080'
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
const make = async (id: string): Promise<string> => String(done(await as('sad').post(`/answers/of-order/${id}`, { promisedAt: later(), origin }))['path']).replace('/answer/', '')
const open = (token: string) => server.ask('GET', `/api/answers/${token}`)
/** As the car's sender left it (testing/ready-car.ts). */
const sender = { name: '李晨', phone: '19900010001' }
const tail = sender.phone.slice(-4)
let keys = 0
/** With the promise that he sees at this moment. */
const answer = async (token: string, items: { id: string; agreed: boolean }[], more: Record<string, unknown> = {}, key = `customer-${String(keys += 1)}`) => server.ask('POST', `/api/answers/${token}`, {
  payload: JSON.stringify({ tail, name: '李晨', signature, items, promisedAt: (await open(token)).body['promisedAt'], ...more }), headers: { 'content-type': 'application/json', 'idempotency-key': key },
})
const works = async (id: string) => (done(await as('sad').get(`/repair-orders/${id}`))['addedWork']) as { id: string; status: string; decidedWay: string | null; customerName: string; signature: string | null }[]

test('he opens it as often as he likes, accepts one thing, refuses another, signs; once', async () => {
  const { id, works: [first = '', second = ''] } = await asked(2)
  const token = await make(id)
  const view = done(await open(token)) as unknown as LinkView
  expect(view).toMatchObject({ state: 'open', subject: 'added-work', timeZone: 'Asia/Shanghai', items: [{ id: first, nameZh: '发现 0' }, { id: second }] })
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

test('the link is read on the clock of its store', async () => {
  const token = await make((await asked(1)).id)
  const move = (zone: string) => server.owner.query('update organisation.store set time_zone = $2 where id = $1', [server.storeId, zone])
  await move('Asia/Urumqi')
  expect(done(await open(token))['timeZone']).toBe('Asia/Urumqi')
  await move('Asia/Shanghai')
})

test('what the house prints of it: the reception sheet, the question, and the answer', async () => {
  const { id, works: [work = ''] } = await asked(1)
  const paper = async (path: string) => String(done(await as('sad').get(path))['text'])
  expect(await paper(`/repair-orders/${id}/reception.pdf?language=en`)).toMatch(/^%PDF-1/)
  expect(await paper(`/added-work/${work}/confirmation.pdf`)).toMatch(/^%PDF-1/)
  done(await answer(await make(id), [{ id: work, agreed: true }]))
  expect(await paper(`/added-work/${work}/confirmation.pdf`)).toMatch(/^%PDF-1/)
  const arrived = done(await as('sad').post('/repair-orders', { plate: '沪A81999', purpose: 'repair' }))
  expect(code(await as('sad').get(`/repair-orders/${String(arrived['id'])}/reception.pdf`))).toBe('repair-orders.not-received-yet')
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

test('of thirty tails guessed at once at most five are judged, then the link is void', async () => {
  const { id, works: [work = ''] } = await asked(1)
  const token = await make(id)
  const guesses = await Promise.all(Array.from({ length: 30 }, () => answer(token, [{ id: work, agreed: true }], { tail: '0000' })))
  // Five took a try; one that is judged when all five are taken voids the link, and whoever has not been judged by then hears so.
  const judged = guesses.map(code).filter((each) => each === 'answers.wrong-tail').length
  expect([judged >= 1, judged <= 5, guesses.map(code).filter((each) => each === 'answers.void').length]).toEqual([true, true, 30 - judged])
  expect(code(await answer(token, [{ id: work, agreed: true }]))).toBe('answers.void')
})

test('only who may authorise makes a link, and only when something waits', async () => {
  const { id } = await asked(0)
  expect(code(await as('sad').post(`/answers/of-order/${id}`, { promisedAt: later(), origin }))).toBe('answers.nothing-to-answer')
  expect((await as('csh').post(`/answers/of-order/${id}`, { promisedAt: later(), origin })).status).toBe(403)
  expect((await as('b-sad').post(`/answers/of-order/${id}`, { promisedAt: later(), origin })).status).toBe(404)
})

type Order = { status: string; version: number; promisedAt: string | null; lines: { id: string; code: string }[]; addedWork: { status: string; findings: string; decidedWay: string; lines: { id: string }[] }[]; recommendations: { findings: string }[]; authorisation: { signature: string; promisedAt: string } | null }
const order = async (id: string) => done(await as('sad').get(`/repair-orders/${id}`)) as unknown as Order
const labour = (index: number) => ({ kind: 'labour', operationId: masters.operations[index]?.id, payer: 'customer' })

/** Taken over, with two labour lines and a package that is due. */
async function estimated(): Promise<{ id: string; version: number }> {
  const { id, version } = await receivedCar(as('sad'))
  const added = done(await as('sad').post(`/repair-orders/${id}/lines`, { version, lines: [labour(0), labour(1)] }))
  await server.owner.query(`update vehicles.vehicle set model_id = (select id from catalogue.model where code = 'YL-T5') where id = (select vehicle_id from repair_orders.repair_order where id = '${id}')`)
  const { rows } = done(await as('sad').get(`/repair-orders/${id}/packages`)) as { rows: { id: string; code: string }[] }
  const withPackage = done(await as('sad').post(`/repair-orders/${id}/packages`, { version: added['version'], packageId: rows.find(({ code: known }) => known === 'PK-10')?.id, payer: 'customer' }))
  return { id, version: Number(withPackage['version']) }
}
const terms = { earliest: null, earlyReason: '', oldParts: 'leave', wash: true, roadTest: false, waits: true }
/** As the advisor's dialog does: the promise is the earliest finish that the shop can keep. */
async function offerEarliest(id: string) {
  const { earliest } = done(await as('sad').get(`/repair-orders/${id}/outlook`)) as { earliest: string }
  return offer(id, { promisedAt: earliest, terms: { ...terms, earliest } })
}
const offer = async (id: string, more: object = {}) => as('sad').post(`/answers/of-order/${id}/estimate`, { promisedAt: later(), origin, terms, ...more })
const tokenOf = (said: Parameters<typeof done>[0]): string => String(done(said)['path']).replace('/answer/', '')

test('the whole estimate: his yes is the yes of the counter, a package goes as one, what he does not want is recommended', async () => {
  done(await as('wss').post('/workshop-bays', { name: 'L1', kind: 'mechanical', place: 1 }))
  const { id } = await estimated()
  const token = tokenOf(await offerEarliest(id))
  const view = done(await open(token)) as unknown as LinkView
  expect(view).toMatchObject({ state: 'open', subject: 'estimate', choices: { oldParts: 'leave', wash: true }, moved: false })
  expect(view.items).toHaveLength(3)
  const [first, second, whole] = view.items
  expect(whole?.lines.length).toBeGreaterThan(1)
  expect(JSON.stringify(view)).not.toContain(sender.phone)
  const items = [{ id: String(first?.id), agreed: true }, { id: String(second?.id), agreed: true }, { id: String(whole?.id), agreed: false }]
  expect(code(await answer(token, items, { tail: '0000' }))).toBe('answers.wrong-tail')
  expect(code(await answer(token, items, { promisedAt: new Date(server.clock.now().getTime() + 3_600_000).toISOString() }))).toBe('answers.promise-moved')
  expect(done(await answer(token, items, { oldParts: 'take', roadTest: true }))).toMatchObject({ agreed: 2, refused: 1 })
  const now = await order(id)
  expect(now).toMatchObject({ status: 'authorised', authorisation: { signature, promisedAt: view.promisedAt }, recommendations: [] })
  expect(now.lines).toHaveLength(2)
  expect(now.addedWork).toMatchObject([{ status: 'refused', decidedWay: 'link', findings: whole?.nameZh }])
  expect(now.addedWork[0]?.lines).toHaveLength(whole?.lines.length ?? 0)
  const kept = await server.owner.query(`select seen, a.snapshot from answers.link l join repair_orders.authorisation a on a.order_id = l.order_id where l.order_id = '${id}'`)
  expect(kept.rows[0]).toMatchObject({ seen: { view: { items: view.items }, answers: items }, snapshot: { choices: { oldParts: 'take', roadTest: true, wash: true } } })
  expect(done(await open(token))).toMatchObject({ state: 'answered', items: [] })
  expect(await brokenInvariants(server, invariants)).toEqual([])
})

test('any change of the estimate voids its link, and so does the yes of the counter', async () => {
  const { id, version } = await estimated()
  const token = tokenOf(await offer(id))
  done(await as('sad').post(`/repair-orders/${id}/lines`, { version, lines: [labour(2)] }))
  expect(done(await open(token))).toMatchObject({ state: 'void', items: [] })
  expect(code(await answer(token, []))).toBe('answers.void')
  const again = tokenOf(await offer(id))
  const now = await order(id)
  done(await as('sad').post(`/repair-orders/${id}/authorisation`, { version: now.version, promisedAt: later(), phoneChecked: true, choices: { oldParts: 'take', wash: true, roadTest: false, waits: true }, signature }))
  expect(done(await open(again))).toMatchObject({ state: 'void' })
  expect(code(await offer(id))).toBe('repair-orders.lines-authorised')
})

test('nothing at all leaves an empty estimate, from which it can be taken up again; parts alone cannot be fitted', async () => {
  const { id, version } = await receivedCar(as('sad'))
  expect(code(await offer(id))).toBe('repair-orders.no-lines')
  done(await as('sad').post(`/repair-orders/${id}/lines`, { version, lines: [labour(0), { kind: 'part', partId: masters.parts[0]?.id, payer: 'customer', quantityThousandths: 1_000 }] }))
  const token = tokenOf(await offer(id))
  const { items } = done(await open(token)) as unknown as LinkView
  expect(code(await answer(token, items.map(({ id: itemId, lines }) => ({ id: itemId, agreed: lines[0]?.kind === 'part' }))))).toBe('repair-orders.no-labour')
  expect(done(await answer(token, items.map((item) => ({ id: item.id, agreed: false }))))).toEqual({ agreed: 0, refused: 2 })
  const empty = await order(id)
  expect(empty).toMatchObject({ status: 'estimated', lines: [], authorisation: null })
  expect(empty.recommendations).toHaveLength(2)
  done(await as('sad').post(`/repair-orders/${id}/lines`, { version: empty.version, lines: [labour(0)] }))
  expect((await order(id)).recommendations).toHaveLength(1)
})

test('a promise that the shop cannot keep any more moves before he signs, with its reasons', async () => {
  const { id } = await estimated()
  const seen = done(await as('sad').get(`/repair-orders/${id}/outlook`)) as { earliest: string; lookedAt: string }
  expect(code(await offer(id, { promisedAt: new Date(server.clock.now().getTime() + 60_000).toISOString(), terms: { ...terms, earliest: seen.earliest } }))).toBe('repair-orders.promise-too-early')
  const token = tokenOf(await offer(id, { promisedAt: seen.earliest, terms: { ...terms, earliest: seen.earliest } }))
  expect(done(await open(token))).toMatchObject({ promisedAt: seen.earliest, moved: false })
  const other = await receivedCar(as('sad'))
  const lines = done(await as('sad').post(`/repair-orders/${other.id}/lines`, { version: other.version, lines: [{ ...labour(0), hoursThousandths: 6_000 }] }))
  const choices = { oldParts: 'take', wash: true, roadTest: false, waits: true }
  done(await as('sad').post(`/repair-orders/${other.id}/authorisation`, { version: lines['version'], promisedAt: new Date(server.clock.now().getTime() + 72 * 3_600_000).toISOString(), phoneChecked: true, choices, signature }))
  const moved = done(await open(token)) as unknown as LinkView
  expect(moved.moved).toBe(true)
  expect(moved.reasons.map(({ kind }) => kind)).toContain('queue')
  // At the counter an old look is repeated, a fresh one is not.
  const { version } = await order(id)
  const atCounter = { version, promisedAt: seen.earliest, earliest: seen.earliest, phoneChecked: true, choices, signature }
  expect(code(await as('sad').post(`/repair-orders/${id}/authorisation`, atCounter))).toBe('repair-orders.promise-moved')
  const items = moved.items.map((item) => ({ id: item.id, agreed: true }))
  expect(code(await answer(token, items, { promisedAt: seen.earliest }))).toBe('answers.promise-moved')
  done(await answer(token, items))
  expect((await order(id)).promisedAt).toBe(moved.promisedAt)
})
