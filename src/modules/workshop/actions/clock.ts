import { found, refuseIf } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { findOrder, listLines, lockOrder, moveOrder } from '../../repair-orders/public.ts'
import { finishWithCheck } from '../data/checks.ts'
import * as data from '../data/jobs.ts'
import { checksAfter, pointsOfLevel, whyNotPassPoints, type PointResult } from '../domain/checks.ts'
import { momentThatCounts, whyNotClockOn, whyNotFinish, whyNotPause, whyNotStop, type PauseReason } from '../domain/jobs.ts'
import { answeredPoints, photographed } from './check-points.ts'

export type JobOfOrder = { readonly job: data.JobWithSheet; readonly order: NonNullable<Awaited<ReturnType<typeof lockOrder>>> }

/** Locks the order first, as everybody does; then the job is read as it is now. */
export async function lockedJob({ tx, by }: Deed, jobId: string): Promise<JobOfOrder> {
  const seen = found(await data.findJob(tx, by.storeId, jobId), 'job')
  const order = found(await lockOrder(tx, by.storeId, seen.orderId), 'repair order')
  return { job: found(await data.findJob(tx, by.storeId, jobId), 'job'), order }
}

async function change(deed: Deed, { job }: JobOfOrder, status: data.JobData['status'], reason: string, at = deed.now): Promise<{ version: number }> {
  const over = status === 'finished' || status === 'stopped'
  await data.updateJob(deed.tx, deed.by.storeId, { id: job.id, status, finishedAt: over ? at : null, reason })
  deed.record({ subject: 'job', subjectId: job.id, before: { status: job.status }, after: { status }, ...(reason === '' ? {} : { reason }) })
  deed.announce({ event: `workshop.${status}`, subjectId: job.orderId })
  return { version: job.version + 1 }
}

/** `at`: when it was done on a phone without network. */
type Done = { readonly jobId: string; readonly at?: string | undefined }

export async function clockOn(deed: Deed, { jobId, at }: Done): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const known = await lockedJob(deed, jobId)
  const running = await data.runningClock(tx, by.storeId, by.personId)
  const runningOn = running === null ? null : ((await findOrder(tx, by.storeId, running.orderId))?.plate ?? '')
  refuseIf(whyNotClockOn({ job: known.job, personId: by.personId, runningOn }))
  const stoodAt = at === undefined ? null : await data.lastStop(tx, by.storeId, by.personId)
  const startedAt = momentThatCounts(now, at === undefined ? null : new Date(at), stoodAt !== null && stoodAt > known.job.dispatchedAt ? stoodAt : known.job.dispatchedAt)
  await data.insertClock(tx, by.storeId, { id: deed.newId(), jobId, orderId: known.job.orderId, personId: by.personId, personName: by.name, startedAt })
  return change(deed, known, 'running', '')
}

/** His clock on this job stops, or everybody's who works on it; answers when. */
async function stopClock(deed: Deed, { jobId, at }: Done, reason: string, personId: string | null): Promise<Date> {
  const { tx, by, now } = deed
  const began = at === undefined ? null : await data.startOfRunning(tx, by.storeId, jobId, by.personId)
  const stoppedAt = momentThatCounts(now, at === undefined ? null : new Date(at), began ?? now)
  await data.stopClocks(tx, by.storeId, jobId, stoppedAt, reason, personId)
  return stoppedAt
}

export async function pauseJob(deed: Deed, { reason, ...done }: Done & { readonly reason: PauseReason }): Promise<{ version: number }> {
  const known = await lockedJob(deed, done.jobId)
  const { tx, by } = deed
  const clocking = await data.clockingOn(tx, by.storeId, done.jobId)
  refuseIf(whyNotPause(known.job, by.personId, clocking.includes(by.personId)))
  await stopClock(deed, done, reason, by.personId)
  return clocking.length > 1 ? change(deed, known, 'running', '') : change(deed, known, 'paused', reason)
}

/** Finished is what its technician checked himself: his answers to the points of its kind of work come with it (level 1). */
export async function finishJob(deed: Deed, { results = [], ...done }: Done & { readonly results?: readonly PointResult[] | undefined }): Promise<{ version: number }> {
  const { tx, by } = deed
  const known = await lockedJob(deed, done.jobId)
  const { job, order } = known
  refuseIf(whyNotFinish(job, by.personId))
  const points = pointsOfLevel(job.sheet, 'self')
  refuseIf(whyNotPassPoints({ points, results, photos: await photographed(deed, { jobId: job.id, orderId: order.id, points }) }))
  const at = await stopClock(deed, done, 'finished', null)
  const owed = checksAfter(job.sheet)
  const answered = answeredPoints(points, results)
  const check = { id: deed.newId(), orderId: order.id, rework: job.reworks, personId: by.personId, personName: by.name, points: answered }
  await finishWithCheck(tx, by.storeId, { id: job.id, at, teamCheck: owed.team ? 'due' : null, check: owed.self ? check : null })
  deed.record({ subject: 'job', subjectId: job.id, before: { status: job.status }, after: { status: 'finished', ...(answered.length === 0 ? {} : { checked: answered }) } })
  deed.announce({ event: 'workshop.finished', subjectId: order.id })
  await inspectWhenDone(deed, known)
  return { version: job.version + 1 }
}

/** Unfinished work ends with a reason; the order goes on through settlement and delivery (rules.md). */
export async function stopJob(deed: Deed, { jobId, reason }: { jobId: string; reason: string }): Promise<{ version: number }> {
  const known = await lockedJob(deed, jobId)
  refuseIf(whyNotStop(known.job))
  await data.stopClocks(deed.tx, deed.by.storeId, jobId, deed.now, 'finished')
  const changed = await change(deed, known, 'stopped', reason)
  await inspectWhenDone(deed, known)
  return changed
}

/** The last labour line that ends sends the car to its final inspection. */
async function inspectWhenDone(deed: Deed, { order }: JobOfOrder): Promise<void> {
  const { tx, by } = deed
  const labour = (await listLines(tx, by.storeId, order.id)).filter(({ kind }) => kind === 'labour')
  const jobs = await data.jobsOfOrders(tx, by.storeId, [order.id])
  const over = new Set(jobs.filter(({ finishedAt }) => finishedAt !== null).map(({ lineId }) => lineId))
  if (order.status === 'in_work' && labour.every(({ id }) => over.has(id))) await moveOrder(deed, order, 'in_inspection')
}
