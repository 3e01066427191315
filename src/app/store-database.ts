import path from 'node:path'
import pg from 'pg'
import { connect, type Database } from '../platform/database.ts'
import { embeddedSuperuser, placeOfData, startEmbeddedPostgres, type EmbeddedPostgres } from '../platform/embedded-postgres.ts'
import { appRole, isAboutToChange, migrate, readMigrations } from '../platform/migrate.ts'
import type { Settings } from '../platform/settings.ts'

/** The database as the product uses it: owner's way in for migrations, the powerless role for all work. */
export type StoreDatabase = {
  readonly where: string
  migrate(onDone?: (name: string) => void): Promise<string[]>
  /** Whether `migrate` is about to change a database that has data. */
  isAboutToChange(): Promise<boolean>
  /** For checks over years the 5 s a question has in daily work are too few: `patient` gives them 10 minutes. */
  open(pace?: 'patient'): Database
  /** For readings that may lag; null where there is none. */
  openReplica(): Database | null
  /** What a backup copies; null when the server is not ours and has tools of its own. */
  readonly files: { readonly owner: pg.ClientConfig; readonly databaseFolder: string } | null
  /** After much was written at once, PostgreSQL must look at the tables anew: without it the oldest lots took 50 ms to find instead of 1. */
  analyse(): Promise<void>
  stop(): Promise<void>
}

const databaseName = 'gangwei'
export const migrationsFolder = path.join(import.meta.dirname, '../../db/migrations')

export const serverSettings = { timezone: 'UTC', shared_buffers: '256MB', max_connections: '120', random_page_cost: '1.1', jit: 'off', max_wal_size: '2GB' }

async function analyse(connection: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query('analyze')
  } finally {
    await client.end()
  }
}

export async function createDatabase(connection: pg.ClientConfig): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName])
    if (rowCount === 0) await client.query(`create database ${databaseName}`)
  } finally {
    await client.end()
  }
}

/** A database that dies is started again by itself; its old processes may hold the memory for a moment. */
async function startDatabase(folder: string, attempts: number): Promise<EmbeddedPostgres> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startEmbeddedPostgres(folder, serverSettings)
    } catch (cause) {
      if (attempt === attempts) throw cause
      await new Promise((resolve) => { setTimeout(resolve, 250) })
    }
  }
}

const paceOf = (pace?: 'patient') => (pace === 'patient' ? { statementTimeout: 600_000, size: 2 } : {})

/** Where the embedded database of these settings lives. */
export const databaseFolderOf = (settings: Settings): string => placeOfData(path.join(settings.DATA_DIR, 'postgres'))

async function embedded(settings: Settings): Promise<StoreDatabase> {
  const folder = databaseFolderOf(settings)
  let server = await startDatabase(folder, 8)
  let stopping = false
  const watch = (): void => server.onExit(() => {
    if (stopping) return
    console.error('The database stopped unexpectedly; starting it again.')
    void startDatabase(folder, 80).then((next) => { server = next; watch() }, (cause: unknown) => {
      console.error('The database does not start again:', cause)
      process.exit(1)
    })
  })
  watch()
  const owner = { host: server.socketFolder, port: server.port, user: embeddedSuperuser }
  await createDatabase(owner)
  const own = { ...owner, database: databaseName }
  return {
    where: `embedded PostgreSQL in ${folder}`,
    migrate: (onDone) => migrate(own, readMigrations(migrationsFolder), onDone),
    isAboutToChange: () => isAboutToChange(own, readMigrations(migrationsFolder)),
    analyse: () => analyse(own),
    open: (pace) => connect({ connection: { ...own, user: appRole }, ...paceOf(pace) }),
    openReplica: () => null,
    files: { owner: own, databaseFolder: folder },
    stop: async () => { stopping = true; await server.stop() },
  }
}

/** A server that stands still answers no limit of its own: whoever asks a replica waits no longer than this. */
const replicaPatience = 6_000

function external(settings: Settings, url: string): StoreDatabase {
  const asApp = (at: string) => (settings.POOLER === 'transaction' ? { connection: { connectionString: at }, lentAs: appRole } : { connection: { connectionString: at, options: `-c role=${appRole}` } })
  const patiently = ({ connection, ...rest }: ReturnType<typeof asApp>) => ({ ...rest, connection: { ...connection, query_timeout: replicaPatience } })
  const { REPLICA_URL: replica } = settings
  return {
    where: `PostgreSQL at ${new URL(url).host}`,
    migrate: (onDone) => migrate({ connectionString: url }, readMigrations(migrationsFolder), onDone),
    analyse: () => analyse({ connectionString: url }),
    // The role is taken with the connection: the application never works as the owner.
    isAboutToChange: () => isAboutToChange({ connectionString: url }, readMigrations(migrationsFolder)),
    open: (pace) => connect({ ...asApp(url), ...paceOf(pace) }),
    openReplica: () => (replica === undefined ? null : connect(patiently(asApp(replica)))),
    files: null,
    stop: async () => {},
  }
}

export const storeDatabase = (settings: Settings): Promise<StoreDatabase> =>
  settings.DATABASE_URL === undefined ? embedded(settings) : Promise.resolve(external(settings, settings.DATABASE_URL))
