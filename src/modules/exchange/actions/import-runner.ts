import type { Announcement, DeedTools } from '../../../platform/deed.ts'
import { importsUnderWay } from '../data/imports.ts'
import { doImport, type Job } from './do-import.ts'

export type ImportRunner = {
  /** Hears the news after each commit and begins what was asked for. */
  hear(storeId: string, news: readonly Announcement[]): void
  /** After a start: what stood in the middle goes on. */
  resume(storeIds: readonly string[]): Promise<void>
  /** Done with everything asked for so far. */
  idle(): Promise<void>
  /** Ends after the slice under way; the rest waits for the next start. */
  close(): Promise<void>
}

/** Two files at once, so that a short list need not wait for a long one; the rest in order. */
const mostAtOnce = 2
const laterMs = 10_000

export function importRunner(tools: DeedTools, onFailure: (cause: unknown) => void): ImportRunner {
  const waiting: Job[] = []
  const running = new Map<string, Promise<void>>()
  let closing = false
  const next = (): void => {
    const index = waiting.findIndex(({ importId }) => !running.has(importId))
    const [job] = closing || running.size >= mostAtOnce || index === -1 ? [] : waiting.splice(index, 1)
    if (job === undefined) return
    // The database may be away for a moment; the import stands where it stood and is tried again.
    const later = (cause: unknown): void => { onFailure(cause); setTimeout(() => { begin(job) }, laterMs).unref() }
    running.set(job.importId, doImport(tools, job, () => closing).catch(later).finally(() => { running.delete(job.importId); next() }))
    next()
  }
  const begin = (job: Job): void => {
    waiting.push(job)
    next()
  }
  const idle = async (): Promise<void> => {
    while (running.size > 0) await Promise.all(running.values())
  }
  return {
    hear: (storeId, news) => {
      for (const { event, subjectId } of news) if (event === 'import.received' || event === 'import.started') begin({ storeId, importId: subjectId })
    },
    resume: async (storeIds) => {
      for (const storeId of storeIds) {
        const jobs = await tools.database.reading([storeId], (tx) => importsUnderWay(tx, storeId))
        for (const { id } of jobs) begin({ storeId, importId: id })
      }
    },
    idle,
    close: async () => {
      closing = true
      await idle()
    },
  }
}
