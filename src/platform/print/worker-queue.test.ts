import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { Deadly } from './testing/unsteady-worker.ts'
import { WorkerQueue } from './worker-queue.ts'

const unsteady = new URL('./testing/unsteady-worker.ts', import.meta.url)

let queue: WorkerQueue | undefined
const open = (options: { limitMs?: number; longestQueue?: number } = {}): WorkerQueue => (queue = new WorkerQueue({ file: unsteady, limitMs: 5_000, longestQueue: 50, ...options }))
const words = async (job: Promise<Uint8Array>): Promise<string> => new TextDecoder().decode(await job)
const workerOf = (answer: string): string => answer.split(' by ')[1] ?? ''

afterEach(() => queue?.close())

test('all jobs are done in order by the same worker', async () => {
  const jobs = open()
  const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => words(jobs.run(`job-${String(at)}`))))
  expect(answers.map((answer) => answer.split(' ')[0])).toEqual(Array.from({ length: 20 }, (_, at) => `job-${String(at)}`))
  expect(new Set(answers.map(workerOf)).size).toBe(1)
})

test('a job that fails is told, the worker goes on', async () => {
  const jobs = open()
  const [before, failed, after] = await Promise.allSettled([words(jobs.run('a')), words(jobs.run('fail')), words(jobs.run('b'))])
  expect(failed).toMatchObject({ status: 'rejected', reason: { message: 'cannot print this' } })
  expect([before.status, after.status]).toEqual(['fulfilled', 'fulfilled'])
})

test('a worker that dies is replaced: its job is tried again, the queue goes on', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gangwei-print-'))
  const jobs = open()
  const [before, again, after] = await Promise.all([words(jobs.run('a')), words(jobs.run(`die-once ${path.join(folder, 'died')}`)), words(jobs.run('b'))])
  rmSync(folder, { recursive: true })
  expect(workerOf(again)).not.toBe(workerOf(before))
  expect(workerOf(after)).toBe(workerOf(again))
})

test.each<[Deadly, RegExp]>([['die', /the worker ended \(3\)/], ['throw', /out of the worker/], ['abort', /the worker ended \(SIGABRT\)/]])('a job that kills two workers (%s) is given up, the queue goes on', async (job, reason) => {
  const jobs = open()
  const [killer, after] = await Promise.allSettled([jobs.run(job), words(jobs.run('b'))])
  expect(killer).toMatchObject({ status: 'rejected', reason: { message: expect.stringMatching(reason) as string } })
  expect(after.status).toBe('fulfilled')
})

test('a job over its time is given up, the queue goes on with a new worker', async () => {
  const jobs = open({ limitMs: 400 })
  const [hung, after] = await Promise.allSettled([jobs.run('hang'), words(jobs.run('b'))])
  expect(hung).toMatchObject({ status: 'rejected', reason: { message: 'not done within 400 ms' } })
  expect(after.status).toBe('fulfilled')
})

test('a queue that is too long refuses; closing tells those who wait; the next job starts anew', async () => {
  const jobs = open({ longestQueue: 2 })
  const waiting = Promise.allSettled([jobs.run('hang'), jobs.run('a'), jobs.run('b')])
  await expect(jobs.run('c')).rejects.toMatchObject({ refusal: { code: 'platform.overloaded' }, status: 503 })
  await jobs.close()
  expect((await waiting).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(await words(jobs.run('d'))).toMatch(/^d by/)
})
