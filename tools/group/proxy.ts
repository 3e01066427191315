import { Agent, createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

/** Where a web process listens, on this machine. */
export type Target = { readonly port: number; ready: boolean }

export type Proxy = { readonly server: Server; close(): Promise<void> }

const lookEveryMs = 250
const hopByHop = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade'])

const passedOn = (headers: IncomingMessage['headers']): IncomingMessage['headers'] => Object.fromEntries(Object.entries(headers).filter(([name]) => !hopByHop.has(name)))

const asksReady = (port: number): Promise<boolean> => fetch(`http://127.0.0.1:${String(port)}/ready`, { signal: AbortSignal.timeout(2_000) }).then(({ status }) => status === 200, () => false)

/** A broken question may be asked again elsewhere when it changes nothing, never arrived, or carries the key that makes a repetition harmless. */
const mayAskAgain = (incoming: IncomingMessage, cause: NodeJS.ErrnoException): boolean =>
  incoming.method === 'GET' || cause.code === 'ECONNREFUSED' || incoming.headers['idempotency-key'] !== undefined

/**
 * One address before several web processes, each in its turn; one whose /ready does not say 200 gets nothing new. Answers are passed on as
 * they come, so the live stream stays open. A small stand-in for nginx or a cloud's balancer, so that a group runs on one machine with one command.
 */
export function startProxy(targets: readonly Target[]): Proxy {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 })
  let turn = 0
  const next = (tried: readonly Target[]): Target | undefined => {
    turn += 1
    const able = targets.filter((target) => target.ready && !tried.includes(target))
    return able[turn % Math.max(1, able.length)]
  }
  const answer = (incoming: IncomingMessage, body: Buffer, outgoing: ServerResponse, tried: readonly Target[]): void => {
    const target = next(tried)
    if (target === undefined) {
      outgoing.writeHead(503, { 'retry-after': '1', 'content-type': 'text/plain' }).end('no web process is ready')
      return
    }
    const asked = request({ host: '127.0.0.1', port: target.port, method: incoming.method, path: incoming.url, headers: passedOn(incoming.headers), agent }, (answered) => {
      outgoing.writeHead(answered.statusCode ?? 502, passedOn(answered.headers))
      answered.on('error', () => outgoing.destroy())
      answered.pipe(outgoing)
    })
    asked.on('error', (cause: NodeJS.ErrnoException) => {
      if (outgoing.headersSent || outgoing.destroyed) outgoing.destroy()
      else if (mayAskAgain(incoming, cause)) answer(incoming, body, outgoing, [...tried, target])
      else outgoing.writeHead(502, { 'content-type': 'text/plain' }).end('the web process went away before it answered')
    })
    outgoing.on('close', () => { if (!outgoing.writableFinished) asked.destroy() })
    asked.end(body)
  }
  const server = createServer((incoming, outgoing) => {
    incoming.toArray().then((pieces: Buffer[]) => { answer(incoming, Buffer.concat(pieces), outgoing, []) }, () => outgoing.destroy())
  })
  const look = async (target: Target): Promise<void> => { target.ready = await asksReady(target.port) }
  const looking = targets.map((target) => setInterval(() => { void look(target) }, lookEveryMs))
  return {
    server,
    close: () => new Promise((resolve) => {
      looking.forEach(clearInterval)
      agent.destroy()
      server.close(() => { resolve() })
      server.closeAllConnections()
    }),
  }
}
