import { writeFileSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism, cpus } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { arrivalsAt } from '../../src/app/testing/arrivals.ts'
import { signIn, until } from '../../src/app/testing/product.ts'
import { load as loadAverage } from '../bench/measure.ts'
import type { Servers } from './servers.ts'

const advisors = ['sad', 'sad2', 'sad3', 'sad4', 'sad5', 'sad6']
const enough = 300 // acknowledged before the fault
const root = path.join(import.meta.dirname, '../..')

async function ask<Row extends pg.QueryResultRow>(server: pg.ClientConfig, query: string): Promise<Row[]> {
  const client = new pg.Client(server)
  await client.connect()
  try {
    return (await client.query<Row>(query)).rows
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

/**
 * The primary dies under load (SIGKILL to all its processes) and its synchronous standby takes over, by the commands of docs/operations.md:
 * promote, point the pooler at it. Counted is what was acknowledged and is not there, once.
 */
export async function measureFailover(servers: Servers, url: string, settings: Readonly<Record<string, string>>): Promise<boolean> {
  if (servers.pooled === null) throw new Error('--failover needs pgbouncer: it is what is pointed at the new primary')
  await makeSynchronous(servers)
  const arrivals = arrivalsAt({ sql: (query) => ask(servers.standby, query) }, await Promise.all(advisors.map((login) => signIn(url, login))))
  const load = arrivals.startLoad()
  if (!await until(60_000, () => load.told() >= enough)) throw new Error('the load does not run')
  const before = load.told()
  const killed = performance.now()
  servers.killPrimary()
  await ask(servers.standby, 'select pg_promote()')
  const promoted = performance.now() - killed
  servers.pointPoolerAtStandby()
  if (!await until(60_000, () => load.told() > before + 20)) throw new Error('nobody is served again a minute after the fault')
  await load.stop()
  const lost = await arrivals.lost()
  const { repeated, wrong } = await arrivals.repeatUnanswered()
  const clean = await verified(settings, servers.replica)
  const row = `| ${String(before)} before, ${String(load.told())} in all | ${lost.length + wrong.length === 0 ? '0' : `**${[...lost, ...wrong].slice(0, 3).join('; ')}**`} | ${String(repeated)} | ${(promoted / 1_000).toFixed(1)} s | ${(load.longestGap() / 1_000).toFixed(1)} s | ${clean ? 'clean' : '**not clean**'} |`
  console.log(row)
  writeFileSync(path.join(root, 'docs/proof/failover.md'), `# The loss of the primary

Written by \`npm run group -- --failover\` on ${new Date().toISOString().slice(0, 10)}: ${String(availableParallelism())} × ${cpus()[0]?.model.trim() ?? 'unknown'}, load ${loadAverage()} at the end. Two web processes behind pgbouncer, the replica synchronous (\`synchronous_standby_names = 'replica'\`). Six advisors register cars over HTTP without a pause;
then all processes of the primary are killed (SIGKILL), the standby is promoted and pgbouncer is pointed at it, by the commands of [operations.md](../operations.md), without a person's thinking time between them. The web processes are not touched.

| acknowledged | lost, doubled or strange | sent again with the same key | killed until promoted | longest time nobody was served | verify after it |
|---|---|--:|--:|--:|---|
${row}

Not tried: an old primary that comes back (it must be kept away: see operations.md), a standby that is lost (with one synchronous standby writes wait for it), a network that is cut in two.
`)
  return lost.length + wrong.length === 0 && clean
}
