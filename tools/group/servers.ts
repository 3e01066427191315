import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { createDatabase, serverSettings } from '../../src/app/store-database.ts'
import { startReplicaOf } from '../../src/app/testing/replica.ts'
import { embeddedSuperuser, giveToServer, placeOfData, spawnGuarded, startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'

/** All servers of a group listen on Unix sockets in folders of their own, 0700: the way in is the folder. */
export type Servers = {
  readonly primary: pg.ClientConfig
  /** For DATABASE_URL: past the pooler, or through it (null where none is installed). */
  readonly direct: string
  readonly pooled: string | null
  readonly replica: string
  readonly says: readonly string[]
  /** The folders that the servers run in: their processes are found by them. */
  readonly folders: readonly string[]
  stop(): Promise<void>
}

const database = 'gangwei'
const poolerBinary = '/usr/sbin/pgbouncer'
const poolerPort = 6432

const urlOf = (folder: string, port: number): string => `postgres://${embeddedSuperuser}@localhost:${String(port)}/${database}?host=${encodeURIComponent(folder)}`

async function asOwner<T>(connection: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** pgbouncer in transaction mode before the primary; answers how it is stopped, or null where it is not installed. */
async function startPooler(folder: string, primary: EmbeddedPostgres): Promise<(() => Promise<void>) | null> {
  if (!existsSync(poolerBinary)) return null
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const settings = path.join(folder, 'pgbouncer.ini')
  writeFileSync(path.join(folder, 'users.txt'), `"${embeddedSuperuser}" ""\n`)
  writeFileSync(settings, `[databases]
${database} = host=${primary.socketFolder} port=${String(primary.port)} dbname=${database}
[pgbouncer]
listen_addr =
listen_port = ${String(poolerPort)}
unix_socket_dir = ${folder}
auth_type = trust
auth_file = ${path.join(folder, 'users.txt')}
pool_mode = transaction
default_pool_size = 20
max_client_conn = 500
`)
  giveToServer(folder)
  const { uid, gid } = statSync(folder)
  const child = spawnGuarded(poolerBinary, ['-q', settings], { cwd: folder, ...(process.getuid?.() === 0 ? { uid, gid } : {}) })
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => { said = (said + chunk.toString()).slice(-2_000) })
  const socket = path.join(folder, `.s.PGSQL.${String(poolerPort)}`)
  for (let tries = 0; !existsSync(socket); tries += 1) {
    if (child.exitCode !== null || tries > 100) throw new Error(`pgbouncer does not start: ${said}`)
    await pause(50)
  }
  return () => new Promise((resolve) => {
    if (child.exitCode !== null) return resolve()
    child.once('exit', () => { resolve() })
    child.stdin?.end()
  })
}

export async function startServers(dataFolder: string): Promise<Servers> {
  const [primaryFolder = '', replicaFolder = '', poolerFolder = ''] = ['postgres', 'replica', 'pooler'].map((name) => placeOfData(path.join(dataFolder, name)))
  const primary = await startEmbeddedPostgres(primaryFolder, { ...serverSettings, wal_keep_size: '1GB' })
  if (primary.adopted) throw new Error(`A product runs on ${dataFolder} already: stop it, or set another DATA_DIR.`)
  const owner = { host: primary.socketFolder, port: primary.port, user: embeddedSuperuser }
  await createDatabase(owner)
  const replica = await startReplicaOf(primary, { from: primaryFolder, to: replicaFolder, settings: serverSettings })
  const stopPooler = await startPooler(poolerFolder, primary)
  const version = readFileSync(path.join(primaryFolder, 'PG_VERSION'), 'utf8').trim()
  return {
    primary: { ...owner, database }, direct: urlOf(primary.socketFolder, primary.port), pooled: stopPooler === null ? null : urlOf(poolerFolder, poolerPort), replica: urlOf(replica.socketFolder, replica.port),
    folders: [primaryFolder, replicaFolder, ...(stopPooler === null ? [] : [poolerFolder])],
    says: [`PostgreSQL ${version}, primary in ${primaryFolder}`, `its streaming replica in ${replicaFolder}`, stopPooler === null ? 'no pooler: pgbouncer is not installed (Debian: apt-get install pgbouncer), the processes go to the primary' : `pgbouncer in ${poolerFolder}, transaction mode, at most 20 connections to the primary`],
    stop: async () => {
      await stopPooler?.()
      await replica.stop()
      await primary.stop()
    },
  }
}

/** How far the replica is behind: bytes of log it has not played, and milliseconds; null when it does not follow at all. */
export const replicaState = (servers: Servers): Promise<{ bytes: number; ms: number } | null> => asOwner(servers.primary, async (client) => {
  const { rows: [row] } = await client.query<{ bytes: number; ms: number }>(`
    select pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn)::float8 as bytes, coalesce(extract(epoch from replay_lag) * 1000, 0)::float8 as ms
    from pg_stat_replication where application_name = 'replica' and state = 'streaming'`)
  return row ?? null
})
