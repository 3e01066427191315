import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https'
import { trustPage, trustStyle } from './trust-page.ts'
import type { Certificate } from './local-authority.ts'

/** The second door: https beside http. `authority` is the PEM to offer for trust, null for a certificate the world knows. */
export type SecureDoor = { readonly certificate: Certificate; readonly authority: string | null; readonly port: number }

const hostOf = (request: IncomingMessage): string => (request.headers.host ?? '').replace(/:\d+$/, '')
const isOwnMachine = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(host)
const isHealth = (url: string): boolean => ['/live', '/ready', '/metrics'].includes(url)
const fits = (host: string): boolean => /^[\w.-]{1,253}$|^\[[\da-f:]{2,45}\]$/i.test(host)

const send = (response: ServerResponse, status: number, type: string, body: string, more: Record<string, string> = {}): void => {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...more }).end(body)
}

function offerTrust(door: SecureDoor, request: IncomingMessage, response: ServerResponse): boolean {
  if (door.authority === null || request.method !== 'GET') return false
  const host = hostOf(request)
  if (request.url === '/trust') {
    send(response, 200, 'text/html; charset=utf-8', trustPage(`https://${fits(host) ? host : 'localhost'}:${String(door.port)}/`), { 'content-security-policy': "default-src 'none'; style-src 'self'" })
  } else if (request.url === '/trust/style.css') send(response, 200, 'text/css; charset=utf-8', trustStyle)
  else if (request.url === '/trust/authority.crt') {
    send(response, 200, 'application/x-x509-ca-cert', door.authority, { 'content-disposition': 'attachment; filename="authority.crt"' })
  } else return false
  return true
}

/**
 * Plain http serves this machine alone (and the health addresses); every other host is led to https: to the page of trust first when
 * the store's own authority signed, because a device that does not know it yet would only see a warning.
 */
export function plainDoor(door: SecureDoor, handle: RequestListener): RequestListener {
  return (request, response) => {
    if (offerTrust(door, request, response)) return
    const host = hostOf(request)
    if (isOwnMachine(host) || isHealth(request.url ?? '')) return handle(request, response)
    if (!fits(host) || (request.method !== 'GET' && request.method !== 'HEAD')) return send(response, 403, 'text/plain; charset=utf-8', 'https only\n')
    const page = (request.headers.accept ?? '').includes('text/html') && door.authority !== null
    send(response, 307, 'text/plain; charset=utf-8', '', { location: page ? `http://${request.headers.host ?? host}/trust` : `https://${host}:${String(door.port)}${request.url ?? '/'}` })
  }
}

export type Doors = { readonly plain: ReturnType<typeof createServer>; readonly secure: SecureServer | null }

/** The servers behind one handler. Limits of time stand on both. */
export function openDoors(handle: RequestListener, door: SecureDoor | null): Doors {
  const limits = { requestTimeout: 30_000, headersTimeout: 30_000, keepAliveTimeout: 75_000 } // longer than a proxy keeps a silent connection, or it asks into one that just closed
  if (door === null) return { plain: createServer(limits, handle), secure: null }
  const secure = createSecureServer({ ...limits, cert: door.certificate.cert, key: door.certificate.key, minVersion: 'TLSv1.2' }, (request, response) => {
    if (!offerTrust(door, request, response)) handle(request, response)
  })
  return { plain: createServer(limits, plainDoor(door, handle)), secure }
}
