import type { Tx } from '../../../platform/database.ts'

/** What the board has planned between two moments and is not finished. */
export const plannedBetween = (tx: Tx, storeId: string, from: Date, until: Date) => tx.all<{ technicianId: string; plate: string; from: Date; until: Date }>`
  select j.technician_id, o.plate, j.planned_start as "from", j.planned_end as "until"
  from workshop.job j join repair_orders.v_order o on o.store_id = j.store_id and o.id = j.order_id
  where j.store_id = ${storeId} and j.planned_end > ${from} and j.planned_start < ${until} and j.finished_at is null limit 2000`
