import { afterAll, beforeAll, expect, test } from 'vitest'
import { permissions } from './modules.ts'
import { hostile, type Hostile } from './testing/hostile.ts'
import { leavesOf, nobodysId, sampleOf, withLeaf, type Schema } from './testing/samples.ts'
import { testServer, type TestServer } from './testing/test-server.ts'

// Every operation, asked wrongly field by field by somebody who may ask. The answer is a problem with a code, never a mishap of ours. All of it, on valid calls: `npm run attack`.
const most = 300

type Parameter = { readonly name: string; readonly in: 'path' | 'query' | 'header'; readonly schema: Schema }
type Operation = { readonly method: 'GET' | 'POST'; readonly path: string; readonly needs: string; readonly parameters: readonly Parameter[]; readonly body: unknown }
type Documented = { 'x-permission': string; parameters: Parameter[]; requestBody?: { content: Record<string, { schema?: Schema; example?: unknown }> } }
type Wrong = { readonly method: 'GET' | 'POST'; readonly url: string; readonly payload?: string; readonly headers?: Record<string, string> }

let server: TestServer
let operations: Operation[]
const cookies = new Map<string, string>()
beforeAll(async () => {
  server = await testServer()
  const { body } = await server.ask('GET', '/openapi.json')
  operations = Object.entries(body['paths'] as Record<string, Record<string, Documented>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const content = operation.requestBody?.content['application/json']
      return {
        method: method.toUpperCase() as Operation['method'], path, needs: operation['x-permission'], parameters: operation.parameters,
        body: content === undefined ? undefined : content.example ?? sampleOf(content.schema ?? {}),
      }
    })).filter(({ path }) => !endsSession.has(path))
}, 60_000)
afterAll(() => server.drop())

/** Asked in good faith these would end the asker's own log-in, and every answer after it would be 401. */
const endsSession = new Set(['/api/session/end', '/api/session', '/api/own-sessions/end-others'])

/** Somebody who may ask this. */
async function cookieFor({ needs }: Operation): Promise<string> {
  const preset: readonly string[] = permissions.find(({ permission }) => permission === needs)?.preset ?? ['SAD']
  const login = (preset[0] ?? 'SAD').toLowerCase()
  const cookie = cookies.get(login) ?? (await server.as(login)).cookie
  cookies.set(login, cookie)
  return cookie
}

const addressOf = ({ path, parameters }: Operation, wrong: Readonly<Record<string, string>> = {}): string => {
  const bare = path.replace(/\{(\w+)\}/g, (_, name: string) => wrong[name] ?? nobodysId)
  const query = parameters.filter((parameter) => parameter.in === 'query' && wrong[parameter.name] !== undefined).map(({ name }) => `${name}=${wrong[name] ?? ''}`)
  return query.length === 0 ? bare : `${bare}?${query.join('&')}`
}

/** Each value of a kind in every field of the body, one at a time, in every part of the address, in place of the body, or in headers. */
function wrongOf({ values, written, whole = [], headers = [] }: Hostile, operation: Operation): Wrong[] {
  const { method, body, parameters } = operation
  const sent = body === undefined ? {} : { payload: JSON.stringify(body) }
  if (headers.length > 0) return values.flatMap((value) => headers.map((header) => ({ method, url: addressOf(operation), headers: { [header]: String(value) }, ...sent })))
  const bodies = body === undefined ? [] : leavesOf(body).flatMap((way) => values.map((value) =>
    (written ? JSON.stringify(withLeaf(body, way, '@@')).replace('"@@"', String(value)) : JSON.stringify(withLeaf(body, way, value)))))
  const raw = body === undefined ? [] : whole
  const addresses = written ? [] : parameters.filter((parameter) => parameter.in !== 'header').flatMap(({ name }) => values.filter((value) => typeof value === 'string' && value.length < 400).map((value) =>
    ({ method, url: addressOf(operation, { [name]: encodeURIComponent(String(value)) }), ...sent })))
  return [...raw, ...bodies].map((payload): Wrong => ({ method, url: addressOf(operation), payload })).concat(addresses)
}

let keys = 0
const inside = /node_modules|\bat [^ ]+ \(|\.ts:\d+|PostgresError|syntax error|pg_catalog|select .* from |violates/i

/** What is wrong with an answer, in words; null when it is as promised. */
async function faultOf(operation: Operation, wrong: Wrong, mustRefuse: boolean): Promise<string | null> {
  const headers = { cookie: await cookieFor(operation), 'idempotency-key': `malformed-${String(keys += 1)}`, ...(wrong.payload === undefined ? {} : { 'content-type': 'application/json' }), ...wrong.headers }
  const { status, body, headers: given } = await server.ask(wrong.method, wrong.url, { headers, ...(wrong.payload === undefined ? {} : { payload: wrong.payload }) })
  const found = (what: string): string => `${what}: ${wrong.method} ${wrong.url.slice(0, 120)} ${(wrong.payload ?? JSON.stringify(wrong.headers ?? '')).slice(0, 160)} → ${String(status)} ${JSON.stringify(body).slice(0, 200)}`
  if (status >= 500) return found('mishap')
  if (status < 400) return mustRefuse ? found('let through') : null
  if (!String(given['content-type']).startsWith('application/problem+json') || typeof body['code'] !== 'string' || typeof body['requestId'] !== 'string') return found('no problem document')
  if (operation.needs !== 'anyone' && (status === 401 || status === 403)) return found('asked by somebody who may not')
  return inside.test(JSON.stringify(body)) ? found('tells what is inside') : null
}

/** As many of each operation as of any other, from the front, until there are enough. */
function spread(lists: readonly (readonly (readonly [Operation, Wrong])[])[], most: number): (readonly [Operation, Wrong])[] {
  const longest = Math.max(...lists.map(({ length }) => length))
  return Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list.slice(index, index + 1))).flat().slice(0, most)
}

test.each(hostile)('asked wrongly ($name), the answer is a problem with a code', async (kind) => {
  const asked = spread(operations.map((operation) => wrongOf(kind, operation).map((wrong) => [operation, wrong] as const)), most)
  expect(asked.length).toBeGreaterThanOrEqual(300)
  const faults: string[] = []
  for (const [operation, wrong] of asked) {
    const fault = await faultOf(operation, wrong, kind.mustRefuse)
    if (fault !== null) faults.push(fault)
  }
  expect(faults.slice(0, 8)).toEqual([])
}, 300_000)
