import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServer, type Answer, type Caller, type TestServer } from '../../../app/testing/test-server.ts'
import { testPassword } from '../../../app/testing/test-store.ts'

let server: TestServer
let moment = new Date('2026-11-23T02:00:00Z').getTime()
beforeAll(async () => {
  server = await testServer()
  server.clock = { now: () => new Date(moment) }
})
afterAll(() => server.drop())

const signIn = (login: string, code?: string, password = testPassword): Promise<Answer> =>
  server.ask('POST', '/api/session', { payload: JSON.stringify({ login, password, ...(code === undefined ? {} : { code }) }), headers: { 'content-type': 'application/json' } })
const codeAt = (secret: string, at: number): string => new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({ timestamp: at })
const later = (seconds: number) => { moment += seconds * 1_000 }

async function enrolled(login: string): Promise<{ caller: Caller; secret: string; codes: string[] }> {
  const caller = await server.as(login)
  const { body } = await caller.post('/session/second-factor')
  const secret = String(body['secret'])
  expect(String(body['picture'])).toMatch(/^data:image\/svg\+xml;base64,/)
  const confirmed = await caller.post('/session/second-factor/confirm', { code: codeAt(secret, moment) })
  expect(confirmed.status).toBe(200)
  return { caller, secret, codes: confirmed.body['codes'] as string[] }
}

test('with a second factor the password alone is not enough, and a code works once', async () => {
  const { secret } = await enrolled('sad')
  expect(await signIn('sad')).toMatchObject({ status: 401, body: { code: 'organisation.code-needed' } })
  expect(await signIn('sad', codeAt(secret, moment))).toMatchObject({ status: 401, body: { code: 'organisation.wrong-code' } })
  later(30)
  const code = codeAt(secret, moment)
  const answers = await Promise.all([signIn('sad', code), signIn('sad', code)])
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401])
  later(60)
  expect((await signIn('sad', codeAt(secret, moment - 30_000))).status).toBe(200)
  expect((await signIn('sad', codeAt(secret, moment - 90_000))).status).toBe(401)
  expect((await signIn('sad', codeAt(secret, moment + 30_000))).status).toBe(200)
  expect(await signIn('sad', '123456', 'wrong password')).toMatchObject({ body: { code: 'organisation.wrong-login' } })
})

test('the database does not know the secret', async () => {
  const { secret } = await enrolled('qci')
  const { rows } = await server.owner.query<{ secret: string }>('select secret from organisation.second_factor')
  expect(rows.length).toBeGreaterThan(0)
  for (const row of rows) expect(row.secret).toMatch(/^sealed:/)
  expect(JSON.stringify(rows)).not.toContain(secret)
})

test('each of the ten recovery codes works once, and none is stored', async () => {
  const { codes } = await enrolled('fds')
  expect(codes).toHaveLength(10)
  const [code = ''] = codes
  expect((await signIn('fds', code.toUpperCase().replaceAll('-', ' '))).status).toBe(200)
  expect((await signIn('fds', code)).status).toBe(401)
  const { rows } = await server.owner.query('select code_hash from organisation.recovery_code union all select answer::text from platform.idempotency')
  expect(codes.some((one) => JSON.stringify(rows).includes(one))).toBe(false)
})

test('wrong codes count like wrong passwords', async () => {
  const { secret } = await enrolled('wss')
  for (let index = 0; index < 10; index += 1) expect((await signIn('wss', '000000')).status).toBe(401)
  later(30)
  expect(await signIn('wss', codeAt(secret, moment))).toMatchObject({ status: 429, body: { code: 'organisation.too-many-attempts' } })
})

test('a lost second factor is taken away by security, on record, and every session ends', async () => {
  const { caller } = await enrolled('ins')
  const sec = await server.as('sec')
  const id = server.actor('INS').personId
  expect((await sec.post(`/staff/${id}/reset-second-factor`, { reason: '手机丢失' })).body).toEqual({ removed: true })
  expect((await caller.get('/session')).status).toBe(401)
  expect((await signIn('ins')).status).toBe(200)
  const { rows } = await server.owner.query("select reason from platform.audit where subject = 'second-factor' and subject_id = $1 and reason is not null", [id])
  expect(rows).toEqual([{ reason: '手机丢失' }])
})

test('where the policy demands it, nothing may be done before it is set up', async () => {
  const sec = await server.as('sec')
  const { body } = await sec.get('/access-policy')
  expect((await sec.post('/access-policy', { ...body, secondFactorPositions: ['WHK'], reason: '等保' })).status).toBe(200)
  const whk = await server.as('whk')
  expect((await whk.get('/session')).body).toMatchObject({ owes: 'second-factor', permissions: [] })
  const { body: begun } = await whk.post('/session/second-factor')
  expect(await whk.post('/session/second-factor/confirm', { code: '000000' })).toMatchObject({ status: 422, body: { code: 'organisation.wrong-code' } })
  expect((await whk.post('/session/second-factor/confirm', { code: codeAt(String(begun['secret']), moment) })).status).toBe(200)
  expect((await whk.get('/session')).body['owes']).toBeNull()
  expect(((await whk.get('/session')).body['permissions'] as string[]).length).toBeGreaterThan(0)
})
