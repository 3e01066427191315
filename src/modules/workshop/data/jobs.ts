import { empty, sql, type Tx } from '../../../platform/database.ts'
import type { CheckSheet } from '../domain/checks.ts'
import type { JobStatus } from '../domain/jobs.ts'
import { sheetOfJob } from './checks.ts'

/** Somebody who works on a job beside its technician; his share of the sold hours where the foreman set one. */
export type Helper = { id: string; name: string; share: number | null }

export type JobData = {
  id: string; orderId: string; lineId: string; status: JobStatus; bay: string; technicianId: string; technicianName: string; dispatchedAt: Date
  finishedAt: Date | null; reason: string; reworks: number; version: number; helpers: Helper[]; sharePercent: number | null
  selfCheck: 'due' | 'passed' | null; teamCheck: 'due' | 'passed' | null
}

/** With what is looked at on its kind of work. */
export type JobWithSheet = JobData & { sheet: CheckSheet | null }

const columns = sql`id, order_id, line_id, status, bay, technician_id, technician_name, dispatched_at, finished_at, reason, reworks, version, share_percent, self_check, team_check,
  coalesce((select jsonb_agg(jsonb_build_object('id', h.person_id, 'name', h.person_name, 'share', h.share_percent) order by h.at, h.person_id) from workshop.helper h where h.store_id = job.store_id and h.job_id = job.id), '[]') as helpers`

export const jobsOfOrders = (tx: Tx, storeId: string, orderIds: readonly string[]) => tx.all<JobData>`
  select ${columns} from workshop.job where store_id = ${storeId} and order_id = any(${orderIds}) order by id`

/** His own, and those on which he helps. */
export const openJobsOf = (tx: Tx, storeId: string, technicianId: string) => tx.all<JobWithSheet>`
  select ${columns}, ${sheetOfJob} from workshop.job where store_id = ${storeId} and finished_at is null and id in (
    select id from workshop.job where store_id = ${storeId} and technician_id = ${technicianId} and finished_at is null
    union all select job_id from workshop.helper where store_id = ${storeId} and person_id = ${technicianId}) order by id limit 100`

export const findJob = (tx: Tx, storeId: string, jobId: string) => tx.maybe<JobWithSheet>`
  select ${columns}, ${sheetOfJob} from workshop.job where store_id = ${storeId} and id = ${jobId}`

export type Dispatching = {
  id: string; orderId: string; lineId: string; bay: string; technicianId: string; technicianName: string
  plannedStart: Date | null; plannedEnd: Date | null; plannedMinutes: number | null
}

/** Who works beside the technician, and the shares where they are not by time. */
export async function putHelpers(tx: Tx, storeId: string, wish: { jobId: string; at: Date; helpers: readonly Helper[]; sharePercent: number | null }): Promise<void> {
  await tx.run`delete from workshop.helper where store_id = ${storeId} and job_id = ${wish.jobId} and person_id <> all (${wish.helpers.map(({ id }) => id)}::uuid[])`
  await tx.run`
    insert into workshop.helper (store_id, job_id, person_id, person_name, at, share_percent)
    select ${storeId}, ${wish.jobId}, id, name, ${wish.at}, share from unnest(${wish.helpers.map(({ id }) => id)}::uuid[], ${wish.helpers.map(({ name }) => name)}::text[], ${wish.helpers.map(({ share }) => share)}::integer[]) as t(id, name, share)
    on conflict (store_id, job_id, person_id) do update set share_percent = excluded.share_percent`
  await tx.run`update workshop.job set share_percent = ${wish.sharePercent}, version = version + 1 where store_id = ${storeId} and id = ${wish.jobId}`
}

/** Whoever helped and is given the job now helps no more: it is his own. */
export const ownNoHelp = (tx: Tx, storeId: string, lineIds: readonly string[]) => tx.run`
  delete from workshop.helper h using workshop.job j
  where j.store_id = ${storeId} and j.line_id = any(${lineIds}) and h.store_id = j.store_id and h.job_id = j.id and h.person_id = j.technician_id`

/** A job that nobody began, or that was stopped, may be given out again. */
export const upsertJobs = (tx: Tx, storeId: string, at: Date, jobs: readonly Dispatching[]) => tx.run`
  insert into workshop.job as j (store_id, id, order_id, line_id, status, bay, technician_id, technician_name, dispatched_at, planned_start, planned_end, planned_minutes)
  select ${storeId}, id, order_id, line_id, 'dispatched', bay, technician_id, technician_name, ${at}, planned_start, planned_end, planned_minutes
  from unnest(${jobs.map((j) => j.id)}::uuid[], ${jobs.map((j) => j.orderId)}::uuid[], ${jobs.map((j) => j.lineId)}::uuid[], ${jobs.map((j) => j.bay)}::text[],
    ${jobs.map((j) => j.technicianId)}::uuid[], ${jobs.map((j) => j.technicianName)}::text[], ${jobs.map((j) => j.plannedStart)}::timestamptz[], ${jobs.map((j) => j.plannedEnd)}::timestamptz[],
    ${jobs.map((j) => j.plannedMinutes)}::integer[]) as t(id, order_id, line_id, bay, technician_id, technician_name, planned_start, planned_end, planned_minutes)
  on conflict (store_id, line_id) do update set status = 'dispatched', finished_at = null, reason = '', bay = excluded.bay, technician_id = excluded.technician_id,
    technician_name = excluded.technician_name, dispatched_at = excluded.dispatched_at, planned_start = excluded.planned_start,
    planned_end = excluded.planned_end, planned_minutes = excluded.planned_minutes, share_percent = case when j.technician_id = excluded.technician_id then j.share_percent end, version = j.version + 1`

export const updateJob = (tx: Tx, storeId: string, change: { id: string; status: JobStatus; finishedAt: Date | null; reason: string }) => tx.run`
  update workshop.job set status = ${change.status}, finished_at = ${change.finishedAt}, reason = ${change.reason}, self_check = null, team_check = null, version = version + 1
  where store_id = ${storeId} and id = ${change.id}`

/** Rework: finished jobs of a failed inspection open again and are counted. */
export const reopenJobs = (tx: Tx, storeId: string, orderId: string, reason: string) => tx.run`
  update workshop.job set status = 'dispatched', finished_at = null, reason = ${reason}, reworks = reworks + 1, self_check = null, team_check = null, version = version + 1
  where store_id = ${storeId} and order_id = ${orderId} and status = 'finished'`

export type ClockData = { id: string; jobId: string; orderId: string; personId: string; personName: string; startedAt: Date; stoppedAt: Date | null; pauseReason: string | null }

export const insertClock = (tx: Tx, storeId: string, clock: Omit<ClockData, 'stoppedAt' | 'pauseReason'>) => tx.run`
  insert into workshop.clock (store_id, id, job_id, order_id, person_id, person_name, started_at)
  values (${storeId}, ${clock.id}, ${clock.jobId}, ${clock.orderId}, ${clock.personId}, ${clock.personName}, ${clock.startedAt})`

/** Of one person, or of everybody who works on the job. */
export const stopClocks = (tx: Tx, storeId: string, jobId: string, at: Date, reason: string, personId: string | null = null) => tx.run`
  update workshop.clock set stopped_at = greatest(${at}, started_at), pause_reason = ${reason}
  where store_id = ${storeId} and job_id = ${jobId} and stopped_at is null ${personId === null ? empty : sql`and person_id = ${personId}`}`

/** Whose clocks run on a job. */
export const clockingOn = async (tx: Tx, storeId: string, jobId: string): Promise<string[]> => (await tx.all<{ personId: string }>`
  select person_id from workshop.clock where store_id = ${storeId} and job_id = ${jobId} and stopped_at is null`).map(({ personId }) => personId)

export const runningClock = (tx: Tx, storeId: string, personId: string) => tx.maybe<{ orderId: string; jobId: string }>`
  select order_id, job_id from workshop.clock where store_id = ${storeId} and person_id = ${personId} and stopped_at is null`

/** When this person's clock last stopped; null when it never ran. */
export const lastStop = async (tx: Tx, storeId: string, personId: string): Promise<Date | null> => (await tx.maybe<{ stoppedAt: Date | null }>`
  select stopped_at from workshop.clock where store_id = ${storeId} and person_id = ${personId} order by id desc limit 1`)?.stoppedAt ?? null

export const startOfRunning = async (tx: Tx, storeId: string, jobId: string, personId: string): Promise<Date | null> => (await tx.maybe<{ startedAt: Date }>`
  select started_at from workshop.clock where store_id = ${storeId} and job_id = ${jobId} and person_id = ${personId} and stopped_at is null`)?.startedAt ?? null

export const clocksOfOrders = (tx: Tx, storeId: string, orderIds: readonly string[]) => tx.all<ClockData>`
  select id, job_id, order_id, person_id, person_name, started_at, stopped_at, pause_reason
  from workshop.clock where store_id = ${storeId} and order_id = any(${orderIds}) order by id`

/** Whole minutes, a running clock counted as one at least: whoever began has worked. */
export const clockedMinutes = async (tx: Tx, storeId: string, orderId: string): Promise<number> => (await tx.one<{ minutes: number }>`
  select coalesce(sum(greatest(1, ceil(extract(epoch from coalesce(stopped_at, started_at) - started_at) / 60))), 0)::bigint as minutes
  from workshop.clock where store_id = ${storeId} and order_id = ${orderId}`).minutes

export type InspectionData = {
  id: string; orderId: string; at: Date; inspectorId: string; inspectorName: string; result: 'passed' | 'failed'; points: Record<string, string>
  cleanliness: 'A' | 'B' | 'C'; roadTestKm: number | null; reason: string
}

export const insertInspection = (tx: Tx, storeId: string, i: InspectionData) => tx.run`
  insert into workshop.inspection (store_id, id, order_id, at, inspector_id, inspector_name, result, points, cleanliness, road_test_km, reason)
  values (${storeId}, ${i.id}, ${i.orderId}, ${i.at}, ${i.inspectorId}, ${i.inspectorName}, ${i.result}, ${JSON.stringify(i.points)}::jsonb, ${i.cleanliness}, ${i.roadTestKm}, ${i.reason})`

export const inspectionsOf = (tx: Tx, storeId: string, orderId: string) => tx.all<InspectionData>`
  select id, order_id, at, inspector_id, inspector_name, result, points, cleanliness, road_test_km, reason
  from workshop.inspection where store_id = ${storeId} and order_id = ${orderId} order by id`
