import { monitorEventLoopDelay } from 'node:perf_hooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { permissions } from './modules.ts'
import { size, tell } from './testing/proof.ts'
import { leavesOf, nobodysId, sampleOf, withLeaf, type Schema } from './testing/samples.ts'
import { testServer, type TestServer } from './testing/test-server.ts'

// Every operation, asked wrongly field by field by somebody who may ask. The answer is a problem with a code, never a mishap of ours.
const perKind = size({ test: 300, prove: 3_000 })

type Parameter = { readonly name: string; readonly in: 'path' | 'query' | 'header'; readonly schema: Schema }
type Operation = { readonly method: 'GET' | 'POST'; readonly path: string; readonly needs: string; readonly parameters: readonly Parameter[]; readonly body: unknown }
type Documented = { 'x-permission': string; parameters: Parameter[]; requestBody?: { content: Record<string, { schema?: Schema; example?: unknown }> } }
type Wrong = { readonly method: 'GET' | 'POST'; readonly url: string; readonly payload?: string; readonly headers?: Record<string, string> }
type Kind = { readonly name: string; readonly mustRefuse: boolean; readonly of: (operation: Operation) => Wrong[] }

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

/** The value in every field of the body, one at a time, and in every part of the address. */
const everywhere = (...values: readonly unknown[]) => (operation: Operation): Wrong[] => values.flatMap((value) => [
  ...(operation.body === undefined ? [] : leavesOf(operation.body).map((way) => ({ method: operation.method, url: addressOf(operation), payload: JSON.stringify(withLeaf(operation.body, way, value)) }))),
  ...operation.parameters.filter((parameter) => parameter.in !== 'header').map(({ name }) => ({
    method: operation.method, url: addressOf(operation, { [name]: encodeURIComponent(String(value)) }),
    ...(operation.body === undefined ? {} : { payload: JSON.stringify(operation.body) }),
  })),
])
const inBody = (...values: readonly unknown[]) => (operation: Operation): Wrong[] => everywhere(...values)({ ...operation, parameters: [] })
const raw = (...payloads: readonly string[]) => (operation: Operation): Wrong[] =>
  operation.body === undefined ? [] : payloads.map((payload) => ({ method: operation.method, url: addressOf(operation), payload }))
/** JSON that no JSON.stringify writes: put in place of a field's value. */
const written = (...texts: readonly string[]) => (operation: Operation): Wrong[] => texts.flatMap((text) =>
  inBody('@@')(operation).map((wrong) => ({ ...wrong, payload: (wrong.payload ?? '').replace('"@@"', text) })))

const kinds: readonly Kind[] = [
  { name: 'SQL', mustRefuse: false, of: everywhere("'; drop table platform.audit; --", "1' or '1'='1", '$1', '%_\\', "') returning *; --") },
  { name: 'script', mustRefuse: false, of: everywhere('<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', 'javascript:alert(1)', '{{7*7}}', '#eval("1+1")') },
  { name: 'formula', mustRefuse: false, of: everywhere("=cmd|' /C calc'!A0", '+1+1', '@SUM(1)', '-2+3') },
  { name: 'path', mustRefuse: false, of: everywhere('../../../../etc/passwd', '..%2f..%2fetc', 'C:\\windows\\system32', 'file:///etc/passwd', '/proc/self/environ') },
  { name: 'not a number', mustRefuse: true, of: written('1e999', '-1e999', 'NaN', 'Infinity') },
  { name: 'too big a number', mustRefuse: false, of: inBody(2 ** 60, -(2 ** 60), 1e300, 0.1 + 0.2, -1) },
  { name: 'huge text', mustRefuse: true, of: inBody('沪'.repeat(60_000), 'x'.repeat(400_000)) },
  { name: 'deep', mustRefuse: true, of: written(`${'['.repeat(100)}${']'.repeat(100)}`, `${'{"a":'.repeat(60)}1${'}'.repeat(60)}`, '['.repeat(100_000)) },
  { name: 'half a character', mustRefuse: true, of: written('"\\ud800"', '"a\\udfffb"', '"\\u0000"', '"text\\u0000text"') },
  { name: 'another kind of value', mustRefuse: false, of: inBody(null, [], {}, true, [[]], { $gt: '' }) },
  { name: 'not this shape', mustRefuse: true, of: raw('', '{', '[]', 'null', '"text"', '0', '{"__proto__":{"admin":true}}', '{"constructor":{"prototype":{}}}', '{"nobody-asked":1}', '{"a":1,}') },
  { name: 'odd letters', mustRefuse: false, of: everywhere('\u202e\u2066沪A', '\u0001\u001f', '𠮷'.repeat(40), 'İıſK', '\ufeff', 'a\u0301'.repeat(30)) },
  { name: 'header', mustRefuse: false, of: (operation) => ['a'.repeat(6_000), '-1', '../../etc', "' or 1=1", '{}'].flatMap((value) =>
    ['idempotency-key', 'accept-language', 'if-match', 'x-forwarded-for', 'x-request-id', 'range'].map((header) => ({
      method: operation.method, url: addressOf(operation), headers: { [header]: value }, ...(operation.body === undefined ? {} : { payload: JSON.stringify(operation.body) }),
    }))) },
]

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

test.each(kinds)('asked wrongly ($name), the answer is a problem with a code', async ({ name, mustRefuse, of }) => {
  const asked = spread(operations.map((operation) => of(operation).map((wrong) => [operation, wrong] as const)), perKind)
  expect(asked.length).toBeGreaterThanOrEqual(300)
  const stall = monitorEventLoopDelay({ resolution: 10 })
  stall.enable()
  const faults: string[] = []
  for (const [operation, wrong] of asked) {
    const fault = await faultOf(operation, wrong, mustRefuse)
    if (fault !== null) faults.push(fault)
  }
  stall.disable()
  expect(faults.slice(0, 8)).toEqual([])
  tell(`malformed, ${name}: ${String(asked.length)} requests, 0 mishaps; longest stall ${String(Math.round(stall.max / 1e6))} ms (goal 800)`)
}, 300_000)
