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

export function makeLiveHub(): LiveHub & { join(storeId: string, send: (line: string) => void, end: () => void): () => void } {
  const listeners = new Set<{ storeId: string; send: (line: string) => void; end: () => void }>()
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
        for (const listener of listeners) if (listener.storeId === storeId) listener.send(line)
      }
    },
    storesOpen: () => [...new Set([...listeners].map(({ storeId }) => storeId))],
    openStreams: () => listeners.size,
    join: (storeId, send, end) => {
      const listener = { storeId, send, end }
      listeners.add(listener)
      return () => { listeners.delete(listener) }
    },
    close: () => {
      clearInterval(beat)
      for (const listener of listeners) listener.end()
    },
  }
}

/** GET /api/live: server-sent events of the active store. */
export function addLiveRoute(server: FastifyInstance, hub: ReturnType<typeof makeLiveHub>, signedIn: (request: FastifyRequest) => Promise<Actor>): void {
  server.get('/api/live', async (request, reply) => {
    const actor = await signedIn(request)
    reply.hijack()
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
    reply.raw.write('retry: 2000\n\n')
    const leave = hub.join(actor.storeId, (line) => reply.raw.write(line), () => reply.raw.end())
    request.raw.on('close', leave)
  })
}
