import { Refusal } from '../../../kernel/refusal.ts'

export const robotKinds = ['wecom', 'dingtalk', 'feishu'] as const
export type RobotKind = (typeof robotKinds)[number]

/** What goes into the group: a title, its lines, and the page to open. */
export type Words = { readonly title: string; readonly lines: readonly string[]; readonly link: string | null }

/** WeCom takes 2,048 bytes of text, and a Chinese character is three: what is longer is counted instead of shown. */
const mostCharacters = 560

export function textOf({ title, lines, link }: Words, more: (count: number) => string): string {
  const shown: string[] = []
  let left = mostCharacters - title.length - (link?.length ?? 0)
  for (const line of lines) {
    if (line.length > left) break
    shown.push(line)
    left -= line.length
  }
  const hidden = lines.length - shown.length
  return [title, ...shown, ...(hidden > 0 ? [more(hidden)] : []), ...(link === null ? [] : [link])].join('\n')
}

export type Signing = { readonly timestamp: string; readonly sign: string }

/** The message as each of them takes it. DingTalk reads the signature from the address, Feishu from the body, WeCom has none: its address is the secret. */
export function robotRequest(kind: RobotKind, address: string, text: string, signing: Signing | null): { readonly address: string; readonly body: Readonly<Record<string, unknown>> } {
  if (kind === 'feishu') return { address, body: { ...signing, msg_type: 'text', content: { text } } }
  const body = { msgtype: 'text', text: { content: text } }
  if (kind === 'wecom' || signing === null) return { address, body }
  return { address: `${address}${address.includes('?') ? '&' : '?'}timestamp=${signing.timestamp}&sign=${encodeURIComponent(signing.sign)}`, body }
}

/** Null means that it is in the group. They answer 200 to what they did not take, with the reason in the body: errcode (WeCom, DingTalk), code or StatusCode (Feishu). */
export function whyNotTaken(status: number, body: unknown): string | null {
  if (status < 200 || status > 299) return `HTTP ${String(status)}`
  const said = typeof body === 'object' && body !== null ? body as Readonly<Record<string, unknown>> : {}
  const code = said['errcode'] ?? said['code'] ?? said['StatusCode']
  if (code === 0) return null
  const words = said['errmsg'] ?? said['msg'] ?? said['StatusMessage']
  return `${typeof code === 'number' || typeof code === 'string' ? `code ${String(code)}` : 'no result in the answer'}${typeof words === 'string' ? `: ${words}` : ''}`.slice(0, 200)
}

/** What the robot's signature covers: DingTalk signs with milliseconds, Feishu with seconds and the other way round. */
export const timestampOf = (kind: RobotKind, now: Date): string => String(kind === 'feishu' ? Math.floor(now.getTime() / 1_000) : now.getTime())

const outside = /^(0|10|127|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])|169\.254|172\.(1[6-9]|2\d|3[01])|192\.0\.0|192\.168|198\.1[89]|22[4-9]|2[34]\d|25[0-5])\./

/** Whether a number belongs to this machine, to a network of its own, or to nobody: what a robot's address must never reach (server-side request forgery). */
export function isPrivateAddress(address: string): boolean {
  const plain = address.toLowerCase()
  const mapped = /^::(?:ffff:)?(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1]
  if (mapped !== undefined) return isPrivateAddress(mapped)
  return plain.includes(':') ? !/^[23][0-9a-f]{3}:/.test(plain) || plain.startsWith('2001:db8:') || plain.startsWith('2002:') : outside.test(`${plain}.`)
}

export type AddressParts = { readonly protocol: string; readonly hostname: string; readonly userInfo: boolean }

/** Null means a robot may be reached there; `local` is the setting for a receiver in the house. What its name resolves to is asked again at each sending. */
export function whyNotAddress(parts: AddressParts | null, local: boolean): Refusal | null {
  if (parts === null || parts.userInfo || !['https:', 'http:'].includes(parts.protocol)) return new Refusal('notices.not-an-address')
  if (local) return null
  if (parts.protocol !== 'https:') return new Refusal('notices.address-not-https')
  const host = parts.hostname.replace(/^\[|\]$/g, '')
  const isNumber = host.includes(':') || /^[\d.]+$/.test(host)
  return host === 'localhost' || !(host.includes('.') || host.includes(':')) || (isNumber && isPrivateAddress(host)) ? new Refusal('notices.address-not-public') : null
}
