import path from 'node:path'
import { randomInt } from 'node:crypto'
import type { Settings } from '../../platform/settings.ts'
import { localCertificate, namesOfThisMachine } from '../../platform/tls/local-authority.ts'
import type { SecureDoor } from '../../platform/tls/doors.ts'
import { readFileSync } from 'node:fs'
import { isEmptyStore } from '../demo/is-empty.ts'
import { demoPassword } from '../demo/load-demo.ts'
import { loadPack, makeAhead } from '../../modules/duties/public.ts'
import { openChannels, type MailSettings } from '../../modules/notices/public.ts'
import { grantNewDeeds, sealSecondFactorsWith } from '../../modules/organisation/public.ts'
import { keptKey } from '../../platform/kept-key.ts'
import { permissions } from '../modules.ts'
import { serve } from '../serve.ts'
import type { StoreDatabase } from '../store-database.ts'
import { photoFolderOf } from '../verify.ts'
import { startUpkeep } from '../upkeep.ts'
import { contractMark, ensurePages, webFolder } from '../web-pages.ts'
import { loadTier } from './demo.ts'
import { backUpBeside, clock, prepared, step, version } from './prepare.ts'

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

async function printLogins(database: ReturnType<StoreDatabase['open']>): Promise<void> {
  const { demoLogins } = await import('../demo/load-demo.ts')
  const rows = await demoLogins(database)
  if (rows.length === 0) return
  console.log(`Demo log-ins (password of all: ${demoPassword}):`)
  for (const { login, position, store } of rows) console.log(`  ${login.padEnd(10)} ${position.padEnd(28)} ${store}`)
}

function secureDoorOf(settings: Settings): SecureDoor | null {
  const { TLS, TLS_PORT: port, TLS_CERTIFICATE: cert, TLS_KEY: key } = settings
  if (TLS === 'own' && cert !== undefined && key !== undefined) return { port, authority: null, certificate: { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') } }
  if (TLS !== 'local') return null
  const more = (settings.TLS_NAMES ?? '').split(',').map((name) => name.trim()).filter((name) => name !== '')
  const { authority, ...certificate } = localCertificate(path.join(settings.DATA_DIR, 'tls'), namesOfThisMachine(more), clock.now())
  return { port, authority, certificate }
}

const mailOf = ({ SMTP_URL: url, MAIL_FROM: from }: Settings): MailSettings | null => (url === undefined || from === undefined ? null : { url, from })

/** `--empty`: a dealership's own first start; no demo store, the first page asks for the store and its administrator. */
export async function start(settings: Settings, { empty }: { empty: boolean }): Promise<void> {
  const began = performance.now()
  await step('Preparing the pages', ensurePages)
  const store = await prepared(settings)
  const database = store.open()
  const patient = store.open('patient')
  const isEmpty = await isEmptyStore(database)
  if (isEmpty && !empty) await loadTier(store, 'T0', settings.DATA_DIR)
  const newDeeds = await grantNewDeeds(database, clock, permissions)
  if (newDeeds.length > 0) console.log(`New deeds, given to the positions of their presets (see the rights page): ${newDeeds.join(', ')}`)
  await loadPack(database)
  await makeAhead(patient, clock.now())
  sealSecondFactorsWith(keptKey(settings.DATA_DIR, 'second-factors'))
  const closeChannels = openChannels({ key: keptKey(settings.DATA_DIR, 'robots'), mail: mailOf(settings), localRobots: settings.ROBOTS === 'local', publicUrl: settings.PUBLIC_URL ?? null })
  const secureDoor = secureDoorOf(settings)
  const firstRunCode = isEmpty && empty ? String(randomInt(100_000, 1_000_000)) : null
  const serving = await serve({
    database, replica: store.openReplica(), clock, secureDoor, publicUrl: settings.PUBLIC_URL ?? null, logLevel: settings.LOG_LEVEL === 'info' ? 'warn' : settings.LOG_LEVEL, version, webFolder, contract: contractMark(), shared: settings.DATABASE_URL !== undefined, photoFolder: photoFolderOf(settings.DATA_DIR), ...(firstRunCode === null ? {} : { firstRunCode }),
  })
  await serving.listen({ port: settings.PORT, host: settings.HOST })
  const stopUpkeep = startUpkeep({
    database, patient, clock, dataFolder: settings.DATA_DIR, say: (sentence) => { serving.server.log.warn(sentence) },
    backup: store.files === null || settings.BACKUP_HOURS === 0 ? null : backUpBeside, backupHours: settings.BACKUP_HOURS,
  })
  const stop = once(async () => {
    await serving.close()
    await stopUpkeep()
    closeChannels()
    await Promise.all([database.close(), patient.close()])
    await store.stop()
    process.exit(0)
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
  process.on('disconnect', stop) // whoever started us is gone
  console.log(`\nGangwei 岗位 ${version} · http://localhost:${String(settings.PORT)} · ready in ${((performance.now() - began) / 1000).toFixed(1)} s · ${store.where}`)
  if (secureDoor !== null) console.log(`In the store's network: https://<this machine>:${String(secureDoor.port)}${secureDoor.authority === null ? '' : ` · how devices come to trust it: http://<this machine>:${String(settings.PORT)}/trust`}`)
  if (firstRunCode !== null) console.log(`The first page creates your store. It asks for this code: ${firstRunCode}`)
  await printLogins(database)
}
