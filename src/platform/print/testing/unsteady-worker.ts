import { existsSync, writeFileSync } from 'node:fs'
import type { WorkerJob } from '../worker-queue.ts'

/** Jobs that end their worker. */
export type Deadly = 'die' | 'throw' | 'abort'

/** Answers with the job itself and its process, dies, dies unless it finds that it died before, fails, or never answers. */
process.on('message', ({ id, job }: WorkerJob) => {
  const [word = '', file = ''] = job.split(' ')
  if (word === 'die') process.exit(3)
  if (word === 'abort') process.abort() // as native code does that panics
  if (word === 'die-once' && !existsSync(file)) {
    writeFileSync(file, '')
    process.exit(4)
  }
  if (word === 'throw') throw new Error('out of the worker')
  if (word === 'hang') for (;;);
  process.send?.(word === 'fail' ? { id, error: 'cannot print this' } : { id, result: new TextEncoder().encode(`${job} by ${String(process.pid)}`) })
})
