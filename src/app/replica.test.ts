import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidv7 } from '../kernel/ids.ts'
import { connect, type Database } from '../platform/database.ts'
import { embeddedSuperuser, startEmbeddedPostgres, type EmbeddedPostgres } from '../platform/embedded-postgres.ts'
import { appRole, migrate, readMigrations } from '../platform/migrate.ts'
import { mostBehindMs, readBeside, type Lagging } from '../platform/replica.ts'
import { chanceFrom } from './demo/chance.ts'
import { createDatabase, migrationsFolder } from './store-database.ts'
import { until } from './testing/product.ts'
import { startReplicaOf } from './testing/replica.ts'

// A primary and its streaming replica, both real: what may lag is read at the replica while it answers and is young enough.
const folder = mkdtempSync(path.join(tmpdir(), 'gangwei-replica-'))
chmodSync(folder, 0o755) // as root, the database runs as another user and must get in
const settings = { fsync: 'off' }
const bytes = chanceFrom(7).bytes
const [storeId, otherStoreId] = [0, 1].map(() => uuidv7(new Date(0), bytes)) as [string, string]

let now = Date.parse('2026-11-23T02:00:00Z')
const clock = { now: () => new Date(now) }
let primary: EmbeddedPostgres, replica: EmbeddedPostgres, database: Database, lagging: Lagging

const asOwner = async (server: EmbeddedPostgres, statement: string): Promise<void> => {
  const client = new pg.Client({ host: server.socketFolder, port: server.port, user: embeddedSuperuser, database: 'gangwei' })
  await client.connect()
  await client.query(statement)
  await client.end()
}
const asApp = ({ socketFolder: host, port }: EmbeddedPostgres): Database => connect({ connection: { host, port, user: appRole, database: 'gangwei' }, size: 2 })

beforeAll(async () => {
  const [from, to] = [path.join(folder, 'primary'), path.join(folder, 'replica')] as const
  primary = await startEmbeddedPostgres(from, settings)
  const owner = { host: primary.socketFolder, port: primary.port, user: embeddedSuperuser }
  await createDatabase(owner)
  await migrate({ ...owner, database: 'gangwei' }, readMigrations(migrationsFolder))
  replica = await startReplicaOf(primary, { from, to, settings })
  database = asApp(primary)
  lagging = readBeside({ primary: database, replica: asApp(replica), clock, everyMs: 3_600_000 })
}, 60_000)

afterAll(async () => {
  await lagging.close()
  await database.close()
  await replica.stop()
  await primary.stop()
  rmSync(folder, { recursive: true, force: true })
})

const write = async (event: string): Promise<void> => {
  await database.transaction([storeId], (tx) => tx.run`
    insert into platform.outbox (store_id, id, at, event, subject_id, facts) values (${storeId}, ${uuidv7(clock.now(), bytes)}, ${clock.now()}, ${event}, ${storeId}, '{}')`)
}
const read = (of = storeId, wroteAt: Date | null = null) => lagging.reading([of], wroteAt, async (tx) => {
  const { role, copy } = await tx.one<{ role: string; copy: boolean }>`select current_user::text as role, pg_is_in_recovery() as copy`
  const rows = await tx.all<{ event: string }>`select event from platform.outbox order by id`
  return { role, copy, events: rows.map(({ event }) => event) }
})
/** The second after: a new mark, which the replica has played or not. */
const look = async (): Promise<void> => { now += 1_000; await lagging.look() }
const untilAtReplica = (): Promise<boolean> => until(10_000, async () => { await look(); return (await read()).answer.copy })

test('before anybody looked the primary answers; then the replica, with its moment, and with the same rights', async () => {
  await write('first')
  expect(await read()).toEqual({ answer: { role: appRole, copy: false, events: ['first'] }, asOf: null })
  expect(await untilAtReplica()).toBe(true)
  expect(await until(10_000, async () => { await look(); return (await read()).answer.events.length === 1 })).toBe(true)
  expect(await read()).toEqual({ answer: { role: appRole, copy: true, events: ['first'] }, asOf: clock.now() })
  expect((await read(otherStoreId)).answer).toEqual({ role: appRole, copy: true, events: [] })
})

test('whoever has just written reads the primary until the replica has passed his deed', async () => {
  expect(await untilAtReplica()).toBe(true)
  const wroteAt = clock.now()
  expect((await read(storeId, wroteAt)).answer.copy).toBe(false)
  expect(await until(10_000, async () => { await look(); return (await read(storeId, wroteAt)).answer.copy })).toBe(true)
})

test('a replica whose replay is paused is read while it is young, and not after 15 s', async () => {
  expect(await untilAtReplica()).toBe(true)
  await asOwner(replica, 'select pg_wal_replay_pause()')
  expect(await until(10_000, async () => { // a pause that was asked for begins with the next record
    await write('late')
    await look()
    const { asOf } = await read()
    return asOf !== null && asOf < clock.now()
  })).toBe(true)
  const { answer, asOf } = await read()
  expect(answer.copy).toBe(true)
  now = (asOf ?? clock.now()).getTime() + mostBehindMs
  expect((await read()).answer.copy).toBe(true)
  now += 1
  await lagging.look()
  const late = await read()
  expect([late.answer.copy, late.asOf, late.answer.events.at(-1)]).toEqual([false, null, 'late'])
  await asOwner(replica, 'select pg_wal_replay_resume()')
  expect(await untilAtReplica()).toBe(true)
})

test('a replica that is gone is missed by nobody', async () => {
  expect(await untilAtReplica()).toBe(true)
  await replica.stop()
  const { answer, asOf } = await read()
  expect([answer.copy, asOf]).toEqual([false, null])
  await look()
  expect((await read()).answer.copy).toBe(false)
})
