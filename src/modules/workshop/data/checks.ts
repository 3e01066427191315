import { sql, type Tx } from '../../../platform/database.ts'
import type { Trade } from '../../catalogue/domain/kinds.ts'
import type { CheckPoint, CheckSheet, PointResult } from '../domain/checks.ts'
import type { CheckedJob } from '../domain/checks.ts'
import type { JobStatus } from '../domain/jobs.ts'

export type SheetData = CheckSheet & { id: string; trade: Trade; codeBegins: string; active: boolean; version: number }

const columns = sql`id, trade, code_begins, name_zh, name_en, self_check, team_check, points, active, version`

/** A store has as many as it has kinds of work. */
export const listSheets = (tx: Tx, storeId: string) => tx.all<SheetData>`
  select ${columns} from workshop.check_sheet where store_id = ${storeId} order by active desc, trade, code_begins, id limit 500`

export const lockSheet = (tx: Tx, storeId: string, sheetId: string) => tx.maybe<SheetData>`
  select ${columns} from workshop.check_sheet where store_id = ${storeId} and id = ${sheetId} for update`

/** Answers 0 where this kind of work has its sheet already. */
export const insertSheet = (tx: Tx, storeId: string, s: Omit<SheetData, 'active' | 'version'>) => tx.run`
  insert into workshop.check_sheet (store_id, id, trade, code_begins, name_zh, name_en, self_check, team_check, points)
  values (${storeId}, ${s.id}, ${s.trade}, ${s.codeBegins}, ${s.nameZh}, ${s.nameEn}, ${s.selfCheck}, ${s.teamCheck}, ${JSON.stringify(s.points)}::jsonb) on conflict do nothing`

/** Sheets of a store that begins (the demo store). */
export const fillSheets = async (tx: Tx, storeId: string, sheets: readonly Omit<SheetData, 'active' | 'version'>[]): Promise<void> => {
  for (const sheet of sheets) await insertSheet(tx, storeId, sheet)
}

/** Another sheet of the same kind of work that counts. */
export const activeTwin = (tx: Tx, storeId: string, s: Pick<SheetData, 'id' | 'trade' | 'codeBegins'>) => tx.maybe<{ id: string }>`
  select id from workshop.check_sheet where store_id = ${storeId} and trade = ${s.trade} and code_begins = ${s.codeBegins} and active and id <> ${s.id}`

export const updateSheet = (tx: Tx, storeId: string, s: Omit<SheetData, 'trade' | 'codeBegins' | 'version'>) => tx.run`
  update workshop.check_sheet set name_zh = ${s.nameZh}, name_en = ${s.nameEn}, self_check = ${s.selfCheck}, team_check = ${s.teamCheck}, points = ${JSON.stringify(s.points)}::jsonb, active = ${s.active}, version = version + 1
  where store_id = ${storeId} and id = ${s.id}`

/** The sheet of a job's kind of work, read with the job itself; the longest beginning of a code counts. Null: none. */
export const sheetOfJob = sql`(select jsonb_build_object('nameZh', s.name_zh, 'nameEn', s.name_en, 'selfCheck', s.self_check, 'teamCheck', s.team_check, 'points', s.points)
    from repair_orders.v_line l join workshop.check_sheet s on s.store_id = l.store_id and s.trade = l.trade and s.active and s.code_begins = left(l.code, length(s.code_begins))
    where l.store_id = job.store_id and l.id = job.line_id order by length(s.code_begins) desc limit 1) as sheet`

/** A point as it was looked at: its words and limits stay with the answer, whatever the sheet says later. */
export type AnsweredPoint = Omit<CheckPoint, 'by'> & Omit<PointResult, 'value'> & { readonly measured: number | null }

export type CheckData = { id: string; jobId: string; orderId: string; level: 1 | 2; rework: number; at: Date; personId: string; personName: string; result: 'passed' | 'failed'; points: readonly AnsweredPoint[]; reason: string }

export type FinishedJob = { id: string; at: Date; teamCheck: 'due' | null; /** Null where the level is switched off. */ check: Pick<CheckData, 'id' | 'orderId' | 'rework' | 'personId' | 'personName' | 'points'> | null }

/** The job is finished and checked by its technician, in one statement: the flow of a car pays nothing for level 1. */
export const finishWithCheck = (tx: Tx, storeId: string, { id, at, teamCheck, check }: FinishedJob) => tx.run`
  with checked as (
    insert into workshop.job_check (store_id, id, job_id, order_id, level, rework, at, person_id, person_name, result, points)
    select ${storeId}, ${check?.id ?? null}::uuid, ${id}, ${check?.orderId ?? null}::uuid, 1, ${check?.rework ?? 0}, ${at}, ${check?.personId ?? null}::uuid, ${check?.personName ?? ''}, 'passed', ${JSON.stringify(check?.points ?? [])}::jsonb
    where ${check !== null})
  update workshop.job set status = 'finished', finished_at = ${at}, reason = '', self_check = ${check === null ? null : 'passed'}, team_check = ${teamCheck}, version = version + 1
  where store_id = ${storeId} and id = ${id}`

export const insertTeamCheck = (tx: Tx, storeId: string, c: Omit<CheckData, 'level'>) => tx.run`
  insert into workshop.job_check (store_id, id, job_id, order_id, level, rework, at, person_id, person_name, result, points, reason)
  values (${storeId}, ${c.id}, ${c.jobId}, ${c.orderId}, 2, ${c.rework}, ${c.at}, ${c.personId}, ${c.personName}, ${c.result}, ${JSON.stringify(c.points)}::jsonb, ${c.reason})`

export const markTeamChecked = (tx: Tx, storeId: string, jobId: string) => tx.run`
  update workshop.job set team_check = 'passed', version = version + 1 where store_id = ${storeId} and id = ${jobId}`

/** Rework after a failed team check: this job alone opens again and is counted. */
export const reopenJob = (tx: Tx, storeId: string, jobId: string, reason: string) => tx.run`
  update workshop.job set status = 'dispatched', finished_at = null, reason = ${reason}, reworks = reworks + 1, self_check = null, team_check = null, version = version + 1
  where store_id = ${storeId} and id = ${jobId}`

export const checksOfOrder = (tx: Tx, storeId: string, orderId: string) => tx.all<CheckData>`
  select id, job_id, order_id, level, rework, at, person_id, person_name, result, points, reason from workshop.job_check where store_id = ${storeId} and order_id = ${orderId} order by id limit 500`

export type InspectionFacts = { clockedBy: string[]; jobs: (CheckedJob & { status: JobStatus })[] }

/** What a final inspection asks for, in one statement: who worked on the car, and where its jobs stand with their checks. */
export const inspectionFacts = (tx: Tx, storeId: string, orderId: string) => tx.one<InspectionFacts>`
  select array(select distinct person_id from workshop.clock where store_id = ${storeId} and order_id = ${orderId}) as clocked_by,
    coalesce((select jsonb_agg(jsonb_build_object('nameZh', l.name_zh, 'nameEn', l.name_en, 'status', j.status, 'selfCheck', j.self_check, 'teamCheck', j.team_check) order by j.id)
      from workshop.job j join repair_orders.v_line l on l.store_id = j.store_id and l.id = j.line_id where j.store_id = ${storeId} and j.order_id = ${orderId}), '[]') as jobs`

export type DueData = { jobId: string; orderId: string; plate: string; modelName: string; code: string; nameZh: string; nameEn: string; bay: string; technicianId: string; technicianName: string; finishedAt: Date; reworks: number; version: number; sheet: CheckSheet | null }

/** Jobs of the shop that wait for their team check: as many as stand there. */
export const jobsToCheck = (tx: Tx, storeId: string) => tx.all<DueData>`
  select job.id as job_id, job.order_id, o.plate, o.model_name, v.code, v.name_zh, v.name_en, job.bay, job.technician_id, job.technician_name, job.finished_at, job.reworks, job.version, ${sheetOfJob}
  from workshop.job join repair_orders.v_stay o on o.store_id = job.store_id and o.id = job.order_id join repair_orders.v_line v on v.store_id = job.store_id and v.id = job.line_id
  where job.store_id = ${storeId} and job.team_check = 'due' and o.status in ('in_work', 'in_inspection') order by job.finished_at limit 200`
