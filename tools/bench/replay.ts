import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { makeProduct, type Product } from '../../src/app/testing/product.ts'
import { appRole } from '../../src/platform/migrate.ts'
import { measureCoreFlow, watch } from './core-flow.ts'
import { runScript } from './pgbench.ts'
import { prepareCrews, prepareGoods } from './visit.ts'

// The second floor: our own statements, with the values they had, replayed on a copy of the database from before. What lies
// between it and the product is the product's own work: HTTP, checks, rules, JSON, the driver, and the client that asks.

export type Replay = { readonly clients: number; readonly perSecond: number; readonly statements: number; /** Packets sent to the database and waited for, begin and commit included, per flow. */ readonly trips: number }

type Statement = { readonly text: string; readonly values: readonly string[]; readonly opensTrip: boolean }
/** What one connection said in a row, from begin to commit; a question outside a transaction stands alone. */
type Block = { readonly statements: Statement[]; readonly readOnly: boolean }
type Stage = { readonly counted: boolean; readonly from: number; readonly to: number }
type Recording = { readonly clients: number; readonly flows: number; readonly copy: string; readonly stages: readonly { readonly counted: boolean; readonly blocks: readonly Block[] }[]; readonly orderIds: readonly string[] }

type Entry = Statement & { readonly connection: number }

function entriesBetween(file: string, { from, to }: Stage): Entry[] {
  const text = Buffer.alloc(to - from)
  const handle = openSync(file, 'r')
  readSync(handle, text, 0, to - from, from)
  closeSync(handle)
  return text.toString('utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Entry)
}

/** The sealer of the audit, whoever tells what is due and who sums the stock's months work behind the deeds; they are not part of them, and the copy's own product does them too. */
const behind = /audit_unsealed u|audit_block|advisory|audit_unsealed where|notices\.|(into|update) stock_health\./

/** Statements of many connections as the transactions they were, in the order in which they ended. */
export function blocksOf(entries: readonly Entry[]): Block[] {
  const ended: Block[] = []
  const open = new Map<number, Block>()
  for (const { connection, ...statement } of entries) {
    const { text } = statement
    const begins = text.startsWith('begin')
    const block = begins ? { statements: [], readOnly: text.startsWith('begin read only') } : open.get(connection) ?? { statements: [], readOnly: false }
    block.statements.push(statement)
    if (begins) open.set(connection, block)
    else if (/^(commit|rollback)/.test(text) || !open.has(connection)) {
      ended.push(block)
      open.delete(connection)
    }
  }
  return ended.filter(({ statements }) => !statements.some(({ text }) => behind.test(text) || text.startsWith('rollback')))
}

/** With owners and rights, as the database's user needs them. */
const copyAll = (from: string, to: string): void => { execFileSync('cp', ['-a', from, to]) }

async function record(product: Product, log: string, levels: readonly number[], flowsOf: (clients: number) => number): Promise<Recording[]> {
  await product.start()
  const goods = await prepareGoods(product)
  const crews = await prepareCrews(product, Math.max(...levels))
  const recordings: Recording[] = []
  for (const clients of levels) {
    await product.stop()
    const copy = mkdtempSync(path.join(tmpdir(), 'gangwei-replay-'))
    copyAll(product.databaseFolder, path.join(copy, 'data'))
    await product.start()
    const known = new Set((await product.sql<{ id: string }>('select id from repair_orders.repair_order')).map(({ id }) => id))
    const stages: Stage[] = []
    const each = Math.ceil(flowsOf(clients) / clients)
    let from = statSync(log).size
    await measureCoreFlow(watch(product), crews.slice(0, clients), goods, { each, role: appRole, counted: false, afterStage: (counted) => {
      const to = statSync(log).size
      stages.push({ counted, from, to })
      from = to
    } })
    const orderIds = (await product.sql<{ id: string }>('select id from repair_orders.repair_order order by id')).map(({ id }) => id).filter((id) => !known.has(id))
    recordings.push({ clients, flows: each * clients, copy, orderIds, stages: stages.map((stage) => ({ counted: stage.counted, blocks: blocksOf(entriesBetween(log, stage)) })) })
  }
  return recordings
}

const ids = /[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[\da-f]{4}-[\da-f]{12}/g

/** Everything about one order stays with one client, in its order; the rest goes round. */
function shares(blocks: readonly Block[], clients: number, orderIds: readonly string[]): Block[][] {
  const places = new Map(orderIds.map((id, index) => [id, index % clients]))
  const parts: Block[][] = Array.from({ length: clients }, () => [])
  for (const [index, block] of blocks.entries()) {
    const id = block.statements.flatMap(({ values }) => values.flatMap((value) => value.match(ids) ?? [])).find((one) => places.has(one))
    parts[id === undefined ? index % clients : places.get(id) ?? 0]?.push(block)
  }
  return parts
}

function scriptOf(parts: readonly (readonly Block[])[]): string {
  return [`set role ${appRole};`, ...parts.flatMap((blocks, client) => {
    const names = new Map<string, string>()
    const statements = blocks.flatMap((block) => block.statements)
    for (const { text, values } of statements) if (values.length > 0 && !names.has(text)) names.set(text, `s${String(names.size)}`)
    return [
      `\\if :client_id = ${String(client)}`, ...[...names].map(([text, name]) => `prepare ${name} as ${text.trim().replace(/;$/, '')};`),
      ...statements.map(({ text, values }) => (values.length === 0 ? `${text.trim().replace(/;$/, '')};` : `execute ${names.get(text) ?? ''}(${values.join(', ')});`)), '\\endif',
    ]
  })].join('\n')
}

async function replay({ clients, flows, copy, stages, orderIds }: Recording): Promise<Replay> {
  const product = await makeProduct()
  try {
    rmSync(product.databaseFolder, { recursive: true, force: true })
    copyAll(path.join(copy, 'data'), product.databaseFolder)
    await product.start()
    let [seconds, statements, trips] = [0, 0, 0]
    for (const { counted, blocks } of stages) {
      const wanted = counted ? blocks : blocks.filter(({ readOnly }) => !readOnly)
      const atOnce = counted ? clients : 1 // a technician's clock runs on one job at a time, whoever replays it
      const { perSecond } = await runScript(product, scriptOf(shares(wanted, atOnce, orderIds)), { prepared: false, clients: atOnce, lasts: { turns: 1 } })
      if (!counted) continue
      seconds += clients / perSecond
      statements += wanted.reduce((sum, block) => sum + block.statements.filter(({ text }) => !/^(begin|commit)/.test(text)).length, 0)
      trips += wanted.reduce((sum, block) => sum + block.statements.filter(({ opensTrip }) => opensTrip).length, 0)
    }
    return { clients, perSecond: flows / seconds, statements: statements / flows, trips: trips / flows }
  } finally {
    await product.remove()
  }
}

export async function measureReplay(levels: readonly number[], flowsOf: (clients: number) => number): Promise<Replay[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gangwei-tap-'))
  const log = path.join(folder, 'statements.jsonl')
  const product = await makeProduct({ STATEMENT_TAP: log, NODE_OPTIONS: `--import ${pathToFileURL(path.join(import.meta.dirname, 'tap.mjs')).href}` })
  let recordings: Recording[] = []
  try {
    recordings = await record(product, log, levels, flowsOf)
    await product.stop()
    const replays: Replay[] = []
    for (const recording of recordings) replays.push(await replay(recording))
    return replays
  } finally {
    for (const { copy } of recordings) rmSync(copy, { recursive: true, force: true })
    await product.remove()
    rmSync(folder, { recursive: true })
  }
}
