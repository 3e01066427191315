import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Case, Verdict } from './judge.ts'

export type Judged = { /** What noticed the change; null where nothing did. */ readonly killedBy: string | null; readonly milliseconds: number }

type Job = { readonly one: Case; readonly done: (judged: Judged) => void }

/** What never ends or eats all memory is stopped, and counts as noticed: nobody could run the tests and not see it. */
const memory = { maxOldGenerationSizeMb: 512 }

const start = (): Worker => new Worker(new URL('judge.ts', import.meta.url), { resourceLimits: memory, execArgv: ['--disable-warning=ExperimentalWarning'] })

/** Judges one case after the other in as many threads as the machine has cores; the answers in the order of the cases. */
export async function judgeAll(cases: readonly Case[], limitMs: number): Promise<Judged[]> {
  const answers: Judged[] = []
  const queue: Job[] = cases.map((one, index) => ({ one, done: (judged) => { answers[index] = judged } }))
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), cases.length) }, () => work(queue, limitMs)))
  return answers
}

async function work(queue: Job[], limitMs: number): Promise<void> {
  let worker = start()
  for (let job = queue.shift(); job !== undefined; job = queue.shift()) {
    const began = performance.now()
    const verdict = await verdictOf(worker, job.one, limitMs)
    job.done({ killedBy: typeof verdict === 'string' ? verdict : verdict.killedBy, milliseconds: performance.now() - began })
    if (typeof verdict !== 'string') continue
    await worker.terminate()
    worker = start()
  }
  await worker.terminate()
}

/** A sentence instead of a verdict where the thread has to be given up. */
function verdictOf(worker: Worker, one: Case, limitMs: number): Promise<Verdict | string> {
  return new Promise((resolve) => {
    const end = (answer: Verdict | string): void => {
      clearTimeout(timer)
      worker.off('message', end).off('error', broke)
      resolve(answer)
    }
    const broke = (cause: unknown): void => end(`the thread broke: ${String(cause)}`)
    const timer = setTimeout(() => end('no end'), limitMs)
    worker.on('message', end).on('error', broke)
    worker.postMessage(one)
  })
}
