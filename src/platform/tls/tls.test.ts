import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request as plainRequest, type IncomingHttpHeaders } from 'node:http'
import { request as secureRequest } from 'node:https'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { openDoors, type Doors } from './doors.ts'
import { localCertificate, serialOf } from './local-authority.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'gangwei-tls-'))
const now = new Date()
const names = ['localhost', '127.0.0.1', 'store.example']
let doors: Doors | null = null
afterEach(() => { doors?.plain.close(); doors?.secure?.close() })
afterAll(() => rmSync(folder, { recursive: true }))

async function open(authority: boolean): Promise<{ plain: number; secure: number }> {
  const { authority: root, ...certificate } = localCertificate(folder, names, now)
  doors = openDoors((_request, response) => response.end('the product'), { certificate, authority: authority ? root : null, port: 8443 })
  const portOf = async (server: NonNullable<Doors['secure']> | Doors['plain']): Promise<number> => {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    return typeof address === 'object' && address !== null ? address.port : 0
  }
  return { plain: await portOf(doors.plain), secure: doors.secure === null ? 0 : await portOf(doors.secure) }
}

type Answer = { status: number; headers: IncomingHttpHeaders; text: string }

const ask = (send: typeof plainRequest, port: number, host: string, place: string, more: object = {}): Promise<Answer> => new Promise((resolve, reject) => {
  send({ host: '127.0.0.1', port, path: place, agent: false, ...more, headers: { host, accept: 'text/html' } }, (response) => {
    let text = ''
    response.on('data', (chunk: Buffer) => { text += chunk.toString() })
    response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
  }).on('error', reject).end()
})

test('a device that trusts the authority gets in by name and by address, a stranger does not', async () => {
  const { secure } = await open(true)
  const ca = readFileSync(path.join(folder, 'authority.crt'))
  for (const servername of ['store.example', 'localhost']) expect((await ask(secureRequest, secure, servername, '/', { ca, servername })).text).toBe('the product')
  await expect(ask(secureRequest, secure, 'localhost', '/', { servername: 'localhost' })).rejects.toThrow(/certificate/)
  await expect(ask(secureRequest, secure, 'elsewhere.example', '/', { ca, servername: 'elsewhere.example' })).rejects.toThrow(/does not match/)
})

test('a serial number is positive and unpadded, whatever chance gives', () => {
  for (const byte of [0x00, 0x01, 0x7f, 0x80, 0xff]) expect(serialOf(Buffer.alloc(16, byte))).toMatch(/^4[\da-f]{31}$/)
})

test('the certificate is kept, made anew for a new name and before it ends, always by the same authority', () => {
  const first = localCertificate(folder, names, now)
  expect(localCertificate(folder, names, now)).toEqual(first)
  const wider = localCertificate(folder, [...names, 'second.example'], now)
  expect(wider.cert).not.toBe(first.cert)
  const later = localCertificate(folder, names, new Date(now.getTime() + 380 * 86_400_000))
  expect(later.cert).not.toBe(wider.cert)
  expect(later.authority).toBe(first.authority)
})

test('plain http serves this machine; others are led to the page of trust, and what would act is refused', async () => {
  const { plain } = await open(true)
  expect((await ask(plainRequest, plain, 'localhost:8080', '/')).text).toBe('the product')
  expect((await ask(plainRequest, plain, '192.168.1.9:8080', '/ready')).text).toBe('the product')
  const led = await ask(plainRequest, plain, '192.168.1.9:8080', '/orders')
  expect([led.status, led.headers.location]).toEqual([307, 'http://192.168.1.9:8080/trust'])
  expect((await ask(plainRequest, plain, '192.168.1.9:8080', '/trust')).text).toContain('href="https://192.168.1.9:8443/"')
  expect((await ask(plainRequest, plain, '192.168.1.9:8080', '/trust/authority.crt')).text).toContain('BEGIN CERTIFICATE')
  expect((await ask(plainRequest, plain, '192.168.1.9:8080', '/api/session', { method: 'POST' })).status).toBe(403)
  expect((await ask(plainRequest, plain, '"><script>', '/trust')).text).not.toContain('<script>')
})

test('with a certificate the world knows, others are led to https at once', async () => {
  const { plain } = await open(false)
  const led = await ask(plainRequest, plain, 'store.example:8080', '/orders?x=1')
  expect([led.status, led.headers.location]).toEqual([307, 'https://store.example:8443/orders?x=1'])
})
