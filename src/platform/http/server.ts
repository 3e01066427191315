import { randomUUID, webcrypto } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Server as SecureServer } from 'node:https'
import type { Socket } from 'node:net'
import helmet from '@fastify/helmet'
import Fastify, { LogController, type ConnectionError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Actor } from '../../kernel/actor.ts'
import { Refusal, RefusedError } from '../../kernel/refusal.ts'
import type { Language } from '../../kernel/texts.ts'
import type { Tx } from '../database.ts'
import { perform, recordRefusal, type Deed, type DeedCall, type DeedTools, type Reading } from '../deed.ts'
import type { Examples } from '../example.ts'
import type { Metrics } from '../metrics.ts'
import type { Lagging } from '../replica.ts'
import type { Printing } from '../print/printing.ts'
import { openDoors, type SecureDoor } from '../tls/doors.ts'
import type { Binding } from './binding.ts'
import { inLog } from './failure-log.ts'
import { parseJson } from './json.ts'
import { openApiDocument } from './openapi.ts'
import { noteOwnWrite, ownWriteOf } from './own-writes.ts'
import { answerTo, problemOf, type SentenceOf } from './problem.ts'

export type ServerParts = {
  readonly tools: DeedTools
  readonly bindings: readonly Binding[]
  readonly examples: Examples
  readonly sentence: SentenceOf
  /** Answers the routes that may lag, where there is a read replica. */
  readonly lagging?: Lagging
  /** The session behind a token, or null. Organisation's part. */
  readonly actorOf: (token: string) => Promise<Actor | null>
  /** Prints a paper and keeps what it gave out. */
  readonly handOut: (by: Actor, printing: Printing, call: { readonly operation: string; readonly permission: string; readonly requestId: string }) => Promise<Uint8Array>
  readonly metrics: Metrics
  /** The https door of the store's network; null when a proxy, or nobody, does https. */
  readonly secureDoor: SecureDoor | null
  readonly publicUrl: string | null
  readonly version: string
  /** What the pages in the browser must have been built from (`contractMark`); null where nobody's pages are served. */
  readonly contract?: string | null
  readonly logLevel: string
  /** False while draining. */
  readonly accepting: () => boolean
}

export const sessionCookie = (secure: boolean): string => (secure ? '__Host-gangwei' : 'gangwei')

export function tokenOf(request: FastifyRequest, secure: boolean): string | null {
  const wanted = `${sessionCookie(secure)}=`
  const cookie = (request.headers.cookie ?? '').split('; ').find((item) => item.startsWith(wanted))
  return cookie === undefined ? null : cookie.slice(wanted.length)
}

export const languageOf = (request: FastifyRequest): Language => (/^en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh-CN')

/** Whether the browser keeps this person's cookie as a secure one: https here, or at the proxy in front of us. */
export const isSecure = (request: FastifyRequest, publicUrl: string | null): boolean => request.protocol === 'https' || publicUrl?.startsWith('https:') === true

export type HttpServer = { readonly server: FastifyInstance; readonly secureServer: SecureServer | null }

export async function buildServer(parts: ServerParts): Promise<HttpServer> {
  for (const { route } of parts.bindings) {
    if (route.needs === undefined) throw new Error(`Route ${route.method} ${route.path} declares no right`)
  }
  let secureServer: SecureServer | null = null
  const answerError = errorAnswers(parts.sentence)
  const server = Fastify({
    serverFactory: (handler) => {
      const doors = openDoors(handler, parts.secureDoor)
      secureServer = doors.secure
      return doors.plain
    },
    bodyLimit: 1_048_576, requestTimeout: 30_000, trustProxy: false, genReqId: () => randomUUID(), return503OnClosing: true,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: false },
    logController: new LogController({ disableRequestLogging: true }), logger: { level: parts.logLevel, base: null, serializers: { err: inLog } },
    frameworkErrors: (cause, request, reply) => { void answerError(cause, request, reply) }, clientErrorHandler: (cause, socket) => { refuseOnTheWire(cause, socket, parts.sentence) },
  })
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, parseJson(String(body)))
    } catch (cause) {
      done(cause as Error)
    }
  })
  await server.register(helmet, securityHeaders(parts.publicUrl?.startsWith('https:') === true))
  addHealth(server, parts)
  if (parts.lagging !== undefined) server.addHook('onSend', async (request, reply) => { noteOwnWrite(request, reply, parts.tools.clock.now(), isSecure(request, parts.publicUrl)) })
  server.setErrorHandler((cause, request, reply) => answerError(cause, request, reply))
  server.setNotFoundHandler((request, reply) => answerError(new RefusedError(new Refusal('platform.not-found', { what: 'address' }), 404), request, reply))
  server.addHook('onRequest', async (request) => { refuseOldPage(request, parts.contract ?? null) })
  const document = openApiDocument(parts.bindings.map((binding) => binding.route), parts.examples, parts.version)
  server.get('/openapi.json', async () => document)
  for (const binding of parts.bindings) {
    if (binding.kind === 'upload') await addUpload(server, parts, binding)
    else addRoute(server, parts, binding)
  }
  return { server, secureServer }
}

const securityHeaders = (secure: boolean) => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"], scriptSrc: ["'self'", "'wasm-unsafe-eval'"], styleSrc: ["'self'"], styleSrcAttr: ["'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'], fontSrc: ["'self'"], connectSrc: ["'self'"], manifestSrc: ["'self'"], workerSrc: ["'self'"],
      mediaSrc: ["'self'", 'blob:'], frameSrc: ["'self'"], formAction: ["'self'"], frameAncestors: ["'self'"], baseUri: ["'none'"], objectSrc: ["'none'"],
    },
  },
  strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
  referrerPolicy: { policy: 'no-referrer' as const },
  crossOriginResourcePolicy: { policy: 'same-origin' as const },
})

function addHealth(server: FastifyInstance, { tools, metrics, accepting }: ServerParts): void {
  server.get('/live', async () => ({ live: true }))
  server.get('/ready', async (_request, reply) => {
    const ready = accepting() && await tools.database.ping().then(() => true, () => false)
    return reply.code(ready ? 200 : 503).send({ ready })
  })
  server.get('/metrics', async (_request, reply) => reply.type('text/plain; version=0.0.4').send(await metrics.text()))
  server.addHook('onResponse', async (request, reply) => {
    const path = request.routeOptions.url ?? 'unknown'
    metrics.request({ method: request.method, path, status: reply.statusCode, seconds: reply.elapsedTime / 1_000 })
    // The route's pattern, never the address: plates and phone numbers stand in queries.
    request.log.info({ method: request.method, path, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'request')
  })
}

function errorAnswers(sentence: SentenceOf) {
  return (cause: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const known = answerTo(cause)
    if (known.status >= 500) request.log.error({ err: cause, path: request.routeOptions.url }, 'failed')
    if (known.status === 503) void reply.header('retry-after', '2')
    return reply.code(known.status).type('application/problem+json')
      .send(JSON.stringify(problemOf(known, languageOf(request), request.id, sentence)))
  }
}

/** What is no HTTP, or has more headers than we read, is no request yet: the answer is written by hand, and the connection ends. */
function refuseOnTheWire(cause: ConnectionError, socket: Socket, sentence: SentenceOf): void {
  const status = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }[cause.code] ?? 400
  const body = JSON.stringify(problemOf({ status, refusal: new Refusal('platform.not-understood') }, 'zh-CN', randomUUID(), sentence))
  if (!socket.writable || cause.code === 'ECONNRESET') { socket.destroy(); return }
  socket.end(`HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}\r\nContent-Type: application/problem+json\r\nContent-Length: ${String(Buffer.byteLength(body))}\r\nConnection: close\r\n\r\n${body}`)
}

/** One transaction for all of an answer; where the route may lag, of the replica, and the answer says as of when. */
async function readFor<T>({ tools, lagging }: ServerParts, { route }: Binding, { request, reply, by }: { request: FastifyRequest; reply: FastifyReply; by: Actor }, run: (reading: Reading) => Promise<T>): Promise<T> {
  const work = (tx: Tx): Promise<T> => run({ tx, by, now: tools.clock.now() })
  if (lagging === undefined || route.mayLag !== true) return tools.database.reading([by.storeId], work)
  const { answer, asOf } = await lagging.reading([by.storeId], ownWriteOf(request), work)
  if (asOf !== null) void reply.header('gangwei-as-of', asOf.toISOString())
  return answer
}

/** Order of checks: log-in → right → store (row security) → input → state. */
function addRoute(server: FastifyInstance, parts: ServerParts, binding: Exclude<Binding, Upload>): void {
  const { route } = binding
  server.route({
    method: route.method, url: `/api${route.path}`,
    handler: async (request, reply) => {
      void reply.header('cache-control', 'no-store')
      if (route.method === 'POST') refuseForeignOrigin(request, parts.publicUrl)
      if (binding.kind === 'open') return binding.run({ tools: parts.tools, request, reply, secure: isSecure(request, parts.publicUrl) }, inputOf(binding, request))
      const actor = await actorWithRight(parts, binding, request)
      const input = inputOf(binding, request)
      const read = <T>(run: (reading: Reading) => Promise<T>): Promise<T> => readFor(parts, binding, { request, reply, by: actor }, run)
      if (binding.kind === 'reading') return read((reading) => binding.run(reading, input))
      if (binding.kind === 'document') {
        const paper = await read((reading) => binding.run(reading, input))
        const bytes = 'bytes' in paper ? paper.bytes : await parts.handOut(actor, paper, { operation: operationOf(binding), permission: typeof route.needs === 'string' ? '' : route.needs.permission, requestId: request.id })
        return reply.type('application/pdf').header('content-disposition', `inline; filename="${paper.name}.pdf"`).send(Buffer.from(bytes))
      }
      if (binding.kind === 'file') {
        const { name, type, bytes, shown = false } = await read((reading) => binding.run(reading, input))
        if (shown) void reply.header('cache-control', 'private, max-age=86400')
        return reply.type(type).header('content-disposition', `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`).send(Buffer.from(bytes))
      }
      const call = { operation: operationOf(binding), key: keyOf(request), body: [request.params, request.body], requestId: request.id }
      if (binding.kind === 'showing') return showOnce(parts.tools, actor, call, (deed) => binding.run(deed, input))
      return perform(parts.tools, actor, call, (deed) => binding.run(deed, input))
    },
  })
}

type Upload = Extract<Binding, { kind: 'upload' }>

/**
 * A deed whose body is a file. It has a scope of its own, so that no other route takes such a body, and a body limit of its own;
 * origin, log-in and right are checked on the headers, before the file is read into memory.
 */
async function addUpload(server: FastifyInstance, parts: ServerParts, binding: Upload): Promise<void> {
  const { route } = binding
  await server.register(async (scope) => {
    scope.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) => { done(null, body) })
    scope.route({
      method: 'POST', url: `/api${route.path}`, bodyLimit: route.upload?.mostBytes ?? 1_048_576,
      onRequest: async (request) => {
        refuseForeignOrigin(request, parts.publicUrl)
        await actorWithRight(parts, binding, request)
      },
      handler: async (request, reply) => {
        void reply.header('cache-control', 'no-store')
        const actor = await actorWithRight(parts, binding, request)
        const input = inputOf(binding, request)
        const bytes = request.body
        if (!(bytes instanceof Uint8Array)) throw new RefusedError(new Refusal('platform.not-an-upload'), 400)
        const sha256 = Buffer.from(await webcrypto.subtle.digest('SHA-256', Buffer.from(bytes))).toString('hex')
        const call = { operation: operationOf(binding), key: keyOf(request), body: [request.params, request.query, sha256], requestId: request.id }
        return perform(parts.tools, actor, call, (deed) => binding.run(deed, input, { bytes, sha256 }))
      },
    })
  })
}

/** The stored answer is empty. A repeated request finds that one, and what it would show was shown already. */
async function showOnce(tools: DeedTools, actor: Actor, call: DeedCall, work: (deed: Deed) => Promise<unknown>): Promise<unknown> {
  const made: { answer: object; shown: unknown } = { answer: {}, shown: null }
  const answer = await perform(tools, actor, call, async (deed) => {
    made.shown = await work(deed)
    made.answer = {}
    return made.answer
  })
  if (answer !== made.answer) throw new RefusedError(new Refusal('platform.shown-once'), 409)
  return made.shown
}

export const operationOf = ({ route }: Binding): string => `${route.method} ${route.path}`

/** A page of another site cannot act in our user's name: the browser sends its origin, and our key header needs a preflight. */
function refuseForeignOrigin(request: FastifyRequest, publicUrl: string | null): void {
  const { origin } = request.headers
  if (origin === undefined) return
  const own = [`http://${request.headers.host ?? ''}`, `https://${request.headers.host ?? ''}`, publicUrl === null ? '' : new URL(publicUrl).origin]
  if (!own.includes(origin)) throw new RefusedError(new Refusal('platform.foreign-origin'), 403)
}

/**
 * A page that was open before an upgrade speaks the contract of then. It is told so before anything is read or done, and keeps what was typed:
 * it may neither misread an answer nor send half a deed. Callers that are no page of ours name no contract and are held to today's by its shapes.
 */
function refuseOldPage({ headers }: FastifyRequest, contract: string | null): void {
  const spoken = headers['gangwei-contract']
  if (contract !== null && spoken !== undefined && spoken !== contract) throw new RefusedError(new Refusal('platform.page-outdated'), 426)
}

async function actorWithRight(parts: ServerParts, binding: Binding, request: FastifyRequest): Promise<Actor> {
  const token = tokenOf(request, isSecure(request, parts.publicUrl))
  const actor = token === null ? null : await parts.actorOf(token)
  if (actor === null) throw new RefusedError(new Refusal('platform.sign-in-first'), 401)
  const { needs } = binding.route
  if (typeof needs === 'string' || actor.permissions.has(needs.permission)) return actor
  const right = languageOf(request) === 'en' ? needs.en : needs.zh
  await recordRefusal(parts.tools.database, actor, parts.tools.clock.now(), { operation: operationOf(binding), code: 'platform.no-right', requestId: request.id })
  throw new RefusedError(new Refusal('platform.no-right', { right }), 403)
}

function inputOf({ route }: Binding, request: FastifyRequest): unknown {
  return {
    params: route.params?.parse(request.params),
    query: route.query?.parse(request.query),
    body: route.body?.parse(request.body),
  }
}

function keyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || !/^[\w.:-]{8,100}$/.test(key)) throw new RefusedError(new Refusal('platform.key-missing'), 400)
  return key
}
