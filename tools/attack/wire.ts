import { Agent, request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'

export type Asked = {
  readonly method: string; readonly path: string; readonly cookie?: string; readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** Another machine of the network: an address of the loopback's own. */
  readonly from?: string
}
/** Status 0: the connection broke or nothing came within half a minute. */
export type Reply = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string; readonly bytes: Buffer; readonly milliseconds: number }

const connections = new Agent({ keepAlive: true, maxSockets: 32 })
let keys = 0
export const newKey = (): string => `attack-key-${String(keys += 1)}`

/** As a browser does it: told to come again, it comes again. */
export async function askPatiently(url: string, asked: Asked, patience = 20): Promise<Reply> {
  const reply = await ask(url, asked)
  if (!isBusy(reply) || patience === 0) return reply
  await new Promise((resolve) => { setTimeout(resolve, 400) })
  return askPatiently(url, asked, patience - 1)
}

/** The address goes out as it is written: no `..` is taken out on the way. */
export async function ask(url: string, { method, path, cookie, headers, body, from }: Asked): Promise<Reply> {
  const began = performance.now()
  const { hostname, port } = new URL(url)
  const sent = {
    ...(method === 'GET' ? {} : { 'idempotency-key': newKey() }), ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
    ...(body instanceof Uint8Array ? { 'content-type': 'application/octet-stream' } : {}), ...(cookie === undefined ? {} : { cookie }), ...headers,
  }
  try {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const asked = request({ hostname, port, method, path, headers: sent, timeout: 30_000, ...(from === undefined ? { agent: connections } : { localAddress: from, agent: false }) }, resolve)
      asked.on('timeout', () => { asked.destroy(new Error('nothing within 30 s')) })
      asked.on('error', reject)
      asked.end(body)
    })
    const bytes = Buffer.concat(await answer.toArray() as Buffer[])
    return { status: answer.statusCode ?? 0, headers: answer.headers, bytes, text: bytes.toString(), milliseconds: performance.now() - began }
  } catch (cause) {
    const text = cause instanceof Error ? cause.message : String(cause)
    return { status: 0, headers: {}, bytes: Buffer.alloc(0), text, milliseconds: performance.now() - began }
  }
}

type Problem = { readonly code: string; readonly detail: string; readonly requestId: string }

export function jsonOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value as Record<string, unknown> : {}
  } catch {
    return {}
  }
}
/** The code of a problem; empty where there is none. */
export function codeOf({ text }: Pick<Reply, 'text'>): string {
  const { code } = jsonOf(text)
  return typeof code === 'string' ? code : ''
}

/** Refused for the moment, and told to come again: workbooks are written four at a time. */
export const isBusy = ({ status, headers }: Pick<Reply, 'status' | 'headers'>): boolean => status === 503 && headers['retry-after'] !== undefined

const inside = /node_modules|\bat [^ ]+ \(|\.ts:\d+|PostgresError|syntax error|pg_catalog|select .* from |violates|FST_ERR|ECONN|relation "|column "|duplicate key/i

/** Why an answer is not what every error must be (RFC 9457, a code, a request id, a sentence, nothing of what is inside); null where it is. */
export function whyNoProblem({ status, headers, text }: Reply): string | null {
  if (status < 400) return null
  if (status >= 500 && !isBusy({ status, headers })) return 'a mishap of ours'
  if (headers['content-type']?.startsWith('application/problem+json') !== true) return `not application/problem+json but ${String(headers['content-type'])}`
  const { code, detail, requestId } = jsonOf(text) as Partial<Problem>
  if (code === undefined || !/^[\w-]+(\.[\w-]+)+$/.test(code)) return 'no stable code'
  if (requestId === undefined || requestId === '') return 'no request id'
  if (detail === undefined || detail.length < 4 || detail === code || /\{\w+\}/.test(detail)) return 'no sentence'
  return inside.test(text) ? 'tells what is inside' : null
}
