import pg from 'pg'
import type { Document, Documented, Sending } from '../../src/app/testing/example-calls.ts'
import type { Product } from '../../src/app/testing/product.ts'
import { embeddedSuperuser } from '../../src/platform/embedded-postgres.ts'
import type { Schema } from '../../src/app/testing/samples.ts'
import { askPatiently, type Asked, type Reply } from './wire.ts'

export type Operation = {
  /** `POST /customers/:customerId/consent`, as examples and audit name it. */
  readonly name: string; readonly method: 'GET' | 'POST'; /** `/api/customers/{customerId}/consent` */ readonly path: string
  readonly needs: string; readonly documented: Documented; readonly schema: Schema | null; readonly uploads: boolean; readonly gives: string
}

/** The product under attack, its document, and the valid call of each operation as it was made. */
export type Target = {
  readonly product: Product
  readonly document: Document
  readonly operations: readonly Operation[]
  readonly valid: Map<string, Sending>
  /** Of those valid calls, the ones that the product granted. */
  readonly granted: Set<string>
  ask(asked: Asked): Promise<Reply>
  sql<Row extends pg.QueryResultRow>(query: string, values?: unknown[]): Promise<Row[]>
  close(): Promise<void>
}

export async function targetOf(product: Product): Promise<Target> {
  const document = await fetch(`${product.url}/openapi.json`).then((answer) => answer.json()) as Document
  const owner = new pg.Client({ host: product.databaseFolder, port: 5432, user: embeddedSuperuser, database: 'gangwei' })
  await owner.connect()
  return {
    product, document, operations: operationsOf(document), valid: new Map(), granted: new Set(), ask: (asked) => askPatiently(product.url, asked),
    sql: async <Row extends pg.QueryResultRow>(query: string, values: unknown[] = []) => (await owner.query<Row>(query, values)).rows, close: () => owner.end(),
  }
}

const operationsOf = ({ paths }: Document): Operation[] => Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, documented]) => {
  const content = documented.requestBody?.content ?? {}
  return {
    name: `${method.toUpperCase()} ${path.replace('/api', '').replace(/\{(\w+)\}/g, ':$1')}`, method: method === 'get' ? 'GET' as const : 'POST' as const, path, documented,
    needs: documented['x-permission'], schema: (content['application/json'] as { schema?: Schema } | undefined)?.schema ?? null,
    uploads: 'application/octet-stream' in content, gives: Object.keys(documented.responses['200'].content)[0] ?? '',
  }
}))

/** Path and query of the valid call. */
export const addressOf = (target: Target, { address }: Sending): string => address.slice(target.product.url.length)

/** Rows of every table, by name; what the product keeps about who is signed in, and what runs by itself, is left out. */
export async function rowCounts(target: Target): Promise<ReadonlyMap<string, number>> {
  const tables = await target.sql<{ name: string; table: string }>(`
    select n.nspname || '.' || c.relname as name, format('%I.%I', n.nspname, c.relname) as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and not c.relispartition and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema' order by 1`)
  const [row] = await target.sql<Record<string, string>>(`select ${tables.map(({ name, table }) => `(select count(*) from ${table})::text as "${name}"`).join(', ')}`)
  return new Map(Object.entries(row ?? {}).filter(([name]) => !runsByItself.test(name)).map(([name, count]) => [name, Number(count)]))
}
/** Seals of the audit chain, sessions and attempts, and the jobs that look round by the clock, with their keys. */
const runsByItself = /^(platform\.(audit|audit_block|audit_unsealed|outbox|idempotency|check_run)|organisation\.(session|sign_in_attempt)|notices\.|duties\.|assurance\.|stock_health\.)/

export const changesBetween = (before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): string[] =>
  [...after].filter(([name, count]) => before.get(name) !== count).map(([name, count]) => `${name}: ${String(before.get(name))} → ${String(count)} rows`)
