import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Refusal, RefusedError } from '../../kernel/refusal.ts'

export type WorkerJob = { readonly id: number; readonly job: string }
export type WorkerAnswer = { readonly id: number } & ({ readonly result: Uint8Array<ArrayBuffer> } | { readonly error: string })

type Options = { readonly file: URL; readonly limitMs: number; readonly longestQueue: number }

type Waiting = WorkerJob & {
  /** How often it was given to a worker: the first death may be another's fault, the second is its own. */
  attempts: number
  readonly done: (result: Uint8Array) => void
  readonly failed: (error: Error) => void
}

const mostAttempts = 2

/**
 * One worker, one job at a time, the others in order: a process of its own, because native code that panics ends the process it runs in. It starts with
 * the first job, is replaced when it dies, ends with us, and holds us only while a job runs: a script gets its result, a server stops when it wants to.
 */
export class WorkerQueue {
  readonly #options: Options
  readonly #queue: Waiting[] = []
  #worker: ChildProcess | null = null
  #current: Waiting | null = null
  #deadline: NodeJS.Timeout | undefined
  #lastId = 0

  constructor(options: Options) {
    this.#options = options
  }

  run(job: string): Promise<Uint8Array> {
    if (this.#queue.length >= this.#options.longestQueue) return Promise.reject(new RefusedError(new Refusal('platform.overloaded'), 503))
    return new Promise((done, failed) => {
      this.#lastId += 1
      this.#queue.push({ id: this.#lastId, job, attempts: 0, done, failed })
      this.#next()
    })
  }

  /** Ends the worker and tells those who wait; a later job starts a new one. */
  async close(): Promise<void> {
    const ending = this.#worker
    this.#worker = null
    for (const job of [this.#release(), ...this.#queue.splice(0)]) job?.failed(new Error('the queue was closed'))
    if (ending !== null) await ended(ending)
  }

  #next(): void {
    if (this.#current !== null) return
    const job = this.#queue.shift()
    if (job === undefined) {
      if (this.#worker !== null) release(this.#worker)
      return
    }
    this.#current = job
    job.attempts += 1
    this.#deadline = setTimeout(() => { this.#expire() }, this.#options.limitMs)
    this.#worker ??= this.#start()
    hold(this.#worker)
    this.#worker.send({ id: job.id, job: job.job } satisfies WorkerJob)
  }

  /** Nothing is handed down: the flags of a test runner or a debugger are not the worker's. What it says when it dies is heard. */
  #start(): ChildProcess {
    const worker = fork(fileURLToPath(this.#options.file), { execArgv: ['--disable-warning=ExperimentalWarning'], serialization: 'advanced', stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
    let said = ''
    worker.stderr?.on('data', (chunk: Buffer) => { said = (said + chunk.toString()).slice(-1_000) })
    worker.on('message', (answer: WorkerAnswer) => { this.#settle(answer) })
    worker.on('error', (error) => { said += error.message })
    worker.on('close', (code, signal) => { if (worker === this.#worker) this.#survive(`the worker ended (${String(code ?? signal)}): ${said}`) })
    return worker
  }

  #settle(answer: WorkerAnswer): void {
    if (answer.id !== this.#current?.id) return // a late answer of a worker that was given up
    const job = this.#release()
    if ('result' in answer) job?.done(answer.result)
    else job?.failed(new Error(answer.error))
    this.#next()
  }

  /** The worker is gone. Its job has no effect but its answer, so it is done again; what kills twice is given up. */
  #survive(reason: string): void {
    this.#worker = null
    const job = this.#release()
    if (job !== null && job.attempts < mostAttempts) this.#queue.unshift(job)
    else job?.failed(new Error(reason))
    this.#next()
  }

  /** The queue goes on with a new worker. */
  #expire(): void {
    const late = this.#worker
    this.#worker = null
    late?.kill('SIGKILL')
    this.#release()?.failed(new Error(`not done within ${String(this.#options.limitMs)} ms`))
    this.#next()
  }

  #release(): Waiting | null {
    clearTimeout(this.#deadline)
    const job = this.#current
    this.#current = null
    return job
  }
}

type Handle = { ref(): void; unref(): void }
/** What keeps our process waiting for a worker: itself, its channel and its words. */
const handles = (worker: ChildProcess): Handle[] => [worker, worker.channel, worker.stderr].filter((each) => each !== null && each !== undefined) as unknown as Handle[]
const hold = (worker: ChildProcess): void => { for (const handle of handles(worker)) handle.ref() }
const release = (worker: ChildProcess): void => { for (const handle of handles(worker)) handle.unref() }

async function ended(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return
  hold(worker)
  worker.kill('SIGKILL')
  await once(worker, 'exit')
}
