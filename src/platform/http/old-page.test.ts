import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { byItself } from '../../kernel/actor.ts'
import { route } from '../contract.ts'
import { makeMetrics } from '../metrics.ts'
import { testDatabase, type TestDatabase } from '../testing/test-database.ts'
import { bindDeed, bindReading } from './binding.ts'
import { buildServer } from './server.ts'

// A page that was open before an upgrade meets the server of after it.
const gives = z.object({ done: z.number() })
const read = route({ does: 'Read', method: 'GET', path: '/read', needs: 'signed-in', gives })
const write = route({ does: 'Write', method: 'POST', path: '/write', needs: 'signed-in', gives })

const by = byItself({ storeId: '00000000-0000-7000-8000-000000000001', storeCode: 'SH1', timeZone: 'Asia/Shanghai' })
let base: TestDatabase
let server: Awaited<ReturnType<typeof buildServer>>['server']
let done = 0

beforeAll(async () => {
  base = await testDatabase()
  const built = await buildServer({
    tools: { database: base.database, clock: { now: () => new Date('2026-11-23T02:00:00Z') }, onNews: () => {} },
    bindings: [bindReading(read, async () => ({ done })), bindDeed(write, async () => { done += 1; return { done } })],
    examples: new Map(), sentence: (_language, code) => code, handOut: (_by, paper) => paper.print(), actorOf: async () => by, metrics: makeMetrics(base.database.pool, () => 0), secureDoor: null, publicUrl: null,
    version: 'test', contract: 'today', logLevel: 'silent', accepting: () => true,
  })
  server = built.server
})
afterAll(async () => { await server.close(); await base.drop() })

const asked = async (method: 'GET' | 'POST', url: string, spoken?: string) => {
  const headers = { cookie: 'gangwei=x', 'idempotency-key': 'key-of-the-old-page', ...(spoken === undefined ? {} : { 'gangwei-contract': spoken }) }
  const answer = await server.inject({ method, url, headers })
  return { status: answer.statusCode, body: answer.json<{ code?: string; done?: number }>() }
}

test('an old page reads nothing and does nothing, and is told to load anew', async () => {
  for (const [method, url] of [['GET', '/api/read'], ['POST', '/api/write']] as const) {
    expect(await asked(method, url, 'yesterday')).toMatchObject({ status: 426, body: { code: 'platform.page-outdated' } })
  }
  expect(done).toBe(0)
})

test("today's page and a caller that is no page of ours are served", async () => {
  expect(await asked('GET', '/api/read', 'today')).toMatchObject({ status: 200 })
  expect(await asked('GET', '/api/read')).toMatchObject({ status: 200 })
})
