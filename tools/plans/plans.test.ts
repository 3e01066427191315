import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { loadDemo } from '../../src/app/demo/load-demo.ts'
import { serve, type Serving } from '../../src/app/serve.ts'
import { exampleCalls, NotThere, type Document, type Send } from '../../src/app/testing/example-calls.ts'
import { keptFiles } from '../../src/platform/kept-files.ts'
import { testDatabase, type TestDatabase } from '../../src/platform/testing/test-database.ts'
import { grow } from './grow.ts'
import { readWhole, shapeOf, type Indexes, type Node } from './shape.ts'

// Every list and page that the product answers without being asked for one thing is asked for once, on a store grown to years; the statements are caught as they leave for the database, and each is explained
// with its own values, as the product's own role under row security. `npm run plans` writes the shapes anew.
const folder = path.join(import.meta.dirname, '../../docs/plans')
const now = new Date('2026-11-23T02:00:00Z')

/** As the database chooses, and as it would where it may not read a table from end to end: what is then still read so has no index. */
type Explained = { readonly chosen: Node; readonly atBest: Node }
type Plans = Map<string, Map<string, Explained>>

let base: TestDatabase
let serving: Serving
let photoFolder: string
let big: string[]
let indexes: Indexes
let plans: Plans
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now })
  base = await testDatabase()
  photoFolder = mkdtempSync(path.join(tmpdir(), 'gangwei-plans-'))
  await loadDemo(base.database, { now, seed: 1, files: keptFiles(photoFolder) })
  const client = await base.owner.connect()
  try {
    big = await grow(client)
    indexes = await indexesOf(client)
  } finally {
    client.release()
  }
  serving = await serve({ database: base.database, clock: { now: () => now }, secureDoor: null, publicUrl: null, logLevel: 'silent', version: 'test', webFolder: null, photoFolder })
  plans = await plansOfReads()
}, 300_000)
afterAll(async () => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  await serving.close()
  await base.drop()
  rmSync(photoFolder, { recursive: true })
})

type Asked = { readonly text: string; readonly values: readonly unknown[] }

/** What one connection says between its begin and its end, with the stores it may see. */
function caught(): { take(): { stores: string; asked: Asked[] } } {
  let asked: Asked[] = []
  let stores = ''
  const query = pg.Client.prototype.query as (this: pg.Client, ...words: unknown[]) => unknown
  vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function tapped(this: pg.Client, ...words: unknown[]) {
    const [wish] = words as [string | Asked]
    if (typeof wish === 'string') stores = /'app\.store_ids', '([^']*)'/.exec(wish)?.[1] ?? stores
    else asked.push({ text: wish.text, values: wish.values })
    return query.apply(this, words)
  })
  return { take: () => { const taken = { stores, asked }; asked = []; return taken } }
}

const inject: Send = async ({ address, method, headers, body }) => {
  const { statusCode, rawPayload, headers: said } = await serving.server.inject({ method: method as 'GET', url: address, headers, ...(body === undefined ? {} : { payload: body }) })
  const answer = new Response(statusCode === 204 ? null : new Uint8Array(rawPayload), { status: statusCode })
  for (const [name, value] of Object.entries(said)) for (const one of [value].flat()) if (one !== undefined) answer.headers.append(name, String(one))
  return answer
}

async function indexesOf(client: pg.ClientBase): Promise<Indexes> {
  const { rows } = await client.query<{ name: string; table: string; partial: boolean }>('select c.relname as name, i.indrelid::regclass::text as table, i.indpred is not null as partial from pg_index i join pg_class c on c.oid = i.indexrelid')
  return new Map(rows.map(({ name, ...index }) => [name, index]))
}

async function plansOfReads(): Promise<Plans> {
  const document = (await serving.server.inject({ method: 'GET', url: '/openapi.json' })).json<Document>()
  const found: Plans = new Map()
  const tap = caught()
  const { operations, make } = exampleCalls('', document, async (sending) => {
    tap.take()
    const answer = await inject(sending)
    const { stores, asked } = tap.take()
    if (watched(sending.operation) && answer.status === 200) {
      const known = found.get(sending.operation) ?? new Map<string, Explained>()
      for (const { text, values } of asked) if (!known.has(text)) known.set(text, await explained(stores, text, values))
      found.set(sending.operation, known)
      tap.take()
    }
    return answer
  })
  for (const operation of [...operations.keys()].filter(watched).toSorted()) {
    await make({ operation: operation as 'GET /' }).catch((cause: unknown) => { if (!(cause instanceof NotThere)) throw cause })
  }
  return found
}

const watched = (operation: string): boolean => operation.startsWith('GET ') && !operation.includes(':')

async function explained(stores: string, text: string, values: readonly unknown[]): Promise<Explained> {
  const client = await base.owner.connect()
  try {
    await client.query('begin; set local role gangwei_app')
    await client.query("select set_config('app.store_ids', $1, true)", [stores])
    const plan = async (): Promise<Node> => (await client.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(`explain (format json, verbose) ${text}`, [...values])).rows[0]?.['QUERY PLAN'][0].Plan ?? { 'Node Type': 'nothing' }
    await client.query('set local enable_memoize = off') // whether it pays hangs on a hair
    const chosen = await plan()
    await client.query('set local enable_seqscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off')
    return { chosen, atBest: await plan() }
  } finally {
    await client.query('rollback')
    client.release()
  }
}

/** Tables that are read from end to end because everything of them is wanted; each with its reason. The list may only shrink. */
const wholeStock = 'the value of the whole stock is one sum over the parts that were ever here'
const wanted: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'GET /stock/value': { 'stock.part_stock': wholeStock },
  'GET /dead-stock': { 'stock.part_stock': wholeStock },
  'GET /stock-health/file': { 'stock.part_stock': wholeStock },
  'GET /stock-health/turnover': { 'stock.part_stock': wholeStock },
  'GET /parts': { 'catalogue.part': 'a word of two characters may stand anywhere in a name: 80,000 names in about 10 ms' },
  'GET /search': { 'catalogue.part': 'as the list of parts' },
  'GET /bins': { 'stock.lot': 'how many parts lie in each bin of the store', 'catalogue.part': 'how many parts lie in each bin of the store' },
  'GET /checks': { 'platform.audit_unsealed': 'what waits to be sealed: a few rows where the sealer runs' },
}

test('no list reads a big table from one end to the other', () => {
  expect(big.length).toBeGreaterThan(20)
  const faults = [...plans].flatMap(([operation, statements]) => [...statements].flatMap(([text, { atBest }]) =>
    readWhole(atBest, indexes).filter((table) => big.includes(table) && wanted[operation]?.[table] === undefined).map((table) => `${operation}: ${table}: ${text.replace(/\s+/g, ' ').trim().slice(0, 160)}`)))
  expect(faults).toEqual([])
})

/** Every read has its plan there. The shape itself is for the reader: which join is the cheapest hangs on what the database samples of a table, and may be chosen otherwise once in a while. */
const reads = (text: string | undefined): string[] => (text ?? '').split('\n').filter((line) => line.startsWith('GET '))

test('every read has its plan in docs/plans', () => {
  const byArea = Map.groupBy([...plans], ([operation]) => operation.split(/[/?]/)[1] ?? '')
  const texts = new Map([...byArea].map(([area, own]) => [`${area}.txt`, `${own.map(([operation, statements]) => [operation, ...[...statements.values()].map(({ chosen }) => shapeOf(chosen, 1).join('\n'))].join('\n')).join('\n\n')}\n`]))
  if (process.env['PLANS'] === 'write') {
    for (const name of readdirSync(folder)) if (name.endsWith('.txt')) rmSync(path.join(folder, name))
    for (const [name, text] of texts) writeFileSync(path.join(folder, name), text)
  }
  const kept = new Map(readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]))
  expect([...kept.keys()].toSorted()).toEqual([...texts.keys()].toSorted())
  for (const [name, text] of texts) expect([name, reads(text)]).toEqual([name, reads(kept.get(name))])
})
