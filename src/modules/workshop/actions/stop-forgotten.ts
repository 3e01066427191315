import { byItself } from '../../../kernel/actor.ts'
import { found, Refusal, RefusedError, refuse } from '../../../kernel/refusal.ts'
import type { Database } from '../../../platform/database.ts'
import { perform, type Deed } from '../../../platform/deed.ts'
import { findStore, storeIds } from '../../organisation/public.ts'
import { lockOrder } from '../../repair-orders/public.ts'
import { findClock, runningClocks, type KnownClock } from '../data/clocks.ts'
import { clockingOn, findJob, stopClocks, updateJob } from '../data/jobs.ts'
import { endOfForgotten } from '../domain/clocks.ts'
import { calendarFrom } from './store-calendar.ts'

/** Clocks that ran past closing stop at closing, each in a deed of its own: broken off anywhere, the next turn does the rest. Answers how many. */
export async function stopForgottenClocks(database: Database, now: Date): Promise<number> {
  let stopped = 0
  for (const storeId of await storeIds(database.plain)) {
    const { by, late } = await database.reading([storeId], async (tx) => {
      const actor = byItself({ storeId, storeCode: '', timeZone: (await findStore(tx, storeId)).timeZone })
      const running = await runningClocks(tx, storeId)
      const calendar = running[0] === undefined ? null : await calendarFrom({ tx, by: actor }, running[0].startedAt)
      return { by: actor, late: running.flatMap((clock) => (calendar === null ? [] : [{ clock, end: endOfForgotten(clock.startedAt, calendar) }])).filter(({ end }) => end <= now) }
    })
    for (const { clock, end } of late) {
      const call = { operation: 'stop a forgotten clock', key: `forgotten-${clock.id}`, body: null, requestId: 'upkeep' }
      const done = await perform({ database, clock: { now: () => now }, onNews: () => {} }, by, call, (deed) => stopForgotten(deed, clock, end)).then(() => 1, (cause: unknown) => {
        if (cause instanceof RefusedError) return 0 // he stopped it himself, just now
        throw cause
      })
      stopped += done
    }
  }
  return stopped
}

async function stopForgotten(deed: Deed, { id, orderId, jobId, personId, personName }: KnownClock, end: Date): Promise<null> {
  const { tx, by: { storeId } } = deed
  found(await lockOrder(tx, storeId, orderId), 'repair order')
  const clock = found(await findClock(tx, storeId, id), 'clock')
  if (clock.stoppedAt !== null) refuse(new Refusal('workshop.clock-stands'))
  const job = found(await findJob(tx, storeId, jobId), 'job')
  await stopClocks(tx, storeId, jobId, end, 'forgotten', personId)
  const status = (await clockingOn(tx, storeId, jobId)).length > 0 ? 'running' : 'paused'
  await updateJob(tx, storeId, { id: jobId, status, finishedAt: null, reason: status === 'paused' ? 'forgotten' : '' })
  deed.record({ subject: 'clock', subjectId: id, before: { personName, from: clock.startedAt, until: null, job: job.status }, after: { personName, from: clock.startedAt, until: end, job: status }, reason: 'forgotten' })
  deed.announce({ event: 'workshop.paused', subjectId: orderId })
  return null
}
