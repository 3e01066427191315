import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { may, type Actor } from '../kernel/actor.ts'
import type { PermissionEntry } from '../kernel/permissions.ts'
import { RefusedError } from '../kernel/refusal.ts'
import type { Clock } from '../kernel/time.ts'
import { exportKinds, importKinds } from '../modules/exchange/domain/kinds.ts'
import { exchangePermissions } from '../modules/exchange/permissions.ts'
import { doImport, exportedFile, exportList, listFindings, receiveFile, runImport, say, seeImport } from '../modules/exchange/public.ts'
import { actorOfLogin } from '../modules/organisation/public.ts'
import type { Database } from '../platform/database.ts'
import { perform, type Deed } from '../platform/deed.ts'
import { WrongSetting } from '../platform/settings.ts'
import { react } from './modules.ts'

export type CommandTools = { readonly database: Database; readonly clock: Clock; readonly print: (line: string) => void }
/** As it stands on the command line; what is missing is named. */
export type ListWish = { readonly kind?: string | undefined; readonly store?: string | undefined; readonly file?: string | undefined; readonly as?: string | undefined }

type Checked<Kind> = { readonly kind: Kind; readonly file: string; readonly by: Actor }

/** `import --kind parts --store A --file x.xlsx --as <login>`: the good rows are imported, the others listed in words. True when there were no others. */
export async function importCommand(tools: CommandTools, wish: ListWish): Promise<boolean> {
  const { kind, file, by } = await checked(tools, wish, importKinds, exchangePermissions.import)
  return sentenced(async () => {
    const bytes = readFileSync(file)
    const fileName = path.basename(file).slice(-200)
    const { id } = await deedBy(tools, by, 'import', (deed) => receiveFile(deed, { kind, fileName, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }))
    const see = () => tools.database.reading([by.storeId], (tx) => seeImport({ tx, by, now: tools.clock.now() }, id))
    const go = () => doImport({ ...tools, onNews: () => {}, react }, { storeId: by.storeId, importId: id }, () => false)
    await go()
    const ready = await see()
    if (ready.refusal !== null) throw new WrongSetting(say('en', ready.refusal.code, ready.refusal.facts))
    tools.print(`${file}: ${String(ready.rowsRead)} rows: ${String(ready.rowsNew)} new, ${String(ready.rowsChanged)} changed, ${String(ready.rowsUnchanged)} unchanged, ${String(ready.rowsBad)} with errors`)
    await printFindings(tools, by, id)
    await deedBy(tools, by, 'import', (deed) => runImport(deed, { importId: id, version: ready.version }))
    await go()
    const done = await see()
    if (done.refusal !== null) throw new WrongSetting(say('en', done.refusal.code, done.refusal.facts))
    tools.print(say('en', 'exchange.result', { added: done.doneNew, changed: done.doneChanged, unchanged: done.doneUnchanged, refused: done.doneRefused }))
    return done.doneRefused === 0
  })
}

/** `export --kind parts --store A --file out.xlsx --as <login>`: the ending of the file decides between Excel and CSV. On record like every export. */
export async function exportCommand(tools: CommandTools, wish: ListWish): Promise<void> {
  const { kind, file, by } = await checked(tools, wish, exportKinds, exchangePermissions.export)
  const format = /\.csv$/i.test(file) ? 'csv' : 'xlsx'
  await sentenced(async () => {
    const { id, rows } = await deedBy(tools, by, 'export', (deed) => exportList(deed, { kind, format }))
    const made = await tools.database.reading([by.storeId], (tx) => exportedFile({ tx, by, now: tools.clock.now() }, id, 'zh-CN'))
    writeFileSync(file, made.bytes)
    tools.print(`${file}: ${String(rows)} rows`)
  })
}

async function checked<Kind extends string>(tools: CommandTools, { kind, store, file, as }: ListWish, kinds: readonly Kind[], needs: PermissionEntry): Promise<Checked<Kind>> {
  const known = kinds.find((one) => one === kind)
  if (known === undefined) throw new WrongSetting(`--kind must be one of: ${kinds.join(', ')}.`)
  if (file === undefined || file === '') throw new WrongSetting('--file names the file.')
  if (store === undefined || as === undefined) throw new WrongSetting('--store names the store by its code, --as the log-in in whose name it is done.')
  const by = await actorOfLogin(tools.database, as, store, tools.clock.now())
  if (by === null) throw new WrongSetting(`Nobody with the log-in "${as}" works in a store "${store}".`)
  if (!may(by, needs.permission)) throw new WrongSetting(`${as} lacks the right "${needs.en}" in ${store}.`)
  return { kind: known, file, by }
}

/** A refusal is a sentence on the command line too, and so is a file that is not there. */
async function sentenced<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof RefusedError) throw new WrongSetting(say('en', cause.refusal.code, cause.refusal.facts))
    const { code, path: place } = cause as { code?: string; path?: string }
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') throw new WrongSetting(`--file: ${place ?? 'the file'} cannot be opened (${code}).`)
    throw cause
  }
}

function deedBy<Answer>({ database, clock }: CommandTools, by: Actor, operation: string, work: (deed: Deed) => Promise<Answer>): Promise<Answer> {
  const requestId = crypto.randomUUID()
  return perform({ database, clock, onNews: () => {} }, by, { operation: `command ${operation}`, key: requestId, body: null, requestId }, work)
}

async function printFindings(tools: CommandTools, by: Actor, importId: string): Promise<void> {
  for (let after: number | null = 0; after !== null;) {
    const from: number = after
    const { rows, next }: Awaited<ReturnType<typeof listFindings>> = await tools.database.reading([by.storeId], (tx) => listFindings({ tx, by, now: tools.clock.now() }, importId, { after: from, limit: 200 }))
    for (const { line, findings } of rows) {
      for (const { field, bad, code, facts, text } of findings) tools.print(`  row ${String(line)} ${bad ? 'error' : 'warning'} ${field}${text === '' ? '' : ` "${text}"`}: ${say('en', code, facts)}`)
    }
    after = next
  }
}
