import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { giveToServer } from '../../platform/embedded-postgres.ts'
import { WrongSetting } from '../../platform/settings.ts'
import { backupNames, readManifest, restoreFile, type Manifest } from './repository.ts'

export type RestoreTarget = { readonly databaseFolder: string; readonly dataFolder: string }

/** A place that has a database is never written over. */
export function whyNotRestore({ databaseFolder }: RestoreTarget): string | null {
  return existsSync(databaseFolder) && readdirSync(databaseFolder).length > 0
    ? `There is a database in ${databaseFolder} already. Restore into an empty place: set another DATA_DIR.` : null
}

/** Puts a backup (the newest, when none is named) into an empty place; each piece is proved on the way. */
export async function restoreBackup(folder: string, name: string | undefined, target: RestoreTarget): Promise<Manifest> {
  const why = whyNotRestore(target)
  if (why !== null) throw new WrongSetting(why)
  const wanted = name ?? backupNames(folder).at(-1)
  if (wanted === undefined) throw new WrongSetting(`There is no backup in ${folder}.`)
  const manifest = readManifest(folder, wanted)
  const placeOf = (file: string): string => (file.startsWith('postgres/') ? path.join(target.databaseFolder, file.slice('postgres/'.length)) : path.join(target.dataFolder, file))
  mkdirSync(target.dataFolder, { recursive: true }) // the server's user must be able to pass through it: only the folders inside are private
  mkdirSync(target.databaseFolder, { recursive: true, mode: 0o700 })
  for (const below of manifest.folders) mkdirSync(placeOf(below), { recursive: true, mode: 0o700 })
  for (const file of manifest.files) await restoreFile(folder, file, placeOf(file.path))
  giveToServer(target.databaseFolder)
  return manifest
}
