import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { byItself } from '../../kernel/actor.ts'
import { route } from '../contract.ts'
import { makeMetrics } from '../metrics.ts'
import type { Lagging } from '../replica.ts'
import { testDatabase, type TestDatabase } from '../testing/test-database.ts'
import { bindOpen, bindReading } from './binding.ts'
import { buildServer } from './server.ts'

// What a route that may lag tells its reader, and what the reader's own deeds tell it.
const gives = z.object({ copy: z.boolean() })
const heavy = route({ does: 'Read much', method: 'GET', path: '/heavy', mayLag: true, needs: 'signed-in', gives })
const exact = route({ does: 'Read what is', method: 'GET', path: '/exact', needs: 'signed-in', gives })
const write = route({ does: 'Write', method: 'POST', path: '/write', needs: 'anyone', gives: z.object({}) })

const now = new Date('2026-11-23T02:00:00Z')
const asOf = new Date(now.getTime() - 2_000)
const by = byItself({ storeId: '00000000-0000-7000-8000-000000000001', storeCode: 'SH1', timeZone: 'Asia/Shanghai' })
let base: TestDatabase
let server: Awaited<ReturnType<typeof buildServer>>['server']
let told: (Date | null)[] = []

beforeAll(async () => {
  base = await testDatabase()
  const lagging: Lagging = {
    reading: async (stores, wroteAt, work) => {
      told.push(wroteAt)
      return { answer: await base.database.reading(stores, work), asOf: wroteAt !== null && wroteAt > asOf ? null : asOf }
    },
    look: async () => {}, close: async () => {},
  }
  const answer = async () => ({ copy: told.length > 0 })
  const built = await buildServer({
    tools: { database: base.database, clock: { now: () => now }, onNews: () => {} }, bindings: [bindReading(heavy, answer), bindReading(exact, answer), bindOpen(write, async () => ({}))],
    examples: new Map(), sentence: () => '', handOut: (_by, paper) => paper.print(), actorOf: async () => by, lagging, metrics: makeMetrics(base.database.pool, () => 0), secureDoor: null, publicUrl: null, version: 'test', logLevel: 'silent', accepting: () => true,
  })
  server = built.server
})
afterAll(async () => { await server.close(); await base.drop() })

test('a heavy answer says as of when it is; one that must be exact asks no replica', async () => {
  told = []
  const exactly = await server.inject({ url: '/api/exact', headers: { cookie: 'gangwei=x' } })
  expect([exactly.statusCode, exactly.headers['gangwei-as-of'], told]).toEqual([200, undefined, []])
  const heavily = await server.inject({ url: '/api/heavy', headers: { cookie: 'gangwei=x' } })
  expect([heavily.json(), heavily.headers['gangwei-as-of'], told]).toEqual([{ copy: true }, asOf.toISOString(), [null]])
})

test('after his own deed the browser says when it was, and the answer is not older', async () => {
  told = []
  const done = await server.inject({ method: 'POST', url: '/api/write' })
  const cookie = String(done.headers['set-cookie'])
  expect(cookie).toBe(`gangwei-wrote=${String(now.getTime())}; Max-Age=20; Path=/api; HttpOnly; SameSite=Strict`)
  const { headers } = await server.inject({ url: '/api/heavy', headers: { cookie: `gangwei=x; ${cookie.split(';')[0] ?? ''}` } })
  expect([told, headers['gangwei-as-of']]).toEqual([[now], undefined])
  for (const spoilt of ['gangwei-wrote=soon', 'other-gangwei-wrote=1', 'gangwei-wrote=-1']) await server.inject({ url: '/api/heavy', headers: { cookie: `gangwei=x; ${spoilt}` } })
  expect(told.slice(1)).toEqual([null, null, null])
})
