import { afterAll, beforeAll, expect, test } from 'vitest'
import { examples, permissions, sentence } from './modules.ts'
import { testServer, type TestServer } from './testing/test-server.ts'
import { buildServer } from '../platform/http/server.ts'
import { makeMetrics } from '../platform/metrics.ts'
import { testDatabase, type TestDatabase } from '../platform/testing/test-database.ts'
import { organisationBindings } from '../modules/organisation/http/bindings.ts'
import { actorOfToken, createAdministrator } from '../modules/organisation/public.ts'

let base: TestDatabase
let server: Awaited<ReturnType<typeof buildServer>>['server']
let full: TestServer
const now = new Date('2026-11-23T02:00:00Z')

beforeAll(async () => {
  base = await testDatabase()
  const built = await buildServer({
    tools: { database: base.database, clock: { now: () => now }, onNews: () => {} }, bindings: organisationBindings(base.database, { permissions, firstRunCode: 'ABCD-2345' }), examples, sentence, handOut: (_by, paper) => paper.print(),
    actorOf: (token) => actorOfToken(base.database, token, now), metrics: makeMetrics(base.database.pool, () => 0), secureDoor: null, publicUrl: null, version: 'test', logLevel: 'silent', accepting: () => true,
  })
  server = built.server
  full = await testServer()
})
afterAll(async () => { await server.close(); await base.drop(); await full.drop() })

const wish = {
  setupCode: 'abcd 2345', store: { code: 'SH9', nameZh: '新店', nameEn: 'New store', timeZone: 'Asia/Shanghai', address: '示例路 9 号', phone: '021-00000000' },
  weekdays: [1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, opens: '08:00', closes: '18:00' })),
  person: { name: '江总', login: 'boss', password: 'Kettle-7-window' },
}
const post = (url: string, payload: object) => server.inject({ method: 'POST', url, payload: JSON.stringify(payload), headers: { 'content-type': 'application/json' } })
const needed = async () => (await server.inject({ url: '/api/first-run' })).json<{ needed: boolean }>().needed

test('a stranger without the code, a weak password and a wrong time zone do not get a store', async () => {
  expect(await needed()).toBe(true)
  const codeOf = async (part: object) => (await post('/api/first-run', { ...wish, ...part })).json<{ code: string }>().code
  expect(await codeOf({ setupCode: 'ABCD-2346' })).toBe('organisation.wrong-setup-code')
  expect(await codeOf({ person: { ...wish.person, password: 'boss-boss-boss' } })).toBe('organisation.password-common')
  expect(await codeOf({ store: { ...wish.store, timeZone: 'Mars/Olympus' } })).toBe('organisation.not-a-time-zone')
  expect(await codeOf({ weekdays: [{ weekday: 1, opens: '18:00', closes: '08:00' }] })).toBe('organisation.closes-before-opens')
  expect(await codeOf({ weekdays: [] })).toBe('organisation.never-open')
  expect(await needed()).toBe(true)
})

test('of two at once one creates the store; afterwards nobody does', async () => {
  const answers = await Promise.all([post('/api/first-run', wish), post('/api/first-run', { ...wish, store: { ...wish.store, code: 'SH8' }, person: { ...wish.person, login: 'other' } })])
  expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 409])
  expect((await base.owner.query('select count(*)::int as stores from organisation.store')).rows).toEqual([{ stores: 1 }])
  expect((await post('/api/first-run', wish)).statusCode).toBe(409)
  expect((await server.inject({ url: '/api/first-run' })).json()).toEqual({ needed: false, demo: false })
})

test('the store has its rights, hours, calendar and policy, and its first person may administrate it', async () => {
  const login = (await base.owner.query<{ login: string }>('select login from organisation.credential')).rows[0]?.login
  const session = await post('/api/session', { login, password: wish.person.password })
  expect(session.json()).toMatchObject({ positions: ['GM', 'SEC', 'SYS'], owes: null, permissions: expect.arrayContaining(['organisation.changeRights', 'organisation.maintainStaff']) })
  const { rows } = await base.owner.query(`select (select count(*)::int from organisation.opening_hours where opens = '08:00' and closes = '18:00' and weekday < 7) as hours,
    (select count(*)::int from organisation.public_day where day between '2026-01-01' and '2026-12-31') as days, (select count(*)::int from organisation.access_policy) as policies,
    (select count(*)::int from platform.audit where subject = 'store') as recorded`)
  expect(rows).toEqual([{ hours: 6, days: 39, policies: 1, recorded: 1 }])
})

test('a server that was started without a code stands closed', async () => {
  const closed = await testDatabase()
  const bindings = organisationBindings(closed.database, { permissions })
  const { server: other } = await buildServer({
    tools: { database: closed.database, clock: { now: () => now }, onNews: () => {} }, bindings, examples, sentence, handOut: (_by, paper) => paper.print(), actorOf: async () => null, metrics: makeMetrics(closed.database.pool, () => 0),
    secureDoor: null, publicUrl: null, version: 'test', logLevel: 'silent', accepting: () => true,
  })
  const answer = await other.inject({ method: 'POST', url: '/api/first-run', payload: JSON.stringify({ ...wish, setupCode: '-' }), headers: { 'content-type': 'application/json' } })
  expect(answer.statusCode).toBe(403)
  await other.close()
  await closed.drop()
})

test('a locked-out store gets a new administrator from the command line', async () => {
  const { login, password } = await createAdministrator(full.database, { storeCode: 'SH1', name: '救急', login: 'Rescue', now })
  const answer = await full.ask('POST', '/api/session', { payload: JSON.stringify({ login, password }), headers: { 'content-type': 'application/json' } })
  expect(answer.body).toMatchObject({ positions: ['SEC', 'SYS'], owes: 'password', permissions: [] })
  await expect(createAdministrator(full.database, { storeCode: 'SH1', name: 'x', login: 'sec', now })).rejects.toThrow('organisation.login-taken')
  await expect(createAdministrator(full.database, { storeCode: 'NONE', name: 'x', login: 'y1', now })).rejects.toThrow('organisation.no-such-store')
})
