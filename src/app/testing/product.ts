import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { Agent, request, type IncomingMessage, type RequestOptions } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inspect } from 'node:util'
import pg from 'pg'
import { embeddedSuperuser, placeOfData } from '../../platform/embedded-postgres.ts'
import { readSettings } from '../../platform/settings.ts'
import { demoPassword } from '../demo/load-demo.ts'

export type Reply = { readonly status: number; readonly body: Record<string, unknown> }

/** Somebody signed in. No answer at all (the product died) is an error of the promise. */
export type Person = {
  get(path: string): Promise<Reply>
  post(path: string, body: object, key: string): Promise<Reply>
}

export type Exit = { readonly code: number | null; readonly said: string }

/** The product as it is delivered, in processes of its own on a data folder of its own. */
export type Product = {
  readonly url: string
  readonly databaseFolder: string
  readonly folder: string
  /** Starts it and waits until it says it is ready. Answers the milliseconds it took. */
  start(): Promise<number>
  ready(milliseconds: number): Promise<void>
  signIn(login: string): Promise<Person>
  /** The cookie of a new session, for who speaks HTTP himself. */
  cookie(login: string): Promise<string>
  /** SIGKILL to the process that serves and to its starter: no last words. Answers all processes it had, the database's too. */
  kill(): Promise<readonly number[]>
  killDatabase(): void
  /** SIGKILL to the shell between the program and its database, which ends the database when the program is gone. */
  killDatabaseGuard(): void
  /** SIGTERM, as a service manager does it. */
  stop(): Promise<Exit>
  /** Another command of the product on the same data folder: `verify`, `demo --tier T1`. */
  run(command: string): Promise<Exit>
  /** Looks past the product into its database, as its owner. */
  sql<Row extends pg.QueryResultRow>(query: string, values?: unknown[]): Promise<Row[]>
  processes(): readonly number[]
  databaseProcesses(): readonly number[]
  /** Of these, and of any on its data folder, the ones still alive after the wait. */
  leftAfter(milliseconds: number, pids?: readonly number[]): Promise<readonly number[]>
  serving(): number
  remove(): Promise<void>
}

const root = path.join(import.meta.dirname, '../../..')
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, milliseconds) })

/** Asks again and again until the answer is yes; false when the time is over. */
export async function until(milliseconds: number, question: () => Promise<boolean> | boolean): Promise<boolean> {
  const end = performance.now() + milliseconds
  while (performance.now() < end) {
    if (await question()) return true
    await pause(50)
  }
  return false
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new TypeError('no port')
  return address.port
}

/** What the tests' own runner sets must not reach the product; the starter ends with us, however we end. */
function environment(folder: string, port: number, more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const env = {
    ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: folder, LOG_LEVEL: 'error', npm_lifecycle_event: 'product',
    NODE_ENV: undefined, DATABASE_URL: undefined, REPLICA_URL: undefined, PUBLIC_URL: undefined, POOLER: undefined, TLS: undefined, BACKUP_DIR: undefined, ...more,
  }
  if (readSettings(env, root).DATABASE_URL !== undefined) throw new Error('gangwei.settings.json names a database: faults are not tried on that one')
  return env
}

/** The starter installs what is missing; a test must not do that to a tree others work in, so it does not begin. */
function refuseToInstall(): void {
  const lock = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json'))).digest('hex')
  const marker = path.join(root, 'node_modules', '.gangwei-installed')
  const installed = existsSync(marker) ? readFileSync(marker, 'utf8') : ''
  if (!installed.startsWith(lock)) throw new Error('The packages are not those of the lock file. Run `node start.mjs tool:unit` once, it installs them.')
}

type Process = { readonly pid: number; readonly parent: number; /** Its folder, or its words where folders are not told. */ readonly place: string }

function readProcess(pid: string): Process[] {
  try {
    const [state = '', parent = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return state === 'Z' ? [] : [{ pid: Number(pid), parent: Number(parent), place: readlinkSync(`/proc/${pid}/cwd`) }]
  } catch {
    return [] // it ended while we looked
  }
}

/** All processes of the machine that live. Linux tells by /proc (a slim image has no ps), others by ps. */
function allProcesses(): Process[] {
  if (existsSync('/proc/self/stat')) return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap(readProcess)
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n').flatMap((line) => {
    const [, pid, parent, place = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), place }]
  })
}

/** Servers stand in their folders. */
export const processesIn = (folders: readonly string[]): number[] => allProcesses().filter(({ place }) => folders.some((folder) => place.includes(folder))).map(({ pid }) => pid)

/** The process itself, its children, theirs, and so on. */
function processesBelow(top: number, all = allProcesses()): number[] {
  const found = all.filter(({ pid }) => pid === top).map(({ pid }) => pid)
  for (let index = 0; index < found.length; index += 1) found.push(...all.filter(({ parent }) => parent === found[index]).map(({ pid }) => pid))
  return found
}

type Run = { readonly child: ChildProcess; readonly ended: Promise<Exit>; said(): string }

function launch(command: string, env: NodeJS.ProcessEnv): Run {
  refuseToInstall()
  const child = spawn(process.execPath, ['start.mjs', ...command.split(' ')], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { said = (said + chunk.toString()).slice(-20_000) })
  const ended = once(child, 'exit').then(([code]: (number | null)[]) => ({ code: code ?? null, said }))
  return { child, ended, said: () => said }
}

const json = { 'content-type': 'application/json' }

async function cookieOf(url: string, login: string): Promise<string> {
  const answer = await fetch(`${url}/api/session`, { method: 'POST', headers: json, body: JSON.stringify({ login, password: demoPassword }) })
  if (answer.status !== 200) throw new Error(`cannot sign in as ${login}: ${await answer.text()}`)
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

export async function signIn(url: string, login: string): Promise<Person> {
  const cookie = await cookieOf(url, login)
  return {
    get: (address) => ask(`${url}/api${address}`, { headers: { cookie } }),
    post: (address, body, key) => ask(`${url}/api${address}`, { method: 'POST', headers: { ...json, cookie, 'idempotency-key': key } }, JSON.stringify(body)),
  }
}

const connections = new Agent({ keepAlive: true, maxSockets: 64 })

/** A question with little work for whoever asks: what is measured with it is the product, not `fetch`. */
async function ask(address: string, options: RequestOptions, body = ''): Promise<Reply> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const asked = request(address, { ...options, agent: connections, timeout: 20_000 }, resolve)
    asked.on('timeout', () => { asked.destroy(new Error(`no answer within 20 s: ${address}`)) })
    asked.on('error', reject)
    asked.end(body)
  })
  const pieces = await response.toArray() as Buffer[]
  return { status: response.statusCode ?? 0, body: JSON.parse(Buffer.concat(pieces).toString()) as Record<string, unknown> }
}

/** Null when it answers that it is ready. */
export async function whyNotReady(url: string): Promise<string | null> {
  return fetch(`${url}/ready`, { signal: AbortSignal.timeout(5_000) }).then(({ status }) => (status === 200 ? null : `it answers ${String(status)}`), (cause: unknown) => inspect(cause))
}

/** `more`: settings; `place`: the folder its own is made in. */
export async function makeProduct(more: Readonly<Record<string, string>> = {}, place = tmpdir()): Promise<Product> {
  const folder = mkdtempSync(path.join(place, 'gangwei-product-'))
  chmodSync(folder, 0o755) // as root, the database runs as another user and must get in
  const port = await freePort()
  const url = `http://127.0.0.1:${String(port)}`
  const env = environment(folder, port, more)
  const databaseFolder = placeOfData(path.join(folder, 'postgres'))
  let run: Run | null = null
  const running = (): Run => run ?? (() => { throw new Error('the product has not been started') })()
  const starter = (): number => running().child.pid ?? 0
  const serving = (): number => processesBelow(starter())[1] ?? 0
  const inFolder = (): number[] => processesIn([databaseFolder])
  const postmaster = (): number => Number(readFileSync(path.join(databaseFolder, 'postmaster.pid'), 'utf8').split('\n')[0])
  const processes = (): readonly number[] => [...new Set([...processesBelow(starter()), ...inFolder()])]
  const ready = async (milliseconds: number): Promise<void> => {
    let why: string | null = 'not asked yet'
    await until(milliseconds, async () => hasEnded(running()) || (why = await whyNotReady(url)) === null)
    const { child, said } = running()
    if (hasEnded(running())) throw new Error(`it ended (${String(child.exitCode ?? child.signalCode)}) before it was ready: ${said()}`)
    if (why !== null) throw new Error(`not ready within ${String(milliseconds)} ms: ${why}\n${said()}`)
  }
  const stop = (): Promise<Exit> => { running().child.kill('SIGTERM'); return running().ended }
  const leftAfter: Product['leftAfter'] = async (milliseconds, pids = []) => {
    const left = () => [...new Set([...allProcesses().map(({ pid }) => pid).filter((pid) => pids.includes(pid)), ...inFolder()])]
    await until(milliseconds, () => left().length === 0)
    return left()
  }
  return {
    url, folder, databaseFolder, ready, processes, databaseProcesses: inFolder, leftAfter, stop, serving, signIn: (login) => signIn(url, login), cookie: (login) => cookieOf(url, login),
    start: async () => {
      const began = performance.now()
      run = launch('start', env)
      await ready(90_000)
      return performance.now() - began
    },
    kill: async () => {
      const all = processes()
      for (const pid of [serving(), starter()]) process.kill(pid, 'SIGKILL')
      await running().ended
      return all
    },
    killDatabase: () => { process.kill(postmaster(), 'SIGKILL') },
    killDatabaseGuard: () => { process.kill(allProcesses().find(({ pid }) => pid === postmaster())?.parent ?? Number.NaN, 'SIGKILL') },
    run: (command) => launch(command, env).ended,
    sql: (query, values = []) => lookInto(databaseFolder, query, values),
    remove: async () => {
      if (run !== null && !hasEnded(run)) await stop()
      await leftAfter(15_000)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const hasEnded = ({ child }: Run): boolean => child.exitCode !== null || child.signalCode !== null

/** The database's owner, not connected yet. */
export const ownerOf = ({ databaseFolder }: Pick<Product, 'databaseFolder'>): pg.Client => new pg.Client({ host: databaseFolder, port: 5432, user: embeddedSuperuser, database: 'gangwei' })

async function lookInto<Row extends pg.QueryResultRow>(databaseFolder: string, query: string, values: unknown[]): Promise<Row[]> {
  const client = ownerOf({ databaseFolder })
  await client.connect()
  try {
    return (await client.query<Row>(query, values)).rows
  } finally {
    await client.end()
  }
}
