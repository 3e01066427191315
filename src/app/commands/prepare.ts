import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import path from 'node:path'
import type { Settings } from '../../platform/settings.ts'
import { takeBackup, type Taken } from '../backup/take.ts'
import { storeDatabase, type StoreDatabase } from '../store-database.ts'
import { gigabytes } from '../../platform/disk.ts'

export const version = '0.1.0'
export const clock = { now: () => new Date() }

/** Prints what is going on and how long it took. */
export async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  process.stdout.write(`${name} … `)
  const result = await work()
  process.stdout.write(`${((performance.now() - began) / 1000).toFixed(1)} s\n`)
  return result
}

export const sentenceOf = ({ name, files, newBytes, knownBytes, pruned }: Taken): string =>
  `Backup ${name}: ${String(files)} files, ${gigabytes(newBytes + knownBytes)}, ${gigabytes(newBytes)} of it new${pruned === 0 ? '' : `, ${String(pruned)} old backups removed`}`

/** Null when the database's server is not ours: its own tools back it up. */
export const backUp = async (settings: Settings, store: StoreDatabase): Promise<string | null> => (store.files === null ? null
  : sentenceOf(await takeBackup(settings.BACKUP_DIR, { ...store.files, dataFolder: settings.DATA_DIR }, { now: clock.now(), version, keepNewest: settings.BACKUP_KEEP })))

/** In a process of its own: reading and hashing gigabytes must not hold up the people's requests. */
export const backUpBeside = async (): Promise<string> => {
  const { stdout } = await promisify(execFile)(process.execPath, [path.join(import.meta.dirname, '../main.ts'), 'backup'], { env: process.env, maxBuffer: 1_000_000 })
  return stdout.trim().split('\n').at(-1) ?? ''
}

/** The database runs and has today's shape. Before a migration touches data, a backup is taken. */
export async function prepared(settings: Settings): Promise<StoreDatabase> {
  const store = await step('Starting the database', () => storeDatabase(settings))
  if (store.files !== null && await store.isAboutToChange()) await step('Backup before the migration', () => backUp(settings, store))
  await step('Migrating', () => store.migrate())
  return store
}
