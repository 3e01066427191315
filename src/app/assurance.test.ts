import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealAll } from '../platform/audit/seal.ts'
import { keepCheckRun } from '../platform/check-runs.ts'
import { testServer, type TestServer } from './testing/test-server.ts'

type Row = Record<string, unknown>
let server: TestServer
beforeAll(async () => { server = await testServer() })
afterAll(() => server.drop())

const rowsOf = (body: Record<string, unknown>): Row[] => body['rows'] as Row[]

test('what was done is found by record, by day, by person, in the words of the trade, and only in its own store', async () => {
  const advisor = await server.as('sad')
  const arrived = await advisor.post('/repair-orders', { plate: '沪A12345', purpose: 'repair', concern: '' })
  const auditor = await server.as('aud')
  const [entry] = rowsOf((await auditor.get(`/audit?subjectId=${String(arrived.body['id'])}`)).body)
  expect(entry).toMatchObject({ operation: 'POST /repair-orders', deed: { en: expect.any(String) as string }, personName: 'SH1 SAD', result: 'done', positions: ['SAD'] })
  const whole = await auditor.get(`/audit/${String(entry?.['id'])}`)
  expect(whole.body).toMatchObject({ before: null, after: { plate: '沪A12345' } })
  expect(rowsOf((await auditor.get('/audit?from=2026-11-23&to=2026-11-23')).body).length).toBeGreaterThan(0)
  expect(rowsOf((await auditor.get('/audit?from=2026-11-24')).body)).toEqual([])
  expect(rowsOf((await auditor.get(`/audit?personId=${server.actor('GM').personId}`)).body)).toEqual([])
  const other = await server.as('b-aud')
  expect((await other.get(`/audit/${String(entry?.['id'])}`)).status).toBe(404)
  expect(rowsOf((await other.get(`/audit?subjectId=${String(arrived.body['id'])}`)).body)).toEqual([])
  expect((await advisor.get('/audit')).status).toBe(403)
})

test('a refused attempt stands there too, and pages follow one another', async () => {
  const auditor = await server.as('aud')
  const refused = rowsOf((await auditor.get('/audit?result=refused')).body)
  expect(refused.map(({ operation, reason }) => [operation, reason])).toContainEqual(['GET /audit', 'platform.no-right'])
  const first = (await auditor.get('/audit?limit=1')).body
  const second = (await auditor.get(`/audit?limit=1&after=${String(first['next'])}`)).body
  expect(String(rowsOf(second)[0]?.['id']) < String(rowsOf(first)[0]?.['id'])).toBe(true)
})

test('the state of the chain is told', async () => {
  const keeper = await server.as('sys')
  await sealAll(server.database, Buffer.alloc(32, 1), [server.storeId], server.clock.now)
  expect((await keeper.get('/checks')).body).toMatchObject({ checks: [], sealed: { blocks: 1, waiting: 0 } })
})

test('whoever watches by /metrics sees how the newest check of each kind ended, and nobody is told of a disk that was full once', async () => {
  const keep = (id: string, kind: 'chain' | 'backup' | 'disk', hour: string, sound: boolean) => keepCheckRun(server.database, { id: `01890000-0000-7000-8000-00000000000${id}`, kind, beganAt: new Date(`2026-11-23T${hour}:00:00Z`), endedAt: new Date(`2026-11-23T${hour}:00:00Z`), sound, findings: [] })
  await keep('1', 'backup', '01', false)
  await keep('2', 'backup', '02', true)
  await keep('3', 'chain', '02', false)
  await keep('4', 'disk', '02', false)
  const { status, body } = await server.ask('GET', '/metrics')
  const lines = String(body['text']).split('\n').filter((line) => line.startsWith('gangwei_check'))
  expect([status, lines.toSorted()]).toEqual([200, [
    `gangwei_check_ended_seconds{kind="backup"} ${String(Date.parse('2026-11-23T02:00:00Z') / 1_000)}`, `gangwei_check_ended_seconds{kind="chain"} ${String(Date.parse('2026-11-23T02:00:00Z') / 1_000)}`,
    'gangwei_check_sound{kind="backup"} 1', 'gangwei_check_sound{kind="chain"} 0',
  ]])
})
