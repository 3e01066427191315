import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { ownerOf, until, type Product } from '../../src/app/testing/product.ts'
import type { Writes } from '../../src/app/testing/writes.ts'

export type Fault = {
  /** Null means it can be tried on this machine. */
  readonly whyNot?: () => string | null
  /** The folder that the product's own is made in. */
  readonly place?: () => string
  /** Answers what was seen, in a few words. */
  readonly happen: (product: Product, writes: Writes) => Promise<string>
  readonly tidy?: () => void
}

const databaseOf = (product: Product): number => Number(readFileSync(path.join(product.databaseFolder, 'postmaster.pid'), 'utf8').split('\n')[0])

/** Which answers came since, and how often: "503 × 12". */
function answersSince(writes: Writes, since: number): string {
  const counts = Map.groupBy(writes.journal.slice(since).filter(({ ended, number }) => ended && number === null), ({ status }) => (status === null ? 'no answer' : String(status)))
  return counts.size === 0 ? 'no write was refused' : [...counts].map(([status, all]) => `${status} × ${String(all.length)}`).join(', ')
}

async function killApp(product: Product): Promise<string> {
  await product.kill().then((pids) => product.leftAfter(10_000, pids))
  return `ready again ${String(Math.round(await product.start()))} ms after its start`
}

async function killDatabase(product: Product, writes: Writes): Promise<string> {
  const since = writes.journal.length
  product.killDatabase()
  await until(10_000, () => writes.journal.slice(since).some(({ status }) => status === 503))
  await product.ready(30_000)
  return answersSince(writes, since)
}

/** The server and all its children stand still, as on a machine that swaps or a disk that hangs. */
async function freezeDatabase(product: Product, writes: Writes): Promise<string> {
  const since = writes.journal.length
  const serving = product.serving()
  const pids = [databaseOf(product), ...product.databaseProcesses().filter((pid) => pid !== serving && pid !== process.pid)]
  for (const pid of pids) process.kill(pid, 'SIGSTOP')
  await pause(10_000)
  for (const pid of pids) process.kill(pid, 'SIGCONT')
  return `10 s; ${answersSince(writes, since)}`
}

/** Whatever connection the product gives back or loses, others have at once: for ten seconds it has none at all. */
async function takeConnections(product: Product, writes: Writes): Promise<string> {
  const since = writes.journal.length
  const taken: pg.Client[] = []
  const takeOne = async (): Promise<boolean> => {
    const client = ownerOf(product)
    client.on('error', () => {})
    return client.connect().then(() => { taken.push(client); return true }, () => false)
  }
  const takeAll = async (): Promise<void> => { while (taken.length < 200 && (await Promise.all(Array.from({ length: 16 }, takeOne))).includes(true)); }
  try {
    await takeAll()
    const [hand] = taken
    if (hand === undefined) throw new Error('not one connection could be taken')
    const cut = async (): Promise<number> => (await hand.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'gangwei' and backend_type = 'client backend'")).rowCount ?? 0
    if (!await until(10_000, async () => { const left = await cut(); await takeAll(); return left === 0 })) throw new Error('the product keeps a connection')
    await pause(500) // what was answered already arrives
    const told = (): number => writes.journal.filter(({ number }) => number !== null).length
    const before = told()
    await pause(10_000)
    if (told() > before) throw new Error('the product was served while others had all connections')
    return `all ${String(taken.length)} taken by others for 10 s; ${answersSince(writes, since)}`
  } finally {
    await Promise.all(taken.map((client) => client.end()))
  }
}

async function lockHotRow(product: Product, writes: Writes): Promise<string> {
  const since = writes.journal.length
  const other = ownerOf(product)
  await other.connect()
  await other.query('begin')
  await other.query('select from platform.document_number for update')
  await pause(30_000)
  await other.query('rollback')
  await other.end()
  return `30 s; ${answersSince(writes, since)}`
}

async function restart(product: Product, writes: Writes): Promise<string> {
  const since = writes.journal.length
  const { code } = await product.stop()
  const ready = await product.start()
  return `left with ${String(code)}, ready ${String(Math.round(ready))} ms after its start; ${answersSince(writes, since)}`
}

const small = path.join(tmpdir(), 'gangwei-small-disk')
const smallMb = 900

function whyNoSmallDisk(): string | null {
  try {
    mkdirSync(small, { recursive: true })
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${String(smallMb)}m,mode=755`, 'tmpfs', small], { stdio: 'ignore' })
    return null
  } catch {
    return 'this machine lets us mount no small disk'
  }
}

function roomOnSmallDisk(): string {
  const place = mkdtempSync(path.join(small, 'place-'))
  chmodSync(place, 0o755) // as root, the database runs as another user and must get in
  return place
}

async function fillDisk(_product: Product, writes: Writes): Promise<string> {
  const since = writes.journal.length
  const ballast = path.join(small, 'ballast')
  for (let piece = 0; ; piece += 1) {
    const { bavail, bsize } = statfsSync(small)
    const free = bavail * bsize
    if (free === 0 || piece > 2_000) break
    try {
      writeFileSync(`${ballast}-${String(piece)}`, Buffer.alloc(Math.min(free, 4 * 2 ** 20)))
    } catch {
      break
    }
  }
  await until(60_000, () => writes.journal.slice(since).filter(({ number }) => number === null).length > 20)
  await pause(5_000)
  const meanwhile = answersSince(writes, since)
  execFileSync('sh', ['-c', `rm -f ${ballast}-*`])
  return `${String(smallMb)} MB, full for some seconds; ${meanwhile}`
}

export const faults: Readonly<Record<string, Fault>> = {
  'app killed (SIGKILL)': { happen: killApp },
  'database killed (SIGKILL)': { happen: killDatabase },
  'database stands still (SIGSTOP)': { happen: freezeDatabase },
  'all connections taken by others': { happen: takeConnections },
  'the rows of the running numbers locked': { happen: lockHotRow },
  'restarted by its service manager': { happen: restart },
  'disk full': {
    whyNot: whyNoSmallDisk, place: roomOnSmallDisk, happen: fillDisk,
    tidy: () => { execFileSync('umount', ['-l', small], { stdio: 'ignore' }); rmSync(small, { recursive: true, force: true }) },
  },
}
