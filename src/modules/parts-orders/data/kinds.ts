import type { Tx } from '../../../platform/database.ts'
import type { OrderKind } from '../domain/kinds.ts'

export type KindData = OrderKind & { version: number }

export const ownKinds = (tx: Tx, storeId: string) => tx.all<KindData>`
  select code, name_zh, name_en, source, calendar_bound, price_percent, promised_days, needs_job, deposit_percent, active, version from parts_orders.order_kind where store_id = ${storeId} order by code limit 50`

/** A first setting has no row to lock; of two at once the second waits here all the same. */
export async function lockKinds(tx: Tx, storeId: string): Promise<KindData[]> {
  await tx.run`select pg_advisory_xact_lock(hashtext('parts order kinds ' || ${storeId}::text))`
  return ownKinds(tx, storeId)
}

export const putKind = (tx: Tx, storeId: string, k: KindData) => tx.run`
  insert into parts_orders.order_kind (store_id, code, name_zh, name_en, source, calendar_bound, price_percent, promised_days, needs_job, deposit_percent, active, version)
  values (${storeId}, ${k.code}, ${k.nameZh}, ${k.nameEn}, ${k.source}, ${k.calendarBound}, ${k.pricePercent}, ${k.promisedDays}, ${k.needsJob}, ${k.depositPercent}, ${k.active}, ${k.version})
  on conflict (store_id, code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en, source = excluded.source, calendar_bound = excluded.calendar_bound, price_percent = excluded.price_percent,
    promised_days = excluded.promised_days, needs_job = excluded.needs_job, deposit_percent = excluded.deposit_percent, active = excluded.active, version = excluded.version`
