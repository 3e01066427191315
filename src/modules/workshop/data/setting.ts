import type { Tx } from '../../../platform/database.ts'
import type { ClosingWork } from '../domain/closing-work.ts'

type SettingData = ClosingWork & { version: number }

export const findSetting = (tx: Tx, storeId: string) => tx.maybe<SettingData>`
  select inspection_minutes, wash_minutes, hand_over_minutes, version from workshop.setting where store_id = ${storeId}`

/** A first setting has no row to lock; of two at once the second waits here all the same. */
export async function lockSetting(tx: Tx, storeId: string): Promise<SettingData | null> {
  await tx.run`select pg_advisory_xact_lock(hashtext('workshop setting ' || ${storeId}::text))`
  return findSetting(tx, storeId)
}

export const putSetting = (tx: Tx, storeId: string, { inspectionMinutes, washMinutes, handOverMinutes, version }: SettingData) => tx.run`
  insert into workshop.setting (store_id, inspection_minutes, wash_minutes, hand_over_minutes, version) values (${storeId}, ${inspectionMinutes}, ${washMinutes}, ${handOverMinutes}, ${version})
  on conflict (store_id) do update set inspection_minutes = excluded.inspection_minutes, wash_minutes = excluded.wash_minutes, hand_over_minutes = excluded.hand_over_minutes, version = excluded.version`
