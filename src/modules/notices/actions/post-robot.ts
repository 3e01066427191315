import { createHmac } from 'node:crypto'
import { lookup, type LookupAddress } from 'node:dns'
import { request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import type { LookupFunction } from 'node:net'
import { isPrivateAddress, robotRequest, timestampOf, whyNotAddress, whyNotTaken, type AddressParts, type RobotKind, type Signing } from '../domain/robot.ts'

const mostBytes = 20_000

export function partsOf(address: string): AddressParts | null {
  if (!URL.canParse(address)) return null
  const { protocol, hostname, username, password } = new URL(address)
  return { protocol, hostname, userInfo: username !== '' || password !== '' }
}

/**
 * The name is resolved and judged at the moment of connecting, and the connection goes to the very address that was judged: a name that points elsewhere a
 * moment later leads nowhere. Redirects are not followed.
 */
export const judged: LookupFunction = (hostname, options, answer) => {
  lookup(hostname, { ...options, all: true }, (failure, addresses: LookupAddress[] | undefined) => {
    const found = addresses ?? [] // nothing at all where the name is unknown
    const allowed = failure === null && found.length > 0 && found.every(({ address }) => !isPrivateAddress(address))
    const [first] = found
    if (!allowed || first === undefined) answer(failure ?? new Error(`${hostname} leads into a network of its own`), '', 4)
    else if (options.all === true) answer(null, found)
    else answer(null, first.address, first.family)
  })
}

export type RobotPost = { readonly id: string; readonly kind: RobotKind; readonly address: string; readonly secret: string; readonly text: string; readonly now: Date; readonly local: boolean; readonly patience: number }

function signed(kind: RobotKind, secret: string, now: Date): Signing | null {
  if (secret === '' || kind === 'wecom') return null
  const timestamp = timestampOf(kind, now)
  const words = `${timestamp}\n${secret}`
  return { timestamp, sign: kind === 'feishu' ? createHmac('sha256', words).digest('base64') : createHmac('sha256', secret).update(words).digest('base64') }
}

/** Null means that it is in the group; else why not, without the address, which is a secret. */
export async function postToRobot({ id, kind, address, secret, text, now, local, patience }: RobotPost): Promise<string | null> {
  const refusal = whyNotAddress(partsOf(address), local)
  if (refusal !== null) return refusal.code
  const { address: url, body } = robotRequest(kind, address, text, signed(kind, secret, now))
  try {
    const { status, said } = await post(url, JSON.stringify(body), { id, local, patience })
    return whyNotTaken(status, said)
  } catch (cause) {
    if (!(cause instanceof Error)) return 'failed'
    return cause.name === 'AbortError' ? `no answer in ${String(patience)} ms` : cause.message.replaceAll(address, '…').slice(0, 200)
  }
}

/** `id` is the same at every attempt: a receiver that keeps it can tell a repeated message. */
function post(url: string, body: string, { id, local, patience }: Pick<RobotPost, 'id' | 'local' | 'patience'>): Promise<{ status: number; said: unknown }> {
  return new Promise((resolve, reject) => {
    const ask = url.startsWith('https:') ? secureRequest : plainRequest
    const sending = ask(url, {
      method: 'POST', signal: AbortSignal.timeout(patience), agent: false, ...(local ? {} : { lookup: judged }),
      headers: { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body), 'idempotency-key': id },
    }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (piece: string) => { text += piece.slice(0, mostBytes - text.length) })
      answer.on('error', reject)
      answer.on('end', () => { resolve({ status: answer.statusCode ?? 0, said: parsed(text) }) })
    })
    sending.on('error', reject)
    sending.end(body)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
