import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServer, type Caller, type TestServer } from '../../../app/testing/test-server.ts'

let server: TestServer
let sec: Caller
beforeAll(async () => { server = await testServer(); sec = await server.as('sec') })
afterAll(() => server.drop())

const change = (wish: object) => ({ position: 'WHK', grants: [], revokes: [], reason: '岗位调整', ...wish })
const open = { since: '2026-01-01', until: null }

test('where only one may approve, the change counts at once, is marked, and the general manager takes note', async () => {
  const whk = await server.as('whk')
  expect((await whk.get('/customers')).status).toBe(403)
  const asked = await sec.post('/rights/changes', change({ grants: ['customers.see'] }))
  expect(asked).toMatchObject({ status: 200, body: { alone: true } })
  expect((await whk.get('/customers')).status).toBe(200)
  const { rows } = await server.owner.query("select after->>'alone' as alone, reason from platform.audit where subject = 'right-change' and subject_id = $1", [asked.body['id']])
  expect(rows).toEqual([{ alone: 'true', reason: '岗位调整' }])
  const gm = await server.as('gm')
  const [row] = (await gm.get('/rights/changes')).body['rows'] as { id: string; version: number; state: string }[]
  expect(row).toMatchObject({ id: asked.body['id'], state: 'alone' })
  expect((await gm.post(`/rights/changes/${String(asked.body['id'])}/note`, { version: row?.version })).status).toBe(200)
  expect(await gm.post(`/rights/changes/${String(asked.body['id'])}/note`, { version: Number(row?.version) + 1 })).toMatchObject({ body: { code: 'organisation.nothing-to-note' } })
})

test('taking a decisive right from its last holder is refused', async () => {
  expect(await sec.post('/rights/changes', change({ position: 'SEC', revokes: ['organisation.changeRights'] }))).toMatchObject({ status: 422, body: { code: 'organisation.last-administrator' } })
  expect((await sec.get('/rights')).body['held']).toContainEqual({ position: 'SEC', permission: 'organisation.changeRights' })
})

test('the administrators keep apart, and what changes nothing is refused', async () => {
  expect(await sec.post('/rights/changes', change({ position: 'SYS', grants: ['organisation.changeRights'] }))).toMatchObject({ body: { code: 'organisation.administrators-keep-apart' } })
  expect(await sec.post('/rights/changes', change({ position: 'AUD', grants: ['settlement.pay'] }))).toMatchObject({ status: 422 })
  expect(await sec.post('/rights/changes', change({ grants: ['customers.see', 'no.such-right'] }))).toMatchObject({ body: { code: 'organisation.nothing-changes' } })
})

test('with a second administrator one asks and another approves; nobody approves his own', async () => {
  const { body: added } = await sec.post('/staff', { name: '第二人', login: 'sec.two', positions: ['SEC'], ...open })
  await server.owner.query("update organisation.credential set must_change = false, password_hash = (select password_hash from organisation.credential where login = 'sec') where person_id = $1", [added['id']])
  const second = await server.as('sec.two')
  const whk = await server.as('whk')
  const asked = await sec.post('/rights/changes', change({ revokes: ['customers.see'] }))
  const path = `/rights/changes/${String(asked.body['id'])}`
  expect(asked.body['alone']).toBe(false)
  expect((await whk.get('/customers')).status).toBe(200)
  expect(await sec.post(`${path}/decide`, { version: 1, approve: true })).toMatchObject({ status: 422, body: { code: 'organisation.not-your-own-request' } })
  expect(await second.post('/rights/changes', change({ grants: ['customers.maintain'] }))).toMatchObject({ body: { code: 'organisation.asked-already' } })
  const answers = await Promise.all([second.post(`${path}/decide`, { version: 1, approve: true }), second.post(`${path}/decide`, { version: 1, approve: true })])
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  expect((await whk.get('/customers')).status).toBe(403)
  const again = await sec.post('/rights/changes', change({ grants: ['customers.see'] }))
  expect((await second.post(`/rights/changes/${String(again.body['id'])}/decide`, { version: 1, approve: false })).status).toBe(200)
  expect((await whk.get('/customers')).status).toBe(403)
  const third = await sec.post('/rights/changes', change({ grants: ['customers.see'] }))
  expect(await second.post(`/rights/changes/${String(third.body['id'])}/withdraw`, { version: 1 })).toMatchObject({ body: { code: 'organisation.another-asked' } })
  expect((await sec.post(`/rights/changes/${String(third.body['id'])}/withdraw`, { version: 1 })).status).toBe(200)
  const { rows: changes } = (await sec.get('/rights/changes')).body as { rows: { id: string; state: string }[] }
  expect([again, third].map(({ body }) => changes.find(({ id }) => id === body['id'])?.state)).toEqual(['refused', 'withdrawn'])
})

test('rights of one store say nothing in another', async () => {
  const other = await server.as('b-whk')
  await sec.post('/rights/changes', change({ position: 'WSH', grants: ['customers.see'] }))
  expect((await other.get('/customers')).status).toBe(403)
})
