import { spawn, type ChildProcess } from 'node:child_process'
import { createHash, randomInt } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { makeProduct, until, type Product } from '../../src/app/testing/product.ts'
import { embeddedSuperuser } from '../../src/platform/embedded-postgres.ts'

// An upgrade that is broken off, done twice at once, or met by a page of before it (reliability P12).
const root = path.join(import.meta.dirname, '../..')
const kills = 5
const oldDeeds = 50
const refused = '426 platform.page-outdated'

export type UpgradeRow = { readonly name: string; readonly tried: number; readonly wrong: readonly string[]; readonly seen: string }

type Place = { readonly product: Product; readonly folder: string }

const inside = async <T>({ product }: Place, database: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ host: product.databaseFolder, port: 5432, user: embeddedSuperuser, database })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function emptyDatabase(place: Place, name: string): Promise<string> {
  await inside(place, 'postgres', (client) => client.query(`create database ${name}`))
  return name
}

function launch({ product, folder }: Place, database: string): ChildProcess {
  const url = `postgres://${embeddedSuperuser}@localhost/${database}?host=${encodeURIComponent(product.databaseFolder)}&port=5432`
  return spawn(process.execPath, ['src/app/main.ts', 'migrate'], { cwd: root, stdio: 'ignore', env: { ...process.env, DATABASE_URL: url, DATA_DIR: path.join(folder, database), REPLICA_URL: '', POOLER: 'none' } })
}

const exitOf = async (child: ChildProcess): Promise<number | null> => (await once(child, 'exit') as (number | null)[])[0] ?? null

const done = (place: Place, database: string): Promise<number> => inside(place, database, async (client) => {
  const { rows: [there] } = await client.query<{ yes: boolean }>("select to_regclass('platform.migration') is not null as yes")
  if (there?.yes !== true) return 0
  const { rows: [row] } = await client.query<{ count: number }>('select count(*)::int as count from platform.migration')
  return row?.count ?? 0
})

/** Everything a migration makes: tables, columns, checks, keys, indexes, views, functions, triggers, row security, rights. */
const shapeOf = (place: Place, database: string): Promise<string> => inside(place, database, async (client) => {
  const { rows } = await client.query<{ line: string }>(`
    with own as (select oid, nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'), relation as (select c.*, nspname from pg_class c join own on own.oid = c.relnamespace)
    select line from (
      select format('%s.%s %s %s %s %s', nspname, relname, relkind, relrowsecurity, relforcerowsecurity, relacl) from relation
      union all select format('%s.%s.%s %s %s %s %s', nspname, relname, attname, format_type(atttypid, atttypmod), attnotnull, pg_get_expr(adbin, adrelid), attacl) from relation join pg_attribute a on a.attrelid = relation.oid and attnum > 0 and not attisdropped left join pg_attrdef d on d.adrelid = relation.oid and d.adnum = attnum
      union all select format('%s.%s %s %s', nspname, relname, conname, pg_get_constraintdef(k.oid)) from relation join pg_constraint k on k.conrelid = relation.oid
      union all select pg_get_indexdef(relation.oid) from relation where relkind in ('i', 'I')
      union all select pg_get_viewdef(relation.oid) from relation where relkind in ('v', 'm')
      union all select format('%s %s', pg_get_functiondef(p.oid), proacl) from pg_proc p join own on own.oid = pronamespace where prokind in ('f', 'p')
      union all select pg_get_triggerdef(t.oid) from pg_trigger t join relation on relation.oid = tgrelid where not tgisinternal
      union all select format('%s.%s %s %s %s %s', nspname, relname, polname, polcmd, pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) from pg_policy join relation on relation.oid = polrelid
      union all select format('%s %s', name, hash) from platform.migration) as told (line) order by line collate "C"`)
  return createHash('sha256').update(rows.map(({ line }) => line).join('\n')).digest('hex')
})

type Undisturbed = { readonly shape: string; readonly steps: number }

async function migrateUndisturbed(place: Place): Promise<Undisturbed> {
  const database = await emptyDatabase(place, 'undisturbed')
  if (await exitOf(launch(place, database)) !== 0) throw new Error('even undisturbed the migration fails')
  return { shape: await shapeOf(place, database), steps: await done(place, database) }
}

const differing = async (place: Place, database: string, { shape }: Undisturbed): Promise<string[]> => (await shapeOf(place, database) === shape ? [] : ['another shape than undisturbed'])

/** Killed at five moments, each later than the one before; then once more to its end. */
async function killMigrations(place: Place, undisturbed: Undisturbed): Promise<UpgradeRow> {
  const database = await emptyDatabase(place, 'killed')
  const part = Math.floor(undisturbed.steps / kills)
  const moments = Array.from({ length: kills }, (_, index) => index * part + randomInt(1, part))
  const left: number[] = []
  const wrong: string[] = []
  for (const moment of moments) {
    const child = launch(place, database)
    const ended = exitOf(child)
    if (!await until(60_000, async () => await done(place, database) >= moment)) wrong.push(`step ${String(moment)} is not reached`)
    child.kill('SIGKILL')
    await ended
    left.push(await done(place, database))
  }
  if (await exitOf(launch(place, database)) !== 0) wrong.push('does not go on after it was killed')
  return { name: 'migration killed (SIGKILL), started again', tried: kills, wrong: [...wrong, ...await differing(place, database, undisturbed)], seen: `killed after ${left.join(', ')} of ${String(undisturbed.steps)} steps; in the end the same tables, rights, rules and row security` }
}

async function migrateTwice(place: Place, undisturbed: Undisturbed): Promise<UpgradeRow> {
  const database = await emptyDatabase(place, 'twice')
  const codes = await Promise.all([launch(place, database), launch(place, database)].map(exitOf))
  const wrong = codes.every((code) => code === 0) ? [] : [`left with ${codes.map(String).join(' and ')}`]
  return { name: 'two migrators at once', tried: 2, wrong: [...wrong, ...await differing(place, database, undisturbed)], seen: `${String(await done(place, database))} of ${String(undisturbed.steps)} steps on record, each once; left with ${codes.map(String).join(' and ')}` }
}

/** A page of before the upgrade acts, then one of today: the first does nothing, the second is served. */
async function meetOldPage({ product }: Place): Promise<UpgradeRow> {
  const mark = /data-contract="([^"]*)"/.exec(await (await fetch(product.url)).text())?.[1] ?? ''
  const cookie = await product.cookie('sad')
  const orders = async (): Promise<number> => (await product.sql<{ count: number }>('select count(*)::int as count from repair_orders.repair_order'))[0]?.count ?? 0
  const act = async (contract: string, index: number) => {
    const headers = { cookie, 'content-type': 'application/json', 'gangwei-contract': contract, 'idempotency-key': `upgrade-${contract}-${String(index)}` }
    const answer = await fetch(`${product.url}/api/repair-orders`, { method: 'POST', headers, body: JSON.stringify({ plate: `新Y${String(20_001 + index)}`, purpose: 'repair' }) })
    return `${String(answer.status)} ${String((await answer.json() as { code?: string }).code ?? '')}`.trim()
  }
  const before = await orders()
  const old = await Promise.all(Array.from({ length: oldDeeds }, (_, index) => act('of-before', index)))
  const between = await orders()
  const today = await act(mark, 0)
  const wrong = [
    ...old.filter((answer) => answer !== refused).map((answer) => `an old page was answered ${answer}`),
    ...(between === before ? [] : [`${String(between - before)} deeds of an old page went through`]), ...(today === '200' ? [] : [`today's page was answered ${today}`]),
  ]
  return { name: 'a page of before the upgrade', tried: oldDeeds, wrong, seen: `426 with its code × ${String(old.filter((answer) => answer === refused).length)} of ${String(old.length)}, ${String(between - before)} done; today's page: ${today}` }
}

export async function tryUpgrades(): Promise<UpgradeRow[]> {
  const place: Place = { product: await makeProduct(), folder: mkdtempSync(path.join(tmpdir(), 'gangwei-upgrade-')) }
  try {
    await place.product.start()
    const undisturbed = await migrateUndisturbed(place)
    return [await killMigrations(place, undisturbed), await migrateTwice(place, undisturbed), await meetOldPage(place)]
  } finally {
    await place.product.remove()
    rmSync(place.folder, { recursive: true, force: true })
  }
}
