import { RefusedError } from '../kernel/refusal.ts'
import type { Clock } from '../kernel/time.ts'
import type { Database, Tx } from './database.ts'

/** A replica that is further behind is not read. */
export const mostBehindMs = 15_000

type Answered<T> = { readonly answer: T; /** All that was committed until then is in it; null: it came from the primary, as everything did. */ readonly asOf: Date | null }

/** Where heavy readings go whose route says that it may lag (`mayLag` in its contract). Row security and the application's role are the same there. */
export type Lagging = {
  /** What was committed until `wroteAt` must be seen. */
  reading<T>(storeIds: readonly string[], wroteAt: Date | null, work: (tx: Tx) => Promise<T>): Promise<Answered<T>>
  /** Looks once how far the replica is; it does so by itself every second. */
  look(): Promise<void>
  close(): Promise<void>
}

type Mark = { readonly at: number; readonly position: number }

/**
 * How far the replica is: every second the primary says where its log ends, and the newest such mark that the replica has played is its moment.
 * So a replica that is cut off or paused grows old by itself, and one that is idle does not. One that is no replica (any more) is not read.
 * Where it does not answer, or is too old, the primary answers.
 */
export function readBeside({ primary, replica, clock, everyMs = 1_000 }: { primary: Database; replica: Database; clock: Clock; everyMs?: number }): Lagging {
  let marks: readonly Mark[] = []
  let asOf: number | null = null

  const mark = async (): Promise<void> => {
    const at = clock.now().getTime()
    const { position } = await primary.plain.one<{ position: number }>`select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint as position`
    marks = [...marks.filter((each) => at - each.at <= mostBehindMs), { at, position }]
  }
  const playedUntil = async (): Promise<number | null> => {
    const { position } = await replica.plain.one<{ position: number | null }>`
      select case when pg_is_in_recovery() then pg_wal_lsn_diff(pg_last_wal_replay_lsn(), '0/0')::bigint end as position`
    return position === null ? null : marks.findLast((each) => each.position <= position)?.at ?? null
  }
  const look = async (): Promise<void> => {
    await mark().catch(() => {}) // without a new mark the replica grows old, and the primary answers for itself
    asOf = await playedUntil().catch(() => null)
  }
  const mayAnswer = (wroteAt: Date | null): boolean => asOf !== null && clock.now().getTime() - asOf <= mostBehindMs && (wroteAt === null || wroteAt.getTime() < asOf)

  let looking = Promise.resolve()
  const timer = setInterval(() => { looking = looking.then(look) }, everyMs)
  timer.unref()
  return {
    look,
    async reading(storeIds, wroteAt, work) {
      const moment = asOf
      if (moment !== null && mayAnswer(wroteAt)) {
        try {
          return { answer: await replica.reading(storeIds, work), asOf: new Date(moment) }
        } catch (cause) {
          if (cause instanceof RefusedError) throw cause
          asOf = null // until the next look
        }
      }
      return { answer: await primary.reading(storeIds, work), asOf: null }
    },
    close: async () => {
      clearInterval(timer)
      await looking
      await replica.close()
    },
  }
}
