import type { Actor } from '../kernel/actor.ts'
import { BrokenInvariant, RefusedError } from '../kernel/refusal.ts'
import type { Tx } from './database.ts'
import type { Announcement, DeedTools } from './deed.ts'

/** What lasts too long for one transaction: done step by step, each a transaction of its own that brings the progress along. */
export type Job = { readonly storeId: string; readonly id: string }
/** Asked between steps: a stop leaves the work where it stands, and the next start goes on. */
export type Stop = () => boolean

export type LongWork = {
  /** The news after which a job begins. */
  readonly begins: readonly string[]
  /** What stands in the middle, after a start. */
  underWay(tx: Tx, storeId: string): Promise<{ id: string }[]>
  /** Does what is left, whatever that is; answers when there is nothing more to do for now. */
  goOn(tools: DeedTools, job: Job, stop: Stop): Promise<void>
}

export type WorkRunner = {
  /** Hears the news after each commit and begins what was asked for. */
  hear(storeId: string, news: readonly Announcement[]): void
  /** After a start: what stood in the middle goes on. */
  resume(storeIds: readonly string[]): Promise<void>
  /** Done with everything asked for so far. */
  idle(): Promise<void>
  /** Ends after the step under way; the rest waits for the next start. */
  close(): Promise<void>
}

/** Two at once, so that a short one need not wait for a long one; the rest in order. */
const mostAtOnce = 2
const laterMs = 10_000

export function workRunner(tools: DeedTools, works: readonly LongWork[], onFailure: (cause: unknown) => void): WorkRunner {
  const waiting: (Job & { readonly work: LongWork })[] = []
  const running = new Map<string, Promise<void>>()
  let closing = false
  const next = (): void => {
    const index = waiting.findIndex(({ id }) => !running.has(id))
    const [job] = closing || running.size >= mostAtOnce || index === -1 ? [] : waiting.splice(index, 1)
    if (job === undefined) return
    // The database may be away for a moment; the work stands where it stood and is tried again.
    const later = (cause: unknown): void => { onFailure(cause); setTimeout(() => { begin(job) }, laterMs).unref() }
    running.set(job.id, job.work.goOn(tools, job, () => closing).catch(later).finally(() => { running.delete(job.id); next() }))
    next()
  }
  const begin = (job: Job & { readonly work: LongWork }): void => {
    waiting.push(job)
    next()
  }
  const idle = async (): Promise<void> => {
    while (running.size > 0) await Promise.all(running.values())
  }
  return {
    hear: (storeId, news) => {
      for (const work of works) for (const { event, subjectId } of news) if (work.begins.includes(event)) begin({ work, storeId, id: subjectId })
    },
    resume: async (storeIds) => {
      for (const work of works) {
        for (const storeId of storeIds) for (const { id } of await tools.database.reading([storeId], (tx) => work.underWay(tx, storeId))) begin({ work, storeId, id })
      }
    },
    idle,
    close: async () => {
      closing = true
      await idle()
    },
  }
}

const attempts = 5
const pauseMs = 400

/** Somebody else writes the same thing in the same moment, a row is held for long, the database is away for a second: a step that failed did nothing and is tried anew. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (cause) {
      if (attempt === attempts || cause instanceof RefusedError || cause instanceof BrokenInvariant) throw cause
      await new Promise((resolve) => { setTimeout(resolve, pauseMs * attempt) })
    }
  }
}

/** In whose name the steps are written: kept with the work, with his rights as they were when he asked. */
export type KeptActor = { personId: string; name: string; storeCode: string; timeZone: string; positions: string[]; permissions: string[] }

export const keptActor = (by: Actor): KeptActor =>
  ({ personId: by.personId, name: by.name, storeCode: by.storeCode, timeZone: by.timeZone, positions: [...by.positions], permissions: [...by.permissions] })

export const actorOf = ({ permissions, ...person }: KeptActor, storeId: string): Actor => ({ ...person, storeId, permissions: new Set(permissions) })
