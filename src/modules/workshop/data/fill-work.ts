import type { Tx } from '../../../platform/database.ts'
import { manyRows } from '../../../platform/many-rows.ts'
import type { CheckData } from './checks.ts'
import type { ClockData, InspectionData, JobData } from './jobs.ts'

export type FilledWork = { readonly jobs: readonly Omit<JobData, 'helpers' | 'sharePercent'>[]; readonly checks: readonly CheckData[]; readonly clocks: readonly ClockData[]; readonly inspections: readonly InspectionData[] }

/** Finished work of a whole history in one statement per table (the demo store). */
export async function fillWork(tx: Tx, storeId: string, { jobs, clocks, checks, inspections }: FilledWork): Promise<void> {
  await tx.run`
    insert into workshop.job (store_id, id, order_id, line_id, status, bay, technician_id, technician_name, dispatched_at, finished_at, reason, reworks, self_check, version)
    select ${storeId}, id, order_id, line_id, status, bay, technician_id, technician_name, dispatched_at, finished_at, reason, reworks, self_check, version
    from json_populate_recordset(null::workshop.job, ${manyRows(jobs)}::json)`
  await tx.run`
    insert into workshop.clock (store_id, id, job_id, order_id, person_id, person_name, started_at, stopped_at, pause_reason)
    select ${storeId}, id, job_id, order_id, person_id, person_name, started_at, stopped_at, pause_reason
    from json_populate_recordset(null::workshop.clock, ${manyRows(clocks)}::json)`
  await tx.run`
    insert into workshop.job_check (store_id, id, job_id, order_id, level, rework, at, person_id, person_name, result, points, reason)
    select ${storeId}, id, job_id, order_id, level, rework, at, person_id, person_name, result, points, reason
    from json_populate_recordset(null::workshop.job_check, ${manyRows(checks)}::json)`
  await tx.run`
    insert into workshop.inspection (store_id, id, order_id, at, inspector_id, inspector_name, result, points, cleanliness, road_test_km, reason)
    select ${storeId}, id, order_id, at, inspector_id, inspector_name, result, points, cleanliness, road_test_km, reason
    from json_populate_recordset(null::workshop.inspection, ${manyRows(inspections)}::json)`
}
