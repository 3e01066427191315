import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { readSettings } from '../../src/platform/settings.ts'
import { measureGroup } from './bench.ts'
import { measureFailover } from './failover.ts'
import { settingsOf, withServers, withWeb } from './group.ts'
import type { Web } from './processes.ts'
import { replicaState, type Servers } from './servers.ts'

// A group on one machine by one command: primary, streaming replica, pooler, several web processes, one address (docs/operations.md).
const root = path.join(import.meta.dirname, '../..')
const { values } = parseArgs({
  args: process.argv.slice(3).filter((word) => word !== '--'),
  options: { processes: { type: 'string', default: '2' }, journeys: { type: 'boolean', default: false }, bench: { type: 'boolean', default: false }, failover: { type: 'boolean', default: false } },
})

/** What a group must not break: one car by all positions, two people at one record, live screens, work without a network. */
const journeys = ['one-car', 'quotes', 'arrival', 'offline'].map((name) => `e2e/${name}.spec.ts`)
const wanted = 'one car \\(zh-CN|two people at one record|a colleague sees the new car|in the pit without a network'

const stopped = new Promise<number>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'disconnect']) process.on(signal, () => { resolve(1) })
})

async function runJourneys(port: number): Promise<number> {
  const child = spawn(process.execPath, ['node_modules/@playwright/test/cli.js', 'test', '-g', wanted, ...journeys], {
    cwd: root, stdio: 'inherit', env: { ...process.env, E2E_PORT: String(port), E2E_GROUP: 'yes' },
  })
  void stopped.then(() => child.kill())
  const [code] = await once(child, 'exit') as [number | null]
  return code ?? 1
}

async function serveUntilStopped(servers: Servers, web: Web, count: number): Promise<void> {
  const lag = await replicaState(servers)
  console.log(`\nA group serves at ${web.url}: ${String(count)} web process${count === 1 ? '' : 'es'} (${web.pids().join(', ')}), files of all in one folder`)
  for (const line of servers.says) console.log(`  ${line}`)
  console.log(`  the replica ${lag === null ? 'does not follow yet' : `follows, ${String(Math.round(lag.ms))} ms behind`}. Ctrl+C or SIGTERM stops all.`)
  await stopped
}

async function main(): Promise<number> {
  const count = Number(values.processes)
  if (!Number.isInteger(count) || count < 1 || count > 16) throw new Error('--processes: 1 to 16')
  const settings = readSettings({ ...process.env, DATABASE_URL: '', REPLICA_URL: '', POOLER: '' }, root)
  const ofItsOwn = values.journeys || values.bench || values.failover // measured and walked through on a store of its own, never on yours
  return withServers(ofItsOwn ? null : settings.DATA_DIR, async (servers, dataFolder) => {
    if (values.bench) return Promise.race([measureGroup(servers, dataFolder, settings.PORT).then(() => 0), stopped])
    const doors = { count, port: settings.PORT, host: settings.HOST, say: (text: string) => { process.stdout.write(text) } }
    return withWeb(doors, settingsOf(servers, dataFolder), async (web) => {
      if (values.journeys) return runJourneys(settings.PORT)
      if (values.failover) return Promise.race([measureFailover(servers, web.url, settingsOf(servers, dataFolder)).then((kept) => (kept ? 0 : 1)), stopped])
      await serveUntilStopped(servers, web, count)
      return 0
    })
  })
}

process.exitCode = await main().catch((cause: unknown) => {
  console.error(cause instanceof Error ? cause.message : cause)
  return 1
})
process.exit()
