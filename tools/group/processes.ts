import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { until, whyNotReady } from '../../src/app/testing/product.ts'
import { startProxy, type Target } from './proxy.ts'

export type Web = {
  readonly url: string
  /** The processes that serve now. */
  pids(): number[]
  stop(): Promise<void>
}

type Wish = {
  readonly count: number
  /** The proxy's; the processes take the ports after it. */
  readonly port: number
  readonly host: string
  readonly settings: Readonly<Record<string, string>>
  /** What the first process says while it starts. */
  readonly say: (text: string) => void
}

const root = path.join(import.meta.dirname, '../..')

/** One web process: started again when it ends by itself, as a service manager does it; the channel ends it when we are gone. */
function keepRunning(port: number, { settings, say }: Wish, talks: boolean): { pid: () => number; stop: () => Promise<void> } {
  let child: ChildProcess
  let stopping = false
  const start = (): void => {
    child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/app/main.ts', 'start'], {
      cwd: root, stdio: ['ignore', 'pipe', 'inherit', 'ipc'], env: { ...process.env, TZ: 'UTC', PUBLIC_URL: '', TLS: 'off', ...settings, PORT: String(port), HOST: '127.0.0.1' },
    })
    child.stdout?.on('data', (chunk: Buffer) => { if (talks) say(chunk.toString()) })
    child.once('exit', () => { if (!stopping) setTimeout(() => { if (!stopping) start() }, 1_000) })
  }
  start()
  return {
    pid: () => child.pid ?? 0,
    stop: async () => {
      stopping = true
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

/** The first process alone: it migrates, loads the demo store into an empty database and makes the keys; the others find all of it. */
export async function startWeb(wish: Wish): Promise<Web> {
  const targets: Target[] = Array.from({ length: wish.count }, (_, index) => ({ port: wish.port + 1 + index, ready: false }))
  const running: ReturnType<typeof keepRunning>[] = []
  const stopProcesses = async (): Promise<void> => { await Promise.all(running.map(({ stop }) => stop())) }
  const begin = async (some: readonly Target[], talks: boolean): Promise<void> => {
    running.push(...some.map(({ port }) => keepRunning(port, wish, talks)))
    for (const target of some) {
      if (!await until(120_000, async () => (await whyNotReady(`http://127.0.0.1:${String(target.port)}`)) === null)) throw new Error(`the web process on port ${String(target.port)} is not ready after two minutes`)
      target.ready = true
    }
  }
  try {
    await begin(targets.slice(0, 1), true)
    await begin(targets.slice(1), false)
    const proxy = startProxy(targets)
    proxy.server.listen(wish.port, wish.host)
    await once(proxy.server, 'listening')
    return {
      url: `http://127.0.0.1:${String(wish.port)}`, pids: () => running.map(({ pid }) => pid()),
      stop: async () => {
        await proxy.close()
        await stopProcesses()
      },
    }
  } catch (cause) {
    await stopProcesses()
    throw cause
  }
}
