import type { Tx } from '../../../platform/database.ts'

export type CheckedPoint = { nameZh: string; nameEn: string; verdict: 'good' | 'faulty' | 'none'; measured: number | null; value: { unit: string; least: number | null; most: number | null } | null }
export type SheetCheck = { nameZh: string; nameEn: string; technicianName: string; level: 1 | 2; at: Date; personName: string; result: 'passed' | 'failed'; points: CheckedPoint[]; reason: string }

/** Every look at the jobs of an order on levels 1 and 2, job by job in the order of time. */
export const checksOnSheet = (tx: Tx, storeId: string, orderId: string) => tx.all<SheetCheck>`
  select l.name_zh, l.name_en, w.technician_name, c.level, c.at, c.person_name, c.result, c.points, c.reason
  from workshop.v_job_check c join workshop.v_work w on w.store_id = c.store_id and w.id = c.job_id join repair_orders.v_line l on l.store_id = w.store_id and l.id = w.line_id
  where c.store_id = ${storeId} and c.order_id = ${orderId} order by w.id, c.id limit 500`

export type SheetInspection = { id: string; at: Date; inspectorName: string; result: 'passed' | 'failed'; reason: string; points: Record<string, 'good' | 'faulty' | 'none'>; cleanliness: 'A' | 'B' | 'C'; roadTestKm: number | null }

export const inspectionsOnSheet = (tx: Tx, storeId: string, orderId: string) => tx.all<SheetInspection>`
  select id, at, inspector_name, result, reason, points, cleanliness, road_test_km from workshop.v_final where store_id = ${storeId} and order_id = ${orderId} order by id limit 50`
