import { createHash } from 'node:crypto'
import type { Duplex } from 'node:stream'
import pg from 'pg'
import sql, { type Sql } from 'sql-template-tag'
import { found } from '../kernel/refusal.ts'

export { default as sql, empty, join, raw, type Sql } from 'sql-template-tag'

type Value = unknown

/** SQL as it is written, one question a call; `${…}` is always a bound value or a nested `sql` fragment. Columns arrive in camelCase. */
export type Queries = {
  all<Row>(strings: TemplateStringsArray, ...values: Value[]): Promise<Row[]>
  /** Exactly one row; none is a refusal 'not found'. */
  one<Row>(strings: TemplateStringsArray, ...values: Value[]): Promise<Row>
  maybe<Row>(strings: TemplateStringsArray, ...values: Value[]): Promise<Row | null>
  /** Rows changed. */
  run(strings: TemplateStringsArray, ...values: Value[]): Promise<number>
}

/**
 * A transaction; everything in it happens or nothing. Questions that do not need each other's answers are asked in one `Promise.all`: they leave
 * in one packet and are answered in the order asked, so a lock among them holds for those behind it. Where one is refused, the others' work ends with it.
 */
export type Tx = Queries & { readonly brand: 'tx' }

export type Database = {
  /**
   * Sees and writes only the rows of these stores (row security). Serialisation failures and deadlocks are tried three times. `last` is
   * the last statement, made from the answer: it travels together with the commit, and where it fails nothing has happened.
   */
  transaction<T>(storeIds: readonly string[], work: (tx: Tx) => Promise<T>, last?: (answer: T) => Sql): Promise<T>
  reading<T>(storeIds: readonly string[], work: (tx: Tx) => Promise<T>): Promise<T>
  /** Without a store: only tables that are not a store's (sessions, migrations). */
  readonly plain: Queries
  ping(): Promise<void>
  readonly pool: pg.Pool
  close(): Promise<void>
}

export type DatabaseSettings = {
  readonly connection: pg.PoolConfig
  readonly size?: number
  /** Milliseconds one question may take; 5,000 unless told. */
  readonly statementTimeout?: number
  /**
   * The connections are lent by a pooler, one transaction at a time: nothing may rest on the connection. Statements have no names (pgbouncer before
   * 1.21 knows none), and role and limits are set in every transaction, because a pooler takes them from no one's start of a connection.
   */
  readonly lentAs?: string
}

pg.types.setTypeParser(20, (text) => {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new RangeError(`bigint outside the safe range: ${text}`)
  return number
})
pg.types.setTypeParser(1082, (text) => text) // a calendar day has no zone: keep 'YYYY-MM-DD'

/** PostgreSQL parses and plans a named statement once per connection; the set of texts is bounded because values are bound. */
const names = new Map<string, string>()

function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  const name = createHash('sha1').update(text).digest('base64url').slice(0, 24)
  if (names.size < 2_000) names.set(text, name)
  return name
}

const camelNames = new Map<string, string>()

function camel(column: string): string {
  const known = camelNames.get(column)
  if (known !== undefined) return known
  const made = column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
  camelNames.set(column, made)
  return made
}

type Client = pg.Pool | pg.PoolClient

/** All that is sent before this turn ends leaves in one packet: a wake-up of the database for each question of a `Promise.all` would cost more than the questions. */
function together<T>(client: pg.PoolClient, sending: () => T): T {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Duplex } }).connection
  stream.cork()
  process.nextTick(() => stream.uncork())
  return sending()
}

async function send(client: Client, query: Sql, named: boolean): Promise<{ rows: Record<string, unknown>[]; count: number }> {
  const asked = { text: query.text, values: query.values, rowMode: 'array' as const, ...(named ? { name: nameOf(query.text) } : {}) }
  const ask = () => client.query<unknown[]>(asked)
  const result = await (client instanceof pg.Pool ? ask() : together(client, ask))
  const columns = result.fields.map((field) => camel(field.name))
  const rows = result.rows.map((cells) => Object.fromEntries(columns.map((column, index) => [column, cells[index]])))
  return { rows, count: result.rowCount ?? 0 }
}

function queriesOn(client: Client, named: boolean, isOver = (): boolean => false): Queries {
  const ask = async <Row>(strings: TemplateStringsArray, values: Value[]) => {
    if (isOver()) throw new Error('a question after its transaction ended') // its connection may be another's by now
    const { rows, count } = await send(client, sql(strings, ...values), named)
    return { rows: rows as Row[], count }
  }
  return {
    all: async <Row>(strings: TemplateStringsArray, ...values: Value[]) => (await ask<Row>(strings, values)).rows,
    one: async <Row>(strings: TemplateStringsArray, ...values: Value[]) => found((await ask<Row>(strings, values)).rows[0], 'row'),
    maybe: async <Row>(strings: TemplateStringsArray, ...values: Value[]) => (await ask<Row>(strings, values)).rows[0] ?? null,
    run: async (strings, ...values) => (await ask(strings, values)).count,
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** One round trip: BEGIN and the settings together. The ids are checked, because a simple query binds nothing. */
function opening(storeIds: readonly string[], readOnly: boolean, more: Readonly<Record<string, string>>): string {
  if (!storeIds.every((id) => uuid.test(id))) throw new RangeError('a store id is not a UUID')
  const settings = Object.entries({ ...more, 'app.store_ids': storeIds.join(',') })
  return `begin${readOnly ? ' read only' : ''}; select ${settings.map(([name, value]) => `set_config('${name}', '${value}', true)`).join(', ')}`
}

/** In a transaction that failed before, PostgreSQL answers a commit with a rollback and no error. */
async function committed(commit: Promise<pg.QueryResult>): Promise<void> {
  const { command } = await commit
  if (command !== 'COMMIT') throw new Error(`the transaction ended with ${command}`)
}

/** The last statement and the commit behind it: where the statement fails, the commit undoes everything, and the statement's failure is told. */
async function withCommit(client: pg.PoolClient, sendLast: () => Promise<unknown>): Promise<void> {
  const [statement, commit] = await Promise.allSettled(together(client, () => [sendLast(), client.query('commit')] as const))
  if (statement.status === 'rejected') throw statement.reason
  await committed(commit.status === 'rejected' ? Promise.reject(commit.reason) : Promise.resolve(commit.value))
}

const mayTryAgain = (cause: unknown): boolean => ['40001', '40P01'].includes(String((cause as { code?: unknown }).code))

export function connect({ connection, size = 10, lentAs, statementTimeout = 5_000 }: DatabaseSettings): Database {
  const limits = { statement_timeout: statementTimeout, lock_timeout: 2_000, idle_in_transaction_session_timeout: 30_000 }
  const named = lentAs === undefined
  const inEach = lentAs === undefined ? {} : { role: lentAs, ...Object.fromEntries(Object.entries(limits).map(([name, value]) => [name, String(value)])) }
  const pool = new pg.Pool({ ...connection, pipeline: true, max: size, connectionTimeoutMillis: 3_000, idleTimeoutMillis: 60_000, application_name: 'gangwei', ...(named ? limits : {}) })
  pool.on('error', () => {}) // an idle connection lost with its server: the next query reconnects or reports
  pool.on('connect', (client) => { client.on('error', () => {}) }) // one in use, lost between two questions, would end the process: the next question on it fails, and is answered

  const once = async <T>(storeIds: readonly string[], readOnly: boolean, work: (tx: Tx) => Promise<T>, last?: (answer: T) => Sql): Promise<T> => {
    const client = await pool.connect()
    let broken: Error | undefined
    let over = false
    try {
      const begun = together(client, () => client.query(opening(storeIds, readOnly, inEach)))
      begun.catch(() => {}) // awaited below; a question asked after a failed begin fails too
      const answer = await work({ ...queriesOn(client, named, () => over), brand: 'tx' })
      await begun
      over = true
      await (last === undefined ? committed(client.query('commit')) : withCommit(client, () => send(client, last(answer), named)))
      return answer
    } catch (cause) {
      over = true
      await client.query('rollback').catch((lost: unknown) => { broken = lost as Error })
      throw cause
    } finally {
      client.release(broken)
    }
  }
  const tried = async <T>(storeIds: readonly string[], readOnly: boolean, work: (tx: Tx) => Promise<T>, last?: (answer: T) => Sql): Promise<T> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await once(storeIds, readOnly, work, last)
      } catch (cause) {
        if (attempt === 3 || !mayTryAgain(cause)) throw cause
      }
    }
  }
  return {
    transaction: (storeIds, work, last) => tried(storeIds, false, work, last),
    reading: (storeIds, work) => tried(storeIds, true, work),
    plain: named ? queriesOn(pool, named) : {
      all: (strings, ...values) => once([], false, (tx) => tx.all(strings, ...values)),
      one: (strings, ...values) => once([], false, (tx) => tx.one(strings, ...values)),
      maybe: (strings, ...values) => once([], false, (tx) => tx.maybe(strings, ...values)),
      run: (strings, ...values) => once([], false, (tx) => tx.run(strings, ...values)),
    },
    ping: async () => { await pool.query('select 1') },
    pool,
    close: () => pool.end(),
  }
}
