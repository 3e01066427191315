import { existsSync } from 'node:fs'
import type { Server as SecureServer } from 'node:https'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { Refusal, RefusedError } from '../kernel/refusal.ts'
import type { Clock } from '../kernel/time.ts'
import { actorOfToken, storeIds } from '../modules/organisation/public.ts'
import { handOut } from '../modules/papers/public.ts'
import { latestCheckRuns, type CheckRun } from '../platform/check-runs.ts'
import type { Database } from '../platform/database.ts'
import type { DeedTools } from '../platform/deed.ts'
import { workRunner } from '../platform/long-work.ts'
import { closePrinter } from '../platform/print/print.ts'
import { buildServer, isSecure, tokenOf } from '../platform/http/server.ts'
import { keptFiles } from '../platform/kept-files.ts'
import { addLiveRoute, makeLiveHub } from '../platform/live.ts'
import { relayNews } from '../platform/news-relay.ts'
import { makePresence, sharedPresence } from '../platform/presence.ts'
import { makeMetrics } from '../platform/metrics.ts'
import { readBeside } from '../platform/replica.ts'
import type { SecureDoor } from '../platform/tls/doors.ts'
import { bindingsOf, examples, longWorks, react, sentence } from './modules.ts'

export type ServeParts = {
  readonly database: Database
  /** Read where a route may lag. */
  readonly replica?: Database | null
  readonly clock: Clock
  readonly secureDoor: SecureDoor | null
  readonly publicUrl: string | null
  readonly logLevel: string
  readonly version: string
  /** Asked by the page that creates the first store, so that no stranger in the network takes it. */
  readonly firstRunCode?: string
  /** Other processes may serve this database too. */
  readonly shared?: boolean
  /** Where photos lie. */
  readonly photoFolder: string
  /** Folder of the built web pages, or null for the API alone. */
  readonly webFolder: string | null
  /** What those pages speak: `contractMark`. */
  readonly contract?: string
}

export type Serving = {
  readonly server: FastifyInstance
  listen(at: { readonly port: number; readonly host: string }): Promise<void>
  close(): Promise<void>
}

export async function serve(parts: ServeParts): Promise<Serving> {
  const { database, clock } = parts
  const hub = makeLiveHub()
  let accepting = true
  const longWork = workRunner({ database, clock, onNews: hub.tell, react }, longWorks, (cause) => { server.log.error({ err: cause }, 'a long work broke off') })
  const actorOf = (token: string) => actorOfToken(database, token, clock.now())
  const lagging = parts.replica === undefined || parts.replica === null ? null : readBeside({ primary: database, replica: parts.replica, clock })
  const files = keptFiles(parts.photoFolder)
  const tools: DeedTools = { database, clock, onNews: (storeId, news) => { hub.tell(storeId, news); longWork.hear(storeId, news) }, react }
  const { server, secureServer } = await buildServer({
    tools, handOut: (by, printing, call) => handOut(tools, files, by, printing, call), bindings: bindingsOf(database, { files, publicUrl: parts.publicUrl, presence: parts.shared === true ? sharedPresence(database, hub.tell) : makePresence(hub.tell), ...(parts.firstRunCode === undefined ? {} : { firstRunCode: parts.firstRunCode }) }), examples, sentence, actorOf, secureDoor: parts.secureDoor,
    metrics: makeMetrics(database.pool, hub.openStreams, () => checksNow(database)), publicUrl: parts.publicUrl, version: parts.version, contract: parts.contract ?? null,
    logLevel: parts.logLevel, accepting: () => accepting, ...(lagging === null ? {} : { lagging }),
  })
  const relay = relayNews({ database, clock, hub, onError: (cause) => { server.log.warn({ err: cause }, 'news of other processes could not be read') } })
  addLiveRoute(server, hub, async (request) => {
    const token = tokenOf(request, isSecure(request, parts.publicUrl))
    const actor = token === null ? null : await actorOf(token)
    if (actor === null) throw new RefusedError(new Refusal('platform.sign-in-first'), 401)
    return actor
  })
  if (parts.webFolder !== null && existsSync(parts.webFolder)) await addPages(server, parts.webFolder)
  await longWork.resume(await storeIds(database.plain))
  return {
    server,
    listen: async ({ port, host }) => {
      await server.listen({ port, host })
      if (secureServer !== null) await listenSecurely(secureServer, parts.secureDoor?.port ?? 0, host)
    },
    close: async () => {
      accepting = false
      hub.close()
      secureServer?.close()
      // A browser keeps its connection open after its last answer (72 s); those that fall idle while we close are closed too.
      const idle = setInterval(() => {
        server.server.closeIdleConnections()
        secureServer?.closeIdleConnections()
      }, 100)
      await server.close()
      clearInterval(idle)
      await relay.close()
      await lagging?.close()
      await longWork.close()
      await closePrinter()
    },
  }
}

/** For /metrics, which must answer while the database is away: that it is away, `/ready` says. The disk is looked at only while it is full, so it has no state to tell. */
const checksNow = (database: Database): Promise<CheckRun[]> => latestCheckRuns(database.plain).then((runs) => runs.filter(({ kind }) => kind !== 'disk'), () => [])

const listenSecurely = (server: SecureServer, port: number, host: string): Promise<void> => new Promise((resolve, reject) => {
  server.once('error', reject)
  server.listen(port, host, resolve)
})

/** One page for every address outside /api; files carry their hash in the name and may be kept for a year. */
async function addPages(server: FastifyInstance, folder: string): Promise<void> {
  await server.register(fastifyStatic, {
    root: folder, wildcard: false, index: false, preCompressed: true,
    setHeaders: (reply, file) => {
      void reply.header('cache-control', file.includes(`${path.sep}assets${path.sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  server.get('/*', async (request, reply) => {
    if (request.url.startsWith('/api/')) throw new RefusedError(new Refusal('platform.not-found', { what: 'address' }), 404)
    return reply.sendFile('index.html')
  })
}
