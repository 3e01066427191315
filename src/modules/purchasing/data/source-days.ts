import type { Tx } from '../../../platform/database.ts'
import type { SourceDays } from '../domain/source-days.ts'

export type SourceDaysData = SourceDays & { version: number }

export const findSourceDays = (tx: Tx, storeId: string) => tx.maybe<SourceDaysData>`
  select days, usual, version from purchasing.source_setting where store_id = ${storeId}`

/** A first setting has no row to lock; of two at once the second waits here all the same. */
export async function lockSourceDays(tx: Tx, storeId: string): Promise<SourceDaysData | null> {
  await tx.run`select pg_advisory_xact_lock(hashtext('purchasing source days ' || ${storeId}::text))`
  return findSourceDays(tx, storeId)
}

export const putSourceDays = (tx: Tx, storeId: string, { days, usual, version }: SourceDaysData) => tx.run`
  insert into purchasing.source_setting (store_id, days, usual, version) values (${storeId}, ${JSON.stringify(days)}::jsonb, ${usual}, ${version})
  on conflict (store_id) do update set days = excluded.days, usual = excluded.usual, version = excluded.version`
