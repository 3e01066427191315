import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { createDatabase, serverSettings } from '../../src/app/store-database.ts'
import { processesIn } from '../../src/app/testing/product.ts'
import { startReplicaOf } from '../../src/app/testing/replica.ts'
import { embeddedSuperuser, giveToServer, placeOfData, spawnGuarded, startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'

/** All servers of a group listen on Unix sockets in folders of their own, 0700: the way in is the folder. */
export type Servers = {
  readonly primary: pg.ClientConfig
  /** The replica, as its owner: what takes over when the primary is lost. */
  readonly standby: pg.ClientConfig
  /** For DATABASE_URL: past the pooler, or through it (null where none is installed). */
  readonly direct: string
  readonly pooled: string | null
  readonly replica: string
  readonly says: readonly string[]
  /** The folders that the servers run in: their processes are found by them. */
  readonly folders: readonly string[]
  /** SIGKILL to the primary and all its processes: a machine that is lost. */
  killPrimary(): void
  pointPoolerAtStandby(): void
  stop(): Promise<void>
}

const database = 'gangwei'
export const poolerBinary = '/usr/sbin/pgbouncer'
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

type Pooler = { readonly pointAt: (server: EmbeddedPostgres) => void; readonly stop: () => Promise<void> }

const poolerSettings = (folder: string, server: EmbeddedPostgres): string => `[databases]
${database} = host=${server.socketFolder} port=${String(server.port)} dbname=${database}
[pgbouncer]
listen_addr =
listen_port = ${String(poolerPort)}
unix_socket_dir = ${folder}
pidfile = ${path.join(folder, 'pgbouncer.pid')}
auth_type = trust
auth_file = ${path.join(folder, 'users.txt')}
pool_mode = transaction
default_pool_size = 20
max_client_conn = 500
server_login_retry = 1
`

/** pgbouncer in transaction mode before the primary, or null where it is not installed. */
async function startPooler(folder: string, primary: EmbeddedPostgres): Promise<Pooler | null> {
  if (!existsSync(poolerBinary)) return null
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const [settings, pidFile] = [path.join(folder, 'pgbouncer.ini'), path.join(folder, 'pgbouncer.pid')]
  rmSync(pidFile, { force: true }) // of one that was killed with its machine
  writeFileSync(path.join(folder, 'users.txt'), `"${embeddedSuperuser}" ""\n`)
  writeFileSync(settings, poolerSettings(folder, primary))
  giveToServer(folder)
  const { uid, gid } = statSync(folder)
  const child = spawnGuarded(poolerBinary, ['-q', settings], { cwd: folder, ...(process.getuid?.() === 0 ? { uid, gid } : {}) })
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => { said = (said + chunk.toString()).slice(-2_000) })
  for (let tries = 0; !existsSync(path.join(folder, `.s.PGSQL.${String(poolerPort)}`)) || !existsSync(pidFile); tries += 1) {
    if (child.exitCode !== null || tries > 100) throw new Error(`pgbouncer does not start: ${said}`)
    await pause(50)
  }
  const pid = (): number => Number(readFileSync(pidFile, 'utf8'))
  return {
    pointAt: (server) => {
      writeFileSync(settings, poolerSettings(folder, server))
      process.kill(pid(), 'SIGHUP') // it reads its settings anew
    },
    stop: () => new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve()
      child.once('exit', () => { resolve() })
      child.stdin?.end()
    }),
  }
}

/** The server first, as a machine that is lost: one that sees its children die ends the others itself and begins anew. */
function killServer(folder: string): void {
  const server = Number(readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n')[0])
  for (const pid of [server, ...processesIn([folder]).filter((each) => each !== server)]) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'ESRCH') throw cause // it has ended meanwhile
    }
  }
}

export async function startServers(dataFolder: string): Promise<Servers> {
  const [primaryFolder = '', replicaFolder = '', poolerFolder = ''] = ['postgres', 'replica', 'pooler'].map((name) => placeOfData(path.join(dataFolder, name)))
  const primary = await startEmbeddedPostgres(primaryFolder, { ...serverSettings, wal_keep_size: '1GB' })
  if (primary.adopted) throw new Error(`A product runs on ${dataFolder} already: stop it, or set another DATA_DIR.`)
  const owner = { host: primary.socketFolder, port: primary.port, user: embeddedSuperuser }
  await createDatabase(owner)
  const replica = await startReplicaOf(primary, { from: primaryFolder, to: replicaFolder, settings: serverSettings })
  const pooler = await startPooler(poolerFolder, primary)
  const version = readFileSync(path.join(primaryFolder, 'PG_VERSION'), 'utf8').trim()
  return {
    primary: { ...owner, database }, standby: { ...owner, database, host: replica.socketFolder }, direct: urlOf(primary.socketFolder, primary.port), pooled: pooler === null ? null : urlOf(poolerFolder, poolerPort), replica: urlOf(replica.socketFolder, replica.port),
    folders: [primaryFolder, replicaFolder, ...(pooler === null ? [] : [poolerFolder])],
    says: [`PostgreSQL ${version}, primary in ${primaryFolder}`, `its streaming replica in ${replicaFolder}`, pooler === null ? 'no pooler: pgbouncer is not installed (Debian: apt-get install pgbouncer), the processes go to the primary' : `pgbouncer in ${poolerFolder}, transaction mode, at most 20 connections to the primary`],
    killPrimary: () => { killServer(primaryFolder) },
    pointPoolerAtStandby: () => pooler?.pointAt(replica),
    stop: async () => {
      await pooler?.stop()
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

export const databaseBytes = (servers: Servers): Promise<number> => asOwner(servers.primary, async (client) => {
  const { rows: [row] } = await client.query<{ bytes: number }>('select pg_database_size(current_database())::float8 as bytes')
  return row?.bytes ?? Number.NaN
})
