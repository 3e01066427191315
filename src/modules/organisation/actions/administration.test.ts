import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServer, type Answer, type Caller, type TestServer } from '../../../app/testing/test-server.ts'
import { testPassword } from '../../../app/testing/test-store.ts'

let server: TestServer
let sec: Caller
beforeAll(async () => { server = await testServer(); sec = await server.as('sec') })
afterAll(() => server.drop())

const json = { 'content-type': 'application/json' }
const signIn = (login: string, password: string, code?: string): Promise<Answer> =>
  server.ask('POST', '/api/session', { payload: JSON.stringify({ login, password, ...(code === undefined ? {} : { code }) }), headers: json })
const cookieOf = (answer: Answer): string => String(answer.headers['set-cookie']).split(';')[0] ?? ''
const reads = (cookie: string, path: string): Promise<Answer> => server.ask('GET', `/api${path}`, { headers: { cookie } })
let keys = 0
const does = (cookie: string, path: string, body: unknown): Promise<Answer> =>
  server.ask('POST', `/api${path}`, { payload: JSON.stringify(body), headers: { ...json, cookie, 'idempotency-key': `admin-key-${String(keys += 1)}` } })

type Account = { id: string; login: string; version: number; positions: { position: string; ended: boolean }[]; sessions: number; mustChange: boolean; otherStores: string[] }
const account = async (login: string): Promise<Account> => {
  const { body } = await sec.get('/staff/accounts?state=all')
  const row = (body['rows'] as Account[]).find((one) => one.login === login)
  if (row === undefined) throw new Error(`nobody is ${login}`)
  return row
}
const open = { since: '2026-11-23', until: null }

const newcomer = async (login: string, positions: string[], password = 'Kettle-7-window') => {
  const added = await sec.post('/staff', { name: `新人 ${login}`, login, positions, ...open })
  expect(added.status).toBe(200)
  const first = await signIn(login, String(added.body['password']))
  const changed = await does(cookieOf(first), '/session/password', { current: added.body['password'], next: password })
  expect([first.status, changed.status]).toEqual([200, 200])
  return { id: String(added.body['id']), cookie: cookieOf(first), password }
}

test('a new person signs in with a one-time password, may do nothing but change it, and then works', async () => {
  const added = await sec.post('/staff', { name: '周晨', login: 'Zhou.Chen', positions: ['SAD', 'CCC'], ...open })
  const first = await signIn('zhou.chen', String(added.body['password']))
  expect(first.body).toMatchObject({ owes: 'password', permissions: [], positions: ['CCC', 'SAD'] })
  expect((await reads(cookieOf(first), '/customers')).status).toBe(403)
  expect(await does(cookieOf(first), '/session/password', { current: added.body['password'], next: 'short-1' })).toMatchObject({ status: 422, body: { code: 'organisation.password-too-short' } })
  expect((await does(cookieOf(first), '/session/password', { current: added.body['password'], next: 'Kettle-7-window' })).status).toBe(200)
  expect((await reads(cookieOf(first), '/session')).body).toMatchObject({ owes: null, permissions: expect.arrayContaining(['customers.see']) })
  expect((await signIn('zhou.chen', String(added.body['password']))).status).toBe(401)
  const { rows } = await server.owner.query("select answer::text from platform.idempotency where operation = 'POST /staff' union all select after::text from platform.audit where subject = 'staff'")
  expect(JSON.stringify(rows)).not.toContain(added.body['password'])
})

test('what was shown once is not shown again for the same key', async () => {
  const body = { name: '同一人', login: 'same.one', positions: ['WSH'], ...open }
  expect((await sec.post('/staff', body, 'shown-once-key-1')).status).toBe(200)
  expect(await sec.post('/staff', body, 'shown-once-key-1')).toMatchObject({ status: 409, body: { code: 'platform.shown-once' } })
})

test('a one-time password dies after three days', async () => {
  const added = await sec.post('/staff', { name: '迟到', login: 'too.late', positions: ['WSH'], ...open })
  const now = server.clock.now()
  server.clock = { now: () => new Date(now.getTime() + 72 * 3_600_000) }
  expect((await signIn('too.late', String(added.body['password']))).status).toBe(401)
  server.clock = { now: () => now }
})

test('a login that is taken is refused; a colleague of another store begins here with his own', async () => {
  expect(await sec.post('/staff', { name: 'x', login: 'SAD', positions: ['SAD'], ...open })).toMatchObject({ status: 422, body: { code: 'organisation.login-taken' } })
  expect((await sec.post('/staff/members', { login: 'b-tec', positions: ['TEC'], ...open })).status).toBe(200)
  expect(await account('b-tec')).toMatchObject({ otherStores: ['SH2'] })
  expect((await signIn('b-tec', testPassword)).body['stores']).toHaveLength(2)
  expect(await sec.post('/staff/members', { login: 'nobody', positions: ['TEC'], ...open })).toMatchObject({ body: { code: 'organisation.login-unknown' } })
})

test('a leaver is out at once, comes back with new positions, and both are on record', async () => {
  const tec = await server.as('tec')
  expect((await tec.get('/session')).status).toBe(200)
  const before = await account('tec')
  const left = await sec.post(`/staff/${before.id}/leave`, { version: before.version, lastDay: null, reason: '离职' })
  expect(left).toMatchObject({ status: 200 })
  expect((await tec.get('/session')).status).toBe(401)
  expect(await signIn('tec', testPassword)).toMatchObject({ status: 422, body: { code: 'organisation.no-position' } })
  expect(await sec.post(`/staff/${before.id}/leave`, { version: before.version + 1, lastDay: null, reason: '离职' })).toMatchObject({ body: { code: 'organisation.left-already' } })
  const back = await sec.post(`/staff/${before.id}/positions`, { version: before.version + 1, positions: ['TEC', 'WSH'], ...open, reason: '返岗' })
  expect(back.status).toBe(200)
  expect((await signIn('tec', testPassword)).body['positions']).toEqual(['TEC', 'WSH'])
  const { rows } = await server.owner.query("select reason from platform.audit where subject = 'staff' and subject_id = $1 order by id", [before.id])
  expect(rows).toEqual([{ reason: '离职' }, { reason: '返岗' }])
})

test('whoever leaves with a last day is signed in until its midnight and no longer', async () => {
  const whk = await server.as('whk')
  const { id, version } = await account('whk')
  expect(await sec.post(`/staff/${id}/leave`, { version, lastDay: '2026-11-22', reason: '离职' })).toMatchObject({ body: { code: 'organisation.last-day-past' } })
  expect((await sec.post(`/staff/${id}/leave`, { version, lastDay: '2026-11-23', reason: '离职' })).status).toBe(200)
  expect((await whk.get('/session')).status).toBe(200)
  const { rows } = await server.owner.query('select ends_at from organisation.session where person_id = $1', [id])
  expect(rows).toEqual([{ ends_at: new Date('2026-11-23T16:00:00Z') }])
  expect((await signIn('whk', testPassword)).status).toBe(200)
})

test('a change of positions counts in the session at work, and a stale one is refused', async () => {
  const csh = await server.as('csh')
  const { id, version } = await account('csh')
  expect((await csh.get('/customers')).status).toBe(200)
  expect((await sec.post(`/staff/${id}/positions`, { version, positions: ['WSH'], ...open, reason: '转岗' })).status).toBe(200)
  expect((await csh.get('/customers')).status).toBe(403)
  expect(await sec.post(`/staff/${id}/positions`, { version, positions: ['CSH'], ...open, reason: '转岗' })).toMatchObject({ status: 409 })
})

test('the last security and the last system administrator stay', async () => {
  const last = await account('sys')
  const fresh = { version: last.version, reason: '试试' }
  expect(await sec.post(`/staff/${last.id}/leave`, { ...fresh, lastDay: null })).toMatchObject({ status: 422, body: { code: 'organisation.last-administrator', facts: { what: 'SYS' } } })
  expect(await sec.post(`/staff/${last.id}/leave`, { ...fresh, lastDay: '2027-01-31' })).toMatchObject({ body: { code: 'organisation.last-administrator' } })
  expect(await sec.post(`/staff/${last.id}/positions`, { ...fresh, positions: ['ADM'], ...open })).toMatchObject({ body: { code: 'organisation.last-administrator' } })
  expect((await server.as('sys')).cookie).not.toBe('')
})

test('two administrators who remove each other at the same time do not both succeed', async () => {
  const second = await newcomer('sec.two', ['SEC'])
  const [one, two] = [await account('sec'), await account('sec.two')]
  // Both as people who may: the rule is about the store, not about them.
  const answers = await Promise.all([
    sec.post(`/staff/${two.id}/leave`, { version: two.version, lastDay: null, reason: '互相' }), does(second.cookie, `/staff/${one.id}/leave`, { version: one.version, lastDay: null, reason: '互相' }),
  ])
  expect(answers.filter(({ status }) => status === 200).length).toBe(1)
  const { rows } = await server.owner.query("select count(*)::int as left from organisation.staff where store_id = $1 and position = 'SEC' and ended_at is null", [server.storeId])
  expect(rows).toEqual([{ left: 1 }])
  await server.owner.query("update organisation.staff set ended_at = null where store_id = $1 and position = 'SEC' and person_id = $2", [server.storeId, one.id])
  await server.owner.query("update organisation.staff set ended_at = now() where store_id = $1 and position = 'SEC' and person_id = $2", [server.storeId, two.id])
  sec = await server.as('sec')
})

test('only security makes administrators; nobody changes his own positions; administrators keep apart', async () => {
  const gm = await server.as('gm')
  const sad = await account('sad')
  expect(await gm.post(`/staff/${sad.id}/positions`, { version: sad.version, positions: ['SAD', 'SEC'], ...open, reason: 'x' })).toMatchObject({ body: { code: 'organisation.administrators-by-security' } })
  const own = await account('gm')
  expect(await gm.post(`/staff/${own.id}/positions`, { version: own.version, positions: ['GM', 'FIN'], ...open, reason: 'x' })).toMatchObject({ body: { code: 'organisation.not-your-own-positions' } })
  expect(await sec.post(`/staff/${sad.id}/positions`, { version: sad.version, positions: ['SYS', 'SEC'], ...open, reason: 'x' })).toMatchObject({ body: { code: 'organisation.administrators-apart' } })
  const aud = await account('aud')
  expect(await sec.post(`/staff/${aud.id}/positions`, { version: aud.version, positions: ['AUD', 'SEC'], ...open, reason: 'x' })).toMatchObject({ body: { code: 'organisation.administrators-apart' } })
})

test('a reset password ends every session, is shown once, and the rename reaches the sessions', async () => {
  const stm = await server.as('stm')
  const { id, version } = await account('stm')
  expect((await sec.post(`/staff/${id}/rename`, { version, name: '高站长' })).status).toBe(200)
  expect((await stm.get('/session')).body['name']).toBe('高站长')
  const reset = await sec.post(`/staff/${id}/reset-password`, { reason: '忘记密码' })
  expect((await stm.get('/session')).status).toBe(401)
  expect((await signIn('stm', testPassword)).status).toBe(401)
  expect((await signIn('stm', String(reset.body['password']))).body['owes']).toBe('password')
  const { id: self } = await account('sec')
  expect(await sec.post(`/staff/${self}/reset-password`, { reason: 'x' })).toMatchObject({ body: { code: 'organisation.change-your-own' } })
})

test('too many wrong passwords slow a log-in down until it is given a new one', async () => {
  const { id, password } = await newcomer('forgot.it', ['WSH'])
  const now = server.clock.now()
  let later = 0
  server.clock = { now: () => new Date(now.getTime() + (later += 1)) }
  const wrong: number[] = []
  for (let tried = 0; tried < 11; tried += 1) wrong.push((await signIn('forgot.it', `Kettle-7-${String(tried)}-door`)).status)
  expect(wrong).toEqual([...Array.from({ length: 10 }, () => 401), 429])
  expect(await signIn('forgot.it', password)).toMatchObject({ status: 429, body: { code: 'organisation.too-many-attempts' } })
  const reset = await sec.post(`/staff/${id}/reset-password`, { reason: '忘记密码' })
  expect((await signIn('forgot.it', String(reset.body['password']))).status).toBe(200)
  server.clock = { now: () => now }
})

test('a person of another store is nobody here', async () => {
  const other = server.actor('SAD', 'other').personId
  for (const path of ['reset-password', 'end-sessions', 'reset-second-factor']) expect((await sec.post(`/staff/${other}/${path}`, { reason: 'x' })).status).toBe(404)
})

test('the password policy is data: older ones are refused, an outdated one must be changed', async () => {
  const { cookie } = await newcomer('policy.one', ['SAD'])
  expect(await does(cookie, '/session/password', { current: 'Kettle-7-window', next: 'Kettle-7-window' })).toMatchObject({ body: { code: 'organisation.password-used' } })
  expect((await does(cookie, '/session/password', { current: 'Kettle-7-window', next: 'Window-7-kettle' })).status).toBe(200)
  expect(await does(cookie, '/session/password', { current: 'Window-7-kettle', next: 'Kettle-7-window' })).toMatchObject({ body: { code: 'organisation.password-used' } })
  expect(await does(cookie, '/session/password', { current: 'wrong', next: 'Lamp-5-kitchen' })).toMatchObject({ status: 422, body: { code: 'organisation.wrong-password' } })
  const { body } = await sec.get('/access-policy')
  const set = await sec.post('/access-policy', { ...body, passwordDays: 30, passwordKinds: 3, reason: '等保' })
  expect(set.status).toBe(200)
  expect(await does(cookie, '/session/password', { current: 'Window-7-kettle', next: 'lamp-kitchen-door' })).toMatchObject({ body: { code: 'organisation.password-too-simple' } })
  const now = server.clock.now()
  server.clock = { now: () => new Date(now.getTime() + 31 * 86_400_000) }
  expect((await signIn('policy.one', 'Window-7-kettle')).body['owes']).toBe('password')
  server.clock = { now: () => now }
  sec = await server.as('sec') // a month later every session of today was swept
  await sec.post('/access-policy', { ...body, version: Number(body['version']) + 1, reason: '恢复' })
  const { rows } = await server.owner.query("select reason from platform.audit where subject = 'access-policy' order by reason collate \"C\"")
  expect(rows).toEqual([{ reason: '恢复' }, { reason: '等保' }])
})

test('own sessions are listed and ended, the present one is marked', async () => {
  const [here, there] = [await server.as('fin'), await server.as('fin')]
  const rows = (await here.get('/session/all')).body['rows'] as { id: string; current: boolean }[]
  expect(rows.filter(({ current }) => current)).toHaveLength(1)
  const other = rows.find(({ current }) => !current)
  expect((await here.post('/session/all/end', { sessionId: other?.id })).body).toEqual({ ended: true })
  expect((await there.get('/session')).status).toBe(401)
  expect((await here.get('/session')).status).toBe(200)
})

test('a full log-in from another browser is ended by the system administrator', async () => {
  const pts = await server.as('pts')
  const { id } = await account('pts')
  const sys = await server.as('sys')
  expect(await sys.post(`/staff/${id}/end-sessions`, { reason: '离岗' })).toMatchObject({ status: 200, body: { ended: 1 } })
  expect((await pts.get('/session')).status).toBe(401)
  expect((await sys.post(`/staff/${id}/reset-password`, { reason: 'x' })).status).toBe(403)
})
