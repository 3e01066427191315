import type { Tx } from '../../../platform/database.ts'
import type { OrderDay } from '../domain/calendar.ts'

export type MonthData = { month: string; loadedAt: Date; loadedByName: string; announcedAt: Date | null; announcedByName: string | null; version: number }

export const daysBetween = (tx: Tx, storeId: string, from: string, until: string) => tx.all<OrderDay>`
  select day, kind from parts_orders.order_day where store_id = ${storeId} and day between ${from} and ${until} order by day, kind`

export const findMonths = (tx: Tx, storeId: string, months: readonly string[]) => tx.all<MonthData>`
  select month, loaded_at, loaded_by_name, announced_at, announced_by_name, version from parts_orders.calendar_month where store_id = ${storeId} and month = any(${months}) order by month`

/** A first month has no row to lock; of two at once the second waits here all the same. */
export async function lockMonths(tx: Tx, storeId: string, months: readonly string[]): Promise<MonthData[]> {
  await tx.run`select pg_advisory_xact_lock(hashtext('order calendar ' || ${storeId}::text))`
  return findMonths(tx, storeId, months)
}

export const deleteDays = (tx: Tx, storeId: string, from: string, until: string) => tx.run`
  delete from parts_orders.order_day where store_id = ${storeId} and day between ${from} and ${until}`

export const insertDays = (tx: Tx, storeId: string, days: readonly OrderDay[]) => tx.run`
  insert into parts_orders.order_day (store_id, day, kind) select ${storeId}, * from unnest(${days.map(({ day }) => day)}::date[], ${days.map(({ kind }) => kind)}::text[]) on conflict do nothing`

/** Its days changed: whatever was announced of it counts no more. */
export const loadMonths = (tx: Tx, storeId: string, months: readonly string[], at: Date, byName: string) => tx.run`
  insert into parts_orders.calendar_month (store_id, month, loaded_at, loaded_by_name) select ${storeId}, unnest(${months}::text[]), ${at}, ${byName}
  on conflict (store_id, month) do update set loaded_at = excluded.loaded_at, loaded_by_name = excluded.loaded_by_name, announced_at = null, announced_by_name = null, version = calendar_month.version + 1`

export const announceMonth = (tx: Tx, storeId: string, month: string, at: Date, byName: string) => tx.run`
  update parts_orders.calendar_month set announced_at = ${at}, announced_by_name = ${byName}, version = version + 1 where store_id = ${storeId} and month = ${month}`
