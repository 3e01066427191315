import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Position } from '../../kernel/permissions.ts'
import { serve, type Serving } from '../serve.ts'
import { testPassword, testStore, type TestStore } from './test-store.ts'

export type Answer = { readonly status: number; readonly body: Record<string, unknown>; readonly headers: Record<string, unknown> }

export type TestServer = TestStore & {
  readonly serving: Serving
  readonly photoFolder: string
  /** A signed-in caller: `const sad = await server.as('sad')`. */
  as(login: string): Promise<Caller>
  ask(method: 'GET' | 'POST', url: string, options?: { payload?: string | Buffer; headers?: Record<string, string> }): Promise<Answer>
}

export type Caller = {
  readonly cookie: string
  get(path: string): Promise<Answer>
  /** Without a key a new one is made. */
  post(path: string, body?: unknown, key?: string): Promise<Answer>
}

/** People signed in by their log-ins; asking for another one is a mistake of the test. */
export async function signedIn(server: TestServer, logins: readonly string[]): Promise<(login: string) => Caller> {
  const people = new Map<string, Caller>()
  for (const login of logins) people.set(login, await server.as(login))
  return (login) => people.get(login) ?? (() => { throw new RangeError(`nobody signed in as ${login}`) })()
}

let keys = 0

export async function testServer(also: readonly Position[] = []): Promise<TestServer> {
  const store = await testStore(also)
  const photoFolder = mkdtempSync(path.join(tmpdir(), 'gangwei-photos-'))
  const serving = await serve({
    database: store.database, clock: { now: () => store.clock.now() }, secureDoor: null, publicUrl: null, logLevel: 'silent', version: 'test', webFolder: null, photoFolder,
  })
  const ask: TestServer['ask'] = async (method, url, { payload, headers = {} } = {}) => {
    const response = await serving.server.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) })
    const isJson = String(response.headers['content-type']).includes('json')
    return { status: response.statusCode, body: isJson ? response.json<Record<string, unknown>>() : { text: response.body }, headers: response.headers }
  }
  const as = async (login: string): Promise<Caller> => {
    const answer = await ask('POST', '/api/session', { payload: JSON.stringify({ login, password: testPassword }), headers: { 'content-type': 'application/json' } })
    if (answer.status !== 200) throw new Error(`cannot sign in as ${login}: ${JSON.stringify(answer.body)}`)
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? ''
    return {
      cookie,
      get: (path) => ask('GET', `/api${path}`, { headers: { cookie } }),
      post: (path, body = {}, key = `test-key-${String(keys += 1)}`) => ask('POST', `/api${path}`, {
        payload: JSON.stringify(body), headers: { cookie, 'content-type': 'application/json', 'idempotency-key': key },
      }),
    }
  }
  return {
    ...store, get clock() { return store.clock }, set clock(clock) { store.clock = clock }, serving, photoFolder, as, ask,
    drop: async () => { await serving.close(); await store.drop(); rmSync(photoFolder, { recursive: true }) },
  }
}
