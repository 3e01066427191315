import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { connect, type Database } from './database.ts'
import { embeddedSuperuser } from './embedded-postgres.ts'
import { appRole } from './migrate.ts'
import { testDatabase, type TestDatabase } from './testing/test-database.ts'

// Behind a pooler the connection is the owner's and somebody else's in the next moment: all that protects stands in the transaction.
let base: TestDatabase
let lent: Database
const storeId = '00000000-0000-7000-8000-000000000001'
beforeAll(async () => {
  base = await testDatabase()
  const { rows: [row] } = await base.owner.query<{ name: string }>('select current_database() as name')
  lent = connect({ connection: { host: inject('socketFolder'), port: 5432, user: embeddedSuperuser, database: row?.name ?? '' }, size: 1, lentAs: appRole })
  await base.owner.query(`insert into platform.outbox (store_id, id, at, event, subject_id, facts) values ('${storeId}', '${storeId}', now(), 'test', '${storeId}', '{}')`)
})
afterAll(async () => { await lent.close(); await base.drop() })

test('role, limits and store hold in every transaction and every single question, and nothing of them stays with the connection', async () => {
  const wanted = { role: appRole, longest: '5s', lock: '2s', idle: '30s' }
  const look = (tx: Pick<Database['plain'], 'one'>) => tx.one<{ role: string; seen: number }>`
    select current_user::text as role, current_setting('statement_timeout') as longest, current_setting('lock_timeout') as lock,
      current_setting('idle_in_transaction_session_timeout') as idle, (select count(*)::int from platform.outbox) as seen`
  expect(await lent.reading([storeId], look)).toEqual({ ...wanted, seen: 1 })
  expect(await lent.transaction([], look)).toEqual({ ...wanted, seen: 0 })
  expect(await look(lent.plain)).toEqual({ ...wanted, seen: 0 })
  expect((await lent.pool.query<{ role: string; longest: string; statements: number }>(`
    select current_user::text as role, current_setting('statement_timeout') as longest, (select count(*)::int from pg_prepared_statements) as statements`)).rows).toEqual([{ role: embeddedSuperuser, longest: '0', statements: 0 }])
})

test('a single question may change, count, and find nothing', async () => {
  const token = 'x'.repeat(8)
  expect(await lent.plain.all`select 1 as one where ${token} = ''`).toEqual([])
  expect(await lent.plain.maybe`select 1 as one where ${token} = ''`).toBeNull()
  expect(await lent.plain.run`update platform.outbox set event = event`.catch((cause: unknown) => (cause as { code: string }).code)).toBe('42501')
})
