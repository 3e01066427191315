import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Actor } from '../kernel/actor.ts'
import type { Announcement } from './deed.ts'

/** Open screens of a store hear which record changed and fetch it anew; a missed word only means an older screen. */
export type LiveHub = {
  tell(storeId: string, news: readonly Announcement[]): void
  openStreams(): number
  close(): void
}

export function makeLiveHub(): LiveHub & { join(storeId: string, send: (line: string) => void, end: () => void): () => void } {
  const listeners = new Set<{ storeId: string; send: (line: string) => void; end: () => void }>()
  const beat = setInterval(() => { for (const listener of listeners) listener.send(': beat\n\n') }, 25_000)
  beat.unref()
  return {
    tell: (storeId, news) => {
      for (const { event, subjectId } of news) {
        const line = `data: ${JSON.stringify({ event, subjectId })}\n\n`
        for (const listener of listeners) if (listener.storeId === storeId) listener.send(line)
      }
    },
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
