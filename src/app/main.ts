import { parseArgs } from 'node:util'
import { createAdministrator } from '../modules/organisation/public.ts'
import { readSettings, settingsFile, WrongSetting, type Settings } from '../platform/settings.ts'
import { DamagedBackup } from './backup/repository.ts'
import { identifierOf } from './backup/take.ts'
import { restoreBackup } from './backup/restore.ts'
import { loadTier } from './commands/demo.ts'
import { backUp, clock, prepared, step } from './commands/prepare.ts'
import { start } from './commands/start.ts'
import { exportCommand, importCommand } from './exchange-commands.ts'
import { databaseFolderOf, type StoreDatabase } from './store-database.ts'
import { sealWhatWaits } from './upkeep.ts'
import { lineOf, verify } from './verify.ts'

const options = {
  tier: { type: 'string', default: 'T0' }, empty: { type: 'boolean', default: false }, backup: { type: 'string' },
  kind: { type: 'string' }, store: { type: 'string' }, file: { type: 'string' }, as: { type: 'string' }, name: { type: 'string' }, login: { type: 'string' },
} as const

type Words = ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>['values']

/** One line per check; true when all hold. What a server that was killed left unsealed is sealed first. */
async function printFindings(settings: Settings, store: StoreDatabase): Promise<boolean> {
  const database = store.open('patient')
  await sealWhatWaits(database, settings.DATA_DIR, clock.now)
  const findings = await verify(database, settings.DATA_DIR)
  await database.close()
  for (const finding of findings) console.log(lineOf(finding))
  return findings.every(({ rows }) => rows === 0)
}

async function withStore(settings: Settings, work: (store: StoreDatabase) => Promise<boolean>): Promise<void> {
  const store = await prepared(settings)
  try {
    const well = await work(store)
    process.exitCode = well ? 0 : 1
  } finally {
    await store.stop()
  }
  process.exit()
}

async function backupCommand(settings: Settings, store: StoreDatabase): Promise<true> {
  const sentence = await step(`Backup into ${settings.BACKUP_DIR}`, () => backUp(settings, store))
  if (sentence === null) throw new WrongSetting('DATABASE_URL names a server of your own: back it up with its tools (pg_basebackup, pg_dump). `export` always works.')
  console.log(sentence)
  return true
}

async function restoreCommand(settings: Settings, words: Words): Promise<void> {
  if (settings.DATABASE_URL !== undefined) throw new WrongSetting('Setting DATABASE_URL: a backup is restored into the embedded database. Leave the setting out.')
  const target = { databaseFolder: databaseFolderOf(settings), dataFolder: settings.DATA_DIR }
  const { name, at, files, server } = await step(`Restoring from ${settings.BACKUP_DIR}`, () => restoreBackup(settings.BACKUP_DIR, words.backup, target))
  console.log(`Restored backup ${name} of ${at}: ${String(files.length)} files. What it holds is checked now:`)
  return withStore(settings, async (store) => {
    const running = store.files === null ? '' : await identifierOf(store.files.owner)
    if (running !== server) throw new DamagedBackup(`The database that started is not the restored one: ${store.where}`)
    return printFindings(settings, store)
  })
}

/** A list goes in or out by the command line, in the name of a person: his rights count, and it stands in the audit as his. */
const exchange = (work: typeof importCommand | typeof exportCommand) => (settings: Settings, words: Words): Promise<void> => withStore(settings, async (store) => {
  const database = store.open()
  try {
    return await work({ database, clock, print: (line) => { console.log(line) } }, words) !== false
  } finally {
    await database.close()
  }
})

/** For a store that locked itself out: a person with both administrators' positions, and a password to change at the first log-in. */
const createAdmin = (settings: Settings, { store: storeCode = '', name = '', login = '' }: Words): Promise<void> => withStore(settings, async (store) => {
  if (storeCode === '' || name === '' || login === '') throw new WrongSetting('create-admin needs --store (its code), --name and --login.')
  const database = store.open()
  try {
    const made = await createAdministrator(database, { storeCode, name, login, now: clock.now() })
    console.log(`Administrator ${made.login} of store ${storeCode}. One-time password: ${made.password}`)
    return true
  } finally {
    await database.close()
  }
})

const commands: Readonly<Record<string, (settings: Settings, words: Words) => Promise<void>>> = {
  start,
  migrate: (settings) => withStore(settings, async () => true),
  demo: (settings, { tier }) => withStore(settings, async (store) => {
    await loadTier(store, tier, settings.DATA_DIR)
    return true
  }),
  verify: (settings) => withStore(settings, (store) => printFindings(settings, store)),
  backup: (settings) => withStore(settings, (store) => backupCommand(settings, store)),
  restore: restoreCommand,
  'create-admin': createAdmin,
  import: exchange(importCommand),
  export: exchange(exportCommand),
}

const usage = `Commands: start [--empty], migrate, demo --tier T0|T1, backup, restore [--backup name], create-admin --store --name --login, import and export --kind --store --file --as, verify. Settings: environment or ${settingsFile}, see docs/settings.md.`

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options })
  const command = commands[positionals[0] ?? 'start']
  if (command === undefined) throw new WrongSetting(`Unknown command "${positionals[0] ?? ''}". ${usage}`)
  await command(readSettings(process.env, process.cwd()), values)
}

main().catch((cause: unknown) => {
  const { code, port } = cause as { code?: unknown; port?: unknown }
  const words = cause instanceof WrongSetting || cause instanceof DamagedBackup || String(code).startsWith('ERR_PARSE_ARGS')
  console.error(code === 'EADDRINUSE' ? `Setting PORT or TLS_PORT: another program listens on ${String(port)} already. Set another one.` : words && cause instanceof Error ? cause.message : cause)
  process.exit(1)
})
