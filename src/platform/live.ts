import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Actor } from '../kernel/actor.ts'
import type { News } from './deed.ts'

/** Open screens of a store hear which record changed and fetch it anew; a missed word only means an older screen. */
export type LiveHub = {
  /** News with an id is told once, however often it comes. */
  tell(storeId: string, news: readonly News[]): void
  /** Stores that somebody here has open. */
  storesOpen(): string[]
  openStreams(): number
  close(): void
}

type Listener = { readonly storeId: string; readonly send: (line: string) => void; readonly end: () => void }

/** A page reads before its line is open: for so long it may ask what was told meanwhile. */
const longestMissedMs = 30_000
const mostRecent = 2_000

export function makeLiveHub(now: () => number = () => performance.now()): LiveHub & { /** `missedMs`: what was told within it is told first, of each event the last. */ join(listener: Listener, missedMs?: number): () => void } {
  const listeners = new Set<Listener>()
  const recent: { readonly storeId: string; readonly at: number; readonly event: string; readonly line: string }[] = []
  const beat = setInterval(() => { for (const listener of listeners) listener.send(': beat\n\n') }, 25_000)
  beat.unref()
  const told = new Set<string>()
  const isNew = ({ id }: News): boolean => {
    if (id === undefined) return true
    if (told.has(id)) return false
    told.add(id)
    const [oldest] = told
    if (told.size > 20_000 && oldest !== undefined) told.delete(oldest)
    return true
  }
  return {
    tell: (storeId, news) => {
      for (const { event, subjectId, by = null } of news.filter(isNew)) {
        const line = `data: ${JSON.stringify({ event, subjectId, by })}\n\n`
        recent.push({ storeId, at: now(), event, line })
        if (recent.length > mostRecent) recent.shift()
        for (const listener of listeners) if (listener.storeId === storeId) listener.send(line)
      }
    },
    storesOpen: () => [...new Set([...listeners].map(({ storeId }) => storeId))],
    openStreams: () => listeners.size,
    join: (listener, missedMs = 0) => {
      const since = now() - Math.min(missedMs, longestMissedMs)
      const missed = recent.filter(({ storeId, at }) => storeId === listener.storeId && at >= since)
      for (const line of new Map(missed.map(({ event, line: each }) => [event, each])).values()) listener.send(line) // a page asks anew once for each kind, not for each car
      listeners.add(listener)
      return () => { listeners.delete(listener) }
    },
    close: () => {
      clearInterval(beat)
      for (const listener of listeners) listener.end()
    },
  }
}

/** GET /api/live: server-sent events of the active store; with `missed`, first those of the last so many milliseconds. */
export function addLiveRoute(server: FastifyInstance, hub: ReturnType<typeof makeLiveHub>, signedIn: (request: FastifyRequest) => Promise<Actor>): void {
  server.get('/api/live', async (request, reply) => {
    const actor = await signedIn(request)
    reply.hijack()
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
    reply.raw.write('retry: 2000\n\n')
    const { missed } = request.query as { missed?: unknown }
    const missedMs = typeof missed === 'string' && /^\d{1,9}$/.test(missed) ? Number(missed) : 0
    const leave = hub.join({ storeId: actor.storeId, send: (line) => reply.raw.write(line), end: () => reply.raw.end() }, missedMs)
    request.raw.on('close', leave)
  })
}
