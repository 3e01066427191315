import { Worker } from 'node:worker_threads'
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
 * One worker thread, one job at a time, the others in order. The worker starts with the first job, is replaced when it
 * dies, and holds the process only while a job runs: a script gets its result, a server stops when it wants to.
 */
export class WorkerQueue {
  readonly #options: Options
  readonly #queue: Waiting[] = []
  #worker: Worker | null = null
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
    await ending?.terminate()
  }

  #next(): void {
    if (this.#current !== null) return
    const job = this.#queue.shift()
    if (job === undefined) {
      this.#worker?.unref()
      return
    }
    this.#current = job
    job.attempts += 1
    this.#deadline = setTimeout(() => { this.#expire() }, this.#options.limitMs)
    this.#worker ??= this.#start()
    this.#worker.ref()
    this.#worker.postMessage({ id: job.id, job: job.job } satisfies WorkerJob)
  }

  /** Nothing is handed down: the flags of a test runner or a debugger are not the worker's. */
  #start(): Worker {
    const worker = new Worker(this.#options.file, { execArgv: [] })
    let cause = ''
    worker.on('message', (answer: WorkerAnswer) => { this.#settle(answer) })
    worker.on('error', (error: unknown) => { cause = error instanceof Error ? `: ${error.message}` : '' })
    worker.on('exit', (code) => { if (worker === this.#worker) this.#survive(`the worker ended (${String(code)})${cause}`) })
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

  /** Native code cannot be interrupted: the old worker is left to end by itself, the queue goes on with a new one. */
  #expire(): void {
    const late = this.#worker
    this.#worker = null
    late?.unref()
    void late?.terminate()
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
