import type { z } from 'zod'
import type { PermissionEntry } from '../kernel/permissions.ts'

/** Who may call: a right; anybody signed in (own session, own language); or anyone (log-in page). */
export type Needs = PermissionEntry | 'signed-in' | 'anyone'

type Shape = z.ZodType

/**
 * A route is declared once; server, client, OpenAPI document and roles page are made from it. GET reads; POST is a deed and
 * takes an Idempotency-Key. Bodies and answers are JSON, apart from files that come in (`upload`) or go out (`gives: file`).
 */
export type Route<Params extends Shape = Shape, Query extends Shape = Shape, Body extends Shape = Shape, Answer extends Shape = Shape> = {
  readonly does: string
  readonly method: 'GET' | 'POST'
  /** Below /api, e.g. `/repair-orders/:orderId/lines`. */
  readonly path: string
  readonly needs: Needs
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  /** The body is a file's content (application/octet-stream) of at most so many bytes, instead of JSON. */
  readonly upload?: { readonly mostBytes: number }
  readonly gives: Answer
  /** A heavy reading over many records, whose answer is as good when it is some seconds old: a read replica may give it, never one older than the reader's own last deed. */
  readonly mayLag?: true
  /** Codes of refusals that belong to the deed itself; each has a sentence in both languages. */
  readonly refuses?: readonly string[]
}

export const route = <Params extends Shape = z.ZodUndefined, Query extends Shape = z.ZodUndefined, Body extends Shape = z.ZodUndefined, Answer extends Shape = Shape>(
  declared: Route<Params, Query, Body, Answer>): Route<Params, Query, Body, Answer> => declared

/** What a handler gets: checked by the contract's schemas. */
export type InputOf<R> = R extends Route<infer P, infer Q, infer B, infer _A>
  ? { params: z.output<P>; query: z.output<Q>; body: z.output<B> } : never

/** What a caller gives; a part that the route does not have may be left out. */
export type CallOf<R> = R extends Route<infer P, infer Q, infer B, infer _A>
  ? Part<'params', z.input<P>> & Part<'query', z.input<Q>> & Part<'body', z.input<B>> : never

type Part<Name extends string, Value> = undefined extends Value ? { readonly [K in Name]?: Value } : { readonly [K in Name]: Value }

export type AnswerOf<R> = R extends Route<infer _P, infer _Q, infer _B, infer A> ? z.output<A> : never
