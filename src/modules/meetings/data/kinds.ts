import type { Tx } from '../../../platform/database.ts'
import type { MeetingKind } from '../domain/kinds.ts'

export type KindData = MeetingKind & { version: number }

export const ownKinds = (tx: Tx, storeId: string) => tx.all<KindData>`
  select code, name_zh, name_en, convenor, attendees, readers, cadence, active, version from meetings.kind where store_id = ${storeId} order by code limit 50`

/** A first setting has no row to lock; of two at once the second waits here all the same. */
export async function lockKinds(tx: Tx, storeId: string): Promise<KindData[]> {
  await tx.run`select pg_advisory_xact_lock(hashtext('meeting kinds ' || ${storeId}::text))`
  return ownKinds(tx, storeId)
}

export const putKind = (tx: Tx, storeId: string, k: KindData) => tx.run`
  insert into meetings.kind (store_id, code, name_zh, name_en, convenor, attendees, readers, cadence, active, version)
  values (${storeId}, ${k.code}, ${k.nameZh}, ${k.nameEn}, ${k.convenor}, ${k.attendees}, ${k.readers}, ${k.cadence}, ${k.active}, ${k.version})
  on conflict (store_id, code) do update set name_zh = excluded.name_zh, name_en = excluded.name_en, convenor = excluded.convenor, attendees = excluded.attendees, readers = excluded.readers,
    cadence = excluded.cadence, active = excluded.active, version = excluded.version`

/** Of each kind the last time for which it was called. */
export const lastOfKinds = (tx: Tx, storeId: string, since: Date) => tx.all<{ kind: string; at: Date }>`
  select kind, max(at) as at from meetings.meeting where store_id = ${storeId} and at >= ${since} and status <> 'cancelled' group by kind`
