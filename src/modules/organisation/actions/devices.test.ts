import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServer, type Answer, type TestServer } from '../../../app/testing/test-server.ts'
import { testPassword } from '../../../app/testing/test-store.ts'

let server: TestServer
let moment = new Date('2026-11-23T02:00:00Z').getTime()
let tablet = ''
beforeAll(async () => {
  server = await testServer()
  server.clock = { now: () => new Date(moment) }
})
afterAll(() => server.drop())

const post = (path: string, body: object, cookie = ''): Promise<Answer> =>
  server.ask('POST', `/api${path}`, { payload: JSON.stringify(body), headers: { 'content-type': 'application/json', cookie } })
const cookieOf = (answer: Answer): string => String(answer.headers['set-cookie']).split(';')[0] ?? ''
const see = (path: string, cookie: string): Promise<Answer> => server.ask('GET', `/api${path}`, { headers: { cookie } })
const tec = () => server.actor('TEC').personId

test('a tablet is enrolled with a code that works once and for a quarter of an hour', async () => {
  const sys = await server.as('sys')
  const { body } = await sys.post('/devices', { name: '车间平板' })
  expect(await post('/session/tablet', { code: 'AAAA-AAAA' })).toMatchObject({ status: 422, body: { code: 'organisation.wrong-device-code' } })
  const claimed = await post('/session/tablet', { code: String(body['code']).toLowerCase() })
  expect(claimed.body).toEqual({ name: '车间平板' })
  tablet = cookieOf(claimed)
  expect((await post('/session/tablet', { code: body['code'] })).status).toBe(422)
  const { body: old } = await sys.post('/devices', { name: '过期平板' })
  moment += 15 * 60_000
  expect((await post('/session/tablet', { code: old['code'] })).status).toBe(422)
  expect((await see('/session/tablet', tablet)).body).toMatchObject({ tablet: { name: '车间平板', people: [] } })
  expect((await see('/session/tablet', '')).body).toEqual({ tablet: null })
})

test('a PIN opens an enrolled tablet alone; after five wrong ones only the password helps', async () => {
  const person = await server.as('tec')
  expect(await person.post('/session/pin', { password: testPassword, pin: '1234' })).toMatchObject({ body: { code: 'organisation.pin-too-easy' } })
  expect(await person.post('/session/pin', { password: 'wrong', pin: '2580' })).toMatchObject({ body: { code: 'organisation.wrong-password' } })
  expect((await person.post('/session/pin', { password: testPassword, pin: '2580' })).status).toBe(200)
  expect(await post('/session/quick', { personId: tec(), pin: '2580' })).toMatchObject({ status: 403, body: { code: 'organisation.not-a-tablet' } })
  const quick = await post('/session/quick', { personId: tec(), pin: '2580' }, tablet)
  expect(quick.body).toMatchObject({ onTablet: true, idleMinutes: 10, positions: ['TEC'] })
  const wrong = await Promise.all(Array.from({ length: 8 }, () => post('/session/quick', { personId: tec(), pin: '9999' }, tablet)))
  expect(wrong.filter(({ body }) => body['code'] === 'organisation.wrong-pin')).toHaveLength(5)
  expect(await post('/session/quick', { personId: tec(), pin: '2580' }, tablet)).toMatchObject({ status: 422, body: { code: 'organisation.pin-locked' } })
  await server.as('tec')
  expect((await post('/session/quick', { personId: tec(), pin: '2580' }, tablet)).status).toBe(200)
})

test('a badge opens the tablet; switching signs the one before out; a new badge ends the old one', async () => {
  const sec = await server.as('sec')
  const { body: badge } = await sec.post(`/staff/${tec()}/badge`)
  const first = await post('/session/quick', { badge: badge['code'] }, tablet)
  expect(first.status).toBe(200)
  const second = await post('/session/quick', { badge: badge['code'] }, `${tablet}; ${cookieOf(first)}`)
  expect((await see('/session', cookieOf(first))).status).toBe(401)
  expect((await see('/session', cookieOf(second))).status).toBe(200)
  await sec.post(`/staff/${tec()}/badge`)
  expect(await post('/session/quick', { badge: badge['code'] }, tablet)).toMatchObject({ status: 401, body: { code: 'organisation.unknown-badge' } })
})

test('a session on a tablet ends after its short idle time, and stays in its store', async () => {
  const quick = await post('/session/quick', { personId: tec(), pin: '2580' }, tablet)
  expect(await post('/session/store', { storeId: server.otherStoreId }, cookieOf(quick))).toMatchObject({ body: { code: 'organisation.tablet-stays' } })
  moment += 9 * 60_000
  expect((await see('/session', cookieOf(quick))).status).toBe(200)
  moment += 10 * 60_000
  expect((await see('/session', cookieOf(quick))).status).toBe(401)
})

test('a revoked tablet opens nothing, and whoever was signed in on it is out', async () => {
  const quick = await post('/session/quick', { personId: tec(), pin: '2580' }, tablet)
  const sys = await server.as('sys')
  const device = ((await sys.get('/devices')).body['rows'] as { id: string; version: number; name: string }[]).find(({ name }) => name === '车间平板')
  expect((await sys.post(`/devices/${device?.id ?? ''}/revoke`, { version: device?.version, reason: '丢失' })).status).toBe(200)
  expect((await see('/session', cookieOf(quick))).status).toBe(401)
  expect((await post('/session/quick', { personId: tec(), pin: '2580' }, tablet)).status).toBe(403)
})

test('neither codes nor badges nor PINs are stored', async () => {
  const { rows } = await server.owner.query("select after::text from platform.audit where subject in ('badge', 'pin', 'device') union all select answer::text from platform.idempotency")
  expect(JSON.stringify(rows)).not.toMatch(/GWB-|2580/)
})
