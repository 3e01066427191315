import { firstIdAt } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/database.ts'
import type { StorageClass, ZoneKind } from '../domain/storage.ts'

export type PlaceData = { placeId: string; code: string; active: boolean; blocked: string; version: number }

export const listBins = (tx: Tx, storeId: string) => tx.all<PlaceData>`
  select id as place_id, code, active, blocked, version from stock.v_place where store_id = ${storeId} and kind = 'bin' order by code limit 5000`

export const findBin = (tx: Tx, storeId: string, placeId: string) => tx.maybe<PlaceData>`
  select id as place_id, code, active, blocked, version from stock.v_place where store_id = ${storeId} and id = ${placeId} and kind = 'bin'`

export const findBinByCode = (tx: Tx, storeId: string, code: string) => tx.maybe<PlaceData>`
  select id as place_id, code, active, blocked, version from stock.v_place where store_id = ${storeId} and code = ${code} and kind = 'bin'`

export type ZoneData = { code: string; name: string; holds: ZoneKind[]; near: boolean; staging: boolean; fullAt: number; version: number }

export const listZones = (tx: Tx, storeId: string) => tx.all<ZoneData>`
  select code, name, holds, near, staging, full_at, version from bins.zone where store_id = ${storeId} order by code limit 500`

/** A first description has no row to lock; of two at once the second waits here all the same. */
export async function lockZone(tx: Tx, storeId: string, code: string): Promise<ZoneData | null> {
  await tx.run`select pg_advisory_xact_lock(hashtext('bins zone ' || ${storeId}::text || ${code}))`
  return tx.maybe<ZoneData>`select code, name, holds, near, staging, full_at, version from bins.zone where store_id = ${storeId} and code = ${code}`
}

export const putZone = (tx: Tx, storeId: string, z: ZoneData) => tx.run`
  insert into bins.zone (store_id, code, name, holds, near, staging, full_at, version) values (${storeId}, ${z.code}, ${z.name}, ${z.holds}::text[], ${z.near}, ${z.staging}, ${z.fullAt}, ${z.version})
  on conflict (store_id, code) do update set name = excluded.name, holds = excluded.holds, near = excluded.near, staging = excluded.staging, full_at = excluded.full_at, version = excluded.version`

export type RuleData = { heavyUpTo: number; fastFrom: number; version: number }

export const findRule = (tx: Tx, storeId: string) => tx.maybe<RuleData>`select heavy_up_to, fast_from, version from bins.rule where store_id = ${storeId}`

export async function lockRule(tx: Tx, storeId: string): Promise<RuleData | null> {
  await tx.run`select pg_advisory_xact_lock(hashtext('bins rule ' || ${storeId}::text))`
  return findRule(tx, storeId)
}

export const putRule = (tx: Tx, storeId: string, r: RuleData) => tx.run`
  insert into bins.rule (store_id, heavy_up_to, fast_from, version) values (${storeId}, ${r.heavyUpTo}, ${r.fastFrom}, ${r.version})
  on conflict (store_id) do update set heavy_up_to = excluded.heavy_up_to, fast_from = excluded.fast_from, version = excluded.version`

export type PartData = { partId: string; partNumber: string; nameZh: string; nameEn: string; unit: string; storage: StorageClass; classVersion: number }

/** How parts are stored: as somebody said, else as their category does. */
export const partsStored = (tx: Tx, storeId: string, partIds: readonly string[], usual: Readonly<Record<string, StorageClass>>) => tx.all<PartData>`
  select f.id as part_id, f.number as part_number, f.name_zh, f.name_en, f.unit, coalesce(c.class, u.class, 'normal') as storage, coalesce(c.version, 0) as class_version
  from catalogue.v_part_facts f
  left join bins.part_class c on c.store_id = ${storeId} and c.part_id = f.id
  left join unnest(${Object.keys(usual)}::text[], ${Object.values(usual)}::text[]) as u(category, class) on u.category = f.category
  where f.id = any(${partIds}::uuid[])`

export async function lockClass(tx: Tx, storeId: string, partId: string): Promise<{ storage: StorageClass; version: number } | null> {
  await tx.run`select pg_advisory_xact_lock(hashtext('bins class ' || ${storeId}::text || ${partId}::text))`
  return tx.maybe<{ storage: StorageClass; version: number }>`select class as storage, version from bins.part_class where store_id = ${storeId} and part_id = ${partId}`
}

export const putClass = (tx: Tx, storeId: string, c: { partId: string; storage: StorageClass; version: number }) => tx.run`
  insert into bins.part_class (store_id, part_id, class, version) values (${storeId}, ${c.partId}, ${c.storage}, ${c.version})
  on conflict (store_id, part_id) do update set class = excluded.class, version = excluded.version`

export type FillData = { placeId: string; storage: StorageClass; parts: number }

/** Different parts in each bin, by how they are stored: a handful of rows a bin. */
export const fillOfBins = (tx: Tx, storeId: string, usual: Readonly<Record<string, StorageClass>>, placeId: string | null = null) => tx.all<FillData>`
  select b.place_id, coalesce(c.class, u.class, 'normal') as storage, count(distinct b.part_id) as parts
  from stock.v_part_in_bin b
  join catalogue.v_part_facts f on f.id = b.part_id
  left join bins.part_class c on c.store_id = b.store_id and c.part_id = b.part_id
  left join unnest(${Object.keys(usual)}::text[], ${Object.values(usual)}::text[]) as u(category, class) on u.category = f.category
  where b.store_id = ${storeId} and (${placeId}::uuid is null or b.place_id = ${placeId}) group by 1, 2`

export type LotData = { partId: string; placeId: string; bin: string; lotId: string; receivedOn: string; here: number }

export const lotsInBin = (tx: Tx, storeId: string, placeId: string) => tx.all<LotData>`
  select part_id, place_id, bin, lot_id, received_on, thousandths as here from stock.v_lot_in_bin where store_id = ${storeId} and place_id = ${placeId} order by part_id, received_on, lot_id limit 500`

/** Issues of parts since a moment, to tell fast movers. */
export const issuesSince = (tx: Tx, storeId: string, partIds: readonly string[], since: Date) => tx.all<{ partId: string; issues: number }>`
  select part_id, count(*) as issues from stock.v_move where store_id = ${storeId} and part_id = any(${partIds}::uuid[]) and id >= ${firstIdAt(since)} and line_id is not null and takes_back is null group by part_id`

export type WaitingData = { kind: 'receipt' | 'staged'; subjectId: string; number: string; nameZh: string; nameEn: string; bin: string; since: Date }

/** Deliveries taken over and still being counted, and goods that stand where they wait, the oldest first. */
export const notPutAway = (tx: Tx, storeId: string, before: Date) => tx.all<WaitingData>`
  select * from (
    select 'receipt' as kind, id as subject_id, number, supplier_name as name_zh, supplier_name as name_en, '' as bin, begun_at as since from receiving.v_counting where store_id = ${storeId}
    union all
    select 'staged', b.place_id, f.number, f.name_zh, f.name_en, b.bin, m.at
    from bins.zone z
    join stock.v_place p on p.store_id = z.store_id and p.kind = 'bin' and split_part(p.code, '-', 1) = z.code
    join stock.v_lot_in_bin b on b.store_id = z.store_id and b.place_id = p.id
    join catalogue.v_part_facts f on f.id = b.part_id
    cross join lateral (select at from stock.v_move m where m.store_id = b.store_id and m.lot_id = b.lot_id and m.to_place = b.place_id order by m.id desc limit 1) m
    where z.store_id = ${storeId} and z.staging
  ) w where since < ${before} order by since, number limit 300`

export const findPartByNumber = (tx: Tx, number: string) => tx.maybe<{ id: string }>`select id from catalogue.v_part_facts where number = ${number}`
