import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { embeddedSuperuser, giveToServer, startEmbeddedPostgres, type EmbeddedPostgres } from '../../platform/embedded-postgres.ts'

const notCopied = /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)[/\\]|^postmaster\.(pid|opts)$|^\.s\.PGSQL/

async function copyOf(owner: pg.ClientConfig, from: string, to: string): Promise<void> {
  rmSync(to, { recursive: true, force: true })
  mkdirSync(to, { recursive: true, mode: 0o700 })
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query("select pg_backup_start('replica', true)")
    cpSync(from, to, { recursive: true, filter: (source) => !notCopied.test(path.relative(from, source)) })
    const { rows: [stopped] } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(wait_for_archive => false)')
    writeFileSync(path.join(to, 'backup_label'), stopped?.labelfile ?? '')
  } finally {
    await client.end()
  }
  writeFileSync(path.join(to, 'standby.signal'), '')
  giveToServer(to)
}

/** A streaming replica of an embedded server at rest, copied anew: nobody keeps the log for one that is away. Both need the same limits. */
export async function startReplicaOf(primary: EmbeddedPostgres, { from, to, settings }: { from: string; to: string; settings: Readonly<Record<string, string>> }): Promise<EmbeddedPostgres> {
  await copyOf({ host: primary.socketFolder, port: primary.port, user: embeddedSuperuser, database: 'postgres' }, from, to)
  return startEmbeddedPostgres(to, {
    ...settings, wal_retrieve_retry_interval: '200ms',
    primary_conninfo: `host=${primary.socketFolder} port=${String(primary.port)} user=${embeddedSuperuser} application_name=replica`,
  })
}
