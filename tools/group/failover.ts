import { writeFileSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism, cpus } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { signIn, until } from '../../src/app/testing/product.ts'
import { writesAt } from '../../src/app/testing/writes.ts'
import { load as loadAverage } from '../bench/measure.ts'
import type { Servers } from './servers.ts'

const enough = 1_000 // acknowledged before the fault
const root = path.join(import.meta.dirname, '../..')

async function ask<Row extends pg.QueryResultRow>(server: pg.ClientConfig, query: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client(server)
  await client.connect()
  try {
    return (await client.query<Row>(query, values)).rows
  } finally {
    await client.end()
  }
}

async function verified(settings: Readonly<Record<string, string>>, databaseUrl: string): Promise<boolean> {
  const child = spawn(process.execPath, ['src/app/main.ts', 'verify'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...settings, DATABASE_URL: databaseUrl, REPLICA_URL: '', POOLER: 'none' } })
  const [code] = await once(child, 'exit') as [number | null]
  return code === 0
}

/** No acknowledged commit without the standby from now on; answers when it follows so. */
async function makeSynchronous({ primary }: Servers): Promise<void> {
  await ask(primary, "alter system set synchronous_standby_names = 'replica'")
  await ask(primary, 'select pg_reload_conf()')
  const follows = async (): Promise<boolean> => (await ask(primary, "select from pg_stat_replication where sync_state = 'sync'")).length === 1
  if (!await until(10_000, follows)) throw new Error('the replica does not become synchronous')
}

export type Failover = { readonly before: number; readonly told: number; readonly wrong: readonly string[]; readonly repeated: number; readonly promotedMs: number; readonly gapMs: number; readonly verified: boolean }

/**
 * The primary dies under load (SIGKILL to all its processes) and its synchronous standby takes over, by the commands of docs/operations.md:
 * promote, point the pooler at it. Counted is what was acknowledged and is not there, once.
 */
export async function losePrimary(servers: Servers, url: string, settings: Readonly<Record<string, string>>): Promise<Failover> {
  if (servers.pooled === null) throw new Error('the loss of the primary needs pgbouncer: it is what is pointed at the new one')
  await makeSynchronous(servers)
  const writes = await writesAt({ sql: (query, values) => ask(servers.standby, query, values), signIn: (login) => signIn(url, login) })
  const load = writes.startLoad()
  if (!await until(120_000, () => load.told() >= enough)) throw new Error('the load does not run')
  const before = load.told()
  const killed = performance.now()
  servers.killPrimary()
  await ask(servers.standby, 'select pg_promote()')
  const promotedMs = performance.now() - killed
  servers.pointPoolerAtStandby()
  if (!await until(60_000, () => load.told() > before + 20)) throw new Error('nobody is served again a minute after the fault')
  await load.stop()
  const lost = await writes.lost()
  const { repeated, wrong } = await writes.repeatUnanswered()
  return { before, told: load.told(), wrong: [...lost, ...wrong], repeated, promotedMs, gapMs: load.longestGap(), verified: await verified(settings, servers.replica) }
}

export async function measureFailover(servers: Servers, url: string, settings: Readonly<Record<string, string>>): Promise<boolean> {
  const { before, told, wrong, repeated, promotedMs, gapMs, verified: clean } = await losePrimary(servers, url, settings)
  const row = `| ${String(before)} before, ${String(told)} in all | ${wrong.length === 0 ? '0' : `**${wrong.slice(0, 3).join('; ')}**`} | ${String(repeated)} | ${(promotedMs / 1_000).toFixed(1)} s | ${(gapMs / 1_000).toFixed(1)} s | ${clean ? 'clean' : '**not clean**'} |`
  console.log(row)
  writeFileSync(path.join(root, 'docs/proof/failover.md'), `# The loss of the primary

Written by \`npm run group -- --failover\` on ${new Date().toISOString().slice(0, 10)}: ${String(availableParallelism())} × ${cpus()[0]?.model.trim() ?? 'unknown'}, load ${loadAverage()} at the end. Two web processes behind pgbouncer, the replica synchronous (\`synchronous_standby_names = 'replica'\`). Six advisors register cars, a cashier takes deposits, a storekeeper books goods in, over HTTP without a pause;
then all processes of the primary are killed (SIGKILL), the standby is promoted and pgbouncer is pointed at it, by the commands of [operations.md](../operations.md), without a person's thinking time between them. The web processes are not touched.

| acknowledged | lost, doubled or strange | sent again with the same key | killed until promoted | longest time nobody was served | verify after it |
|---|---|--:|--:|--:|---|
${row}

Not tried: an old primary that comes back (it must be kept away: see operations.md), a standby that is lost (with one synchronous standby writes wait for it), a network that is cut in two.
`)
  return wrong.length === 0 && clean
}
