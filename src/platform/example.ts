import type { z } from 'zod'
import type { Route } from './contract.ts'

export type Operation = `${Route['method']} /${string}`

/** What of a call differs from the operation's own example; `after` takes the place of what stands there. */
type How = { readonly by?: string; readonly after?: readonly Call[]; readonly params?: Readonly<Record<string, unknown>>; readonly query?: Readonly<Record<string, unknown>>; readonly body?: Readonly<Record<string, unknown>> }
export type Call = How & { readonly operation: Operation }

/** Where a value comes from: the first that a JSONPath (RFC 9535) finds in the answer of another call, or the time of asking. */
export type Source =
  | Call & { readonly path: string; /** Of the text found there, what this expression matches. */ readonly match?: string; /** The code that an authenticator shows for the secret found there. */ readonly as?: 'totp' }
  | { /** The parameter of this name of the very same call. */ readonly own: string }
  | { readonly /** Days from today, in the store's time zone. */ day: number } | { readonly month: number } | { readonly minutes: number }

/** Ids, versions and days differ in every store: such a value of an example says where it is found. */
export type Reference = { readonly 'x-example-from': Source }

export const from = (operation: Operation, path: string, how: How & { readonly match?: string; readonly as?: 'totp' } = {}): Reference => ({ 'x-example-from': { operation, path, ...how } })
export const call = (operation: Operation, how: How = {}): Call => ({ operation, ...how })
export const own = (parameter: string): Reference => ({ 'x-example-from': { own: parameter } })
export const today = (day = 0): Reference => ({ 'x-example-from': { day } })
export const thisMonth = (month = 0): Reference => ({ 'x-example-from': { month } })
export const now = (minutes = 0): Reference => ({ 'x-example-from': { minutes } })

/** The smallest picture there is, where somebody signs. */
export const signature = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='

export const isReference = (value: unknown): value is Reference => typeof value === 'object' && value !== null && 'x-example-from' in value

type Open<T> = T extends string | number | boolean | null | undefined ? T | Reference : T extends readonly (infer Item)[] ? readonly Open<Item>[] : { readonly [K in keyof T]: Open<T[K]> }
type Part<Name extends string, Value> = undefined extends Value ? { readonly [K in Name]?: never } : Record<never, never> extends Value ? { readonly [K in Name]?: Open<Value> } : { readonly [K in Name]: Open<Value> }

/** A call that succeeds on the demo store as it stands after the first start. */
export type ExampleOf<R> = (R extends Route<infer P, infer Q, infer B, infer _A> ? Part<'params', z.input<P>> & Part<'query', z.input<Q>> & Part<'body', z.input<B>> : never) & {
  /** What must have happened before, beside what the values come from. */
  readonly after?: readonly Call[]
  /** The log-in of who asks; left out, it is the first position that has the right. */
  readonly by?: string
  /** What is sent where the body is a file. */
  readonly file?: { readonly encoding: 'utf-8' | 'base64'; readonly content: string }
  /** No demo store can grant this; it refuses with this code. */
  readonly refused?: string
}
export type Example = How & Pick<ExampleOf<Route>, 'file' | 'refused'>
export type Examples = ReadonlyMap<Route, Example>

type RouteName<Contract> = { [Name in keyof Contract]: Contract[Name] extends Route ? Name : never }[keyof Contract]
type Table<Contract> = { readonly [Name in RouteName<Contract> as Record<never, never> extends ExampleOf<Contract[Name]> ? never : Name]: ExampleOf<Contract[Name]> }
  & { readonly [Name in RouteName<Contract> as Record<never, never> extends ExampleOf<Contract[Name]> ? Name : never]?: ExampleOf<Contract[Name]> }

/** The examples of a module: it does not compile while a route that asks for something has none. They stand apart from the contract, which goes to the browser. */
export const examplesOf = <Contract extends object>(contract: Contract, table: Table<Contract>): readonly (readonly [Route, Example])[] =>
  Object.entries(table).map(([name, example]) => [contract[name as keyof Contract] as Route, example as Example])

const likes: readonly (readonly [name: RegExp, like: unknown])[] = [
  [/(version|moves)$/i, 1], [/(Fen|wanted|thousandths)$/i, 1_000], [/(day|since|On)$/, '2026-11-24'], [/(At|\.at|from|until)$/, '2026-11-24T09:00:00Z'], [/starts$/, '09:00'], [/move$/, 'before'],
  [/(plate|number|code|path|point|due|password|secret|codes\[\d\]|vin)$/i, '123456'],
]
const anId = '01a20a20-a213-7c0f-bb3e-fe7b917f2801'

/** What such a value looks like, by the name under which it is found. */
export function likeOf(source: Source): unknown {
  if ('day' in source) return '2026-11-24'
  if ('month' in source) return '2026-11'
  if ('minutes' in source) return '2026-11-24T09:00:00Z'
  if ('own' in source) return anId
  return likes.find(([name]) => name.test(source.path))?.[1] ?? anId
}

/** Where such a value comes from, in words. */
export function saysFrom(source: Source): string {
  if ('day' in source) return source.day === 0 ? 'Today' : `The day ${String(source.day)} days from today`
  if ('month' in source) return source.month === 0 ? 'This month' : `The month ${String(source.month)} months from this one`
  if ('minutes' in source) return `The moment ${String(source.minutes)} minutes from now`
  if ('own' in source) return `The same ${source.own}`
  return `${source.path} of the answer of ${source.operation}`
}
