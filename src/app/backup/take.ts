import { lstatSync, readdirSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { prune, saveFile, saveManifest, saveText, type SavedFile, type Written } from './repository.ts'

export type BackupSource = {
  /** The owner's way into the running database. */
  readonly owner: pg.ClientConfig
  readonly databaseFolder: string
  /** Keys, heads of the audit chain, photos, certificates: all beside the database but these folders. */
  readonly dataFolder: string
}

export type Taken = Written & { readonly name: string; readonly files: number; readonly pruned: number }

const ofTheRunningServer = /^(pg_wal|pg_stat_tmp|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_subtrans)\/|^postmaster\.(pid|opts)$|\/pgsql_tmp|^\.s\.PGSQL|^current_logfiles$/
const notOurs = new Set(['postgres', 'backups'])

type Found = { readonly files: string[]; readonly folders: string[] }

function walk(root: string, below = ''): Found {
  const found: Found = { files: [], folders: [] }
  for (const name of readdirSync(path.join(root, below))) {
    const place = below === '' ? name : `${below}/${name}`
    const about = lstatSync(path.join(root, place), { throwIfNoEntry: false })
    if (about?.isDirectory() === true) {
      found.folders.push(place)
      const inside = walk(root, place)
      found.files.push(...inside.files)
      found.folders.push(...inside.folders)
    } else if (about?.isFile() === true) found.files.push(place)
  }
  return found
}

async function saveAll(folder: string, root: string, prefix: string, names: readonly string[], count: (written: Written) => void): Promise<SavedFile[]> {
  const saved: SavedFile[] = []
  for (const name of names) {
    const file = await saveFile(folder, path.join(root, name), `${prefix}${name}`, count)
    if (file !== null) saved.push(file)
  }
  return saved
}

/** `20261123T181500Z` */
export const nameOfBackup = (now: Date): string => `${now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

/** Which server this is; a restored copy is the same one. */
async function serverIdentifier(client: pg.Client): Promise<string> {
  const { rows: [row] } = await client.query<{ id: string }>('select system_identifier::text as id from pg_control_system()')
  return row?.id ?? ''
}

/** Asked of the owner's connection after a restore: did the server that now runs come out of the backup? */
export async function identifierOf(owner: pg.ClientConfig): Promise<string> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    return await serverIdentifier(client)
  } finally {
    await client.end()
  }
}

/**
 * The database's files are copied while people work: between start and stop PostgreSQL logs whole pages, and the log of that span is
 * part of the copy, so the restored server replays to the moment of the stop. A replication slot of this session keeps that log.
 */
async function saveDatabase(folder: string, { owner, databaseFolder }: BackupSource, count: (written: Written) => void): Promise<{ files: SavedFile[]; folders: string[]; server: string }> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query("select pg_create_physical_replication_slot('gangwei_backup', true, true)")
    const server = await serverIdentifier(client)
    const { rows: [began] } = await client.query<{ segment: string }>("select pg_walfile_name(pg_backup_start('gangwei', true)) as segment")
    const { files, folders } = walk(databaseFolder)
    const saved = await saveAll(folder, databaseFolder, 'postgres/', files.filter((name) => !ofTheRunningServer.test(name)), count)
    const { rows: [ended] } = await client.query<{ segment: string; label: string }>(
      'select pg_walfile_name(lsn) as segment, labelfile as label from pg_backup_stop(wait_for_archive => false)')
    if (began === undefined || ended === undefined) throw new Error('the database did not say where its log stands')
    const log = readdirSync(path.join(databaseFolder, 'pg_wal')).filter((name) => /^[0-9A-F]{24}$/.test(name) && name >= began.segment && name <= ended.segment)
    const label = await saveText(folder, 'postgres/backup_label', ended.label, count)
    return { server, files: [...saved, ...await saveAll(folder, path.join(databaseFolder, 'pg_wal'), 'postgres/pg_wal/', log, count), label], folders: folders.filter((name) => !ofTheRunningServer.test(name)).map((name) => `postgres/${name}`) }
  } finally {
    await client.end()
  }
}

/** Takes a backup beside the running product; answers what was new in it. Only the newest `keepNewest` stay. */
export async function takeBackup(folder: string, source: BackupSource, facts: { now: Date; version: string; keepNewest: number }): Promise<Taken> {
  let [newBytes, knownBytes] = [0, 0]
  const count = (written: Written): void => { newBytes += written.newBytes; knownBytes += written.knownBytes }
  const database = await saveDatabase(folder, source, count)
  const beside = readdirSync(source.dataFolder, { withFileTypes: true }).filter(({ name }) => !notOurs.has(name))
  const names = beside.flatMap((entry) => (entry.isDirectory() ? walk(source.dataFolder, entry.name).files : entry.isFile() ? [entry.name] : []))
  const files = [...database.files, ...await saveAll(folder, source.dataFolder, '', names, count)]
  const name = nameOfBackup(facts.now)
  saveManifest(folder, { format: 1, name, at: facts.now.toISOString(), version: facts.version, server: database.server, folders: database.folders, files })
  return { name, files: files.length, newBytes, knownBytes, pruned: prune(folder, facts.keepNewest) }
}
