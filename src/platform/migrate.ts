import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'

export type Migration = { readonly name: string; readonly text: string; readonly hash: string }

export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder).filter((file) => /^\d{4}-[a-z0-9-]+\.sql$/.test(file)).toSorted().map((file) => {
    const text = readFileSync(path.join(folder, file), 'utf8')
    return { name: file.slice(0, -4), text, hash: createHash('sha256').update(text).digest('hex') }
  })
}

/** The role that the application works as: owns nothing, cannot skip row security. */
export const appRole = 'gangwei_app'

const ground = `
  do $$ begin
    if not exists (select from pg_roles where rolname = '${appRole}') then
      create role ${appRole} login nosuperuser nocreatedb nocreaterole noinherit nobypassrls;
    end if;
  end $$;
  create schema if not exists platform;
  create table if not exists platform.migration (
    name text primary key, hash text not null, at timestamptz not null default now());`

const waitForOthers = "select pg_advisory_xact_lock(hashtext('gangwei.migrate'))"

/**
 * Runs what has not run, each in its own transaction, in order. Two migrators wait for each other (a lock of the transaction: one of the session
 * would stay with a pooler's connection); one killed half way has changed nothing of the step it was in. A released migration that was edited is refused by name.
 */
export async function migrate(connection: pg.ClientConfig, migrations: readonly Migration[], onDone: (name: string) => void = () => {}): Promise<string[]> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query(`begin; ${waitForOthers}; ${ground} commit`)
    const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from platform.migration')
    const done = new Map(rows.map((row) => [row.name, row.hash]))
    const ran: string[] = []
    for (const { name, text, hash } of migrations) {
      const before = done.get(name)
      if (before !== undefined && before !== hash) throw new Error(`Migration ${name} was changed after it ran. Write a new one instead.`)
      if (before !== undefined) continue
      if (!await runOne(client, name, text, hash)) continue
      onDone(name)
      ran.push(name)
    }
    return ran
  } finally {
    await client.end()
  }
}

/** Whether there is data (some migration ran before) that a migration is about to touch: the moment for a backup. */
export async function isAboutToChange(connection: pg.ClientConfig, migrations: readonly Migration[]): Promise<boolean> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    const { rows: [table] } = await client.query<{ there: boolean }>("select to_regclass('platform.migration') is not null as there")
    if (table?.there !== true) return false
    const { rows } = await client.query<{ name: string }>('select name from platform.migration')
    const done = new Set(rows.map(({ name }) => name))
    return done.size > 0 && migrations.some(({ name }) => !done.has(name))
  } finally {
    await client.end()
  }
}

/** False when another migrator ran it while we waited. */
async function runOne(client: pg.Client, name: string, text: string, hash: string): Promise<boolean> {
  await client.query('begin')
  try {
    await client.query(waitForOthers)
    const { rowCount } = await client.query('select from platform.migration where name = $1', [name])
    if (rowCount === 1) {
      await client.query('rollback')
      return false
    }
    await client.query("set local lock_timeout = '5s'")
    await client.query(text)
    await client.query('insert into platform.migration (name, hash) values ($1, $2)', [name, hash])
    await client.query('commit')
    return true
  } catch (cause) {
    await client.query('rollback')
    throw new Error(`Migration ${name} failed and changed nothing`, { cause })
  }
}
