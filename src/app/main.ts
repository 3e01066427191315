import { parseArgs } from 'node:util'
import type { Database } from '../platform/database.ts'
import { readSettings, settingsFile, WrongSetting, type Settings } from '../platform/settings.ts'
import { demoPassword, isTier, loadDemo, type Tier } from './demo/load-demo.ts'
import { isEmptyStore } from './demo/is-empty.ts'
import { serve } from './serve.ts'
import { storeDatabase, type StoreDatabase } from './store-database.ts'
import { verify } from './verify.ts'
import { ensurePages, webFolder } from './web-pages.ts'

const version = '0.1.0'
const clock = { now: () => new Date() }

/** Prints what is going on and how long it took. */
async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  process.stdout.write(`${name} … `)
  const result = await work()
  process.stdout.write(`${((performance.now() - began) / 1000).toFixed(1)} s\n`)
  return result
}

async function prepared(settings: Settings): Promise<StoreDatabase> {
  const store = await step('Starting the database', () => storeDatabase(settings))
  await step('Migrating', () => store.migrate())
  return store
}

const loadDemoStore = (store: StoreDatabase, database: Database, tier: Tier): Promise<void> => step(`Loading the demo store (${tier})`, async () => {
  await loadDemo(database, { now: clock.now(), seed: 1, tier, analyse: () => store.analyse(), onProgress: (percent) => { process.stdout.write(`${String(percent)} % … `) } })
  await store.analyse()
})

async function start(settings: Settings): Promise<void> {
  const began = performance.now()
  await step('Preparing the pages', ensurePages)
  const store = await prepared(settings)
  const database = store.open()
  if (await isEmptyStore(database)) await loadDemoStore(store, database, 'T0')
  const { server, close } = await serve({
    database, clock, secure: false, publicUrl: settings.PUBLIC_URL ?? null, logLevel: settings.LOG_LEVEL === 'info' ? 'warn' : settings.LOG_LEVEL, version, webFolder,
  })
  await server.listen({ port: settings.PORT, host: settings.HOST })
  const stop = once(async () => {
    // A browser keeps its connection open after its last answer (72 s); those that fall idle while we close are closed too.
    const idle = setInterval(() => { server.server.closeIdleConnections() }, 100)
    await close()
    clearInterval(idle)
    await database.close()
    await store.stop()
    process.exit(0)
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
  process.on('disconnect', stop) // whoever started us is gone
  console.log(`\nGangwei 岗位 ${version} · http://localhost:${String(settings.PORT)} · ready in ${((performance.now() - began) / 1000).toFixed(1)} s · ${store.where}`)
  await printLogins(database)
}

async function printLogins(database: ReturnType<StoreDatabase['open']>): Promise<void> {
  const { demoLogins } = await import('./demo/load-demo.ts')
  const rows = await demoLogins(database)
  if (rows.length === 0) return
  console.log(`Demo log-ins (password of all: ${demoPassword}):`)
  for (const { login, position, store } of rows) console.log(`  ${login.padEnd(10)} ${position.padEnd(28)} ${store}`)
}

function once(work: () => Promise<void>): () => void {
  let running = false
  return () => {
    if (running) return
    running = true
    work().catch((cause: unknown) => {
      console.error(cause)
      process.exit(1)
    })
  }
}

const usage = `Commands: start, migrate, demo --tier T0|T1, verify. Settings: environment or ${settingsFile}, see docs/settings.md.`

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { tier: { type: 'string', default: 'T0' } } })
  const settings = readSettings(process.env, process.cwd())
  const [command = 'start'] = positionals
  if (command === 'start') return start(settings)
  if (command === 'migrate' || command === 'demo') {
    const store = await prepared(settings)
    if (command === 'demo') await loadTier(store, values.tier)
    return store.stop()
  }
  if (command === 'verify') {
    const store = await prepared(settings)
    const sound = await printFindings(store)
    await store.stop()
    process.exit(sound ? 0 : 1)
  }
  throw new WrongSetting(`Unknown command "${command}". ${usage}`)
}

/** One line per check; true when all hold. */
async function printFindings(store: StoreDatabase): Promise<boolean> {
  const database = store.open()
  const findings = await verify(database)
  await database.close()
  for (const { name, rows, first } of findings) console.log(rows === 0 ? `ok    ${name}` : `WRONG ${name}: ${String(rows)} rows, the first ${JSON.stringify(first)}`)
  return findings.every(({ rows }) => rows === 0)
}

async function loadTier(store: StoreDatabase, tier: string): Promise<void> {
  if (!isTier(tier)) throw new WrongSetting(`Unknown tier "${tier}". ${usage}`)
  const database = store.open()
  if (!await isEmptyStore(database)) throw new WrongSetting('The demo store goes into an empty database only. Set another DATA_DIR.')
  await loadDemoStore(store, database, tier)
  await database.close()
}

main().catch((cause: unknown) => {
  const inUse = (cause as { code?: unknown }).code === 'EADDRINUSE'
  console.error(inUse ? `Setting PORT: another program listens on ${process.env['PORT'] ?? '8080'} already. Set another PORT.` : cause instanceof WrongSetting ? cause.message : cause)
  process.exit(1)
})
