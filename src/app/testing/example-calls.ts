import { TOTP } from 'otpauth'
import { addDays, localDay } from '../../kernel/time.ts'
import type { Call, Source } from '../../platform/example.ts'
import { permissions } from '../modules.ts'
import { demoPassword } from '../demo/load-demo.ts'
import { findAll } from './json-path.ts'

// Reads the examples out of /openapi.json, as anybody who has the document and the log-ins of the demo, and makes the calls.
type Json = Record<string, unknown>
type Parameter = { readonly name: string; readonly in: 'path' | 'query' | 'header'; readonly example?: unknown; readonly 'x-example-from'?: Source }
type Content = { readonly example?: unknown; readonly 'x-example-from'?: Readonly<Record<string, Source>>; readonly 'x-example-encoding'?: 'utf-8' | 'base64' }
export type Documented = {
  readonly 'x-permission': string; readonly 'x-example-by'?: string; readonly 'x-example-after'?: readonly Call[]; readonly 'x-example-refused'?: string
  readonly parameters: readonly Parameter[]; readonly requestBody?: { readonly content: Readonly<Record<string, Content>> }; readonly responses: Readonly<Record<'200', { readonly content: Json }>>
}
export type Document = { readonly paths: Readonly<Record<string, Readonly<Record<string, Documented>>>> }
export type Outcome = { readonly status: number; readonly type: string; readonly body: unknown; readonly asked: string }
/** A call as it leaves; whoever wants to send it otherwise (twice, with another text) does so in between. */
export type Sending = {
  readonly operation: string; readonly by: string; readonly address: string; readonly method: string; readonly headers: Readonly<Record<string, string>>; readonly body?: string | Buffer<ArrayBuffer>
}
export type Send = (sending: Sending) => Promise<Response>

/** The example did not come to its call: what it needs is not there. */
export class NotThere extends Error {}

const timeZone = 'Asia/Shanghai'

type Found = { readonly path: string; readonly operation: Documented }
type Calls = {
  readonly operations: ReadonlyMap<string, Found>
  readonly browsers: ReturnType<typeof browsersAt>
  /** A deed is done once, whoever refers to it. */
  readonly made: Map<string, Promise<Outcome>>
}
/** Where values are looked up: the parameters of the call they belong to, and the readings of this round, so that two values of one example come from the same answer. A deed ends the round. */
type Scope = { readonly params: Json; readonly round: Map<string, Promise<Outcome>> }
type Sent = { readonly body?: string | Buffer<ArrayBuffer>; readonly headers?: Readonly<Record<string, string>> }

export const sendOnce: Send = ({ address, method, headers, body }) => fetch(address, { method, headers, ...(body === undefined ? {} : { body }), signal: AbortSignal.timeout(30_000) })

export function exampleCalls(url: string, { paths }: Document, send = sendOnce) {
  const found = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]): [string, Found] =>
    [`${method.toUpperCase()} ${path.replace('/api', '').replace(/\{(\w+)\}/g, ':$1')}`, { path, operation }]))
  const calls: Calls = { operations: new Map(found), browsers: browsersAt(url, send), made: new Map() }
  return { operations: calls.operations, make: (call: Call) => make(calls, call, { params: {}, round: new Map() }) }
}

/** A browser for everybody: it keeps the cookies that come with the answers. */
function browsersAt(url: string, send: Send) {
  const jars = new Map<string, Record<string, string>>()
  let keys = 0
  async function ask(by: string, operation: string, address: string, { headers, ...sent }: Sent): Promise<Response> {
    const jar = jars.get(by) ?? {}
    const cookie = Object.entries(jar).map(([name, value]) => `${name}=${value}`).join('; ')
    const method = operation.split(' ')[0] ?? ''
    const answer = await send({ operation, by, address: `${url}${address}`, method, ...sent, headers: { ...headers, cookie, 'idempotency-key': `example-${String(keys += 1)}` } })
    for (const set of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=')
      jar[name] = value
    }
    jars.set(by, jar)
    return answer
  }
  return {
    ask,
    signIn: async (login: string): Promise<void> => {
      if (jars.has(login)) return
      const answer = await ask(login, 'POST /session', '/api/session', { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ login, password: demoPassword }) })
      if (answer.status !== 200) throw new NotThere(`${login} cannot sign in: ${await answer.text()}`)
    },
  }
}

/** Who has the right; before a session there is only a browser. */
async function whoAsks({ browsers }: Calls, { 'x-permission': needs, 'x-example-by': usual }: Documented, by = usual): Promise<string> {
  if (needs === 'anyone') return by ?? 'nobody'
  const preset: readonly string[] = permissions.find(({ permission }) => permission === needs)?.preset ?? ['SAD']
  const login = by ?? (preset[0] ?? '').toLowerCase()
  await browsers.signIn(login)
  return login
}

async function valueOf(calls: Calls, source: Source, scope: Scope): Promise<unknown> {
  if ('own' in source) return scope.params[source.own]
  if ('day' in source) return addDays(localDay(new Date(), timeZone), source.day)
  if ('month' in source) return monthFrom(source.month)
  if ('minutes' in source) return new Date(Date.now() + source.minutes * 60_000).toISOString()
  const { path, match, as, ...how } = source
  const [found] = await foundIn(calls, how, path, scope)
  if (found === undefined) throw new NotThere(`${how.operation} answers nothing at ${path}`)
  if (typeof found !== 'string') return found
  if (as === 'totp') return new TOTP({ secret: found }).generate()
  return match === undefined ? found : new RegExp(match).exec(found)?.[0]
}

function monthFrom(months: number): string {
  const [year = 0, month = 0] = localDay(new Date(), timeZone).split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 7)
}

/** What a file says is read behind the scenes: a reading that does not show it yet is asked again, for a while. */
async function foundIn(calls: Calls, how: Call, path: string, scope: Scope, attempts = how.operation.startsWith('GET') ? 12 : 1): Promise<unknown[]> {
  const found = findAll(await answerOf(calls, how, scope), path)
  if (found.length > 0 || attempts === 1) return found
  await new Promise((resolve) => { setTimeout(resolve, 250) })
  scope.round.clear()
  return foundIn(calls, how, path, scope, attempts - 1)
}

async function answerOf(calls: Calls, how: Call, scope: Scope): Promise<unknown> {
  const { status, body, asked } = await make(calls, how, scope)
  if (status !== 200) throw new NotThere(`${asked} was answered ${String(status)} ${JSON.stringify(body)}`)
  return body
}

async function resolved<Value>(calls: Calls, value: Value, scope: Scope): Promise<Value> {
  if (typeof value !== 'object' || value === null) return value
  if ('x-example-from' in value) return await valueOf(calls, value['x-example-from'] as Source, scope) as Value
  const parts: [string, unknown][] = []
  for (const [name, part] of Object.entries(value)) parts.push([name, await resolved(calls, part, scope)])
  return (Array.isArray(value) ? parts.map(([, part]) => part) : Object.fromEntries(parts)) as Value
}

/** The call of an example, with what the caller wants otherwise. */
async function make(calls: Calls, { after, ...wanted }: Call, scope: Scope): Promise<Outcome> {
  const how = await resolved(calls, wanted, scope)
  const found = calls.operations.get(how.operation)
  if (found === undefined) throw new NotThere(`there is no operation ${how.operation}`)
  const reads = how.operation.startsWith('GET')
  const round = reads ? scope.round : new Map<string, Promise<Outcome>>()
  const params: Json = {}
  for (const [name, value] of Object.entries({ ...given(found.operation, 'path'), ...how.params })) params[name] = await resolved(calls, value, { params, round })
  const key = JSON.stringify([how.operation, params, how.query, how.body, how.by])
  const once = reads ? round : calls.made
  const known = once.get(key)
  if (known !== undefined) return known
  if (!reads) scope.round.clear()
  const own = { params, round }
  const outcome = happen(calls, after ?? found.operation['x-example-after'] ?? [], after === undefined ? own : scope).then(() => perform(calls, found, how, own))
  once.set(key, outcome)
  return outcome
}

async function happen(calls: Calls, before: readonly Call[], scope: Scope): Promise<void> {
  for (const call of before) await answerOf(calls, call, { ...scope, round: new Map() })
  if (before.length > 0) scope.round.clear()
}

async function perform(calls: Calls, { path, operation }: Found, how: Call, scope: Scope): Promise<Outcome> {
  const query = new URLSearchParams(await resolved(calls, { ...given(operation, 'query'), ...how.query }, scope) as Record<string, string>)
  const address = `${path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(scope.params[name])))}${query.size === 0 ? '' : `?${query.toString()}`}`
  const method = how.operation.split(' ')[0] ?? ''
  const sent = await contentOf(calls, operation, how, scope)
  const who = await whoAsks(calls, operation, how.by)
  const answer = await calls.browsers.ask(who, how.operation, address, sent)
  const type = answer.headers.get('content-type') ?? ''
  const asked = `${method} ${address} by ${who} ${typeof sent.body === 'string' ? sent.body.slice(0, 600) : ''}`
  return { status: answer.status, type, body: type.includes('json') ? await answer.json() : (await answer.arrayBuffer()).byteLength, asked }
}

async function contentOf(calls: Calls, { requestBody }: Documented, { operation, body: other }: Call, scope: Scope): Promise<Sent> {
  if (operation.startsWith('GET')) return {}
  const file = requestBody?.content['application/octet-stream']
  if (file !== undefined) return { body: Buffer.from(String(file.example), file['x-example-encoding']), headers: { 'content-type': 'application/octet-stream' } }
  const content = requestBody?.content['application/json']
  const body = await resolved(calls, { ...withSources(content?.example ?? {}, content?.['x-example-from'] ?? {}) as Json, ...other }, scope)
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
}

/** Puts the sources into the places that their JSON pointers name. */
const withSources = (value: unknown, sources: Readonly<Record<string, Source>>, pointer = ''): unknown => {
  const source = sources[pointer]
  if (source !== undefined) return { 'x-example-from': source }
  if (Array.isArray(value)) return value.map((item, index) => withSources(item, sources, `${pointer}/${String(index)}`))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withSources(part, sources, `${pointer}/${name}`)]))
}

/** What the document gives for the parameters of a place. */
const given = ({ parameters }: Documented, place: 'path' | 'query'): Json => Object.fromEntries(parameters.filter((parameter) => parameter.in === place && 'example' in parameter)
  .map(({ name, example, 'x-example-from': source }) => [name, source === undefined ? example : { 'x-example-from': source }]))
