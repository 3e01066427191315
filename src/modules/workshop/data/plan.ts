import { sql, type Tx } from '../../../platform/database.ts'
import type { JobData } from './jobs.ts'

export type PlannedData = Omit<JobData, 'helpers' | 'sharePercent'> & { plannedStart: Date | null; plannedEnd: Date | null; plannedMinutes: number | null }

const columns = sql`id, order_id, line_id, status, bay, technician_id, technician_name, dispatched_at, finished_at, reason, reworks, version, planned_start, planned_end, planned_minutes`

export const findPlanned = (tx: Tx, storeId: string, jobId: string) => tx.maybe<PlannedData>`
  select ${columns} from workshop.job where store_id = ${storeId} and id = ${jobId}`

export const plansOfOrders = (tx: Tx, storeId: string, orderIds: readonly string[]) => tx.all<PlannedData>`
  select ${columns} from workshop.job where store_id = ${storeId} and order_id = any(${orderIds}) order by id`

/** No job is planned over more days than these, so that a day long ago is not looked for in all that came after it. */
const longestDays = 130

/** Jobs that touch a span by their plan, or were finished in it. */
export const plansBetween = (tx: Tx, storeId: string, from: Date, until: Date) => tx.all<PlannedData>`
  select ${columns} from workshop.job
  where store_id = ${storeId} and planned_end > ${from} and planned_end < ${new Date(until.getTime() + longestDays * 86_400_000)} and planned_start < ${until}
  order by id limit 1000`

export type Plan = { id: string; bay: string; technicianId: string; technicianName: string; plannedStart: Date; plannedEnd: Date; plannedMinutes: number }

export const updatePlan = (tx: Tx, storeId: string, plan: Plan) => tx.run`
  update workshop.job set bay = ${plan.bay}, technician_id = ${plan.technicianId}, technician_name = ${plan.technicianName}, share_percent = case when technician_id = ${plan.technicianId} then share_percent end, planned_start = ${plan.plannedStart},
    planned_end = ${plan.plannedEnd}, planned_minutes = ${plan.plannedMinutes}, version = version + 1
  where store_id = ${storeId} and id = ${plan.id}`
