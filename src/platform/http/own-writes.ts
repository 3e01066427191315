import type { FastifyReply, FastifyRequest } from 'fastify'
import { mostBehindMs } from '../replica.ts'

const name = 'gangwei-wrote'

/** Whoever did a deed reads nothing older than it, at whichever process: the browser carries the moment along until every replica that is read has passed it. */
export function noteOwnWrite(request: FastifyRequest, reply: FastifyReply, now: Date, secure: boolean): void {
  if (request.method !== 'POST' || reply.statusCode >= 400) return
  void reply.header('set-cookie', `${name}=${String(now.getTime())}; Max-Age=${String(mostBehindMs / 1_000 + 5)}; Path=/api; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`)
}

export function ownWriteOf(request: FastifyRequest): Date | null {
  const moment = new RegExp(`(?:^|; )${name}=(\\d{1,15})(?:;|$)`).exec(request.headers.cookie ?? '')?.[1]
  return moment === undefined ? null : new Date(Number(moment))
}
