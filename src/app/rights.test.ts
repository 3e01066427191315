import { afterAll, beforeAll, expect, test } from 'vitest'
import { permissions } from './modules.ts'
import { organisationTexts } from '../modules/organisation/ui/texts.ts'
import { testServer, type Caller, type TestServer } from './testing/test-server.ts'

type Operation = { readonly method: 'GET' | 'POST'; readonly path: string; readonly needs: string }

let server: TestServer
let operations: Operation[]
const everyPosition = [...new Set(permissions.flatMap(({ preset }) => preset))]

beforeAll(async () => {
  server = await testServer(everyPosition)
  const { body } = await server.ask('GET', '/openapi.json')
  operations = Object.entries(body['paths'] as Record<string, Record<string, { 'x-permission': string }>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase() as Operation['method'], path: path.replace(/^\/api/, '').replace(/\{\w+\}/g, '01a20a20-a213-7c0f-bb3e-fe7b917f2801'), needs: operation['x-permission'],
    })))
})
afterAll(() => server.drop())

const status = async (caller: Caller, { method, path }: Operation): Promise<number> => (method === 'GET' ? await caller.get(path) : await caller.post(path, { nonsense: true })).status

test('over every operation and every position: exactly those without the right are refused for it', async () => {
  const wrong: string[] = []
  for (const position of everyPosition) {
    const caller = await server.as(position.toLowerCase())
    const rights = new Set(permissions.filter(({ preset }) => preset.includes(position)).map(({ permission }) => permission))
    for (const operation of operations.filter(({ needs }) => needs !== 'anyone')) {
      const allowed = operation.needs === 'signed-in' || rights.has(operation.needs)
      const answer = await status(caller, operation)
      if ((answer === 403) === allowed || answer === 401 || answer >= 500) wrong.push(`${position} ${operation.method} ${operation.path}: ${String(answer)}`)
    }
  }
  expect(wrong).toEqual([])
  expect(everyPosition).toHaveLength(28)
  expect(operations.length * everyPosition.length).toBeGreaterThan(18_000)
}, 120_000)

test('nobody without a session, or with a forged one, gets past the door', async () => {
  const wrong: string[] = []
  for (const operation of operations.filter(({ needs }) => needs !== 'anyone')) {
    for (const cookie of ['', 'gangwei=forged', `gangwei=${'A'.repeat(43)}`]) {
      const { status: answer } = await server.ask(operation.method, `/api${operation.path}`, {
        headers: { cookie, 'idempotency-key': 'forged-key-1', 'content-type': 'application/json' }, ...(operation.method === 'POST' ? { payload: '{}' } : {}),
      })
      if (answer !== 401) wrong.push(`${operation.method} ${operation.path}: ${String(answer)}`)
    }
  }
  expect(wrong).toEqual([])
})

test('every right is held by somebody in a new store', () => {
  for (const { permission, preset } of permissions) expect([permission, preset.length > 0]).toEqual([permission, true])
})

test('every group of rights has its name in both languages, and no name is left over', () => {
  const groups = [...new Set(permissions.map(({ permission }) => `organisation.module.${permission.split('.')[0] ?? ''}`))]
  for (const texts of [organisationTexts.zh, organisationTexts.en]) expect(Object.keys(texts).filter((key) => key.startsWith('organisation.module.')).toSorted()).toEqual(groups.toSorted())
})
