import type { AnswerOf, CallOf, Route } from '../contract.ts'
import type { Problem } from '../http/problem.ts'
import { currentLanguage } from './language-choice.ts'
import { noteOutdated } from './outdated.ts'

/** The server's refusal, with the sentence in the person's language. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

/** The server could not be reached; whatever was typed is still on the screen. */
export class Unreachable extends Error {
  constructor() {
    super('unreachable')
    this.name = 'Unreachable'
  }
}

/** What every request of ours says: the language, and which contract the page was built from. */
export const ownHeaders = (): Record<string, string> => ({ 'accept-language': currentLanguage(), accept: 'application/json', 'gangwei-contract': document.documentElement.dataset['contract'] ?? '' })

export type Parts = { readonly params?: Readonly<Record<string, string>>; readonly query?: Readonly<Record<string, string | number | boolean | undefined>>; readonly body?: unknown }

/** Where a route is asked: its path filled in, below /api. */
export function addressOf(path: string, { params = {}, query = {} }: Parts): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams(Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])))
  return `/api${filled}${search.size > 0 ? `?${search.toString()}` : ''}`
}

export type CallOptions = {
  readonly signal?: AbortSignal | undefined
  /** Made by the caller before the first try, so that a second try of the same deed is harmless. */
  readonly key?: string
  /** The question outlives the page that asked it. */
  readonly keepalive?: boolean
}

/** Calls a route by its contract; the answer has the contract's type. */
export async function call<R extends Route>(route: R, parts: CallOf<R>, { signal, key, keepalive = false }: CallOptions = {}): Promise<AnswerOf<R>> {
  const given = parts as Parts
  const headers = ownHeaders()
  if (route.method === 'POST') headers['idempotency-key'] = key ?? crypto.randomUUID()
  if (given.body !== undefined) headers['content-type'] = 'application/json'
  let response: Response
  try {
    response = await fetch(addressOf(route.path, given), {
      method: route.method, headers, keepalive, signal: signal ?? null, ...(given.body === undefined ? {} : { body: JSON.stringify(given.body) }),
    })
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new Unreachable()
  }
  return await answerOf<R>(response)
}

async function answerOf<R extends Route>(response: Response): Promise<AnswerOf<R>> {
  if (!response.headers.get('content-type')?.includes('json')) throw new Unreachable()
  noteOutdated(response.status)
  const answer: unknown = await response.json()
  if (!response.ok) throw new ProblemError(answer as Problem)
  return answer as AnswerOf<R>
}

/** Sends a file's content to a route that takes one. */
export async function upload<R extends Route>(route: R, parts: CallOf<R>, content: Blob, key: string): Promise<AnswerOf<R>> {
  const headers = { ...ownHeaders(), 'idempotency-key': key, 'content-type': 'application/octet-stream' }
  const response = await fetch(addressOf(route.path, parts as Parts), { method: 'POST', headers, body: content }).catch(() => { throw new Unreachable() })
  return await answerOf<R>(response)
}

/** The address of a file, for a link that saves it; the language stands in the query. */
export const fileAddress = (route: Route, parts: Parts): string => addressOf(route.path, { ...parts, query: { ...parts.query, language: currentLanguage() } })

/** Opens a printed document in a tab of its own; the browser prints it. */
export function openPaper(route: Route, params: Readonly<Record<string, string>>): void {
  window.open(addressOf(route.path, { params, query: { language: currentLanguage() } }), '_blank', 'noopener')
}

/** Saves a file that the server gives out. */
export function saveFile(route: Route, parts: Parts): void {
  const link = document.createElement('a')
  link.href = fileAddress(route, parts)
  link.download = ''
  link.click()
}
