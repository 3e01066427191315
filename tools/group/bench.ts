import { writeFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import path from 'node:path'
import { processesIn, signIn } from '../../src/app/testing/product.ts'
import { appRole } from '../../src/platform/migrate.ts'
import { measureCoreFlow, type CoreFlow } from '../bench/core-flow.ts'
import { load, measured } from '../bench/measure.ts'
import { prepareCrews, prepareGoods } from '../bench/visit.ts'
import { startWeb } from './processes.ts'
import { databaseBytes, replicaState, type Servers } from './servers.ts'

const clients = 8
const carsEach = 8
const rounds = 2

type Setting = { readonly processes: number; readonly pooled: boolean }
type Row = Setting & { readonly flow: CoreFlow; readonly load: string; readonly behind: string; readonly grownBytes: number }

async function measure(servers: Servers, dataFolder: string, port: number, { processes, pooled }: Setting): Promise<Row> {
  const settings = { DATA_DIR: dataFolder, DATABASE_URL: pooled ? servers.pooled ?? servers.direct : servers.direct, POOLER: pooled ? 'transaction' : 'none', LOG_LEVEL: 'error' }
  const web = await startWeb({ count: processes, port, host: '127.0.0.1', settings, say: () => {} })
  try {
    const door = { signIn: (login: string) => signIn(web.url, login) }
    const [goods, crews] = [await prepareGoods(door), await prepareCrews(door, clients)]
    const watched = { app: web.pids, databaseProcesses: () => processesIn(servers.folders), sql: () => Promise.reject(new Error('statements are not counted here')) }
    const run = (each: number): Promise<CoreFlow> => measureCoreFlow(watched, crews, goods, { each, role: appRole, counted: false })
    await run(2) // warm: compiled code, connections
    const size = await databaseBytes(servers)
    const flow = await run(carsEach)
    const lag = await replicaState(servers)
    return { processes, pooled, flow, grownBytes: await databaseBytes(servers) - size, load: load(), behind: lag === null ? 'does not follow' : `${String(Math.round(lag.bytes / 1_024))} kB` }
  } finally {
    await web.stop()
  }
}

const steps = ['arrive', 'lines', 'authorise', 'issue', 'settle', 'pay'] as const
const ms = (value: number): string => value.toFixed(value < 100 ? 1 : 0)

function line({ processes, pooled, flow, load: average, behind }: Row): string {
  const all = measured(steps.flatMap((step) => flow.timings.get(step) ?? []))
  return `| ${String(processes)} | ${pooled ? 'pgbouncer' : 'none'} | ${flow.perSecond.toFixed(1)} | ${ms(all.p50)} / ${ms(all.p95)} | ${steps.map((step) => ms(measured(flow.timings.get(step) ?? []).p95)).join(' / ')} | ${flow.processor.app.toFixed(1)} / ${flow.processor.database.toFixed(1)} / ${flow.processor.client.toFixed(1)} | ${behind} | ${average} |`
}

/** One process against two, and through the pooler against without; each twice, there and back, so that a machine that grows busier favours none. */
export async function measureGroup(servers: Servers, dataFolder: string, port: number): Promise<void> {
  const settings: Setting[] = [false, true].filter((pooled) => !pooled || servers.pooled !== null).flatMap((pooled) => [1, 2].map((processes) => ({ processes, pooled })))
  const rows: Row[] = []
  for (let round = 0; round < rounds; round += 1) {
    for (const setting of round % 2 === 0 ? settings : settings.toReversed()) {
      const row = await measure(servers, dataFolder, port, setting)
      console.log(line(row))
      rows.push(row)
    }
  }
  const kilobytes = rows.reduce((sum, { grownBytes }) => sum + grownBytes, 0) / rows.reduce((sum, { flow }) => sum + flow.flows, 0) / 1_024
  const text = `# A group on one machine, as measured

Written by \`npm run group -- --bench\` on ${new Date().toISOString().slice(0, 10)}: ${String(availableParallelism())} × ${cpus()[0]?.model.trim() ?? 'unknown'}, demo store T0. Everything on this machine: primary, streaming replica, ${servers.pooled === null ? 'no pooler (pgbouncer is not installed)' : 'pgbouncer in transaction mode'},
the web processes, the proxy and the client. ${String(clients)} clients bring ${String(carsEach)} cars each through the core flow of [bench.md](bench.md) (create, 3 labour and 5 part lines, authorise, issue, settle, pay), stage by stage; all rows go through the proxy.

| web processes | pooler | flows a second | one request, p50 / p95 ms | p95 ms of arrive / lines / authorise / issue / settle / pay | processor of app / database, replica and pooler / client and proxy, ms a flow | replica behind at the end | load average 1, 5, 15 min |
|--:|---|--:|--:|--:|--:|--:|--:|
${rows.map(line).join('\n')}

- The rows are in the order they were measured, there and back.
- The database grew by ${kilobytes.toFixed(0)} kB a car, indexes and audit included: reception, lines, dispatch, clocks, inspection, statement, payment; no photos, which are files.
- ${String(availableParallelism())} cores are shared by all of these and by whatever else ran on the machine (the load average tells how much): a second process has no core of its own here, so these rows do not show what one on a second machine brings. They show what the way through a group costs.
- Behind the pooler statements have no names, so the database parses and plans each of them anew, and role and limits are set in every transaction; the pooler's own processor is in the second figure too.
- Not measured: processes on several machines, a network between them, a balancer other than this proxy.
`
  writeFileSync(path.join(import.meta.dirname, '../../docs/proof/group.md'), text)
}
